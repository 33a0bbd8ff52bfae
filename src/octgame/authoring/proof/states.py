"""What a set of states can do, however it is held; and how a state is packed."""

from typing import Any, NamedTuple, Protocol

from octgame.authoring.proof.places import Edge, Guard
from octgame.authoring.proof.variables import Change, Variables
from octgame.game.state import members

States = Any
"""An integer of bits, or a set of integers; only who made it looks into it."""


class Field(NamedTuple):
    """Where a variable stands in a packed state: its lowest bit, and all of them."""

    at: int
    mask: int

    def read(self, state: int) -> int:
        """The variable's value in a state."""
        return (state & self.mask) >> self.at


class Space(Protocol):
    """A way to hold sets of states that agree on the variables that are tracked."""

    tracked: int
    start: Any

    @property
    def none(self) -> States:
        """No state."""

    def through(self, edge: Edge) -> "Through":
        """What an edge does to a set of states."""

    def holding(self, guard: Guard, states: States) -> tuple[States, States]:
        """The states in which conditions hold, and those in which they may."""

    def back(self, edge: Edge, state: int, states: States) -> int:
        """One of some states from which an edge leads to a state."""

    def part(self, tracked: int, states: States) -> States:
        """The states that are told apart by these variables and no others."""

    def values(self, state: int) -> dict[int, int]:
        """The values of the variables that are tracked, by number."""

    def without(self, states: States, known: States) -> States:
        """The states that are not among the others."""

    def union(self, known: States, states: States) -> States:
        """The states of both; the first may be used up for it."""

    def count(self, states: States) -> int:
        """How many they are."""

    def first(self, states: States) -> int:
        """One of them, packed."""

    def has(self, states: States, state: int) -> bool:
        """Whether a state is among some."""


class Through(Protocol):
    """An edge at work: the states after it, where it is certain and where it may be."""

    def __call__(self, states: States) -> tuple[States, States]:
        """The states that certainly come of some, and those that may."""


def fields(variables: Variables, tracked: int) -> tuple[dict[int, Field], int]:
    """Where each variable that is tracked stands, and how many bits there are."""
    found: dict[int, Field] = {}
    at = 0
    for number in members(tracked):
        width = (variables.sizes[number] - 1).bit_length()
        found[number] = Field(at, (1 << width) - 1 << at)
        at += width
    return found, at


def packed(
    variables: Variables, at: dict[int, Field], begins: tuple[Change, ...]
) -> int:
    """The state at the beginning."""
    values = {number: variables.starts[number] for number in at}
    for number, pairs in begins:
        if number in values:
            values[number] = dict(pairs)[values[number]]
    return sum(value << at[number].at for number, value in values.items())
