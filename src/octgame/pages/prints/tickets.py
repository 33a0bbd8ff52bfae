"""Exit tickets, the sheet on which they are counted, and the task to take home."""

from collections.abc import Iterator, Mapping

from octgame.game.program import Program
from octgame.pages.markup import Markup, joined, run, table, tag
from octgame.pages.prints.evidence import card_on_paper, ruled, small_print
from octgame.pages.prints.paper import Print
from octgame.story.lessons import Lesson, TakeHome, split
from octgame.story.prose import Paragraph, Span

ON_A_SHEET = 3
RULES = 2
"""Ruled lines below each prompt of a ticket."""

PROMPTS = "One claim. One paper that supports it. One thing that it cannot tell."
"""What a ticket asks where the lesson says nothing of its own."""


def tickets(lesson: Lesson) -> Print:
    """Exit tickets, several on a sheet of paper."""
    one = tag(
        "div",
        tag("p", f"{lesson.title} No name is needed.", class_="kicker"),
        *(
            joined([tag("p", run(prompt), class_="prompt"), ruled(RULES)])
            for prompt in prompts(lesson)
        ),
        class_="cut",
    )
    heading = tag("h1", "Exit tickets", class_="screen")
    sheet = tag("section", *[one] * ON_A_SHEET, class_="sheet stacked")
    copies = f"a third as many as there are pupils, {ON_A_SHEET} on a sheet; cut."
    return Print("Exit tickets", copies, joined([heading, sheet]), numbered=False)


def prompts(lesson: Lesson) -> Iterator[Paragraph]:
    """The sentences of the step that shows the ticket."""
    texts = [step.text for step in lesson.steps if "ticket" in step.show and step.text]
    asked = texts[-1] if texts else (Paragraph((Span(PROMPTS),)),)
    for paragraph in asked:
        yield from split(paragraph, most=1)


def tally(lesson: Lesson) -> Print:
    """A sheet on which a teacher counts tickets by level, without names."""
    body = joined(
        [
            tag("p", lesson.title, class_="kicker"),
            tag("h1", "Tickets, counted"),
            tag("p", "One stroke a ticket. No names."),
            table(
                ("Level", "What it shows", "Strokes", "Sum"),
                ((lvl.capitalize(), text, "", "") for lvl, text in _levels(lesson)),
                class_="tally",
            ),
            *(
                joined([tag("p", asked, class_="prompt"), ruled(4)])
                for asked in (
                    "Papers that were named, and how often",
                    "Sentences worth reading out next time",
                    "What to take up again",
                )
            ),
        ]
    )
    return Print("Tickets, counted", "one, for you.", body)


def take_home(program: Program, lesson: Lesson, task: TakeHome) -> Print:
    """One card that the class has not seen, what is asked of it, how it is read."""
    card = program.cards[task.card]
    asked = [
        tag("li", run(paragraph), ruled(RULES + 1), class_="kept")
        for paragraph in task.asks
    ]
    body = joined(
        [
            tag("p", lesson.title, class_="kicker"),
            tag("h1", "To take home: one paper more"),
            card_on_paper(program, card),
            tag("ol", *asked),
            tag("h2", "How it is read"),
            rubric(task.levels),
            small_print(program),
        ]
    )
    return Print("To take home", "one for each pupil.", body)


def rubric(levels: Mapping[str, str]) -> Markup:
    """What an answer has to show, level by level."""
    rows = ((level.capitalize(), text) for level, text in levels.items())
    return table(("Level", "What it shows"), rows)


def _levels(lesson: Lesson) -> Iterator[tuple[str, str]]:
    yield from lesson.levels.items()
    yield "no answer", ""
