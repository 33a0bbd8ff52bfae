"""The head of the wall: lesson, step, place and date, and the teacher's clock."""

from collections.abc import Iterator

from textual.geometry import Size

from octgame.classroom.slide import Slide
from octgame.ui.look import Ink
from octgame.ui.presenter.look import wall_inks
from octgame.ui.typeset import Piece, Row, apart, measure, wrap
from octgame.ui.widgets.painted import Line, Painted


class Head(Painted):
    """Two rows in a band; below them, where a scene is told, where and when it is.

    Args:
        slide: What is on the wall.
    """

    def __init__(self, slide: Slide) -> None:
        super().__init__()
        self._slide = slide
        self._clock = ""
        self._mark = ""

    def show(self, slide: Slide, clock: str, mark: str) -> None:
        """Show a slide's head.

        Args:
            slide: What is on the wall.
            clock: The clock's words.
            mark: What stands before the lesson's title: that it is a rehearsal.
        """
        self._slide, self._clock, self._mark = slide, clock, mark
        self.repaint()

    def rows(self, window: Size) -> int:
        """How many rows it takes in a window of this size in cells."""
        return 2 + len(_scene(self._slide, window.width - 2))

    def paint(self) -> Iterator[Line]:
        """The band, and the scene."""
        slide, width = self._slide, self.size.width
        inks = wall_inks(self.app.theme)
        lesson, at = self._mark + slide.lesson, f"{slide.step} of {slide.steps}"
        yield self.line(_band(lesson, at, "band", width), inks=inks)
        title = _band(slide.title, self._clock, "band_strong", width)
        yield self.line(title, inks=inks)
        for row in _scene(slide, width - 2):
            yield self.line(row, margin=1, inks=inks)


def _band(left: str, right: str, ink: Ink, width: int) -> Row:
    row = apart((Piece(left, ink),), (Piece(right, ink),), width - 2)
    inked = tuple(piece._replace(ink=ink) for piece in row)
    blank = Piece(" " * (width - 1 - measure(row)), ink)
    return (Piece(" ", ink), *inked, blank)


def _scene(slide: Slide, width: int) -> list[Row]:
    """Who, where and when, unless a vote needs the room."""
    parts = (slide.half or slide.role, slide.place, slide.when)
    words = " · ".join(part for part in parts if part)
    if slide.motion is not None or not words:
        return []
    return wrap([Piece(words, "quiet")], width)
