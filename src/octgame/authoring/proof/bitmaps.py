"""Sets of states as bitmaps: one integer with a bit for each state there could be.

A condition is a mask and a change a shift, so that many thousand states are stepped
at once. Beside each other lie lanes: each tracks a few variables of its own, as if it
were searched by itself. The cost doubles with each bit of a lane.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from octgame.authoring.proof.codes import Outcomes, where
from octgame.authoring.proof.places import PUTS_OUT, Edge, Guard
from octgame.authoring.proof.states import Field, Through, fields, packed
from octgame.authoring.proof.variables import Change, Variables
from octgame.game.program import Code


class Lane:
    """A part of every bitmap, with variables of its own.

    Attributes:
        tracked: The variables, as a bit set.
        fields: Where each stands in a packed state.
        width: How many bits a packed state has.
        base: Where in a bitmap the lane begins.
    """

    def __init__(self, variables: Variables, tracked: int) -> None:
        self.tracked = tracked
        self.fields, self.width = fields(variables, tracked)
        self.base = 0

    @property
    def all(self) -> int:
        """Every state of the lane."""
        return (1 << (1 << self.width)) - 1 << self.base


class Bitmaps:
    """Sets of states as integers with one bit for each state there could be.

    Attributes:
        lanes: The parts of a bitmap.
        tracked: The variables of all of them, as a bit set.
        all: Every state.
    """

    none = 0

    def __init__(
        self,
        variables: Variables,
        tracked: Sequence[int],
        begins: tuple[Change, ...] = (),
    ) -> None:
        self._variables = variables
        self.lanes = [Lane(variables, each) for each in tracked]
        self.tracked = 0
        self.start = 0
        size = 0
        self._of: dict[int, list[Lane]] = {}
        self._in_order = sorted(self.lanes, key=lambda lane: -lane.width)
        for lane in self._in_order:
            lane.base = size  # a multiple of its size, since wider ones come first
            size += 1 << lane.width
            self.tracked |= lane.tracked
            self.start |= 1 << lane.base + packed(variables, lane.fields, begins)
            for number in lane.fields:
                self._of.setdefault(number, []).append(lane)
        self._bases = [lane.base for lane in self._in_order]
        self.all = (1 << size) - 1
        self._all_of = {lane.tracked: lane.all for lane in self.lanes}
        self._parts = cache(self._parts_of)
        self.where = cache(self._where)
        self.atom = cache(self._atom)
        self._moves = cache(self._moves_of)

    def through(self, edge: Edge) -> Through:
        """What an edge does to a bitmap."""
        sure, perhaps = self.where(edge.guard)
        moves = [m for change in edge.changes for m in [self._moves(change)] if m]
        if not moves and edge.choice == PUTS_OUT and edge.changes[0].variable < 0:
            return lambda _states: (0, 0)

        def after(states: int) -> tuple[int, int]:
            certain, maybe = states & sure, states & perhaps
            for move in moves:
                certain = _moved(certain, move) if certain else 0
                maybe = _moved(maybe, move) if maybe else 0
            return certain, maybe

        return after

    def before(self, edge: Edge, states: int, *, sure: bool) -> int:
        """The states that an edge leads from into these: certainly, or perhaps."""
        for change in reversed(edge.changes):
            if change.variable >= 0 and change.variable not in self._of:
                continue
            back = tuple((after, before) for before, after in change.pairs)
            move = self._moves(Change(change.variable, back))
            states = _moved(states, move)
        certain, maybe = self.where(edge.guard)
        return states & (certain if sure else certain | maybe)

    def back(self, edge: Edge, state: int, states: int) -> int:
        """One of some states from which an edge leads to a state."""
        return self.first(states & self.before(edge, 1 << state, sure=False))

    def holding(self, guard: Guard, states: int) -> tuple[int, int]:
        """The states in which conditions hold, and those in which they may."""
        sure, perhaps = self.where(guard)
        return states & sure, states & perhaps

    def part(self, tracked: int, states: int) -> int:
        """The states that are told apart by these variables and no others."""
        return states & self._all_of[tracked]

    def without(self, states: int, known: int) -> int:
        """The states that are not among the others."""
        return states & ~known

    def union(self, known: int, states: int) -> int:
        """The states of both."""
        return known | states

    def count(self, states: int) -> int:
        """How many they are."""
        return states.bit_count()

    def first(self, states: int) -> int:
        """One of them: its bit's number."""
        return (states & -states).bit_length() - 1

    def has(self, states: int, state: int) -> bool:
        """Whether a state is among some."""
        return bool(states >> state & 1)

    def values(self, state: int) -> dict[int, int]:
        """The values of the variables that the lane of a state tracks."""
        lane = self._in_order[bisect_right(self._bases, state) - 1]
        within = state - lane.base
        return {number: at.read(within) for number, at in lane.fields.items()}

    def _where(self, guard: Guard) -> tuple[int, int]:
        """Where conditions hold for certain, and where it hangs on something else."""
        may, may_not = self.all, 0
        for code, wanted in guard:
            holds, fails = where(code, self)
            may &= holds if wanted else fails
            may_not |= fails if wanted else holds
        return may & ~may_not, may & may_not

    def _atom(self, code: Code) -> Outcomes:
        number, values = self._variables.meaning(code)
        rest = self.all
        for lane in self._of.get(number, ()):
            rest &= ~lane.all
        found = dict.fromkeys(values, rest)
        for value, states in zip(values, self._parts(number), strict=True):
            found[value] |= states
        return found

    def _parts_of(self, number: int) -> list[int]:
        """The states in which a variable is tracked and has each of its values."""
        found = [0] * self._variables.sizes[number]
        for lane in self._of.get(number, ()):
            for value, states in enumerate(_parts(lane.width, lane.fields[number])):
                if value < len(found):
                    found[value] |= states << lane.base
        return found

    def _moves_of(self, change: Change) -> tuple[tuple[int, int], ...]:
        """(states, how far they are shifted) for each distance of a change."""
        if change.variable < 0:
            return tuple(self._any_card(change))
        lanes = self._of.get(change.variable)
        if lanes is None:
            return ()
        parts = self._parts(change.variable)
        tracking = 0
        found: dict[int, int] = {0: 0}
        for lane in lanes:
            tracking |= lane.all
            at = lane.fields[change.variable].at
            for before, after in change.pairs:
                far = (after - before) * (1 << at)
                found[far] = found.get(far, 0) | parts[before] & lane.all
        found[0] |= self.all & ~tracking
        return tuple((states, far) for far, states in found.items() if states)

    def _any_card(self, change: Change) -> Iterator[tuple[int, int]]:
        """The moves of every card that is tracked and meant, of one at a time."""
        found: dict[int, int] = {}
        for number, lanes in self._of.items():
            meant = change.variable >> number & 1
            if meant and self._variables.names[number][0] == "card":
                parts = self._parts(number)
                for lane in lanes:
                    for before, after in change.pairs:
                        far = (after - before) * (1 << lane.fields[number].at)
                        found[far] = found.get(far, 0) | parts[before] & lane.all
        for far, states in found.items():
            yield states, far


@cache
def _parts(width: int, field: Field) -> list[int]:
    """The states of so many bits in which a field has each of its values."""
    parts = [(1 << (1 << width)) - 1]
    for bit in range(field.at, field.mask.bit_length()):
        on = _bit(width, bit)
        parts = [p & ~on for p in parts] + [p & on for p in parts]
    return parts


@cache
def _bit(width: int, bit: int) -> int:
    """The states of so many bits in which one of them is set."""
    half = 1 << bit
    states = (1 << half) - 1 << half
    for doubled in range(bit + 1, width):
        states |= states << (1 << doubled)
    return states


def _moved(states: int, moves: Iterable[tuple[int, int]]) -> int:
    after = 0
    for there, far in moves:
        part = states & there
        after |= part << far if far >= 0 else part >> -far
    return after
