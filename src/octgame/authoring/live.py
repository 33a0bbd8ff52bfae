"""What still matters where: all that anything ahead of a state may look at.

Two states that agree on it go on alike, so an exhaustive search needs only one of
them. Conditions of choices, scenes and ways matter; those of texts only where a text
is what is looked for. Of the cards, those that conditions name matter each, those that
only an `each` choice may ask for matter by their number, the others not at all.
"""

from collections.abc import Hashable, Iterator
from functools import cache, cached_property
from typing import NamedTuple

from octgame.authoring.ahead import PerCard, Place, Wanted, places
from octgame.game.conditions import holds
from octgame.game.nodes import Edge, Packed
from octgame.game.offers import KEEP, LEAVE
from octgame.game.packed import Field
from octgame.game.program import Code
from octgame.game.state import State, belief, members
from octgame.game.tables import Tables
from octgame.story.frame import BOX_PLACES, SURENESS

Key = tuple[Hashable, tuple[int, ...]]
"""What a state knows that matters, and how many cards of each group it has."""


class Focus(NamedTuple):
    """What tells two states of one place apart.

    Attributes:
        mask: The bits that matter.
        beliefs: Where each belief that matters stands, and for each of its values the
            least one that goes on alike.
        named: The cards that matter each, as a bit set.
        groups: Sets of cards that matter by their number.
        most: How many of a group matter.
        each: The `each` choices of the place itself that matter.
    """

    mask: int
    beliefs: tuple[tuple[Field, tuple[int, ...]], ...]
    named: int
    groups: tuple[int, ...]
    most: int
    each: frozenset[int]


class Live:
    """What still matters, place by place."""

    def __init__(
        self, tables: Tables, start: State, wanted: Wanted | None = None
    ) -> None:
        self._tables = tables
        self._start = start
        self._wanted = wanted
        self._ahead = places(tables, start.role, wanted)
        self._focus = cache(self._focus_at)

    def key(self, packed: Packed) -> Key:
        """Equal for states that go on alike; of equal ones with more cards, further."""
        (_, knows, _, used), at = packed, packed[0].position
        mask, beliefs, named, groups, most, each = self._focus((at.scene, at.role))
        seen = knows & mask
        for field, least in beliefs:
            seen = seen & ~field.mask | field.write(least[field.read(seen)])
        kept = self._tables.layout.kept.read(knows)
        numbers = tuple([min((kept & group).bit_count(), most) for group in groups])
        done = [
            (choice, card if named >> card & 1 else -1 - _group(groups, card))
            for choice, card in used
            if choice in each
        ]
        untold = () if at.telling else at.told
        where = at.scene, at.role, at.asks, at.target, untold
        return (*where, seen, *sorted(done)), numbers

    def leads(self, packed: Packed) -> bool:
        """Whether anything that is wanted may still come."""
        at = packed[0].position
        return (at.scene, at.role) in self._ahead

    def worth(self, packed: Packed) -> list[Edge]:
        """The moves that may lead somewhere else than the others.

        A card that matters by its number alone is always kept: no condition asks for
        its absence, and a full box can be emptied. One that does not matter is left.
        """
        at, edges = packed[0].position, self._tables.moves(packed)
        named, groups = self._focus((at.scene, at.role))[2:4]
        if at.asks and at.asks[0].kind == "keep":
            card = at.asks[0].about
            if named >> card & 1:
                return edges
            wanted = KEEP if any(group >> card & 1 for group in groups) else LEAVE
            return [edge for edge in edges if edge.move.id.startswith(wanted)]
        if at.asks or not any(named >> card & 1 for card in packed[2].cards):
            return edges
        aside = self._tables.asides(packed)
        return edges + [
            e for e in aside if e.move.item >= 0 and named >> e.move.item & 1
        ]

    def _focus_at(self, place: Place) -> Focus:
        layout, ahead = self._tables.layout, self._ahead[place]
        wants = max((each.wants for each in ahead.each), default=0)
        fits = 0
        for each in ahead.each:
            fits |= each.fits
        named = layout.kept.read(ahead.reads) | ahead.puts_out & fits
        groups: dict[frozenset[PerCard], int] = {}
        for card in members(fits & ~named):
            fitting = frozenset(each for each in ahead.each if each.fits >> card & 1)
            groups[fitting] = groups.get(fitting, 0) | 1 << card
        found = layout.found.write((named | fits) & ahead.finds)
        return Focus(
            mask=ahead.reads | layout.kept.write(named) | found,
            beliefs=tuple(
                (field, least)
                for field, least in zip(layout.beliefs, self._least, strict=True)
                if field.mask & ahead.reads
            ),
            named=named,
            groups=tuple(groups.values()),
            most=min(BOX_PLACES, sum(each.out for each in ahead.each) + wants),
            each=frozenset(e.choice for e in ahead.each if e.scene == place[0]),
        )

    @cached_property
    def _least(self) -> list[tuple[int, ...]]:
        """For each question and belief the least that no condition tells from it."""
        comparisons = [found for code in self._codes() for found in asked(code)]
        least = []
        for question, answers in enumerate(self._tables.program.core.answers):
            first: dict[tuple[int, ...], int] = {}
            codes = [code for about, code in comparisons if about == question]
            values = range(belief(len(answers) - 1, SURENESS[-1]) + 1)
            told = [self._told(codes, question, value) for value in values]
            least.append(tuple(first.setdefault(told[at], at) for at in values))
        return least

    def _told(self, codes: list[Code], question: int, value: int) -> tuple[int, ...]:
        """What comparisons make of a belief."""
        beliefs = list(self._start.beliefs)
        beliefs[question] = value
        state = self._start._replace(beliefs=tuple(beliefs))
        return tuple(int(holds(code, state)) if code else value for code in codes)

    def _codes(self) -> Iterator[Code]:
        """Every condition that may matter."""
        if self._wanted:
            yield self._wanted.condition
        for scene in self._tables.program.scenes.values():
            yield scene.condition
            yield from (condition for condition, _ in scene.ways)
            yield from (choice.condition for choice in scene.choices)


def asked(code: Code) -> Iterator[tuple[int, Code]]:
    """(question, comparison with a number) of a condition.

    The comparison is empty where the belief is compared with what is no number, so
    that every belief may matter.
    """
    operation, *parts = code or ("number", 0)
    inner = [part for part in parts if isinstance(part, tuple)]
    first = next((part for part in inner if part[0] in ("believes", "sure")), None)
    if operation in ("believes", "sure"):
        yield parts[0], ()
    elif first and any(part[0] == "number" for part in inner):
        yield first[1], code
    else:
        for part in inner:
            yield from asked(part)


def _group(groups: tuple[int, ...], card: int) -> int:
    """Which group a card is in."""
    return next(at for at, group in enumerate(groups) if group >> card & 1)
