"""Setting text: styled runs to rows of a given width in terminal cells."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len, chop_cells, set_cell_size

from octgame.story.prose import Span
from octgame.ui import signs
from octgame.ui.look import Ink

_ATOMS = re.compile(r"[ \n]+|[^ \n]+")
_INK: dict[str, Ink] = {"em": "em", "strong": "strong"}


class Piece(NamedTuple):
    """A run of characters in one ink.

    Attributes:
        goes: What choosing it does, such as "look:lenin", or "".
    """

    text: str
    ink: Ink = "text"
    goes: str = ""


Row = tuple[Piece, ...]
Rows = Sequence[Row]
Part = tuple[str, Piece]
"""A word, or a part of one, and the piece that it was in."""


def pieces(spans: Iterable[Span], ink: Ink = "text", goes: str = "") -> list[Piece]:
    """An author's spans as pieces; links lead to what they name.

    Args:
        spans: What to set.
        ink: For plain runs; emphasis keeps its own.
        goes: Where all of it leads, links too; "" lets each link lead on its own.
    """
    return [
        Piece(
            span.text,
            _ink(span, ink, linked=bool(span.link and not goes)),
            goes or (f"look:{span.link}" if span.link else ""),
        )
        for span in spans
    ]


def sign(text: str, ink: Ink = "mark") -> Row:
    """A sign and a blank, to begin a row with."""
    return (Piece(f"{text} ", ink),)


def _ink(span: Span, plain: Ink, *, linked: bool) -> Ink:
    if linked:
        return "title" if span.style == "strong" else "link"
    return _INK[span.style] if span.style else plain


def wrap(
    run: Iterable[Piece], width: int, first: Row = (), rest: Row | None = None
) -> list[Row]:
    """Break a run at spaces into rows of at most `width` cells.

    Args:
        run: The text.
        width: In cells, with the indents.
        first: What begins the first row.
        rest: What begins the others; blanks as wide as `first` where it is not given.
    """
    if rest is None:
        rest = (Piece(" " * measure(first)),) if first else ()
    room = max(width - max(measure(first), measure(rest)), 1)
    rows: list[Row] = []
    line: list[Part] = []
    used, space = 0, None
    for word in _words(run):
        if word[0][0] == " ":
            space = word[0]
            continue
        whole = sum([cells(text) for text, _ in word])
        for part in _chopped(word, room) if whole > room else (word,):
            size = whole if part is word else cells(part[0][0])
            gap = 1 if space is not None and line else 0
            if line and used + gap + size > room:
                rows.append((*(rest if rows else first), *_joined(line)))
                line, used, gap = [], 0, 0
            if gap and space is not None:
                line.append(_between(line[-1], space, part[0]))
            line += part
            used += gap + size
            space = None
    return [*rows, (*(rest if rows else first), *_joined(line))]


def cells(text: str) -> int:
    """The width of a text in cells."""
    return len(text) if text.isascii() else cell_len(text)


def measure(row: Iterable[Piece]) -> int:
    """The width of pieces in cells."""
    return sum(cells(piece.text) for piece in row)


def cut(row: Iterable[Piece], width: int) -> Row:
    """The row on at most `width` cells, ended with an ellipsis where it is longer."""
    row = tuple(row)
    if measure(row) <= width:
        return row
    kept: list[Piece] = []
    room = max(width - 1, 0)
    for piece in row:
        size = cell_len(piece.text)
        if size > room:
            text = set_cell_size(piece.text, room).rstrip()
            kept.append(piece._replace(text=text + signs.CUT))
            break
        kept.append(piece)
        room -= size
    return tuple(kept)


def apart(left: Row, right: Row, width: int) -> Row:
    """Two runs at the two ends of one row; the left is cut where both do not fit."""
    left = cut(left, max(width - measure(right) - 2, 0))
    blank = Piece(" " * max(width - measure(left) - measure(right), 1))
    return (*left, blank, *right)


def beside(columns: Sequence[Rows], width: int, gap: int = 3) -> list[Row]:
    """Columns of equal width side by side.

    Args:
        columns: Each already set to `width` cells.
        width: Of one column.
        gap: Blank cells between columns.
    """
    tallest = max(map(len, columns), default=0)
    return [
        tuple(
            piece
            for column in columns[:-1]
            for piece in _filled(column, at, width + gap)
        )
        + _row(columns[-1], at)
        for at in range(tallest)
    ]


def _row(column: Rows, at: int) -> Row:
    return column[at] if at < len(column) else ()


def _filled(column: Rows, at: int, width: int) -> Row:
    row = _row(column, at)
    return (*row, Piece(" " * (width - measure(row))))


def _words(run: Iterable[Piece]) -> Iterator[list[Part]]:
    """Words and the spaces between; a word may change its ink in the middle."""
    word: list[Part] = []
    for piece in run:
        for atom in _ATOMS.findall(piece.text):
            if atom[0] not in " \n":
                word.append((atom, piece))
                continue
            if word:
                yield word
            yield [(" ", piece)]
            word = []
    if word:
        yield word


def _between(before: Part, space: Part, after: Part) -> Part:
    """The space between two words; one that a link ends with is not underlined."""
    inside = before[1].goes == after[1].goes
    return space if inside or not space[1].goes else (" ", Piece(" "))


def _chopped(word: list[Part], room: int) -> Iterator[list[Part]]:
    """A word that is wider than the room, in parts that fit."""
    for text, piece in word:
        for chopped in chop_cells(text, room):
            yield [(chopped, piece)]


def _joined(line: Iterable[Part]) -> Iterator[Piece]:
    """Neighbours of the same kind as one piece: fewer bytes on the wire."""
    for (ink, goes), parts in groupby(line, lambda part: part[1][1:]):
        yield Piece("".join(text for text, _ in parts), ink, goes)
