"""What every place of a story, and all that may come after it, looks at."""

from dataclasses import dataclass
from typing import NamedTuple

from octgame.game.program import HERE, ChoiceCode, Code
from octgame.game.state import bits
from octgame.game.tables import Tables
from octgame.story.frame import BOX_PLACES

Place = tuple[int, int]
"""A scene, and the role that stands in it."""


class Wanted(NamedTuple):
    """What a search is for: its own condition matters beside those of the rest.

    Attributes:
        scene: Where it stands.
        choice: The choice it belongs to, or "".
        condition: When a paragraph is shown; of a choice that of its scene's rest.
        cards: Those that the condition calls `it`, as a bit set.
    """

    scene: int
    choice: str
    condition: Code = ()
    cards: int = 0


class PerCard(NamedTuple):
    """An `each` choice that matters.

    Attributes:
        scene, choice: Which it is.
        fits: The cards that it is for.
        wants: How many it may be taken with in a visit.
        out: How many it may put out in a play.
    """

    scene: int
    choice: int
    fits: int
    wants: int
    out: int


@dataclass(slots=True)
class Ahead:
    """What a place and every place after it looks at.

    Attributes:
        reads: The bits that are read.
        finds: The cards that choices find.
        puts_out: The cards that choices put out.
        each: The `each` choices that change something.
        ways: The places that it leads to at once.
    """

    reads: int = 0
    finds: int = 0
    puts_out: int = 0
    each: frozenset[PerCard] = frozenset()
    ways: frozenset[Place] = frozenset()

    def take(self, other: "Ahead") -> bool:
        """Look at what another place looks at too; whether that is more."""
        before = self._looks
        self.reads |= other.reads
        self.finds |= other.finds
        self.puts_out |= other.puts_out
        self.each |= other.each
        return before != self._looks

    @property
    def _looks(self) -> tuple[object, ...]:
        return self.reads, self.finds, self.puts_out, self.each


def places(
    tables: Tables, role: int, wanted: Wanted | None = None
) -> dict[Place, Ahead]:
    """What every place looks at that a play can come to, itself and ahead of it.

    Args:
        tables: The story.
        role: Who a play begins as.
        wanted: What is looked for; only places that lead to it are given.
    """
    found = _graph(tables, role, wanted)
    after = {place: _after(found, place) for place in found}
    if wanted:
        leading = {
            place
            for place in found
            if wanted.scene in (place[0], *(scene for scene, _ in after[place]))
        }
        found = {place: found[place] for place in found if place in leading}
        for ahead in found.values():
            ahead.ways &= leading
    for place, ahead in found.items():
        if place in after[place]:
            again = [each._replace(out=each.out * BOX_PLACES) for each in ahead.each]
            ahead.each = frozenset(again)
    behind = [(at, way) for at in reversed(found) for way in found[at].ways]
    changed = True
    while changed:
        changed = False
        for at, way in behind:
            changed |= found[at].take(found[way])
    return found


def _graph(tables: Tables, role: int, wanted: Wanted | None) -> dict[Place, Ahead]:
    """What every place looks at by itself."""
    start = tables.program.core.start
    new = [(way, role) for way in tables.reads.onward(start, role, start)[1]]
    found: dict[Place, Ahead] = {}
    while new:
        place = new.pop()
        if place not in found:
            found[place] = _at(tables, place, wanted)
            new += found[place].ways
    return found


def _at(tables: Tables, place: Place, wanted: Wanted | None) -> Ahead:
    """What a place alone looks at."""
    layout, (scene, role) = tables.layout, place
    ahead = Ahead()
    ways: set[Place] = set()
    if wanted and wanted.scene == scene:
        cards = layout.kept.write(wanted.cards)
        ahead.reads = layout.reads(wanted.condition) | cards
    choices = tables.program.scenes.nth(scene).choices
    for index, choice in enumerate(choices):
        then = choice.role if choice.role >= 0 else role
        reads, through = tables.reads.onward(scene, then, choice.target)
        ways |= {(way, then) for way in through}
        if then != role:
            ways.add((scene, then))
        ahead.reads |= reads | layout.reads(choice.condition)
        ahead.finds |= bits(choice.finds)
        ahead.puts_out |= bits(choice.puts_out)
        if choice.number >= 0:
            ahead.reads |= layout.taken.bit(choice.number)
        asked = wanted and (wanted.scene, wanted.choice) == (scene, choice.key)
        if choice.each and (asked or changes(choice)):
            out = choice.times if choice.puts_out_it else 0
            each = PerCard(scene, index, choice.each, choice.times, out)
            ahead.each |= {each}
    ahead.ways = frozenset(ways)
    return ahead


def changes(choice: ChoiceCode) -> bool:
    """Whether anything that a condition may read is another after a choice."""
    return (
        choice.target != HERE
        or choice.role >= 0
        or bool(choice.sets or choice.adds or choice.finds)
        or bool(choice.slips or choice.sorts)
        or choice.believes >= 0
    )


def _after(found: dict[Place, Ahead], place: Place) -> set[Place]:
    """Every place that may come after a place, itself where it can come again."""
    met: set[Place] = set()
    new = list(found[place].ways)
    while new:
        way = new.pop()
        if way not in met:
            met.add(way)
            new += found[way].ways
    return met
