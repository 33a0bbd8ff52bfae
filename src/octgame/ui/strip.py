"""The strip of a role's scenes: done, here and ahead, the acts apart."""

from collections.abc import Sequence

from octgame.game.program import Program
from octgame.game.state import State
from octgame.game.way import Standing, Stop, by_act, how_far
from octgame.ui import signs
from octgame.ui.typeset import Piece, Row

_PIECES: dict[Standing, Piece] = {
    "done": Piece(signs.SEEN, "mark"),
    "here": Piece(signs.TAKEN, "badge"),
    "ahead": Piece(signs.TO_COME, "quiet"),
}


def strip(program: Program, state: State) -> Row:
    """All scenes on one row and how far it is, or () where that is not known."""
    far = how_far(program, state)
    if not far:
        return ()
    row: list[Piece] = []
    for _, stops in by_act(program, state):
        row += [*beads(stops), Piece(" ")]
    return (*row, Piece(f" {far}", "quiet"))


def beads(stops: Sequence[Stop]) -> Row:
    """One sign for each scene."""
    return tuple(_PIECES[stop.standing] for stop in stops)
