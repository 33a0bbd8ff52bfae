"""The map in cells: its lines in braille, its places with a sign and a name."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from octgame.game.places import Place, Point, Standing, shrink
from octgame.story.frame import Shore
from octgame.ui import signs
from octgame.ui.look import Ink
from octgame.ui.typeset import Piece, Row, cells, cut

ACROSS, DOWN = 2, 4
"""Dots in a cell of braille."""
_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
_BRAILLE = 0x2800
LONGEST = 24
"""The widest that a name gets, in cells."""
HIDDEN = 4
"""The cells of a line that the name of a place of no account may hide."""
SIGNS: dict[Standing, str] = {
    "here": signs.TAKEN,
    "been": signs.SEEN,
    "other": signs.TO_COME,
}
_INKS: dict[Standing, tuple[Ink, Ink]] = {
    "here": ("mark", "badge"),
    "been": ("mark", "text"),
    "other": ("quiet", "quiet"),
}

Cells = dict[tuple[int, int], tuple[str, Ink]]
"""What is drawn, by column and row."""


class Frame(NamedTuple):
    """Where a map lies, and how large it is drawn.

    Attributes:
        top: The northernmost latitude, in thousandths of a degree.
        left: The westernmost longitude.
        dots: For a thousandth of a degree of latitude.
        narrow: For one of longitude, as a share of that.
        width: In cells.
        height: In rows.
    """

    top: int
    left: int
    dots: float
    narrow: float
    width: int
    height: int

    def dot(self, at: Point) -> tuple[int, int]:
        """The dot of a point: columns to the right, rows down."""
        x = (at[1] - self.left) * self.narrow * self.dots
        return round(x), round((self.top - at[0]) * self.dots)

    def cell(self, at: Point) -> tuple[int, int] | None:
        """The cell of a point, or None where it lies off the map."""
        x, y = self.dot(at)
        inside = 0 <= x < self.width * ACROSS and 0 <= y < self.height * DOWN
        return (x // ACROSS, y // DOWN) if inside else None


def framed(outline: Sequence[Shore], width: int, height: int) -> Frame:
    """The frame that holds an outline in at most so many cells and rows.

    Args:
        outline: At least one line of at least one point.
        width: In cells.
        height: In rows.
    """
    points = [point for shore in outline for point in shore.points]
    top, bottom = max(p[0] for p in points), min(p[0] for p in points)
    left, right = min(p[1] for p in points), max(p[1] for p in points)
    narrow = shrink((top + bottom) // 2)
    wide, high = max((right - left) * narrow, 1), max(top - bottom, 1)
    dots = min((width * ACROSS - 1) / wide, (height * DOWN - 1) / high)
    return Frame(
        top,
        left,
        dots,
        narrow,
        round(wide * dots) // ACROSS + 1,
        round(high * dots) // DOWN + 1,
    )


def chart(
    outline: Sequence[Shore], places: Sequence[Place], frame: Frame, *, ascii_only: bool
) -> list[Row]:
    """The rows of the map.

    Args:
        outline: Its lines.
        places: What is marked on it, what matters most first.
        frame: Where it lies.
        ascii_only: Whether nothing outside ASCII is drawn.
    """
    lines = _lines(outline, frame, ascii_only=ascii_only)
    drawn = lines | _marks(places, frame, lines)
    return [
        tuple(
            Piece("".join(sign for sign, _ in run), ink)
            for ink, run in groupby(
                (drawn.get((x, y), (" ", "text")) for x in range(frame.width)),
                lambda cell: cell[1],
            )
        )
        for y in range(frame.height)
    ]


def _lines(outline: Sequence[Shore], frame: Frame, *, ascii_only: bool) -> Cells:
    dots: dict[tuple[int, int], int] = {}
    for shore in outline:
        for start, end in pairwise(shore.points):
            for x, y in _between(frame.dot(start), frame.dot(end)):
                cell = x // ACROSS, y // DOWN
                dots[cell] = dots.get(cell, 0) | _DOTS[y % DOWN][x % ACROSS]
    return {
        cell: ("." if ascii_only else chr(_BRAILLE + bits), "quiet")
        for cell, bits in dots.items()
    }


def _between(start: tuple[int, int], end: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The dots of a straight line."""
    across, down = end[0] - start[0], end[1] - start[1]
    steps = max(abs(across), abs(down), 1)
    for step in range(steps + 1):
        yield (
            start[0] + round(across * step / steps),
            start[1] + round(down * step / steps),
        )


def _marks(places: Sequence[Place], frame: Frame, lines: Cells) -> Cells:
    """A sign for each place, and the names for which there is room."""
    marked: dict[tuple[int, int], Place] = {}
    for place in places:
        cell = frame.cell(place.at)
        if cell is not None:
            marked.setdefault(cell, place)
    drawn: Cells = {
        cell: (SIGNS[place.standing], _INKS[place.standing][0])
        for cell, place in marked.items()
    }
    for cell, place in marked.items():
        name = short(place.title)
        if len(name) != cells(name):
            continue  # letters of two cells have no place on a grid of one
        most = HIDDEN if place.standing == "other" else len(name)
        for x, y in _beside(cell, len(name)):
            spot = [(x + at, y) for at in range(len(name))]
            hidden = len(lines.keys() & spot)
            if hidden <= most and _is_free(drawn, frame, x, y, len(name)):
                ink = _INKS[place.standing][1]
                drawn |= {at: (sign, ink) for at, sign in zip(spot, name, strict=True)}
                break
    return drawn


def short(title: str) -> str:
    """A place's title on the map: without its article and what follows a comma."""
    name = title.partition(",")[0].removeprefix("The ")
    (piece,) = cut((Piece(name),), LONGEST)
    return piece.text


def _beside(cell: tuple[int, int], width: int) -> Iterator[tuple[int, int]]:
    """Where a name may stand: to the right, to the left, below, above."""
    x, y = cell
    yield x + 2, y
    yield x - 1 - width, y
    for row in (y + 1, y - 1):
        yield x + 1, row
        yield x - width, row
        yield x - width // 2, row


def _is_free(drawn: Cells, frame: Frame, x: int, y: int, width: int) -> bool:
    """Whether a name there touches no other name or sign and stays on the map."""
    if not (0 <= y < frame.height and x >= 0 and x + width <= frame.width):
        return False
    return not any((at, y) in drawn for at in range(x - 1, x + width + 1))
