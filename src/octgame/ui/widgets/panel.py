"""The panel beside the stage, or over it: one leaf at a time, with a way back."""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.events import MouseScrollDown, MouseScrollUp

from octgame.ui import signs
from octgame.ui.column import Column
from octgame.ui.desk import Desk
from octgame.ui.typeset import Piece, Row, apart
from octgame.ui.widgets.painted import Line, Painted

if TYPE_CHECKING:
    from octgame.ui.panels.leaf import Leaf

MARGIN = 2


class Left(NamedTuple):
    """A leaf that was left for another: its name, and how it stood."""

    name: str
    top: int
    cursor: str
    at: int


class Panel(Painted):
    """Shows a leaf; what leads somewhere is pointed at with the arrows."""

    SEARCHED: ClassVar[Collection[str]] = ("codex",)
    """The leaves in which letters search."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.column = Column()
        self.leaf = ""
        """The name of the leaf that is shown, "look:ID" for a thing, or ""."""
        self._left: list[Left] = []
        self._title = ""

    @property
    def wants_width(self) -> bool:
        """Whether the leaf is read best as wide as the screen: the schools are."""
        only_one = self.leaf == "views" and self.desk.play.state.opened.bit_count() == 1
        return only_one or self.leaf[5:] in self.desk.program.questions

    @property
    def is_searched(self) -> bool:
        """Whether letters search what is shown."""
        return self.leaf in self.SEARCHED

    def open(self, name: str) -> None:
        """Open a leaf on a clean panel."""
        self._left.clear()
        self._turn(Left(name, 0, "", 0))

    def look(self, key: str) -> None:
        """Open what a link names; `back` leads back here."""
        if self.leaf:
            column = self.column
            self._left.append(Left(self.leaf, column.top, column.cursor, column.at))
        self._turn(Left(f"look:{key}", 0, "", 0))

    def back(self) -> bool:
        """To what was shown before; False where there was nothing."""
        if not self._left:
            return False
        self._turn(self._left.pop())
        return True

    def close(self) -> None:
        """Show nothing."""
        self._left.clear()
        self.leaf = ""

    def renew(self) -> None:
        """Set the leaf again, at the row where it stands."""
        if self.fitted():
            self.fit()
        self.repaint()

    def unfold(self, what: str) -> None:
        """Open something where it stands, brought to the top of the panel, or close it.

        Args:
            what: As the desk keeps it.
        """
        self.desk.unfold(what)
        self.fit()
        if what in self.desk.unfolded and self.column.below:
            self.column.scroll_to(self.column.last_row_of(f"unfold:{what}"))
        self.repaint()

    def search(self, query: str) -> None:
        """Search the leaf for something else."""
        self.desk.query = query
        self._turn(Left(self.leaf, 0, "", 0))

    def point(self, step: int) -> None:
        """Point at the next place that leads somewhere; scroll where there is none."""
        if not self.column.point(step):
            self.column.scroll(step)
        self.repaint()

    def read(self, pages: int) -> None:
        """Read on or back by so many panes."""
        self.column.scroll(pages * max(1, self.column.height - 2))
        self.column.cursor = ""
        self.repaint()

    def fit(self) -> None:
        """Set the leaf to the new width."""
        if self.leaf:
            leaf = self._set()
            self._title = leaf.title
            self.column.renew(leaf.rows, max(0, self.size.height - 2))

    def on_mouse_scroll_down(self, _event: MouseScrollDown) -> None:
        """Read on by a few rows."""
        self._wheel(3)

    def on_mouse_scroll_up(self, _event: MouseScrollUp) -> None:
        """Read back by a few rows."""
        self._wheel(-3)

    def paint(self) -> Iterator[Line]:
        """The title, a rule, the rows."""
        close = (Piece("esc ", "quiet", "key:esc"), Piece("closes", "quiet", "key:esc"))
        title = (Piece(self._title, "heading"),)
        yield self._beside_stage(apart(title, close, self._width))
        yield self._beside_stage((Piece(signs.THIN * self._width, "quiet"),))
        thumb = self.column.thumb()
        for y in range(self.column.height):
            at = self.column.top + y
            row = self.column.rows[at] if at < len(self.column.rows) else ()
            yield self._beside_stage(row, thumb=y in thumb)

    @property
    def _width(self) -> int:
        return max(1, self.size.width - 2 * MARGIN)

    def _beside_stage(self, row: Row, *, thumb: bool = False) -> Line:
        edge: Row = (Piece(signs.EDGE.ljust(MARGIN), "quiet"),)
        return self.line((*edge, *row), cursor=self.column.cursor, thumb=thumb)

    def _turn(self, to: Left) -> None:
        self.leaf = to.name
        self.column.top, self.column.cursor, self.column.at = to.top, to.cursor, to.at
        self.renew()

    def _set(self) -> "Leaf":
        from octgame.ui.panels.leaves import leaf  # noqa: PLC0415 - not before one opens

        return leaf(self.desk, self.leaf, self._width)

    def _wheel(self, by: int) -> None:
        self.column.scroll(by)
        self.repaint()
