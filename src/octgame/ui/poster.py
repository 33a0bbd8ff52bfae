"""The poster behind the title: a wedge driven into a disc, with letters across both.

Every cell is sampled two by two and drawn with the sign that fits. What is full is
blank on a coloured ground, so that letters can stand on it; in a terminal without
colours the letters and the outlines are left.
"""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import groupby

from octgame.ui.lettering import Lettering
from octgame.ui.look import Ink
from octgame.ui.typeset import Piece, Row

PAPER, WEDGE, DISC = 0, 1, 2
_QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
_HALVES = " ▀▄█"
_GROUND: dict[int, Ink] = {PAPER: "text", WEDGE: "on_wedge", DISC: "badge"}
_OUTLINE: dict[frozenset[int], Ink] = {
    frozenset((PAPER, WEDGE)): "wedge",
    frozenset((DISC, WEDGE)): "wedge_on_disc",
    frozenset((PAPER, DISC)): "text",
}
LETTERS_LEFT, LETTERS_TOP = 3, 1
"""Cells to the left of the letters, and rows above them."""
BASE, TIP = (-0.35, 0.98), (0.80, 0.70)
"""The wedge's base on the left edge, and its tip, in shares of width and floor."""
CENTRE, RADIUS = (0.86, 0.62), 0.36
"""The disc: its middle in shares of width and floor, its size in shares of height."""

Shape = Callable[[float], tuple[float, float]]
"""From a row to where the shape begins and ends in it, in quarters of cells."""


def poster(
    width: int,
    height: int,
    floor: int,
    lettering: Lettering | None,
    *,
    driven: float = 0,
    ascii_only: bool = False,
) -> Iterator[Row]:
    """The rows of the poster.

    Args:
        width: Of the window, in cells.
        height: Of the window, in rows.
        floor: The row below which the wedge leaves room for words.
        lettering: The title drawn, or None.
        driven: How far the wedge has been driven on: 0 not at all, 1 over everything.
        ascii_only: Whether nothing outside ASCII is drawn.
    """
    shapes = _shapes(width, height, max(floor, 1), driven)
    letters = lettering.rows if lettering else ()
    for y in range(height):
        top, bottom = (_sample(width, y * 2 + half, shapes) for half in (0, 1))
        at = (y - LETTERS_TOP) * 2
        upper, lower = (
            letters[row] << LETTERS_LEFT if 0 <= row < len(letters) else 0
            for row in (at, at + 1)
        )
        cells = (
            _cell(
                top[2 * x : 2 * x + 2] + bottom[2 * x : 2 * x + 2],
                (upper >> x & 1) | (lower >> x & 1) << 1,
                ascii_only=ascii_only,
            )
            for x in range(width)
        )
        yield tuple(
            Piece("".join(sign for sign, _ in run), ink)
            for ink, run in groupby(cells, lambda cell: cell[1])
        )


def _shapes(
    width: int, height: int, floor: int, driven: float
) -> list[tuple[int, Shape]]:
    """The disc, and the wedge that is laid over it."""
    tip_x, tip_y = (TIP[0] + 2 * driven) * width * 2, TIP[1] * floor * 2
    above, below = (share * floor * 2 for share in BASE)
    above, below = above - driven * height * 3, below + driven * height * 3
    centre_x, centre_y = CENTRE[0] * width * 2, CENTRE[1] * floor * 2
    radius = RADIUS * height * 2

    def wedge(y: float) -> tuple[float, float]:
        edge = above if y < tip_y else below
        return 0, tip_x * (y - edge) / (tip_y - edge)

    def disc(y: float) -> tuple[float, float]:
        # A quarter of a cell is half as wide as it is high.
        half = 2 * max(radius**2 - (y - centre_y) ** 2, 0) ** 0.5
        return centre_x - half, centre_x + half

    return [(DISC, disc), (WEDGE, wedge)]


def _sample(width: int, y: int, shapes: list[tuple[int, Shape]]) -> bytes:
    """What lies in each quarter cell of half a row."""
    row = bytearray(width * 2)
    for what, shape in shapes:
        start, end = (min(max(round(x), 0), len(row)) for x in shape(y + 0.5))
        row[start:end] = bytes([what]) * (end - start)
    return bytes(row)


@cache
def _cell(quarters: bytes, inked: int, *, ascii_only: bool) -> tuple[str, Ink]:
    """The sign in a cell, and its ink.

    Args:
        quarters: What lies in its four quarters.
        inked: Which halves a letter covers: 1 for the upper, 2 for the lower.
        ascii_only: Whether nothing outside ASCII is drawn.
    """
    kinds = frozenset(quarters)
    if len(kinds) == 1 or inked or ascii_only:
        ground = _GROUND[max(kinds, key=quarters.count)]
        return ("#" if inked and ascii_only else _HALVES[inked]), ground
    shape = WEDGE if WEDGE in kinds else DISC
    bits = sum(1 << at for at, what in enumerate(quarters) if what == shape)
    other = min(kinds - {shape})
    return _QUARTERS[bits], _OUTLINE[frozenset((shape, other))]
