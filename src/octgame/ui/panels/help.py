"""The help, made of the table of keys."""

from octgame.ui import signs
from octgame.ui.blocks import NO_ROW
from octgame.ui.desk import Desk
from octgame.ui.panels.leaf import Leaf, heading, plain, prose
from octgame.ui.typeset import Piece, Row, wrap

SIGNS = (
    ("+3 y", "how long after its subject a paper was made"),
    (signs.CARD, "a card; struck out where it is lost"),
    (signs.FACT, "a fact, with its status first"),
    (signs.QUESTION, "a question that historians argue about"),
    (signs.CLOSED, "closed, or struck out"),
)


def help_page(desk: Desk, width: int) -> Leaf:
    """Every key and every sign, and whose story this is."""
    rows: list[Row] = []
    for key in desk.keys:
        first: Row = (Piece(f"{key.shown:<11}", "mark"),)
        rows += wrap([Piece(key.help)], width, first)
    rows += heading("Signs", width)
    for sign, meaning in SIGNS:
        rows += wrap([Piece(meaning)], width, (Piece(f"{sign:<11}", "mark"),))
    rows.append(NO_ROW)
    rows += plain(
        "Everything can be clicked. Hold shift while you drag to select text. "
        "For a screen reader: octgame play --plain.",
        width,
    )
    core = desk.program.core
    rows += heading(core.title, width)
    rows += plain(core.about, width)
    rows.append(NO_ROW)
    rows += prose(core.credits, width)
    return Leaf("Keys", rows)
