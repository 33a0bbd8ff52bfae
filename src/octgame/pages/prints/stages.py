"""A lesson step by step as it is planned: when, what is on the wall, what is asked."""

from collections.abc import Iterator
from typing import NamedTuple

from octgame.game.lesson.pace import pace
from octgame.game.lesson.polls import Poll, begin, come_in, polls
from octgame.game.lesson.screens import content
from octgame.game.program import Program
from octgame.story.lessons import Lesson, Step

CUE_WORDS = 9
"""Words by which a teacher knows what is on the wall."""

_SHOWN = {
    "box": "what the class put into its box",
    "history": "the histories that can be written from this box",
    "ticket": "the box once more, for the tickets",
}


class Stage(NamedTuple):
    """A step with its time.

    Attributes:
        starts, ends: Seconds from the beginning, as planned.
        wall: What is projected, in short, in order.
        cues: The first words of each of its screens.
        polls: What is put to the vote.
    """

    number: int
    step: Step
    starts: int
    ends: int
    wall: tuple[str, ...]
    cues: tuple[str, ...]
    polls: tuple[Poll, ...]


def stages(program: Program, lesson: Lesson, length: int) -> tuple[Stage, ...]:
    """The steps of a lesson of that length in minutes, with what a class is asked.

    What its votes may change on the way is left out: the choices are those that stand
    open to a class that begins in the step.
    """
    found: list[Stage] = []
    table: tuple[str, ...] = ()
    clock = 0
    plan = pace(program, lesson, length)
    for number, step in enumerate(lesson.path(length), start=1):
        table = (*table, *step.cards)
        state = come_in(program, step, begin(program))
        ends = clock + plan[number - 1].planned
        asked = polls(program, step, state, table)
        fixed = content(program, lesson, step._replace(show=()), state)
        cues = tuple(_cue(" ".join(b.plain for b in one.blocks)) for one in fixed)
        wall = tuple(_wall(program, step))
        found.append(Stage(number, step, clock, ends, wall, cues, asked))
        table = () if step.vote and step.vote.keep else table
        clock = ends
    return tuple(found)


def clock_time(seconds: int) -> str:
    """Seconds from the beginning as "12:30", to the nearest half minute."""
    halves = round(seconds / 30)
    return f"{halves // 2}:{30 * (halves % 2):02}"


def _wall(program: Program, step: Step) -> Iterator[str]:
    """What the step projects, each part in a few words."""
    if step.scene:
        scene = program.scenes[step.scene]
        role = f", as the {program.roles[step.role].name}" if step.role else ""
        yield f"The scene “{scene.title}”{role}"
    elif step.text:
        yield "Words for this lesson"
    if step.cards:
        titles = "; ".join(program.cards[key].title for key in step.cards)
        yield f"{'Papers' if len(step.cards) > 1 else 'A paper'}: {titles}"
    if step.facts:
        yield f"Facts: {', '.join(program.facts[key].status for key in step.facts)}"
    if step.sheets:
        yield f"{len(step.sheets)} pages without names, {_letters(len(step.sheets))}"
    if step.labels:
        yield "Who wrote which page, and what it leans on and leaves out"
    yield from (_SHOWN[show].capitalize() for show in step.show)


def _letters(count: int) -> str:
    return f"A to {'ABCDEF'[count - 1]}" if count > 1 else "A"


def _cue(text: str) -> str:
    words = text.split()
    dots = " …" if len(words) > CUE_WORDS else ""
    return " ".join(words[:CUE_WORDS]) + dots
