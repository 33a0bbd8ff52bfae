"""The wall: a slide, a vote or a leaf, in the middle of the window."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from octgame.ui.presenter.look import LIGHT, wall_inks
from octgame.ui.typeset import Piece, Row, measure
from octgame.ui.widgets.painted import Line, Painted

if TYPE_CHECKING:
    from octgame.classroom.ballot import VoteKind

MORE, BACK = "more: space", "back: up"
DOWN, UP = "more: down", "more: up"


class Wall(Painted):
    """Rows set to its size, in the middle; where there are more, a window on them.

    Args:
        sets: Gives the rows for a width and a height in cells.
    """

    def __init__(self, sets: Callable[[int, int], Sequence[Row]]) -> None:
        super().__init__()
        self._sets = sets
        self._rows: Sequence[Row] = ()
        self.kind: VoteKind | None = None
        self.cursor = ""
        self.is_paper_white = False
        """Whether it is dark on light whatever the theme, as a QR code must be."""
        self.top = 0

    def show(self, cursor: str = "") -> None:
        """Something else is on the wall, or another place of a list is pointed at."""
        self.top, self.cursor = 0, cursor
        self.repaint()

    @property
    def has_more(self) -> bool:
        """Whether there are rows below."""
        return self.fitted() and self.top + self._page < len(self._rows)

    def read(self, pages: int) -> bool:
        """Read on or back; whether there was anything."""
        last = max(len(self._rows) - self._page, 0)
        top = min(max(self.top + pages * self._page, 0), last)
        moved, self.top = top != self.top, top
        if moved:
            self.repaint()
        return moved

    def paint(self) -> Iterator[Line]:
        """The rows, centred."""
        width, height = self.size
        theme = LIGHT if self.is_paper_white else self.app.theme
        inks = wall_inks(theme, self.kind)
        self._rows = self._sets(width, height)
        if self.cursor:
            self._turn_to_cursor()
        rows = self._rows[self.top : self.top + self._page]
        column = max(map(measure, self._rows), default=0)
        margin = max((width - column) // 2, 0)
        for _ in range(max((height - len(self._rows) + 1) // 2, 0)):
            yield self.line((), inks=inks)
        for row in rows:
            yield self.line(row, margin=margin, cursor=self.cursor, inks=inks)
        if len(self._rows) > height:
            more, back = (DOWN, UP) if self.cursor else (MORE, BACK)
            word = more if self.top + self._page < len(self._rows) else back
            yield self.line((Piece(word, "quiet"),), margin=margin, inks=inks)
        elif self.is_paper_white:
            for _ in range(height):
                yield self.line((), inks=inks)

    def _turn_to_cursor(self) -> None:
        """Turn to the page of a list that holds what is pointed at."""
        pointed = [any(p.goes == self.cursor for p in row) for row in self._rows]
        at = pointed.index(True) if True in pointed else 0
        last = max(len(self._rows) - self._page, 0)
        self.top = min(at // self._page * self._page, last)

    @property
    def _page(self) -> int:
        """Rows shown at once; one less where some are left."""
        high = self.size.height
        return high if len(self._rows) <= high else high - 1
