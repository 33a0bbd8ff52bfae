"""What a page shows and what a move does may depend on: known before it is played."""

from collections.abc import Iterable
from typing import NamedTuple

from octgame.game import offers
from octgame.game.offers import Move
from octgame.game.packed import Layout
from octgame.game.program import HERE, NEXT, PassageCode, Program
from octgame.game.state import Ask, State, telling


class Position(NamedTuple):
    """Where a state stands, without what it knows and without its cards.

    Attributes:
        scene, role, asks, target, told, passed, stayed, stepped, ended: As in `State`.
    """

    scene: int
    role: int
    asks: tuple[Ask, ...]
    target: int
    told: tuple[int, ...]
    passed: tuple[int, ...]
    stayed: bool
    stepped: bool
    ended: bool

    @property
    def telling(self) -> tuple[int, ...]:
        """What `told` tells now, as of a state."""
        return telling(self.asks, self.told)


def position(state: State) -> Position:
    """Where a state stands."""
    return Position._make(getattr(state, name) for name in Position._fields)


class Reads:
    """Which bits of what a play knows are looked at where."""

    def __init__(self, program: Program, layout: Layout) -> None:
        self._program = program
        self._layout = layout

    def page(self, at: Position) -> int:
        """Whatever the text and the offers of a position look at."""
        found = 0
        for passages in self._texts(at):
            for passage in passages:
                found |= self._layout.reads(passage.condition)
        if at.telling and at.telling[1] < 0:
            found |= self._layout.kept.bit(at.telling[2])
        if at.asks or at.ended:
            return found
        for choice in self._program.scenes.nth(at.scene).choices:
            found |= self._layout.reads(choice.condition)
            if choice.number >= 0:
                found |= self._layout.taken.bit(choice.number)
        return found

    def composes(self, at: Position) -> bool:
        """Whether the page may hold a block that is composed from the whole play."""
        return any(
            passage.paragraph is None
            for passages in self._texts(at)
            for passage in passages
        )

    def _texts(self, at: Position) -> Iterable[tuple[PassageCode, ...]]:
        """The texts that the page of a position shows."""
        scenes = self._program.scenes
        if at.telling and at.telling[1] >= 0:
            yield scenes.nth(at.told[0]).choices[at.told[1]].then
        for passed in at.passed:
            yield scenes.nth(passed).passages
        if not (at.asks or at.stayed or at.stepped):
            yield scenes.nth(at.scene).passages

    def move(self, at: Position, move: Move) -> int:
        """Whatever decides what a move changes and where it leads."""
        layout = self._layout
        if at.asks:
            asking = layout.full if move.id.startswith(offers.KEEP) else 0
            return asking | self.onward(at.scene, at.role, at.target)[0]
        if move.choice < 0:
            return 0
        choice = self._program.scenes.nth(at.scene).choices[move.choice]
        found = 0
        for card in choice.finds:
            found |= layout.found.bit(card)
        for card in choice.puts_out:
            found |= layout.kept.bit(card)
        for variable, _ in choice.adds:
            found |= layout.values[variable].mask
        role = choice.role if choice.role >= 0 else at.role
        return found | self.onward(at.scene, role, choice.target)[0]

    def onward(self, scene: int, role: int, target: int) -> tuple[int, set[int]]:
        """What decides where a target leads, and the scenes that it may lead through.

        The automatic ones on the way are among them.
        """
        if target == HERE:
            return 0, set()
        ahead, found = [target], 0
        if target == NEXT:
            ahead = []
            after = self._program.scenes.nth(scene).after
            for index in self._program.core.order[after:]:
                listed = self._program.scenes.nth(index)
                if not listed.roles >> role & 1:
                    continue
                ahead.append(index)
                found |= self._layout.reads(listed.condition)
                if not listed.condition:
                    break
        met = set(ahead)
        while ahead:
            for condition, way in self._program.scenes.nth(ahead.pop()).ways:
                found |= self._layout.reads(condition)
                if way not in met:
                    met.add(way)
                    ahead.append(way)
        return found, met
