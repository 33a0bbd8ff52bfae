"""Your plays: to go on with one, or to begin another; and the other stories."""

from octgame.game.progress import Count
from octgame.story.safe import safe_line
from octgame.ui import signs
from octgame.ui.blocks import NO_ROW
from octgame.ui.desk import Desk
from octgame.ui.panels.leaf import Leaf, action, heading, plain
from octgame.ui.typeset import Piece, Row, sign, wrap

BAR = 32
"""The widest a bar gets, in cells."""


def plays(desk: Desk, width: int) -> Leaf:
    """The plays that are kept, the latest first."""
    rows = plain("The play on the stage is kept as it is.", width)
    rows += [NO_ROW, *action("Begin a new play.", "do:new", width)]
    rows += action("Play again from a scene of this one.", "do:again", width)
    for story, command in desk.others():
        told = Piece(f"Another story, {safe_line(story)}: ")
        rows += wrap([told, Piece(command, "mark")], width)
    rows.append(NO_ROW)
    for slot in desk.saves.slots():
        name: Row = sign(signs.TAKEN)
        title = Piece(safe_line(slot.title), "link", f"slot:{slot.name}")
        rows += wrap([title], width, name)
        progress = Piece(safe_line(slot.progress), "quiet")
        rows += wrap([progress], width, (Piece("  "),))
    rows += _met(desk, width)
    return Leaf("Your plays", rows)


def _met(desk: Desk, width: int) -> list[Row]:
    """How much of the story all plays together met, as bars, without saying what."""
    met = desk.saves.progress()
    rows = heading("All your plays together met", width) if met.plays else []
    for name, heard in met.roles if met.plays else ():
        sign_of = signs.SEEN if heard else signs.TO_COME
        told = "heard to the end" if heard else "not heard to the end"
        first: Row = (Piece(f"{sign_of} ", "mark" if heard else "quiet"),)
        rows += wrap([Piece(f"{name}: {told}")], width, first)
    for count in met.counts if met.plays else ():
        rows += wrap([Piece(f"{count.name}: {count.have} of {count.there}")], width)
        rows.append(_bar(count, min(width, BAR)))
    return rows


def _bar(count: Count, width: int) -> Row:
    full = width * count.have // max(1, count.there)
    return (
        Piece(signs.FULL * full, "mark"),
        Piece(signs.EMPTY * (width - full), "quiet"),
    )
