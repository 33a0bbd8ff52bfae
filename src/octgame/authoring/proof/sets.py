"""Sets of states as Python's sets of packed integers: only those that there are."""

from functools import cache, partial

from octgame.authoring.proof.codes import value
from octgame.authoring.proof.places import PUTS_OUT, Edge, Guard
from octgame.authoring.proof.states import Through, fields, packed
from octgame.authoring.proof.variables import KEPT, LEFT, Change, Variables, kills
from octgame.game.program import Code
from octgame.game.state import members

NO, CERTAIN, PERHAPS = 0, 1, 2

LARGE = 50_000
"""States from which on the room that a set takes is worth a thought."""

Table = tuple[int, dict[int, tuple[int, ...]]]
"""The bits that are looked at, and for what they are all that they may become."""


class Sets:
    """Sets of states as sets of integers.

    Attributes:
        variables: What the states tell of.
        tracked: Those of the variables that are told apart, as a bit set.
        fields: Where each of them stands.
    """

    none: frozenset[int] = frozenset()

    def __init__(
        self, variables: Variables, tracked: int, begins: tuple[Change, ...] = ()
    ) -> None:
        self.variables = variables
        self.tracked = tracked
        self.fields, _ = fields(variables, tracked)
        self.start = {packed(variables, self.fields, begins)}
        self._alive: list[int] = []
        self._test = cache(self._test_of)

    def forget(self, out: list[list[Edge]], wanted: list[int]) -> None:
        """From now on keep of a state only what something ahead looks at.

        Args:
            out: The edges out of each place.
            wanted: The bits that are looked at in each place, whatever is ahead.
        """
        alive = list(wanted)
        behind: list[list[tuple[int, int]]] = [[] for _ in out]
        for place, edges in enumerate(out):
            for edge in edges:
                if edge.guard:
                    alive[place] |= self.looked_at(edge.guard)
                killed = 0
                for change in edge.changes:
                    if change.variable in self.fields and kills(change):
                        killed |= self.fields[change.variable].mask
                behind[edge.target].append((place, killed))
        waiting = list(range(len(out)))
        while waiting:
            target = waiting.pop()
            for source, killed in behind[target]:
                new = alive[target] & ~killed & ~alive[source]
                if new:
                    alive[source] |= new
                    waiting.append(source)
        self._alive = alive
        self.start = {state & alive[0] for state in self.start}

    def looked_at(self, guard: Guard) -> int:
        """The bits that conditions look at."""
        return self._test(guard)[0]

    def through(self, edge: Edge) -> Through:
        """What an edge does to a set."""
        if edge.choice == PUTS_OUT and edge.changes[0].variable < 0:
            return partial(self._put_out, ~edge.changes[0].variable)
        mask, verdicts, unsure = self._test(edge.guard)
        alive = self._alive[edge.target] if self._alive else -1
        keep, put, tables = self._plan(edge.changes, alive)

        def passed(states: set[int], verdict: int) -> set[int]:
            if mask:
                after = {
                    s & keep | put for s in states if verdicts[s & mask] == verdict
                }
            elif verdicts[0] == verdict:
                after = {s & keep | put for s in states}
            else:
                return set()
            for seen, table in tables:
                after = {s & ~seen | new for s in after for new in table[s & seen]}
            return after

        def through(states: set[int]) -> tuple[set[int], set[int]]:
            return passed(states, CERTAIN), passed(states, PERHAPS) if unsure else set()

        return through

    def _put_out(self, but: int, states: set[int]) -> tuple[set[int], set[int]]:
        """Some card that is tracked is put out."""
        after = {
            s & ~field.mask | LEFT << field.at
            for number, field in self.fields.items()
            if self.variables.names[number][0] == "card" and not but >> number & 1
            for s in states
            if field.read(s) == KEPT
        }
        return after, set()

    def holding(self, guard: Guard, states: set[int]) -> tuple[set[int], set[int]]:
        """The states in which conditions hold, and those in which they may."""
        mask, verdicts, _ = self._test(guard)
        certain = {s for s in states if verdicts[s & mask] == CERTAIN}
        return certain, {s for s in states if verdicts[s & mask] == PERHAPS}

    def somewhere(self, guard: Guard, states: set[int]) -> bool:
        """Whether conditions hold for certain in any of some states."""
        mask, verdicts, _ = self._test(guard)
        return any(verdicts[s & mask] == CERTAIN for s in states)

    def written(self, kind: str, value: int) -> int:
        """A value of every variable of a kind, as a packed state has it."""
        names = self.variables.names
        return sum(
            value << field.at
            for number, field in self.fields.items()
            if names[number][0] == kind
        )

    def back(self, edge: Edge, state: int, states: set[int]) -> int:
        """One of some states from which an edge leads to a state."""
        through = self.through(edge)
        return next(s for s in states if any(state in part for part in through({s})))

    def part(self, tracked: int, states: set[int]) -> set[int]:
        """The states that are told apart by these variables and no others."""
        return states if tracked == self.tracked else set()

    def values(self, state: int) -> dict[int, int]:
        """The values of the variables that are tracked, by number."""
        return {number: field.read(state) for number, field in self.fields.items()}

    def without(self, states: set[int], known: set[int]) -> set[int]:
        """The states that are not among the others."""
        return states - known

    def union(self, known: set[int], states: set[int]) -> set[int]:
        """The states of both; the first may be used up for it."""
        # Where Python knows how many will come, it makes room for twice as many.
        known = known or set()
        known.update(iter(states) if len(states) > LARGE else states)
        return known

    def count(self, states: set[int]) -> int:
        """How many they are."""
        return len(states)

    def first(self, states: set[int]) -> int:
        """One of them, packed."""
        return min(states)

    def has(self, states: set[int], state: int) -> bool:
        """Whether a state is among some."""
        return state in states

    def _test_of(self, guard: Guard) -> tuple[int, "_Verdicts", bool]:
        """The bits that conditions look at, what they come to, whether that is sure."""
        read, mask = self.variables.asked(guard), 0
        for number in members(read & self.tracked):
            mask |= self.fields[number].mask
        unsure = bool(read & ~self.tracked) or any(
            code[0] == "unknown" for code, _ in guard
        )
        return mask, _Verdicts(guard, self), unsure

    def _plan(
        self, changes: tuple[Change, ...], alive: int
    ) -> tuple[int, int, list[Table]]:
        """What is kept and what is put whatever the state, then what hangs on it."""
        keep, put = alive, 0
        tables: dict[int, list[Table]] = {}
        for number, pairs in changes:
            field = self.fields.get(number)
            if field is None or not field.mask & alive:
                continue
            after = {new for _, new in pairs}
            if len(after) == 1 and number not in tables:
                keep &= ~field.mask
                put = put & ~field.mask | after.pop() << field.at
                continue
            table: dict[int, tuple[int, ...]] = {}
            for old, new in pairs:
                at = old << field.at
                table[at] = (*table.get(at, ()), new << field.at)
            tables.setdefault(number, []).append((field.mask, table))
        return keep, put, [table for found in tables.values() for table in found]


class _Verdicts(dict[int, int]):
    """What conditions come to, by the bits that they look at; each worked out once."""

    def __init__(self, guard: Guard, space: Sets) -> None:
        self._guard = guard
        self._space = space

    def __missing__(self, seen: int) -> int:
        def atom(code: Code) -> int | None:
            number, values = space.variables.meaning(code)
            field = space.fields.get(number)
            return None if field is None else values[field.read(seen)]

        space = self._space
        found = CERTAIN
        for code, wanted in self._guard:
            known = value(code, atom)
            if known is None:
                found = PERHAPS
            elif bool(known) != wanted:
                found = NO
                break
        self[seen] = found
        return found
