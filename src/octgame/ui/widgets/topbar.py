"""The bar at the top: where and when, always in sight."""

from collections.abc import Iterator

from textual.geometry import Size

from octgame.game.page import Page
from octgame.ui import signs
from octgame.ui.typeset import Piece, Row, apart, cells, cut, measure
from octgame.ui.widgets.painted import Line, Painted

ONE_ROW_FROM = 110
"""The width in cells from which scene, place and date stand on one row."""
STRIP_FROM = 30
"""The height of the window in rows from which the strip of scenes stands below them."""


class TopBar(Painted):
    """Scene, place and date; what is wrong with the saves."""

    def __init__(self) -> None:
        super().__init__()
        self._page: Page | None = None
        self._who = ""
        self._problem = ""
        self._strip: Row = ()
        self._act = ""

    @property
    def alarmed(self) -> bool:
        """Whether it says that the play is not being kept."""
        return bool(self._problem)

    def rows(self, window: Size) -> int:
        """How many rows it takes in a window of this size in cells."""
        head = 1 if window.width >= ONE_ROW_FROM else 2
        return head + (window.height >= STRIP_FROM) + self.alarmed

    def show(self, page: Page, who: str, problem: str, strip: Row, act: str) -> None:
        """Show a page's head.

        Args:
            page: Where the play stands.
            who: The role's name, or "".
            problem: Why the play is not being kept, or "".
            strip: How far it is, or () where that is not known.
            act: The act's title, or "".
        """
        self._page, self._who, self._problem = page, who, problem
        self._strip, self._act = strip, act
        self.repaint()

    def paint(self) -> Iterator[Line]:
        """One row or two, the strip, and one more where the play is not kept."""
        if self._page is not None:
            yield from self._head(self._page)
        if self.app.size.height >= STRIP_FROM:
            row = apart(
                self._strip, (Piece(self._act, "heading"),), self.size.width - 2
            )
            yield self.line(row, margin=1)
        if self._problem:
            text = f" ! Not saved: {self._problem}"
            row = cut((Piece(text, "alarm"),), self.size.width)
            blank = Piece(" " * (self.size.width - measure(row)), "alarm")
            yield self.line((*row, blank))

    def _head(self, page: Page) -> Iterator[Line]:
        width = self.size.width - 2
        title = Piece(page.title, "band_strong")
        place, who = page.place, self._who
        least = cells(page.when_short) + 2
        if self.size.width >= ONE_ROW_FROM:
            left = _dotted(title, place, who)
            if measure(left) + least > width:
                left = _dotted(title, place)
            when = _when(page, width - measure(left))
            yield self._band(apart(left, when, width))
        else:
            yield self._band(apart((title,), (Piece(place, "band"),), width))
            left = (Piece(who, "band"),) if cells(who) + least <= width else ()
            yield self._band(apart(left, _when(page, width - measure(left)), width))

    def _band(self, row: Row) -> Line:
        inked = (
            piece._replace(ink="band") if piece.ink == "text" else piece
            for piece in row
        )
        blank = Piece(" ", "band")
        return self.line((blank, *inked, blank))


def _when(page: Page, room: int) -> Row:
    """The date in full where it fits beside the rest, else in few cells."""
    full = (Piece(page.when, "band"),)
    return full if measure(full) + 2 <= room else (Piece(page.when_short, "band"),)


def _dotted(title: Piece, *parts: str) -> Row:
    rest = "".join(f"  {signs.ROW}  {part}" for part in parts if part)
    return (title, Piece(rest, "band"))
