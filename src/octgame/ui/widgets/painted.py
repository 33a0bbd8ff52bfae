"""A widget that paints its own lines and repaints only those that changed."""

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from octgame.ui import signs
from octgame.ui.look import Inks, faded, inks
from octgame.ui.typeset import Piece, Row, cells, cut

POINTED = Style(reverse=True)
NOWHERE = Size(0, 0)
"""The size of a widget that is not on the screen."""


class Line(NamedTuple):
    """A painted line.

    Attributes:
        inked: How many cells there are up to the last sign; beyond, all is blank.
        spots: (from, to, where it leads) of the places in it.
    """

    strip: Strip
    inked: int = 0
    spots: tuple[tuple[int, int, str], ...] = ()


class Painted(Widget):
    """The base of the widgets: rows in, lines out, one repaint a change."""

    ALLOW_SELECT = False

    class Went(Message):
        """A place was clicked that leads somewhere."""

        def __init__(self, goes: str) -> None:
            super().__init__()
            self.goes = goes

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Line] = []
        self._painted = NOWHERE

    def paint(self) -> Iterable[Line]:
        """The lines of the widget at its size."""
        raise NotImplementedError

    def fit(self) -> None:
        """Set what is painted to another size, before it is painted."""

    def repaint(self) -> None:
        """Paint again; only the lines that differ go to the terminal."""
        if self._painted != self.size or not self._painted:
            # Hidden, or about to be painted at another size: all of it, but then.
            if self._painted:
                self.repaint_all()
            return
        before = self._lines
        self._paint()
        changed = [
            Region(0, y, max(old.inked, new.inked), 1)
            for y, (old, new) in enumerate(zip(before, self._lines, strict=True))
            if old.strip != new.strip
        ]
        if changed:
            self.refresh(*changed)

    def repaint_all(self) -> None:
        """Paint again with other inks, at the row where it stands."""
        if self._painted and self._painted == self.size:
            self._paint()
        else:
            self._painted = NOWHERE
        self.refresh()

    def fitted(self) -> bool:
        """Whether it has a size; if so, everything is set to it."""
        size = self.size
        if size and self._painted != size:
            self._paint()
        return bool(size)

    def render_line(self, y: int) -> Strip:
        """The line that Textual asks for."""
        self.fitted()
        return self._lines[y].strip

    def on_click(self, event: Click) -> None:
        """Tell where a click leads."""
        if not 0 <= event.y < len(self._lines):
            return
        for start, end, goes in self._lines[event.y].spots:
            if start <= event.x < end:
                self.post_message(self.Went(goes))

    @property
    def inks(self) -> Inks:
        """The inks of the theme."""
        return inks(self.app.theme)

    @property
    def faded(self) -> Inks:
        """The inks of what was read before."""
        return faded(self.app.theme)

    def line(
        self,
        row: Row,
        *,
        margin: int = 0,
        cursor: str = "",
        inks: Inks | None = None,
        thumb: bool = False,
    ) -> Line:
        """A row in its inks, as wide as the widget.

        Args:
            row: What to paint.
            margin: Blank cells before it.
            cursor: Where the place that is pointed at leads.
            inks: The theme's, where no others are given.
            thumb: Whether the scroll bar's thumb is painted at the end.
        """
        width, used = self._painted.width, inks or self.inks
        row = self._in_letters(cut(row, width - margin - thumb))
        paper = used["text"]
        segments = [Segment(" " * margin, paper)] if margin else []
        spots, x, inked = [], margin, margin
        for piece in row:
            style = used[piece.ink]
            if cursor and piece.goes == cursor:
                style += POINTED
            segments.append(Segment(piece.text, style))
            size = cells(piece.text)
            if piece.goes:
                spots.append((x, x + size, piece.goes))
            x += size
            if not piece.text.isspace():
                inked = x
        segments.append(Segment(" " * (width - thumb - x), paper))
        if thumb:
            bar = self._in_letters((Piece(signs.THUMB),))
            segments.append(Segment(bar[0].text, self.inks["quiet"]))
            inked = width
        return Line(Strip(segments, width).simplify(), inked, tuple(spots))

    @cached_property
    def _only_ascii(self) -> bool:
        return getattr(self.app, "ascii_only", False)

    def _in_letters(self, row: Row) -> Row:
        """The row in ASCII where the terminal has no other signs."""
        if not self._only_ascii:
            return row
        from octgame.ui.ascii import IN_ASCII  # noqa: PLC0415 - rarely needed

        return tuple(
            piece._replace(text=piece.text.translate(IN_ASCII)) for piece in row
        )

    def _paint(self) -> None:
        size = self.size
        if self._painted != size:
            self._painted = size
            self.fit()
        lines = list(self.paint())[: size.height]
        blank = Line(Strip.blank(size.width, self.inks["text"]))
        self._lines = lines + [blank] * (size.height - len(lines))
