"""What a play knows as one integer, so that a mask says what a condition looks at."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from octgame.game.program import Code, Program
from octgame.game.state import State, belief, bits
from octgame.story.frame import BOX_PLACES, SURENESS


class Field(NamedTuple):
    """Where a number, or a set of bits, stands in the integer.

    Attributes:
        at: Its lowest bit.
        mask: All of its bits.
        least: What a field of zeros stands for.
    """

    at: int
    mask: int
    least: int = 0

    def read(self, knowledge: int) -> int:
        """The number that stands here."""
        return ((knowledge & self.mask) >> self.at) + self.least

    def write(self, value: int) -> int:
        """The number in its place, and nothing beside it."""
        return value - self.least << self.at

    def bit(self, index: int) -> int:
        """The bit of one member of the set that stands here."""
        return 1 << self.at + index


class Layout:
    """Where everything that a state knows stands in one integer.

    What conditions read stands low, so that a masked integer is a short one.

    Attributes:
        full: The bit that says that the box is full.
        kept: The cards in the box; their order stands elsewhere.
        boxed: Every bit that the box alone decides.
        learnt: Every other bit.
    """

    def __init__(self, program: Program) -> None:
        core = program.core
        self._top = 0
        self.full = self._numbers(1).mask
        self.values = [
            self._numbers(len(v.words) - 1)
            if v.words
            else self._numbers(v.greatest, v.least)
            for v in core.variables
        ]
        self.beliefs = [
            self._numbers(belief(len(answers), SURENESS[-1]))
            for answers in core.answers
        ]
        self.taken = self._set(len(core.once))
        self.seen = self._set(len(program.scenes))
        self.kept = self._set(len(program.cards))
        self.found = self._set(len(program.cards))
        self.known = self._set(len(program.facts))
        self.opened = self._set(len(program.questions))
        self.boxed = self.full | self.kept.mask
        self.learnt = (1 << self._top) - 1 & ~self.boxed

    def _numbers(self, greatest: int, least: int = 0) -> Field:
        return self._field((greatest - least).bit_length(), least)

    def _set(self, size: int) -> Field:
        return self._field(size)

    def _field(self, width: int, least: int = 0) -> Field:
        at = self._top
        self._top += width
        return Field(at, (1 << self._top) - (1 << at), least)

    def pack(self, state: State) -> int:
        """What a state knows."""
        numbers = (
            *zip(self.values, state.values, strict=True),
            *zip(self.beliefs, state.beliefs, strict=True),
            (self.taken, state.taken),
            (self.seen, state.seen),
            (self.found, state.found),
            (self.known, state.known),
            (self.opened, state.opened),
        )
        return self.of_box(state.box) | sum(
            field.write(value) for field, value in numbers
        )

    def of_box(self, box: tuple[int, ...]) -> int:
        """What is known of a box but its order."""
        full = self.full if len(box) >= BOX_PLACES else 0
        return self.kept.write(bits(box)) | full

    def unpack(self, knowledge: int) -> dict[str, Any]:
        """The fields of a state that its knowledge fills."""
        return {
            "values": tuple(field.read(knowledge) for field in self.values),
            "beliefs": tuple(field.read(knowledge) for field in self.beliefs),
            "taken": self.taken.read(knowledge),
            "seen": self.seen.read(knowledge),
            "found": self.found.read(knowledge),
            "known": self.known.read(knowledge),
            "opened": self.opened.read(knowledge),
        }

    def reads(self, code: Code) -> int:
        """Every bit that a condition may look at."""
        found = 0
        for mask in self._reads(code):
            found |= mask
        return found

    def _reads(self, code: Code) -> Iterator[int]:
        if not code:
            return
        operation, *parts = code
        if operation == "value":
            yield self.values[parts[0]].mask
        elif operation in ("believes", "sure"):
            yield self.beliefs[parts[0]].mask
        elif operation == "seen":
            yield self.seen.bit(parts[0])
        elif operation == "found":
            yield self.found.bit(parts[0])
        elif operation == "kept":
            yield self.kept.bit(parts[0])
        elif operation not in ("number", "role", "it"):
            for part in parts:
                yield from self._reads(part)
