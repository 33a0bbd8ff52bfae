"""What is shown where the window is too small to play in."""

from collections.abc import Iterator

from textual.geometry import Size

from octgame.ui.typeset import Piece, wrap
from octgame.ui.widgets.painted import Line, Painted

SENTENCE = (
    "Please make the window larger: {0.width} columns by {0.height} rows are enough. "
    "Your play waits where it is. In a small window, octgame play --plain plays line "
    "by line."
)


class Small(Painted):
    """One friendly sentence.

    Args:
        least: The smallest window that can be played in, in cells.
        sentence: What to say, the size in it; "" for the game's own.
    """

    def __init__(self, least: Size, sentence: str = "") -> None:
        super().__init__()
        self._said = (sentence or SENTENCE).format(least)

    def paint(self) -> Iterator[Line]:
        """The sentence, in as many rows as it takes."""
        for row in wrap([Piece(self._said)], max(1, self.size.width - 2)):
            yield self.line(row, margin=1)
