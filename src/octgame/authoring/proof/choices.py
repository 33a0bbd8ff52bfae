"""A choice as the net has it: when it is open, what it changes."""

from collections.abc import Iterator
from functools import cache

from octgame.authoring.proof.codes import ALWAYS, UNKNOWN, atoms, settled
from octgame.authoring.proof.places import Guard
from octgame.authoring.proof.variables import FIND, PUT_OUT, Change, Variables
from octgame.game.program import HERE, ChoiceCode, Code, Program
from octgame.game.state import bits, members
from octgame.story.frame import SURENESS

SINGLY = 8
"""Cards of an `each` choice that are told apart although nothing asks for them."""


class Choices:
    """The choices of a story.

    Args:
        program: The story.
        variables: What they read and change.
    """

    def __init__(self, program: Program, variables: Variables) -> None:
        self._program = program
        self._variables = variables
        self._findable = bits(
            card
            for scene in program.scenes.values()
            for choice in scene.choices
            for card in choice.finds
        )
        # By number, for a choice holds all its texts and takes long to hash.
        self.asked_of_it = cache(self._asked_of_it)
        self.tells = cache(self._tells)
        self.coming = cache(self._coming)

    def nth(self, scene: int, index: int) -> ChoiceCode:
        """A choice of a scene."""
        return self._program.scenes.nth(scene).choices[index]

    def linger(self, scene: int) -> bool:
        """Whether a play can stay in a scene; where not, it chooses as it comes in."""
        choices = self._program.scenes.nth(scene).choices
        return any(choice.target == HERE for choice in choices)

    def openings(
        self, scene: int, role: int, index: int, *, asked: bool = True
    ) -> Iterator[tuple[Guard, int]]:
        """(when, with which card) a choice is open; the card is -1 for any other.

        Args:
            scene: Where.
            role: For whom.
            index: Which choice.
            asked: Whether the cards that its outcome asks for are told apart.
        """
        choice = self.nth(scene, index)
        guard: list[tuple[Code, bool]] = []
        condition = settled(choice.condition, role)
        if condition != ALWAYS:
            guard.append((condition, True))
        if choice.number >= 0:
            guard.append((("taken", choice.number), False))
        if not choice.each:
            yield tuple(guard), -1
            return
        guard.append((("<", ("count", scene, index), ("number", choice.times)), True))
        cards = self._singly(scene, index, asked=asked)
        for card in cards:
            with_it = [*guard, (("kept", card), True)]
            if _used_up(choice):
                with_it.append((("used", scene, index, card), False))
            yield tuple(with_it), card
        if choice.each & self._findable & ~bits(cards):
            yield (*guard, (UNKNOWN, True)), -1

    def _singly(self, scene: int, index: int, *, asked: bool = True) -> list[int]:
        """The cards of an `each` choice that are told apart.

        Any other is as good as the next: what it puts out could be put out beside it.
        """
        fits = self.nth(scene, index).each & self._findable
        named = fits & self.asked_of_it(scene, index) if asked else 0
        return [*members(named), *members(fits & ~named)[:SINGLY]]

    def changes(self, scene: int, index: int, item: int) -> tuple[Change, ...]:
        """What a choice changes, made with a card or -1, without the cards it finds."""
        choice = self.nth(scene, index)
        return (
            *self._values(choice),
            *self._uses(scene, index, choice, item),
            *self._answers(choice),
        )

    def finds(self, scene: int, index: int) -> tuple[Change, ...]:
        """The cards that a choice finds; each may be kept."""
        found = self.nth(scene, index).finds
        return tuple(Change(self._variables.of("card", card), FIND) for card in found)

    def _values(self, choice: ChoiceCode) -> Iterator[Change]:
        variables = self._program.core.variables
        for number, value in choice.sets:
            least = 0 if variables[number].words else variables[number].least
            yield self._variables.put(value - least, "value", number)
        for number, difference in choice.adds:
            yield self._variables.add(difference, "value", number)

    def _uses(
        self, scene: int, index: int, choice: ChoiceCode, item: int
    ) -> Iterator[Change]:
        put, of = self._variables.put, self._variables.of
        if choice.number >= 0:
            yield put(1, "taken", choice.number)
        if choice.each:
            yield self._variables.add(1, "count", scene, index)
        if item >= 0 and _used_up(choice):
            yield put(1, "used", scene, index, item)
        with_it = (item,) if choice.puts_out_it and item >= 0 else ()
        for card in (*choice.puts_out, *with_it):
            yield Change(of("card", card), PUT_OUT)

    def _answers(self, choice: ChoiceCode) -> Iterator[Change]:
        """What the engine asks may be answered in any way."""
        choose, question = self._variables.choose, choice.believes
        if question >= 0:
            answers = len(self._program.core.answers[question])
            yield choose(range(1, answers + 1), "believes", question)
            yield choose(range(1, SURENESS[-1] + 1), "sure", question)
        if choice.slips and choice.right >= 0:
            either = range(int(len(choice.slips) == 1), 2)
            yield choose(either, "value", choice.right)
        if choice.sorts and choice.right >= 0:
            yield choose(range(len(choice.sorts) + 1), "value", choice.right)

    def _coming(self, scene: int) -> tuple[Change, ...]:
        """What coming into a scene changes."""
        code, put = self._program.scenes.nth(scene), self._variables.put
        if code.ways:
            return (put(1, "seen", scene),)
        found = []
        for index, choice in enumerate(code.choices):
            if choice.each:
                found.append(put(0, "count", scene, index))
            if choice.each and _used_up(choice):
                cards = self._singly(scene, index)
                found += [put(0, "used", scene, index, card) for card in cards]
        return tuple(found)

    def _asked_of_it(self, scene: int, index: int) -> int:
        """The cards that the outcome of a choice compares `it` with, as a bit set."""
        then = self.nth(scene, index).then
        return bits(card for told in then for card in compared_with_it(told.condition))

    def _tells(self, scene: int, index: int) -> bool:
        """Whether the outcome of a choice hangs on what the choice itself changes."""
        conditions = [told.condition for told in self.nth(scene, index).then]
        read, asked = 0, set()
        for condition in filter(None, conditions):
            read |= self._variables.read(condition)
            asked |= {atom[0] for atom in atoms(condition)}
        if not read:
            return False
        changes = (*self.changes(scene, index, -1), *self.finds(scene, index))
        return "kept" in asked or any(read >> change.variable & 1 for change in changes)


def _used_up(choice: ChoiceCode) -> bool:
    """Whether it matters which cards an `each` choice was made with in a visit."""
    return choice.times > 1 and not choice.puts_out_it


def compared_with_it(code: Code) -> Iterator[int]:
    """The cards that a condition compares `it` with."""
    parts = [part for part in code[1:] if isinstance(part, tuple)]
    if ("it",) in parts:
        yield from (part[1] for part in parts if part[0] == "number" and part[1] >= 0)
    for part in parts:
        yield from compared_with_it(part)
