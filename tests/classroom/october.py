"""The shipped lesson, and classes that walk through it."""

from functools import cache
from pathlib import Path

from octgame.classroom.lesson import Class, start
from octgame.classroom.moves import advance, close
from octgame.game.compile import compile_story
from octgame.game.program import Program
from octgame.loading.load import load

OCTOBER = Path(__file__).parents[2] / "scenes" / "october"


@cache
def october() -> Program:
    """The shipped story, compiled once."""
    loaded = load(OCTOBER, catalogue=False)
    assert loaded.story is not None
    return compile_story(loaded.story, loaded.content)


def begun(length: int = 45) -> Class:
    """A class at the beginning of the lesson on the palace."""
    return start(october(), "palace", length)


def walked(group: Class, to: str = "") -> Class:
    """The class when it has come into a step, or at the lesson's last stop.

    Every vote goes to the first option, by nine hands to the second's four.
    """
    while group.step.id != to:
        if group.motion is not None and group.tally is None:
            hands = (9, 4, 1, 1, 1, 1)[: len(group.motion.options)]
            group = advance(advance(group, "open"), close(hands))
        elif group.at + 1 == len(group.path) and group.stop + 1 == len(group.stops):
            break
        else:
            group = advance(group, "next")
    return group
