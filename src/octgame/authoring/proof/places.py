"""Where a play can be between two decisions, and how it comes from one to the next."""

from typing import Literal, NamedTuple

from octgame.authoring.proof.variables import Change
from octgame.game.program import Code

Kind = Literal[
    "arrive", "stay", "way", "leave", "told", "again", "end", "broken", "away"
]

Guard = tuple[tuple[Code, bool], ...]
"""Conditions, each with whether it must hold."""

NO_CHOICE, PUTS_OUT = -2, -1
"""What an edge has for a choice where the player makes none, or puts a card out."""

PUT_OUT_AT: tuple[Kind, ...] = ("arrive", "stay", "again")
"""The places where a card can be put out of the box."""


class Place(NamedTuple):
    """Where a play can be between two decisions.

    Attributes:
        kind: Just come into a scene, or still choosing in it; in an automatic one, or
            on the way to the next of the list; where an outcome is told, or told again
            after a card was put out; at an ending, or where the story leads nowhere; or
            gone out of sight, as a role that is proved elsewhere.
        choice, it: Of an outcome: the choice, and its card or -1.
    """

    kind: Kind
    scene: int
    role: int
    choice: int = -1
    it: int = -1


class Edge(NamedTuple):
    """One way from a place to another.

    Attributes:
        choice: The choice that is made, `PUTS_OUT` or `NO_CHOICE`.
        item: The card of an `each` choice; -1 for no certain one.
    """

    source: int
    target: int
    guard: Guard
    changes: tuple[Change, ...] = ()
    choice: int = NO_CHOICE
    item: int = -1

    @property
    def decides(self) -> bool:
        """Whether it is a decision of the player's."""
        return self.choice != NO_CHOICE


def ranks(out: list[list[Edge]]) -> list[int]:
    """Where each place comes in an order that follows the edges, loops aside."""
    order: list[int] = []
    met = {0}
    waiting = [(0, iter(out[0]))]
    while waiting:
        number, edges = waiting[-1]
        new = next((e.target for e in edges if e.target not in met), None)
        if new is None:
            order.append(number)
            waiting.pop()
        else:
            met.add(new)
            waiting.append((new, iter(out[new])))
    found = [0] * len(out)
    for rank, number in enumerate(reversed(order)):
        found[number] = rank
    return found
