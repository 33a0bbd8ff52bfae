"""The pages that a class compares: several tellings of one night, without names."""

from collections.abc import Sequence

from octgame.game import phrases
from octgame.game.program import Program
from octgame.pages.markup import joined, run, tag
from octgame.pages.prints.evidence import ruled, small_print
from octgame.pages.prints.hand_cards import LETTERS
from octgame.pages.prints.paper import Print
from octgame.story.lessons import Lesson, Step

RULES = 1
"""Ruled lines below each page."""


def laid_pages(steps: Sequence[Step]) -> tuple[str, ...]:
    """The schools whose pages are laid out without a name, in the order A, B, C, D."""
    return next((step.sheets for step in steps if step.sheets), ())


def sheets(program: Program, lesson: Lesson, schools: Sequence[str]) -> Print:
    """The pages side by side, so that a class can compare them; the key names them.

    Args:
        program: The story.
        lesson: What is taught.
        schools: Whose pages, in the order of their letters.
    """
    views = {view.school: view for view in program.questions[lesson.question].views}
    pages = (
        tag(
            "section",
            tag("h2", f"{phrases.SHEET} {letter}"),
            tag("p", run(views[school].text)),
            tag("p", "A word that gives it away:", class_="prompt"),
            ruled(RULES),
            class_="kept",
        )
        for letter, school in zip(LETTERS, schools, strict=False)
    )
    body = joined(
        [
            tag("p", lesson.title, class_="kicker"),
            tag("h1", f"{phrases.SHEET}s {LETTERS[0]} to {LETTERS[len(schools) - 1]}"),
            tag("p", "Each was composed for octgame. None is a quotation."),
            *pages,
            small_print(program),
        ]
    )
    copies = "one for two pupils, or one for each; face down until they are projected."
    return Print("Sheets to compare", copies, body)
