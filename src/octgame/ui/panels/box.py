"""The box: nine places, each card with its source line first."""

from octgame.story.frame import BOX_PLACES
from octgame.ui.blocks import NO_ROW, card_body, set_card
from octgame.ui.desk import Desk
from octgame.ui.panels.leaf import Leaf, action, plain
from octgame.ui.typeset import Piece, Row


def box(desk: Desk, width: int) -> Leaf:
    """The nine places, filled and empty."""
    kept = desk.page.box
    rows: list[Row] = []
    for place in range(max(BOX_PLACES, len(kept))):
        if place < len(kept):
            rows += _place(desk, place, kept[place], width)
        else:
            rows.append((Piece(f" {place + 1}  ", "quiet"), Piece("empty", "quiet")))
    rows.append(NO_ROW)
    rows += plain("What is in the box survives; what is not does not.", width)
    return Leaf(f"The box · {len(kept)} of {BOX_PLACES}", rows)


def _place(desk: Desk, place: int, card: str, width: int) -> list[Row]:
    room = width - 4
    rows = _card(desk, card, room)
    number: Row = (Piece(f" {place + 1}  ", "mark"),)
    first, *others = [
        (*(number if not at else (Piece("    "),)), *row) for at, row in enumerate(rows)
    ]
    return [first, *others, NO_ROW]


def _card(desk: Desk, card: str, width: int) -> list[Row]:
    """A card that opens where it stands, with the way out of the box."""
    thing, what = desk.program.cards[card], f"card:{card}"
    rows = set_card(thing, width, f"unfold:{what}")
    if what in desk.unfolded:
        rows += card_body(desk.program, thing, width)
        rows += putting_out(desk, card, width)
    return rows


def putting_out(desk: Desk, card: str, width: int) -> list[Row]:
    """The row that puts a card out of the box, where that is offered now."""
    offer = next((o for o in desk.page.aside if o.card == card and o.open), None)
    if offer is None:
        return []
    return [NO_ROW, *action("Put it out of the box.", f"take:{offer.id}", width)]
