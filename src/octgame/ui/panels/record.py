"""The record of this play so far: the day, the box, the beliefs, the traces."""

from octgame.game.record import record as whole_record
from octgame.ui.blocks import set_blocks
from octgame.ui.desk import Desk
from octgame.ui.panels.leaf import Leaf


def record(desk: Desk, width: int) -> Leaf:
    """What the debrief tells in short, in full."""
    play = desk.play
    blocks = whole_record(desk.program, play.state, play.steps)
    return Leaf("The record of this play", set_blocks(desk.program, blocks, width))
