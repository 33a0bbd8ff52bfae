"""Following a way through the net with everything remembered, not a few variables."""

from typing import NamedTuple

from octgame.authoring.proof.codes import value
from octgame.authoring.proof.places import PUTS_OUT, Edge, Guard
from octgame.authoring.proof.search import Stage
from octgame.authoring.proof.unfold import Unfolded
from octgame.authoring.proof.variables import KEPT, LEFT, Change
from octgame.game.program import Code
from octgame.story.frame import BOX_PLACES


class Decision(NamedTuple):
    """Something that the player decides.

    Attributes:
        edge: The choice that is made, or a card that is put out.
        card: The card of an `each` choice or the one put out, -1 for none or any.
        after: The variables before the next decision.
    """

    edge: Edge
    card: int
    after: list[int]


class Followed(NamedTuple):
    """How far a way could be gone.

    Attributes:
        missing: What a condition that failed asks for, 0 where none failed.
        guessed: Whether something on the way is known by the engine alone.
        decisions: What the player decides.
    """

    missing: int
    guessed: bool
    decisions: list[Decision]


class Follower:
    """Goes along ways, one play at a time."""

    def __init__(self, net: Unfolded) -> None:
        self._net = net
        self._variables = net.variables
        self._values: list[int] = []
        self._tracked = 0

    def _atom(self, code: Code) -> int:
        """What an atom of a condition is now."""
        number, values = self._variables.meaning(code)
        self._grow()
        return values[self._values[number]]

    def follow(
        self, stages: list[Stage], goal: Guard, tracked: int, *, keeps: bool
    ) -> Followed:
        """Go along a way.

        Args:
            stages: The way.
            goal: What is to hold at its end.
            tracked: The variables that were looked at when it was found.
            keeps: Whether a card that nobody asked for is kept, if there is a place.
        """
        self._tracked = tracked
        self._values = []
        self._grow()
        for change in self._net.begins:
            self._change(change, {}, keeps=keeps)
        decisions: list[Decision] = []
        guessed = False
        for way, wanted in stages:
            edge, missing, unknown = self._open(way)
            guessed = guessed or unknown
            if missing:
                return Followed(missing, guessed, decisions)
            if edge.decides:  # what was decided before stays as it came to be
                self._values = [*self._values]
            card = edge.item
            if edge.choice == PUTS_OUT:
                card = self._put_out(edge.changes[0], wanted)
            else:
                for change in edge.changes:
                    self._change(change, wanted, keeps=keeps)
            if edge.decides:
                decisions.append(Decision(edge, card, self._values))
        missing, unknown = self._lacks(goal)
        return Followed(missing, guessed or unknown, decisions)

    def _grow(self) -> None:
        """Variables are numbered as they are asked for, so there may be new ones."""
        self._values += self._variables.starts[len(self._values) :]

    def _open(self, edge: Edge) -> tuple[Edge, int, bool]:
        """An edge, or the same choice made with another card, and what it lacks."""
        missing, unknown = self._lacks(edge.guard)
        if missing and edge.item >= 0:
            for other in self._net.out[edge.source]:
                same = (other.choice, other.target) == (edge.choice, edge.target)
                if same and not self._lacks(other.guard)[0]:
                    return other, 0, unknown
        return edge, missing, unknown

    def _lacks(self, guard: Guard) -> tuple[int, bool]:
        """What a condition that fails asks for; whether one cannot be known."""
        unknown = False
        failing = []
        for code, wanted in guard:
            known = value(code, self._atom)
            if known is not None and bool(known) != wanted:
                failing.append(self._culprit(code))
            unknown = unknown or known is None
        return (self._least(failing) if failing else 0), unknown

    def _culprit(self, code: Code) -> int:
        """What the part of a condition asks for that makes it what it is.

        Where each of several parts would do, it is the one that costs the least.
        """
        operation, *parts = code
        if operation == "not":
            return self._culprit(parts[0])
        if operation not in ("and", "or"):
            return self._variables.read(code)
        decides = operation == "or"
        guilty = [p for p in parts if bool(value(p, self._atom)) == decides] or parts
        return self._least([self._culprit(part) for part in guilty])

    def _least(self, culprits: list[int]) -> int:
        """What costs the least to look at of what is new, if anything is."""
        new = [each for each in culprits if each & ~self._tracked]
        weight = self._variables.weight
        return min(new or culprits, key=lambda each: weight(each & ~self._tracked))

    def _change(self, change: Change, wanted: dict[int, int], *, keeps: bool) -> None:
        number = change.variable
        self._grow()
        before = self._values[number]
        options = [after for old, after in change.pairs if old == before] or [before]
        chosen = wanted.get(number)
        if chosen not in options:
            chosen = options[-1 if keeps else 0]
        if chosen == KEPT and before != KEPT and self._is_card(number):
            chosen = chosen if self._room(number in wanted, wanted) else LEFT
        self._values[number] = chosen

    def _is_card(self, number: int) -> bool:
        return self._variables.names[number][0] == "card"

    def _room(self, asked: bool, wanted: dict[int, int]) -> bool:
        """Whether the box takes one more; one that nobody asked for makes room."""
        self._grow()
        values = self._values
        kept = [card for card in self._variables.cards if values[card] == KEPT]
        if len(kept) < BOX_PLACES:
            return True
        spare = [number for number in kept if number not in wanted]
        if not asked or not spare:
            return False
        self._values[spare[0]] = LEFT
        return True

    def _put_out(self, change: Change, wanted: dict[int, int]) -> int:
        """Put out the card that is wanted out; which one it was, -1 for none."""
        if change.variable >= 0:
            wanted = {change.variable: LEFT}
        for number, after in wanted.items():
            if after == LEFT and self._is_card(number) and self._values[number] == KEPT:
                self._values[number] = LEFT
                return int(self._variables.names[number][1])
        return -1
