"""What is certain in a net before it is searched: what nothing can have changed yet."""

from collections.abc import Callable, Mapping
from functools import cache, cached_property
from typing import NamedTuple

from octgame.authoring.proof.codes import ALWAYS, NEVER, folded
from octgame.authoring.proof.net import Net
from octgame.authoring.proof.places import Edge, Guard
from octgame.authoring.proof.variables import kills
from octgame.game.program import Code
from octgame.game.state import bits


class Step(NamedTuple):
    """An edge, and what is certain of it.

    Attributes:
        edge: Which.
        guard: What is open of its conditions.
        asked: The variables that they ask for, as a bit set.
        changed: The variables that it changes, as a bit set.
    """

    edge: Edge
    guard: Guard
    asked: int
    changed: int


class Flow:
    """The flow of changes through a net.

    Attributes:
        net: Which.
    """

    def __init__(self, net: Net) -> None:
        self.net = net
        self._open = cache(self._open_of)
        self._begins = {number: dict(pairs) for number, pairs in net.begins}

    def start(self, variable: int) -> int:
        """The value of a variable at the beginning."""
        value = self.net.variables.starts[variable]
        return self._begins.get(variable, {}).get(value, value)

    @cached_property
    def touched(self) -> list[int]:
        """The variables that may not be at their start any more, by place."""
        out = self.net.out
        found = [0] * len(out)
        waiting, met = [0], {0}
        while waiting:
            place = waiting.pop()
            for edge in out[place]:
                after = found[place] | _changed(edge)
                if after & ~found[edge.target] or edge.target not in met:
                    found[edge.target] |= after
                    met.add(edge.target)
                    waiting.append(edge.target)
        return found

    @cached_property
    def steps(self) -> list[list[Step]]:
        """The edges out of each place that may be open."""
        return [
            [
                Step(edge, guard, self.net.variables.asked(guard), _changed(edge))
                for edge in edges
                if (guard := self.open(place, edge.guard)) is not None
            ]
            for place, edges in enumerate(self.net.out)
        ]

    def open(self, place: int, guard: Guard) -> Guard | None:
        """What is open of conditions at a place; None where they never hold."""
        read, touched = self.net.variables.read, self.touched[place]
        return left_open(guard, lambda code: self._open(code, touched & read(code)))

    def _open_of(self, code: Code, touched: int) -> Code:
        """What is open of a condition of which only these variables were touched."""
        meaning = self.net.variables.meaning

        def known(atom: Code) -> int | None:
            variable, values = meaning(atom)
            return None if touched >> variable & 1 else values[self.start(variable)]

        if touched == self.net.variables.read(code):
            return code
        return folded(code, known=known)

    def live(self, wanted: Mapping[int, int]) -> list[int]:
        """Which variables something ahead wants to know, by place.

        Args:
            wanted: The variables that places want to know, as bit sets.
        """
        found = [wanted.get(place, 0) for place in range(len(self.net.places))]
        waiting = set(wanted)
        while waiting:
            target = waiting.pop()
            for source, killed in self._killing[target]:
                new = found[target] & ~killed & ~found[source]
                if new:
                    found[source] |= new
                    waiting.add(source)
        return found

    @cached_property
    def _killing(self) -> list[list[tuple[int, int]]]:
        """(place before, variables that are put) of the edges into each place."""
        found: list[list[tuple[int, int]]] = [[] for _ in self.net.places]
        for edges in self.net.out:
            for edge in edges:
                killed = bits(c.variable for c in edge.changes if kills(c))
                found[edge.target].append((edge.source, killed))
        return found


def _changed(edge: Edge) -> int:
    return bits(change.variable for change in edge.changes)


def left_open(guard: Guard, fold: Callable[[Code], Code]) -> Guard | None:
    """Conditions without what is known; None where they never hold."""
    left = []
    for code, wanted in guard:
        found = fold(code)
        if found not in (ALWAYS, NEVER):
            left.append((found, wanted))
        elif (found == ALWAYS) != wanted:
            return None
    return tuple(left)
