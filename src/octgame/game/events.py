"""What a step gives: the next state, and what happened on the way."""

from typing import NamedTuple

from octgame.game.program import Program
from octgame.game.state import State


class Event(NamedTuple):
    """Something that happened in a step.

    Attributes:
        kind: entered, found, kept, left, put_out, revealed, asked, believed,
            ordered, sorted, stepped_back or ended.
        id: The scene, card, fact, question or choice it happened to.
        detail: The answer and how sure, the status, "right" or "wrong".
    """

    kind: str
    id: str
    detail: str = ""


class Turn(NamedTuple):
    """What a step gives."""

    state: State
    events: tuple[Event, ...]


def told(program: Program, facts: tuple[int, ...], known: int) -> list[Event]:
    """One event per fact that is told and was not known."""
    ids = program.facts.ids
    return [Event("revealed", ids[fact]) for fact in facts if not known >> fact & 1]
