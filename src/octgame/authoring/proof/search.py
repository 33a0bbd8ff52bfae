"""A search through a net: every state of a few variables, and the way to each."""

from collections.abc import Iterator
from heapq import heappop, heappush
from operator import itemgetter
from typing import NamedTuple

from octgame.authoring.proof.places import PUT_OUT_AT, PUTS_OUT, Edge
from octgame.authoring.proof.states import Space, States, Through
from octgame.authoring.proof.unfold import Unfolded
from octgame.authoring.proof.variables import any_card
from octgame.game.state import bits

CERTAIN, PERHAPS = 0, 1
"""Whether states are come to for certain, or by a step that may not be possible."""

CAP = 300_000
"""How many states are searched at most."""


class Batch(NamedTuple):
    """States that were come to together.

    Attributes:
        place: Where.
        states: Those that were new.
        edge: By which edge, None at the start.
        behind: From which states of its source.
    """

    place: int
    states: States
    edge: Edge | None
    behind: States


class Stage(NamedTuple):
    """One step of a way.

    Attributes:
        edge: Where it goes.
        values: What the variables that are tracked are after it, by number.
    """

    edge: Edge
    values: dict[int, int]


class Search:
    """One search from the start of a net.

    Attributes:
        known: The states that were met, by place.
        states: How many there are of them.
        whole: Whether there were no more than might be searched.
    """

    def __init__(
        self, net: Unfolded, space: Space, *, shortest: bool = False, cap: int = CAP
    ) -> None:
        """Ready to search.

        Args:
            net: Where.
            space: How states are told apart and held.
            shortest: Whether in the order of how many choices lead to a state; if not,
                in the story's order, first what is certain, then what may be.
            cap: How many states are searched at most.
        """
        self.known: dict[int, States] = {}
        self.states = 0
        self.whole = True
        self._net = net
        self._space = space
        self._shortest = shortest
        self._cap = cap
        self._edges: dict[int, list[tuple[Edge, Through]]] = {}
        self._came: dict[int, list[tuple[int, Batch]]] = {}
        self._pending: dict[tuple[int, int, int], States] = {}
        self._next: list[tuple[int, int, int]] = []

    def walk(self) -> Iterator[tuple[int, int, States]]:
        """(cost, place, new states of it), the least cost first."""
        self._add(CERTAIN, Batch(0, self._space.start, None, self._space.none))
        while self._next:
            if self.states > self._cap:
                self.whole = False
                return
            key = heappop(self._next)
            cost, _, place = key
            known = self.known.get(place, self._space.none)
            states = self._space.without(self._pending.pop(key), known)
            if not states:
                continue
            self.known[place] = self._space.union(known, states)
            self.states += self._space.count(states)
            yield cost, place, states
            for edge, through in self._out(place):
                certain, maybe = through(states)
                further = cost + edge.decides if self._shortest else cost
                if certain:
                    self._add(further, Batch(edge.target, certain, edge, states))
                if maybe:
                    further = further if self._shortest else PERHAPS
                    self._add(further, Batch(edge.target, maybe, edge, states))

    def _add(self, cost: int, batch: Batch) -> None:
        """Keep what is new of some states, to go on from them when it is their turn."""
        space, place = self._space, batch.place
        new = space.without(batch.states, self.known.get(place, space.none))
        if not new:
            return
        key = cost, self._net.rank[place], place
        if key in self._pending:
            more = space.without(new, self._pending[key])
            if not more:
                return
            self._pending[key] = self._pending[key] | more
            new = more
        else:
            self._pending[key] = new
            heappush(self._next, key)
        self._came.setdefault(place, []).append((cost, batch._replace(states=new)))

    def _out(self, place: int) -> list[tuple[Edge, Through]]:
        """The edges out of a place, ready to be taken."""
        found = self._edges.get(place)
        if found is None:
            edges = (*self._net.out[place], *put_out(self._net, place))
            found = [(edge, self._space.through(edge)) for edge in edges]
            self._edges[place] = found
        return found

    def stages(self, place: int, state: int) -> list[Stage]:
        """How a state was come to, from the start."""
        space = self._space
        found: list[Stage] = []
        while True:
            came = self._came[place]
            came.sort(key=itemgetter(0))  # it is in order, but for a few
            batch = next(b for _, b in came if space.has(b.states, state))
            if batch.edge is None:
                return found[::-1]
            found.append(Stage(batch.edge, space.values(state)))
            place = batch.edge.source
            state = space.back(batch.edge, state, batch.behind)


def put_out(net: Unfolded, place: int) -> tuple[Edge, ...]:
    """Putting out some card, where that can be done; those it knows have own edges."""
    if net.places[place].kind in PUT_OUT_AT:
        change = any_card(bits(number for number, _ in net.known[place]))
        return (Edge(place, place, (), (change,), PUTS_OUT),)
    return ()
