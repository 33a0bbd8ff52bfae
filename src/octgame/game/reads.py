"""What a page shows and what a move does may depend on: known before it is played."""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import NamedTuple

from octgame.game import offers
from octgame.game.offers import Move
from octgame.game.packed import Layout
from octgame.game.program import HERE, NEXT, Code, PassageCode, Program
from octgame.game.state import Ask, State, bits, telling


class Position(NamedTuple):
    """Where a state stands, without what it knows and without its cards.

    Attributes:
        scene, role, news, asks, target, told, passed, stayed, stepped, ended: As in
            `State`.
    """

    scene: int
    role: int
    news: int
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


class Looks(NamedTuple):
    """What a page looks at.

    Attributes:
        conditions: With the card that `it` means in each, or -1. Of what these look at,
            a page shows only whether they hold.
        bits: What it looks at beside them.
        all: Every bit that decides any of it.
    """

    conditions: tuple[tuple[Code, int], ...]
    bits: int
    all: int


def position(state: State) -> Position:
    """Where a state stands."""
    return Position._make(getattr(state, name) for name in Position._fields)


class Reads:
    """Which bits of what a play knows are looked at where."""

    def __init__(self, program: Program, layout: Layout) -> None:
        self._program = program
        self._layout = layout

    def page(self, at: Position) -> Looks:
        """Whatever the text and the offers of a position look at."""
        layout, bits = self._layout, 0
        asked = [(p.condition, it) for ps, it in self._texts(at) for p in ps]
        if at.telling and at.telling[1] < 0:
            bits |= layout.kept.bit(at.telling[2])
        if not (at.asks or at.ended):
            for choice in self._program.scenes.nth(at.scene).choices:
                asked.append((choice.condition, -1))
                if choice.number >= 0:
                    bits |= layout.taken.bit(choice.number)
        conditions = tuple(dict.fromkeys(pair for pair in asked if pair[0]))
        read = reduce(or_, (layout.reads(code) for code, _ in conditions), bits)
        return Looks(conditions, bits, read)

    def composes(self, at: Position) -> bool:
        """Whether the page may hold a block that is composed from the whole play."""
        return any(
            passage.paragraph is None
            for passages, _ in self._texts(at)
            for passage in passages
        )

    def _texts(self, at: Position) -> Iterable[tuple[tuple[PassageCode, ...], int]]:
        """The texts that the page of a position shows, and the card that `it` means."""
        scenes = self._program.scenes
        if at.telling and at.telling[1] >= 0:
            scene, choice, it = at.told
            yield scenes.nth(scene).choices[choice].then, it
        for passed in at.passed:
            yield scenes.nth(passed).passages, -1
        if not (at.asks or at.stayed or at.stepped):
            yield scenes.nth(at.scene).passages, -1

    def move(self, at: Position, move: Move) -> int:
        """Whatever decides what a move changes and where it leads."""
        layout = self._layout
        if at.asks:
            asking = layout.full if move.id.startswith(offers.KEEP) else 0
            return asking | self.onward(at.scene, at.role, at.target)[0]
        if move.choice < 0:
            return 0
        choice = self._program.scenes.nth(at.scene).choices[move.choice]
        found = self._told(choice.reveals)
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
        for index in met:
            found |= self._told(self._program.scenes.nth(index).reveals)
        return found, met

    def _told(self, facts: tuple[int, ...]) -> int:
        """What decides which facts are told: those that are known are not."""
        return self._layout.known.write(bits(facts))
