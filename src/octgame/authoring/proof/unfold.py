"""A net in which places know what matters there, so that fewer conditions are open.

A variable that nothing before a place can have changed is at its start. One on which
the way on from a place hangs is told apart up to there: each place on the way is
unfolded into one for each of its values.
"""

from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from types import MappingProxyType

from octgame.authoring.proof.codes import folded
from octgame.authoring.proof.covers import covers
from octgame.authoring.proof.flow import Flow, left_open
from octgame.authoring.proof.net import Net
from octgame.authoring.proof.places import (
    PUT_OUT_AT,
    PUTS_OUT,
    Edge,
    Guard,
    Place,
    ranks,
)
from octgame.authoring.proof.variables import KEPT, LEFT, Change
from octgame.game.program import Code
from octgame.game.state import members

Values = tuple[tuple[int, int], ...]
"""(variable, value) of those that a place knows, in the order of their numbers."""


NOTHING: Mapping[int, int] = MappingProxyType({})

MOST, NO_MOST = 4, 1 << 60
"""How many times as many places an unfolded net may have."""


class Unfolded:
    """The places of a net, each with what is known there.

    Attributes:
        net: What was unfolded.
        flow: What is certain in it.
        program, variables, begins: As the net has them.
        told: The variables that places want to know, as bit sets by the net's place.
        base: Of each place the net's own place.
        known: Of each place the values that it knows.
        out: The edges out of each place.
    """

    def __init__(
        self, flow: Flow, told: Mapping[int, int] = NOTHING, most: int = NO_MOST
    ) -> None:
        """Unfold a net, as far as it does not become too many places.

        Args:
            flow: What is certain in it.
            told: The variables that places want to know, as bit sets.
            most: How many places there may be.
        """
        self.flow = flow
        self.net = net = flow.net
        self.program = net.program
        self.variables = net.variables
        self.begins = net.begins
        self.told = told
        self.base: list[int] = []
        self.known: list[Values] = []
        self.out: list[list[Edge]] = []
        self._number: dict[tuple[int, Values], int] = {}
        self._left = cache(self._left_of)
        live, touched = flow.live(told), flow.touched
        self._active = [there & touched[n] for n, there in enumerate(live)]
        self._at(0, {n: flow.start(n) for n in members(self._active[0])})
        for number, base in enumerate(self.base):  # it grows on the way
            self.out[number] += self._edges(number, base)
            if len(self.base) > most:
                break

    def _at(self, base: int, values: dict[int, int]) -> int:
        active = self._active[base]
        known = tuple((n, values[n]) for n in members(active)) if active else ()
        number = self._number.get((base, known))
        if number is None:
            number = self._number[base, known] = len(self.base)
            self.base.append(base)
            self.known.append(known)
            self.out.append([])
        return number

    def _edges(self, number: int, base: int) -> Iterator[Edge]:
        here = dict(self.known[number])
        if self.net.places[base].kind in PUT_OUT_AT:
            for card, value in here.items():
                if value == KEPT and self.variables.names[card][0] == "card":
                    target = self._at(base, {**here, card: LEFT})
                    change = Change(card, ((KEPT, LEFT),))
                    yield Edge(number, target, (), (change,), PUTS_OUT)
        for edge, guard, asked, changed in self.flow.steps[base]:
            left = self.guard(number, guard, asked)
            if left is None:
                continue
            active = self._active[edge.target]
            if not active & changed:
                values = self._kept(here, active)
                target = self._at(edge.target, values)
                yield Edge(number, target, left, *edge[3:])
                continue
            for values, changes in self._outcomes(here, active, edge.changes):
                yield Edge(
                    number, self._at(edge.target, values), left, changes, *edge[4:]
                )

    def guard(self, number: int, guard: Guard, asked: int) -> Guard | None:
        """What is left open of conditions at a place, None where they never hold.

        Args:
            number: The place.
            guard: The conditions.
            asked: The variables that they ask for, as a bit set.
        """
        if not self._active[self.base[number]] & asked:
            return guard
        here, read = self.known[number], self.variables.read

        def left(code: Code) -> Code:
            wanted = read(code)
            known = tuple([each for each in here if wanted >> each[0] & 1])
            return self._left(code, known) if known else code

        return left_open(guard, left)

    def _left_of(self, code: Code, values: Values) -> Code:
        """What is left open of a condition where some values are known."""
        here, meaning = dict(values), self.variables.meaning

        def known(atom: Code) -> int | None:
            variable, among = meaning(atom)
            return among[here[variable]] if variable in here else None

        return folded(code, known=known)

    def _kept(self, here: dict[int, int], active: int) -> dict[int, int]:
        """What is known of some variables; one that nothing touched is at its start."""
        return {
            n: here[n] if n in here else self.flow.start(n) for n in members(active)
        }

    def _outcomes(
        self, here: dict[int, int], active: int, changes: tuple[Change, ...]
    ) -> Iterator[tuple[dict[int, int], tuple[Change, ...]]]:
        """(values, changes) for all that an edge may make of what is known after it."""
        found: list[tuple[dict[int, int], tuple[Change, ...]]] = [
            (self._kept(here, active), ())
        ]
        for change in changes:
            number = change.variable
            if not active >> number & 1:
                found = [(values, (*made, change)) for values, made in found]
                continue
            further = []
            for values, made in found:
                before = values[number]
                for after in dict.fromkeys(a for b, a in change.pairs if b == before):
                    one = Change(
                        number, tuple(p for p in change.pairs if p[1] == after)
                    )
                    further.append(({**values, number: after}, (*made, one)))
            found = further
        yield from found

    @cached_property
    def places(self) -> list[Place]:
        """What each place is."""
        return [self.net.places[base] for base in self.base]

    @cached_property
    def rank(self) -> list[int]:
        """Where each place comes in an order that follows the edges, loops aside."""
        return ranks(self.out)


def unfolded(net: Net) -> Unfolded:
    """A net unfolded until a play can go on for certain from every place, if it can."""
    flow = Flow(net)
    found = Unfolded(flow)
    most = MOST * len(net.places)
    while True:
        told = dict(found.told)
        for place, asked in _asked_for(found):
            told[place] = told.get(place, 0) | asked
        if told == found.told:
            return found
        further = Unfolded(flow, told, most)
        if len(further.base) > most:
            return found
        found = further


def _asked_for(net: Unfolded) -> Iterator[tuple[int, int]]:
    """What the easiest ways on ask for, from the places where none is certain."""
    behind: list[list[int]] = [[] for _ in net.out]
    going: set[int] = set()
    for place, edges in enumerate(net.out):
        for edge in edges:
            if not edge.guard:
                behind[edge.target].append(place)
        if not edges or _leads_on(net, place):
            going.add(place)
    waiting = list(going)
    while waiting:
        new = set(behind[waiting.pop()]) - going
        going |= new
        waiting += new
    for place, edges in enumerate(net.out):
        if place not in going:
            asked = net.variables.asked
            reads = [asked(edge.guard) for edge in edges if edge.target != place]
            reads = [read for read in reads if read]
            if reads:
                yield net.base[place], min(reads, key=int.bit_count)


def _leads_on(net: Unfolded, place: int) -> bool:
    """Whether some way out of a scene is open for certain, this one or that."""
    scene = net.places[place].scene
    out = [
        edge.guard
        for edge in net.out[place]
        if net.places[edge.target].scene != scene
        or net.places[edge.target].kind == "leave"
    ]
    if not all(out):
        return True
    listed = net.places[place].kind in ("leave", "way")
    return bool(out) and not listed and covers(net.variables, out)
