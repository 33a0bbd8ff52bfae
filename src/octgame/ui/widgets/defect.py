"""What is shown instead of a story that cannot be played."""

from collections.abc import Iterator

from octgame.errors import OctgameError
from octgame.story.safe import safe_line
from octgame.ui.blocks import NO_ROW
from octgame.ui.typeset import Piece, Row, cut, wrap
from octgame.ui.widgets.painted import Line, Painted

MARGIN = 2
AFTERWARDS = "These words stand in the terminal too, once you have left: q leaves."
HINT = "  hint: "


class Defect(Painted):
    """The sentences that the command would say, as many as there is room for.

    Args:
        problem: Why the story cannot be played.
    """

    def __init__(self, problem: OctgameError) -> None:
        super().__init__()
        self._problem = problem

    def paint(self) -> Iterator[Line]:
        """What is wrong, where it stands, and how to go on."""
        message = self._problem.message
        said = [Piece(f"{message[:1].upper()}{message[1:]}.", "heading")]
        width = self.size.width - 2 * MARGIN
        rows = [NO_ROW, *wrap(said, width), NO_ROW]
        for line in self._problem.hint.split("\n"):
            rows += _set(safe_line(line, len(line)), width)
        rows = rows[: self.size.height - 2]
        for row in (*rows, NO_ROW, (Piece(AFTERWARDS, "quiet"),)):
            yield self.line(row, margin=MARGIN)


def _set(line: str, width: int) -> list[Row]:
    """A sentence in as many rows as it takes; a line of a file in one, as it is."""
    if line.startswith(HINT):
        return wrap([Piece(line.strip())], width, (Piece("  "),))
    if line.startswith(" "):
        return [cut([Piece(line)], width)]
    return wrap([Piece(line)], width)
