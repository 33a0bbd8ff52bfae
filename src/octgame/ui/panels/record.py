"""The record of this play so far: the day, the box, the beliefs, the traces."""

from octgame.game import debrief
from octgame.ui.blocks import set_blocks
from octgame.ui.desk import Desk
from octgame.ui.panels.leaf import Leaf


def record(desk: Desk, width: int) -> Leaf:
    """What the debrief would show now."""
    program, state, path = desk.program, desk.play.state, desk.play.steps
    blocks = [
        *debrief.day(program, state, path),
        *debrief.box(program, state, path),
        *debrief.beliefs(program, path, -1),
        *debrief.changes(program, state, path),
        *debrief.seen(program, state, path),
    ]
    return Leaf("The record of this play", set_blocks(program, blocks, width))
