"""What is shown where the window is too small to play in."""

from collections.abc import Iterator

from octgame.ui.typeset import Piece, wrap
from octgame.ui.widgets.painted import Line, Painted

LEAST_WIDTH, LEAST_HEIGHT = 60, 18

SENTENCE = (
    f"Please make the window larger: {LEAST_WIDTH} columns by {LEAST_HEIGHT} rows are "
    "enough. Your play waits where it is. In a small window, octgame play --plain "
    "plays line by line."
)


class Small(Painted):
    """One friendly sentence."""

    def paint(self) -> Iterator[Line]:
        """The sentence, in as many rows as it takes."""
        for row in wrap([Piece(SENTENCE)], max(1, self.size.width - 2)):
            yield self.line(row, margin=1)
