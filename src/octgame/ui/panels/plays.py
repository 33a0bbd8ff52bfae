"""Your plays: to go on with one, or to begin another."""

from octgame.story.safe import safe_line
from octgame.ui import signs
from octgame.ui.blocks import NO_ROW
from octgame.ui.desk import Desk
from octgame.ui.panels.leaf import Leaf, action, plain
from octgame.ui.typeset import Piece, Row, sign, wrap


def plays(desk: Desk, width: int) -> Leaf:
    """The plays that are kept, the latest first."""
    rows = plain("The play on the stage is kept as it is.", width)
    rows += [NO_ROW, *action("Begin a new play.", "do:new", width), NO_ROW]
    for slot in desk.saves.slots():
        name: Row = sign(signs.TAKEN)
        title = Piece(safe_line(slot.title), "link", f"slot:{slot.name}")
        ended = ", finished" if slot.finished else ""
        rows += wrap([title], width, name)
        rows += wrap(
            [Piece(safe_line(slot.when_played) + ended, "quiet")], width, (Piece("  "),)
        )
    return Leaf("Your plays", rows)
