"""The box: nine places at a glance, and below them the cards that are open."""

from octgame.story.frame import BOX_PLACES
from octgame.ui.blocks import NO_ROW, card_body, set_card
from octgame.ui.desk import Desk
from octgame.ui.panels.leaf import Leaf, action, plain
from octgame.ui.tin import tin
from octgame.ui.typeset import Row


def box(desk: Desk, width: int) -> Leaf:
    """The nine places, and what lies open of them with its source line first."""
    cards = [desk.program.cards[card] for card in desk.page.box]
    rows = tin(cards, width, "unfold:card")
    read = [card for card in desk.page.box if f"card:{card}" in desk.unfolded]
    for card in read:
        rows += [NO_ROW, *_opened(desk, card, width)]
    if not read:
        rows.append(NO_ROW)
        hint = "Choose a card to read it. " if cards else ""
        rows += plain(
            f"{hint}What is in the box survives; what is not does not.", width
        )
    return Leaf(f"The box · {len(cards)} of {BOX_PLACES}", rows)


def _opened(desk: Desk, card: str, width: int) -> list[Row]:
    """A card as it is read, with the way out of the box."""
    thing = desk.program.cards[card]
    rows = set_card(thing, width, f"unfold:card:{card}")
    rows += card_body(desk.program, thing, width)
    return rows + putting_out(desk, card, width)


def putting_out(desk: Desk, card: str, width: int) -> list[Row]:
    """The row that puts a card out of the box, where that is offered now."""
    offer = next((o for o in desk.page.aside if o.card == card and o.open), None)
    if offer is None:
        return []
    return [NO_ROW, *action("Put it out of the box.", f"take:{offer.id}", width)]
