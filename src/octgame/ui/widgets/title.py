"""The title page: the story's name as a poster, and what can be begun from it."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual.geometry import Size

from octgame.ui import signs
from octgame.ui.lettering import letter
from octgame.ui.poster import LETTERS_LEFT, LETTERS_TOP, poster
from octgame.ui.typeset import Piece, Row, Rows, cells, cut, measure, wrap
from octgame.ui.widgets.painted import NOWHERE, Line, Painted

if TYPE_CHECKING:
    from textual.timer import Timer

COLUMN = 44
"""The widest that the words below the title get, in cells."""
LOW = 22
"""The height in rows below which the entries stand side by side."""
FRAMES, FRAME = 3, 0.045
"""How often the wedge moves when the play is gone to, and the seconds between."""


class Entry(NamedTuple):
    """Something to begin with.

    Attributes:
        key: The single key that takes it.
        text: What it is called.
        note: A word beside it, or "".
        open: Whether it can be taken now.
    """

    key: str
    text: str
    note: str = ""
    open: bool = True


class Title(Painted):
    """The poster, the story in a line, and the entries.

    Args:
        title: The story's title.
        about: The story in a line.
        ascii_only: Whether nothing outside ASCII is drawn.
    """

    def __init__(self, title: str, about: str, *, ascii_only: bool = False) -> None:
        super().__init__()
        self._title, self._about = title, about
        self._ascii = ascii_only
        self._entries: Sequence[Entry] = ()
        self._poster: Rows = ()
        self._motion: Timer | None = None
        self._pushed = 0
        self._drawn = NOWHERE
        self.cursor = ""
        """The key of the entry that is pointed at, or ""."""

    def offer(self, begun: str = "") -> None:
        """Offer to go on, where a play is begun, and to begin.

        Args:
            begun: The title of the page it stands at, or "".
        """
        self._entries = (
            Entry("n", "New play"),
            Entry("c", "Continue", begun or "nothing begun yet", bool(begun)),
            Entry("p", "Plays"),
            Entry("?", "Help"),
            Entry("q", "Quit"),
        )
        self.cursor = "c" if begun else "n"
        self.repaint()

    def answer(self, key: str, sign: str) -> str:
        """The key of the entry that is taken by a key, or ""; the arrows point.

        Args:
            key: As Textual names it.
            sign: The character that it types, or "".
        """
        if key in ("up", "shift+tab", "down", "tab"):
            self.point(-1 if key in ("up", "shift+tab") else 1)
        elif key in ("enter", "space"):
            return self.cursor
        elif key == "escape":
            return "c" if self.takes("c") else ""
        elif self.takes(sign):
            return sign
        return ""

    def point(self, step: int) -> None:
        """Point at the next entry that can be taken, or the one before."""
        keys = [entry.key for entry in self._entries if entry.open]
        self.cursor = keys[(keys.index(self.cursor) + step) % len(keys)]
        self.repaint()

    @property
    def is_moving(self) -> bool:
        """Whether the wedge is being driven."""
        return self._motion is not None

    def drive(self, then: Callable[[], None]) -> None:
        """Drive the wedge over everything, which takes a moment, and then go on.

        Asked for once more on the way, it goes on at once.
        """
        if self._motion is not None:
            self._arrive(then)
            return
        self._motion = self.set_interval(FRAME, partial(self._push, then))
        self._push(then)

    def _push(self, then: Callable[[], None]) -> None:
        if self._pushed == FRAMES:
            self._arrive(then)
            return
        self._pushed, self._drawn = self._pushed + 1, NOWHERE
        self.repaint()

    def _arrive(self, then: Callable[[], None]) -> None:
        if self._motion is not None:
            self._motion.stop()
        self._motion, self._pushed, self._drawn = None, 0, NOWHERE
        then()

    def takes(self, key: str) -> bool:
        """Whether a key takes an entry."""
        return any(entry.key == key and entry.open for entry in self._entries)

    def paint(self) -> Iterator[Line]:
        """The poster, and the words over its lower left."""
        words = self._words()
        if self._drawn != self.size:
            self._drawn, self._poster = self.size, self._draw(self.size, len(words))
        first = self.size.height - len(words)
        rows = [*self._poster[:first], *map(_over, self._poster[first:], words)]
        rows = list(self._poster) if self.is_moving else rows
        for row in rows:
            yield self.line(row, cursor=f"title:{self.cursor}")

    def _draw(self, size: Size, used: int) -> list[Row]:
        floor = size.height - used
        width, room = size.width - 2 * LETTERS_LEFT, floor - LETTERS_TOP
        drawn = letter(self._title, width, room * 2)
        rows = list(
            poster(
                *size,
                floor,
                drawn,
                driven=self._pushed / FRAMES,
                ascii_only=self._ascii,
            )
        )
        if drawn is None:
            plain = wrap([Piece(self._title, "strong")], min(width, COLUMN))
            for y, row in enumerate(plain[:room], LETTERS_TOP):
                rows[y] = _over(rows[y], row)
        return rows

    def _words(self) -> list[Row]:
        """What is read, from a blank row on: the story in a line, the entries."""
        low = self.size.height < LOW
        width = self.size.width - 2 * LETTERS_LEFT
        about = wrap([Piece(self._about, "em")], min(width, COLUMN))
        if not low:
            rows = [_entry(entry) for entry in self._entries]
            return [(), *about, (), *(cut(row, COLUMN) for row in rows), ()]
        side = [_entry(entry._replace(note="")) for entry in self._entries]
        together = [
            part
            for row in side
            for piece, gap in zip(row, (" ", "   "), strict=True)
            for part in (piece._replace(text=piece.text.strip()), Piece(gap))
        ]
        return [(), *about, (), cut(together, width)]


def _entry(entry: Entry) -> Row:
    """Its key, its name and the word beside it."""
    goes = f"title:{entry.key}"
    note = (Piece(f"  {entry.note}", "quiet", goes),) if entry.note else ()
    if entry.open:
        key = Piece(f" {entry.key}  ", "mark", goes)
        return (key, Piece(entry.text, "strong", goes), *note)
    closed = (Piece(f" {signs.CLOSED}  "), Piece(entry.text), *note)
    return tuple(piece._replace(ink="quiet", goes="") for piece in closed)


def _over(ground: Row, words: Row) -> Row:
    """Words laid over a row, with a blank cell round them."""
    if not words:
        return ground
    margin = (Piece(" " * LETTERS_LEFT),)
    rest = _from(ground, LETTERS_LEFT + measure(words) + 1)
    return (*margin, *words, Piece(" "), *rest)


def _from(row: Row, start: int) -> Iterator[Piece]:
    """The row from a cell on."""
    for piece in row:
        size = cells(piece.text)
        if start < size:
            yield piece._replace(text=piece.text[max(start, 0) :])
        start -= size
