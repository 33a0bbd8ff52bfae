"""The status: when the story was read, and the first error with its place."""

from collections.abc import Iterator

from textual.geometry import Size

from octgame.authoring.preview.bench import Bench
from octgame.authoring.preview.reading import in_words
from octgame.ui import signs
from octgame.ui.preview.findings import set_finding
from octgame.ui.typeset import Piece, Row, apart, cells, cut, measure
from octgame.ui.widgets.painted import Line, Painted

SHARE = 4
"""An error takes at most one row in so many of the window's."""

LEAST = 12
"""Cells in which an end of a place still tells something."""


class Status(Painted):
    """One row while all is well; below it the first error, where there is one.

    Args:
        bench: What it tells of.
        moment: When the story was read, "HH:MM:SS".
    """

    def __init__(self, bench: Bench, moment: str) -> None:
        super().__init__()
        self._bench = bench
        self._read = self._played = moment
        self._again = ""

    def rows(self, window: Size) -> int:
        """How many rows it takes in a window of this size in cells."""
        return 1 + len(self._error(window.width, window.height))

    def told(self, moment: str) -> None:
        """The story was read again."""
        self._read, self._again = moment, " again"
        if self._bench.is_current:
            self._played = moment

    def paint(self) -> Iterator[Line]:
        """What was read and when, and where the scene stands; then the error."""
        bench, width = self._bench, self.size.width
        said = f"story read{self._again} at {self._read}, {bench.reading.counts}"
        if bench.reading.errors:
            said += "" if bench.is_current else f"; page of {self._played}"
            row = cut((Piece(f" ! {said}", "alarm"),), width)
            yield self.line((*row, Piece(" " * (width - measure(row)), "alarm")))
        else:
            place = self._place(width - 4 - cells(said))
            row = apart((Piece(said, "quiet"),), (Piece(place, "quiet"),), width - 2)
            yield self.line(row, margin=1)
        for row in self._error(width, self.app.size.height):
            yield self.line(row, margin=1)

    def _place(self, room: int) -> str:
        """Where the scene stands, its end where there is no more room in cells."""
        play = self._bench.play
        scene = play.program.scenes.ids[play.state.scene]
        place = in_words(self._bench.place("scenes", scene))
        if len(place) <= room:
            return place
        return signs.CUT + place[1 - room :] if room >= LEAST else ""

    def _error(self, width: int, height: int) -> list[Row]:
        """The first error, as much of it as fits."""
        errors = self._bench.reading.errors
        if not errors:
            return []
        return set_finding(errors[0], width - 2)[: height // SHARE]
