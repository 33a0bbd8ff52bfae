"""The lesson plan, and the speaker's notes that are held in the hand."""

from collections.abc import Iterator, Sequence

from octgame.game.lesson.polls import Poll
from octgame.game.program import Program
from octgame.pages.markup import Markup, joined, listed, prose, table, tag
from octgame.pages.prints.evidence import small_print
from octgame.pages.prints.hand_cards import LETTERS
from octgame.pages.prints.paper import Print
from octgame.pages.prints.stages import Stage, clock_time
from octgame.story.lessons import Lesson, Step

VERIFY = (
    "Curricula change, and these names were not checked against the current texts. "
    "Look up the wording that holds where you teach; strike out what does not apply."
)
TO_PRINT = (
    "Cards for voting: a set for each pupil or group, unless hands will do.",
    "Evidence sheets: the two versions, each for its half of the room.",
    "Sheets to compare, if any: one for two pupils; only the key names their schools.",
    "Exit tickets: a third as many sheets as there are pupils.",
    "Speaker's notes and the teacher's key: one of each, for you.",
)


def lesson_plan(
    program: Program, lesson: Lesson, length: int, plan: Sequence[Stage]
) -> Print:
    """Objective, materials, the hour minute by minute, and what it may serve."""
    planned = clock_time(plan[-1].ends) if plan else "0:00"
    parts = [
        tag("p", f"Lesson plan for {length} minutes", class_="kicker"),
        tag("h1", lesson.title),
        tag("p", lesson.about, class_="lead"),
        *_objective(lesson),
        tag("h2", "To print"),
        listed(TO_PRINT, class_="small"),
        *_standards(lesson),
        tag("h2", "Minute by minute"),
        tag(
            "p",
            f"Planned time: {planned}, with reading aloud, votes by hand and talk. "
            f"{_marks(plan)}",
        ),
        table(
            ("From", "Step", "On the wall, and the vote", "You"),
            (_row(lesson, stage) for stage in plan),
            class_="dense",
        ),
        small_print(program),
    ]
    return Print("Lesson plan", "one, for you and whoever asks for it.", joined(parts))


def speaker_notes(
    program: Program, lesson: Lesson, length: int, plan: Sequence[Stage]
) -> Print:
    """What the teacher has in hand while the wall shows the lesson."""
    parts = [
        tag("p", f"Speaker's notes for {length} minutes", class_="kicker"),
        tag("h1", lesson.title),
        tag("p", "Keep them in your hand: they are never on the wall."),
        *(_note(lesson, stage) for stage in plan),
        small_print(program),
    ]
    return Print("Speaker's notes", "one, for you.", joined(parts))


def _objective(lesson: Lesson) -> Iterator[Markup]:
    if lesson.objective:
        yield tag("h2", "Objective")
        yield prose(lesson.objective)


def _marks(plan: Sequence[Stage]) -> str:
    late = [f"“{stage.step.title}”" for stage in plan if stage.step.late]
    if not late:
        return ""
    return f"If time runs short, the short path leaves out {' and '.join(late)}."


def _row(lesson: Lesson, stage: Stage) -> tuple[str, ...]:
    step = stage.step
    wall = [tag("p", f"{part}.") for part in stage.wall]
    votes = [tag("p", tag("strong", "Vote: "), poll.ask) for poll in stage.polls]
    name = [tag("p", step.title), *_for_whom(lesson, step)]
    time = clock_time(stage.starts)
    return (time, joined(name), joined([*wall, *votes]), prose(step.say))


def _for_whom(lesson: Lesson, step: Step) -> Iterator[Markup]:
    names = {half.id: half.name for half in lesson.halves}
    if step.half:
        yield tag("p", names[step.half], class_="small")


def _note(lesson: Lesson, stage: Stage) -> Markup:
    step = stage.step
    time = f"{clock_time(stage.starts)} to {clock_time(stage.ends)}"
    wall = " / ".join(stage.cues)
    cues = tag("p", tag("strong", "On the wall: "), wall, class_="small")
    return tag(
        "section",
        tag("h2", f"{stage.number}. {step.title}"),
        tag("p", time, class_="kicker"),
        *_for_whom(lesson, step),
        tag("div", prose(step.say), class_="say"),
        *([cues] if stage.cues else []),
        *(_ballot(poll) for poll in stage.polls),
        class_="kept",
    )


def _ballot(poll: Poll) -> Markup:
    """What is asked, with the letters of the cards."""
    options = (
        joined([tag("strong", letter), f" {text}"])
        for letter, (_, text) in zip(LETTERS, poll.options, strict=False)
    )
    return joined([tag("h3", f"Vote: {poll.ask}"), listed(options, class_="options")])


def _standards(lesson: Lesson) -> Iterator[Markup]:
    yield tag(
        "section",
        tag("h2", "Standards, to be verified where you teach"),
        tag("p", VERIFY, class_="small"),
        listed([*lesson.standards, "Yours:"], class_="small columns"),
        class_="kept",
    )
