"""Where a play can stand, and what was worked out there: the entries of the tables."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from octgame.game.offers import Move
from octgame.game.page import Offer
from octgame.game.reads import Looks, Position

Used = tuple[tuple[int, int], ...]
"""(choice, card) of the `each` choices taken in a visit, as a state has them."""


@dataclass(slots=True)
class Box:
    """The cards in the box, with what a page shows of them.

    Attributes:
        cards: In the order of keeping.
        ids: Their ids.
        out: The offers to put them out.
        knows: The bits that they decide.
    """

    cards: tuple[int, ...]
    ids: tuple[str, ...]
    out: tuple[Offer, ...]
    knows: int


@dataclass(slots=True)
class Change:
    """What a move does.

    Attributes:
        keeps, sets: The bits known after are those before `& keeps | sets`.
        node: Where it leads.
        out, new: The cards put out, as a bit set, and those put in, if there are any.
        used: The `each` choices in use after it: None as before, else these added,
            () where it begins anew.
    """

    keeps: int
    sets: int
    node: "Node"
    out: int
    new: Box | None
    used: Used | None


@dataclass(slots=True, eq=False)
class Edge:
    """A move out of a node, with what it changed as often as it was worked out."""

    move: Move
    reads: int
    changes: dict[int, Change] = field(default_factory=dict)


Row = tuple[Offer, Edge]


class PerCard(NamedTuple):
    """The offers that stand in a list once per card in the box.

    Attributes:
        choice: The choice, or -1 where it is asked which card to put out.
        fits: The cards that it is for.
        times: How often it may be taken in a visit.
        rows: What has been worked out, by card; None where it is not offered.
    """

    choice: int
    fits: int
    times: int
    rows: dict[int, Row | None]


@dataclass(slots=True)
class View:
    """A page without what the box adds.

    Attributes:
        head, tail: The page's fields before and after those that the box changes.
        aside: The moves beside the story before those that put cards out.
        out: Whether cards can be put out.
        edges: The open moves, in the order of the page.
        rows: The offers, where cards in the box are among them, else ().
        composed: Whether a part of it is composed from the whole play.
    """

    head: tuple[Any, ...]
    tail: tuple[Any, ...]
    aside: tuple[Offer, ...]
    out: bool
    edges: list[Edge]
    rows: tuple[Row | PerCard, ...]
    composed: bool


@dataclass(slots=True, eq=False)
class Node:
    """A position, with its pages and moves as far as they were worked out.

    Attributes:
        looks: What its page looks at; `reads` are all of the bits.
        views: By these bits.
        said: The same views, by what the conditions say: many bits say the same.
    """

    position: Position
    looks: Looks
    reads: int
    views: dict[int, View] = field(default_factory=dict)
    said: dict[tuple[bool | int, ...], View] = field(default_factory=dict)
    edges: dict[Move, Edge] = field(default_factory=dict)


Packed = tuple[Node, int, Box, Used]
"""A state: its position, what it knows, its cards, and what was used in the visit.

A bare tuple, since one is made with every move.
"""
