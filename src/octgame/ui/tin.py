"""The nine places of the box as cards in three rows: number, kind, title, distance."""

from collections.abc import Sequence

from octgame.game.sourceline import distance
from octgame.story.evidence import Card
from octgame.story.frame import BOX_PLACES
from octgame.ui import signs
from octgame.ui.look import Ink
from octgame.ui.typeset import Piece, Row, beside, cut, measure, wrap

ABREAST = 3
"""Cards in a row."""
WIDEST = 26
"""The widest that a card gets, in cells."""
LINES = 2
"""Rows for a title; what is longer is cut."""


def tin(cards: Sequence[Card], width: int, verb: str) -> list[Row]:
    """The places, filled and empty.

    Args:
        cards: Those that are kept, in the order of keeping.
        width: In cells.
        verb: What choosing a card does with it.
    """
    each = min((width - ABREAST + 1) // ABREAST, WIDEST)
    places = range(max(BOX_PLACES, len(cards)))
    drawn = [
        _card(at + 1, cards[at], each, f"{verb}:{cards[at].id}")
        if at < len(cards)
        else _empty(at + 1, each)
        for at in places
    ]
    return [
        row
        for at in range(0, len(drawn), ABREAST)
        for row in beside(drawn[at : at + ABREAST], each, 1)
    ]


def _card(number: int, card: Card, width: int, goes: str) -> list[Row]:
    title = wrap([Piece(card.title, "strong")], width - 2)
    if len(title) > LINES:
        rest = [piece for row in title[LINES - 1 :] for piece in (*row, Piece(" "))]
        title = [*title[: LINES - 1], cut(rest, width - 2)]
    rows = _framed(f"{number} {card.kind}", title, distance(card), width, "mark")
    return [tuple(piece._replace(goes=goes) for piece in row) for row in rows]


def _empty(number: int, width: int) -> list[Row]:
    return _framed(str(number), [], "", width, "quiet")


def _framed(
    head: str, lines: Sequence[Row], foot: str, width: int, ink: Ink
) -> list[Row]:
    """Lines in a frame, with a word in its upper edge and one in its lower."""
    room = width - 2
    above, below = (cut((Piece(word, ink),), room) for word in (head, foot))
    left, right, low_left, low_right = (Piece(sign, "quiet") for sign in signs.CORNERS)
    edge = Piece(signs.EDGE, "quiet")
    rows: list[Row] = [(left, *above, _line(room - measure(above)), right)]
    for at in range(LINES):
        line = lines[at] if at < len(lines) else ()
        rows.append((edge, *line, Piece(" " * (room - measure(line))), edge))
    return [*rows, (low_left, _line(room - measure(below)), *below, low_right)]


def _line(width: int) -> Piece:
    return Piece(signs.THIN * width, "quiet")
