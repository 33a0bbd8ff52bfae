"""Many plays side by side, with everything remembered: quick to meet what is met often.

Each state is a state of a real play, so what is met so is met for certain; what is not
may be met all the same.
"""

from heapq import heappop, heappush
from random import Random

from octgame.authoring.proof.goals import Goal, Goals
from octgame.authoring.proof.places import Edge, Guard
from octgame.authoring.proof.sets import Sets
from octgame.authoring.proof.states import Through
from octgame.authoring.proof.unfold import Unfolded
from octgame.authoring.proof.variables import KEPT, LEFT
from octgame.story.frame import BOX_PLACES

WIDTH = 32
"""States of a place that are gone on from at once."""

TIMES = 4
"""How often so many are gone on from in a place."""


class Sweep:
    """Plays through a net that meet as much as they can.

    Attributes:
        met: The goals that were met.
        states: How many states were gone on from.
    """

    def __init__(self, net: Unfolded, goals: Goals) -> None:
        self.met: set[Goal] = set()
        self.states = 0
        self._dice = Random(0)  # noqa: S311 - the same plays each time
        self._net = net
        self._wanted: dict[int, list[tuple[Goal, Guard]]] = {}
        asked = net.variables.asked
        tracked = 0
        for goal, probes in goals.items():
            for place, guard in probes:
                tracked |= asked(guard)
                self._wanted.setdefault(place, []).append((goal, guard))
        for edges in net.out:
            for edge in edges:
                tracked |= asked(edge.guard)
        self._space = Sets(net.variables, tracked, net.begins)
        self._kept = self._space.written("card", KEPT)
        cards = self._kept | self._space.written("card", LEFT)
        wanted = [cards] * len(net.out)  # the box takes no more than so many of all
        for place, mine in self._wanted.items():
            for _, guard in mine:
                wanted[place] |= self._space.looked_at(guard)
        self._space.forget(net.out, wanted)
        self._edges: dict[int, list[tuple[Edge, Through]]] = {}
        self._known: list[set[int]] = [set() for _ in net.out]
        self._pending: dict[int, set[int]] = {0: self._space.start}

    def run(self) -> None:
        """Play until every place was gone on from often enough."""
        waiting = [(0, 0)]
        while waiting:
            _, place = heappop(waiting)
            states = self._some(place, self._pending.pop(place))
            if not states:
                continue
            self.states += len(states)
            self._meet(place, states)
            for edge, through in self._out(place):
                after = through(states)[0]
                if after and edge.target not in self._pending:
                    heappush(waiting, (self._net.rank[edge.target], edge.target))
                if after:
                    self._pending.setdefault(edge.target, set()).update(after)

    def _some(self, place: int, states: set[int]) -> set[int]:
        """Some new states of a place, as unlike each other as may be."""
        known, kept = self._known[place], self._kept
        new = states - known
        if kept:
            new = {s for s in new if (s & kept).bit_count() <= BOX_PLACES}
        room = min(WIDTH, TIMES * WIDTH - len(known))
        if len(new) > room:
            new = set(self._dice.choices(list(new), k=room))
        known |= new
        return new

    def _out(self, place: int) -> list[tuple[Edge, Through]]:
        found = self._edges.get(place)
        if found is None:
            out = self._net.out[place]
            found = [(edge, self._space.through(edge)) for edge in out]
            self._edges[place] = found
        return found

    def _meet(self, place: int, states: set[int]) -> None:
        """Note the goals that are met in some states of a place."""
        left = []
        for goal, guard in self._wanted.get(place, ()):
            if goal in self.met:
                continue
            if self._space.somewhere(guard, states):
                self.met.add(goal)
            else:
                left.append((goal, guard))
        self._wanted[place] = left
