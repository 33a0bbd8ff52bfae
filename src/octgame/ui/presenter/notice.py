"""A row above the keys for what the teacher has to know: late, or not saved."""

from collections.abc import Iterator

from octgame.ui.presenter.look import wall_inks
from octgame.ui.typeset import Piece, cut, measure
from octgame.ui.widgets.painted import Line, Painted


class Notice(Painted):
    """One sentence on a row of its own, or no row."""

    def __init__(self) -> None:
        super().__init__()
        self.said = ""

    def paint(self) -> Iterator[Line]:
        """The sentence, filled to the row's end."""
        row = cut((Piece(f" {self.said}", "alarm"),), self.size.width)
        blank = Piece(" " * (self.size.width - measure(row)), "alarm")
        yield self.line((*row, blank), inks=wall_inks(self.app.theme))
