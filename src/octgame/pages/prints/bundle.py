"""Everything that a lesson is printed as, file by file."""

from collections.abc import Mapping, Sequence

from octgame.game.program import Program
from octgame.pages.prints.class_record import class_record
from octgame.pages.prints.evidence import evidence_pack, evidence_sheet
from octgame.pages.prints.hand_cards import hand_cards
from octgame.pages.prints.key import teacher_key
from octgame.pages.prints.paper import Paper, Print, html
from octgame.pages.prints.plan import lesson_plan, speaker_notes
from octgame.pages.prints.sheets import laid_pages, sheets
from octgame.pages.prints.stages import stages
from octgame.pages.prints.tickets import take_home, tally, tickets
from octgame.pages.record import Record
from octgame.story.evidence import Claim
from octgame.story.lessons import Lesson


def before_class(
    program: Program, lesson: Lesson, length: int, catalogue: Mapping[str, Claim]
) -> dict[str, Print]:
    """What is printed the evening before, by the file's name.

    Args:
        program: The story.
        lesson: What is taught.
        length: In minutes.
        catalogue: The claims of the story's source documents, by id.
    """
    plan = stages(program, lesson, length)
    evidence = {
        f"evidence-{half.id.replace('_', '-')}.html": evidence_sheet(
            program, lesson, half
        )
        for half in lesson.halves
    }
    laid = laid_pages(lesson.path(length))
    return {
        "lesson-plan.html": lesson_plan(program, lesson, length, plan),
        "speaker-notes.html": speaker_notes(program, lesson, length, plan),
        "teacher-key.html": teacher_key(program, lesson, length, catalogue),
        "hand-cards.html": hand_cards(plan),
        **evidence,
        **({"sheets.html": sheets(program, lesson, laid)} if laid else {}),
        "tickets.html": tickets(lesson),
    }


def after_class(
    program: Program, lesson: Lesson, cards: Sequence[str], record: Record
) -> dict[str, Print]:
    """What a class's folder holds for the days after, by the file's name.

    Args:
        program: The story.
        lesson: What was taught.
        cards: The cards that the class met, by id.
        record: What it leaves behind.
    """
    found = {
        "class-record.html": class_record(record),
        "evidence-pack.html": evidence_pack(program, lesson, cards),
        "ticket-tally.html": tally(lesson),
    }
    if lesson.take_home:
        found["take-home.html"] = take_home(program, lesson, lesson.take_home)
    return found


def as_html(prints: Mapping[str, Print], paper: Paper) -> dict[str, str]:
    """The files of these prints for one size of paper."""
    return {name: html(print_, paper) for name, print_ in prints.items()}
