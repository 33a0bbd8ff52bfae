"""The scenes of the play on the stage: from each of them it can be played again."""

from octgame.game.again import visits
from octgame.ui.blocks import NO_ROW
from octgame.ui.desk import Desk
from octgame.ui.panels.leaf import Leaf, plain
from octgame.ui.typeset import Piece, Row, wrap


def again(desk: Desk, width: int) -> Leaf:
    """One row per scene, in the order in which they were come to."""
    there = visits(desk.play)
    first = "Choose a scene to play again from. This play is kept as it is."
    rows = [*plain(first, width), NO_ROW]
    digits = len(str(len(there)))
    for number, visit in enumerate(there, start=1):
        mark: Row = (Piece(f" {number:>{digits}}  ", "mark"),)
        goes = f"again:{visit.moves}"
        rows += wrap([Piece(visit.title, "link", goes)], width, mark)
    return Leaf("Play again", rows)
