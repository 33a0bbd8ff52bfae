"""An exhaustive search: what every play together reaches, by the shortest of them.

One state stands for all that go on alike, as `live` tells them apart; each is a state
of a real play, so what is reached is reached, and what is not is reached by no play.
"""

from collections import deque
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from operator import ge

from octgame.authoring.ahead import Wanted
from octgame.authoring.explore import (
    PLAYS,
    Reached,
    chose,
    complete,
    explore,
    note,
    passages_of,
)
from octgame.authoring.live import Key, Live
from octgame.errors import StoryError
from octgame.game.nodes import Edge, Node, Packed
from octgame.game.program import Code, Program
from octgame.game.reads import Position
from octgame.game.state import State, bits
from octgame.game.step import begin
from octgame.game.tables import Tables

CAP = 300_000
"""How many states are searched before the search is given up as too large."""


Spot = tuple[str, str, int]
"""A choice (scene, choice, -1), or a paragraph (scene, choice or "", number)."""


@dataclass(slots=True)
class Search:
    """One search from the start of a story.

    Attributes:
        reached: What the states met.
        states: How many there were.
        whole: Whether they were all, or the search was given up.
    """

    tables: Tables
    live: Live
    reached: Reached
    cap: int = CAP
    whole: bool = True
    _behind: dict[Key, tuple[Key | None, str]] = field(default_factory=dict)
    _numbers: dict[Hashable, list[tuple[int, ...]]] = field(default_factory=dict)
    _noted: set[tuple[Node, int]] = field(default_factory=set)
    _ahead: deque[tuple[Key, Packed]] = field(default_factory=deque)

    @property
    def states(self) -> int:
        """How many states the search told apart."""
        return len(self._behind)

    def run(self, start: State, spot: Spot | None = None) -> None:
        """Search until there is nothing new, or the spot is met, or it is too much."""
        self._come(None, "", self.tables.pack(start))
        while self._ahead and not (spot and met(self.reached, spot)):
            if self.states > self.cap:
                self.whole = False
                return
            key, packed = self._ahead.popleft()
            edges = self.live.worth(packed)
            if packed[0].position.ended:
                self.reached.ended += 1
            elif not edges:
                scene = self.tables.program.scenes.ids[packed[0].position.scene]
                self.reached.stuck = self.reached.stuck or (scene, self._way(key))
            for edge in edges:
                self._follow(key, packed, edge)

    def _follow(self, key: Key, packed: Packed, edge: Edge) -> None:
        try:
            after = self.tables.take(packed, edge)
        except StoryError as broken:
            way = (*self._way(key), edge.move.id)
            self.reached.failed = self.reached.failed or (broken.message, way)
            return
        if edge.move.choice >= 0:
            chose(
                self.tables.program, self.reached, packed[0].position.scene, edge.move
            )
        self._come(key, edge.move.id, after)

    def _come(self, behind: Key | None, move: str, packed: Packed) -> None:
        """Note what a state shows, and go on from it if none like it was met."""
        node, knows, box, used = packed
        if (node, knows & node.reads) not in self._noted:
            self._noted.add((node, knows & node.reads))
            note(self.tables.program, self.reached, self.tables.state(packed))
        if not self.live.leads(packed):
            return
        key = self.live.key(packed)
        if self._is_new(key):
            self._behind[key] = behind, move
            told = self.tables.node(_told(node.position))
            self._ahead.append((key, (told, knows, box, used)))

    def _is_new(self, key: Key) -> bool:
        """Whether no state like it with as many cards was met: more never hinder."""
        what, numbers = key
        known = self._numbers.setdefault(what, [])
        for other in known:
            if all(map(ge, other, numbers)):
                return False
        known.append(numbers)
        return True

    def _way(self, key: Key | None) -> tuple[str, ...]:
        """The moves of the shortest play to a state."""
        moves = []
        while key is not None:
            key, move = self._behind[key]
            moves.append(move)
        return tuple(reversed(moves[:-1]))


def _told(at: Position) -> Position:
    """A position when everything that can be shown of it now was shown."""
    return at._replace(
        told=() if at.telling else at.told,
        passed=(),
        stayed=at.stayed or not at.asks,
    )


def reach(program: Program, plays: int = PLAYS, cap: int = CAP) -> Reached:
    """What plays reach; where they leave something, what a search reaches of it.

    Plays come first: a story with nothing wrong needs no search, and a play costs
    little. What its own condition hides is searched for by itself, since that would
    tell states apart that are alike for everything else.

    Args:
        program: The story.
        plays: How many plays are made at most.
        cap: How many states are searched at most, all searches together.
    """
    reached = explore(program, plays)
    well = reached.ended and not (reached.stuck or reached.failed)
    if well and complete(program, reached):
        return reached
    try:
        start = begin(program).state
    except StoryError:
        return reached
    tables = Tables(program)
    found = reached.stuck, reached.failed
    reached.stuck = reached.failed = None
    search = Search(tables, Live(tables, start), reached, cap)
    search.run(start)
    reached.stuck, reached.failed = (
        reached.stuck or found[0],
        reached.failed or found[1],
    )
    reached.states, reached.whole = search.states, search.whole
    for spot, wanted in _left(program, reached):
        cap -= search.states
        search = Search(tables, Live(tables, start, wanted), reached, max(cap, 0))
        search.run(start, spot)
        if not search.whole:
            reached.given_up.add(spot)
    return reached


def met(reached: Reached, spot: Spot) -> bool:
    """Whether a choice was taken, or a paragraph shown."""
    return spot in reached.passages or (spot[2] < 0 and spot[:2] in reached.choices)


def _left(program: Program, reached: Reached) -> Iterator[tuple[Spot, Wanted]]:
    """What its own condition may have hidden: `each` choices first, then paragraphs.

    Paragraphs only of scenes and choices that are reached: with these they are named.
    """
    for index, scene in enumerate(program.scenes.values()):
        for choice in scene.choices:
            spot = scene.id, choice.key, -1
            if choice.each and not met(reached, spot):
                yield spot, Wanted(index, choice.key)
    for key, within, number, passage in passages_of(program):
        spot = key, within, number
        there = (key, within) in reached.choices if within else key in reached.scenes
        if there and not met(reached, spot):
            cards = bits(cards_called_it(passage.condition))
            at = program.scenes.at[key]
            yield spot, Wanted(at, within, passage.condition, cards)


def cards_called_it(code: Code) -> Iterator[int]:
    """The cards that a condition compares `it` with."""
    parts = [part for part in code[1:] if isinstance(part, tuple)]
    if ("it",) in parts:
        yield from (part[1] for part in parts if part[0] == "number" and part[1] >= 0)
    for part in parts:
        yield from cards_called_it(part)
