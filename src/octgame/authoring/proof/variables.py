"""What a play remembers that a condition may ask for, as variables of a few values."""

from functools import cache
from typing import NamedTuple

from octgame.authoring.proof.codes import atoms
from octgame.game.program import Code, Program
from octgame.game.state import bits, members
from octgame.story.frame import SURENESS

Name = tuple[str | int, ...]
"""A kind, and the indices of what it is about."""

UNFOUND, LEFT, KEPT = 0, 1, 2
"""The values of a card."""

BOX = 100
"""What the box adds to a weight: much is in it, and little hangs on one card."""

_ASKED = {"found": "card", "kept": "card"}
_CARDS = {"found": (0, 1, 1), "kept": (0, 0, 1)}


Pairs = tuple[tuple[int, int], ...]


class Change(NamedTuple):
    """What an edge does to a variable.

    Attributes:
        variable: Which one.
        pairs: Every (value before, value after); from one value several may lead.
    """

    variable: int
    pairs: Pairs


class Variables:
    """The variables of a story, numbered as they are first asked for.

    Attributes:
        names: Their names, by number.
        sizes: How many values each may have, from 0.
        starts: What each is at the beginning.
        cards: Those that are about a card.
    """

    def __init__(self, program: Program) -> None:
        self._core = program.core
        self._program = program
        self._numbers: dict[Name, int] = {}
        self.names: list[Name] = []
        self.sizes: list[int] = []
        self.starts: list[int] = []
        self.cards: list[int] = []
        self.read = cache(self._read)
        self.asked = cache(self._asked)
        self.meaning = cache(self._meaning)
        self.put = cache(self._put)
        self.add = cache(self._add)

    def of(self, *name: str | int) -> int:
        """The number of a variable."""
        number = self._numbers.get(name)
        if number is None:
            number = self._numbers[name] = len(self.names)
            size, start = self._kind(name)
            self.names.append(name)
            self.sizes.append(size)
            self.starts.append(start)
            if name[0] == "card":
                self.cards.append(number)
        return number

    def _kind(self, name: Name) -> tuple[int, int]:
        """How many values there are, and the first of them."""
        kind, index = name[0], int(name[1])
        if kind == "value":
            variable = self._core.variables[index]
            if variable.words:
                return len(variable.words), variable.words.index(str(variable.start))
            least = variable.least
            return variable.greatest - least + 1, int(variable.start) - least
        if kind == "card":
            return 3, UNFOUND
        if kind == "believes":
            return len(self._core.answers[index]) + 1, 0
        if kind == "sure":
            return SURENESS[-1] + 1, 0
        if kind == "count":
            choice = self._program.scenes.nth(index).choices[int(name[2])]
            return choice.times + 1, 0
        return 2, 0

    def _read(self, code: Code) -> int:
        """The variables that a condition asks for, as a bit set."""
        return bits(self.meaning(atom)[0] for atom in atoms(code))

    def _asked(self, guard: tuple[tuple[Code, bool], ...]) -> int:
        """The variables that several conditions ask for, as a bit set."""
        found = 0
        for code, _ in guard:
            found |= self.read(code)
        return found

    def _meaning(self, atom: Code) -> tuple[int, tuple[int, ...]]:
        """The variable of an atom, and what the atom is for each of its values."""
        kind, *rest = atom
        number = self.of(str(_ASKED.get(kind, kind)), *rest)
        values = _CARDS.get(kind) or tuple(range(self.sizes[number]))
        if kind == "value":
            variable = self._core.variables[rest[0]]
            least = 0 if variable.words else variable.least
            values = tuple(value + least for value in values)
        elif kind == "believes":
            values = tuple(value - 1 for value in values)
        return number, values

    def _put(self, value: int, *name: str | int) -> Change:
        """The change that gives a variable a value, whatever it was."""
        number = self.of(*name)
        pairs = tuple((before, value) for before in range(self.sizes[number]))
        return Change(number, pairs)

    def _add(self, difference: int, *name: str | int) -> Change:
        """The change that adds to a variable, within its bounds."""
        number = self.of(*name)
        most = self.sizes[number] - 1
        values = range(most + 1)
        pairs = tuple((v, max(0, min(most, v + difference))) for v in values)
        return Change(number, pairs)

    def choose(self, values: range, *name: str | int) -> Change:
        """The change that gives a variable any of some values."""
        number = self.of(*name)
        before = range(self.sizes[number])
        return Change(number, tuple((b, after) for b in before for after in values))

    def weight(self, variables: int) -> int:
        """How much it costs to look at variables: bits, those of the box after all."""
        return sum(
            (self.sizes[number] - 1).bit_length()
            + BOX * (self.names[number][0] in ("card", "count", "used"))
            for number in members(variables)
        )

    def words(self, variables: int) -> list[str]:
        """What variables are called by an author, in the order of their numbers."""
        return [self._word(self.names[number]) for number in members(variables)]

    def _word(self, name: Name) -> str:
        kind, index = name[0], int(name[1])
        if kind == "value":
            return self._core.variables[index].id
        if kind == "card":
            return f"kept({self._program.cards.ids[index]})"
        if kind == "taken":
            return self._core.once[index]
        if kind in ("count", "used"):
            scene = self._program.scenes.nth(index)
            return f"{scene.id}.{scene.choices[int(name[2])].key}"
        shelf = self._program.scenes if kind == "seen" else self._program.questions
        return f"{kind}({shelf.ids[index]})"


FIND = ((UNFOUND, LEFT), (UNFOUND, KEPT), (LEFT, LEFT), (KEPT, KEPT))
"""A card is found: it may be kept or left. One that was found before is as it was."""

PUT_OUT = ((UNFOUND, UNFOUND), (LEFT, LEFT), (KEPT, LEFT))


def any_card(but: int = 0) -> Change:
    """Some card that was kept is put out.

    Args:
        but: Cards that are not meant, as a bit set of their variables.
    """
    return Change(~but, ((KEPT, LEFT),))


@cache
def kills(change: Change) -> bool:
    """Whether what a change may give does not hang on what was before."""
    by_before: dict[int, set[int]] = {}
    for before, after in change.pairs:
        by_before.setdefault(before, set()).add(after)
    first, *others = by_before.values()
    return all(other == first for other in others)
