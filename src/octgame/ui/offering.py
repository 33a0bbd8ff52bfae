"""The offers of a page as rows: numbered, headed, the closed ones with reasons."""

from collections.abc import Sequence

from octgame.game.page import Offer
from octgame.ui import signs
from octgame.ui.blocks import NO_ROW
from octgame.ui.typeset import Piece, Row, pieces, wrap

DIGITS = "1234567890"
"""The digits in the order in which they number the open offers."""


def open_offers(offers: Sequence[Offer]) -> list[Offer]:
    """The offers that can be taken, in the order of their numbers."""
    return [offer for offer in offers if offer.open]


def numbered(offers: Sequence[Offer], digit: str) -> Offer | None:
    """The open offer with this digit before it, or None."""
    at = DIGITS.index(digit)
    taking = open_offers(offers)
    return taking[at] if at < len(taking) else None


def set_offers(prompt: str, offers: Sequence[Offer], width: int) -> list[Row]:
    """The prompt, then one offer under the other."""
    rows: list[Row] = wrap([Piece(prompt, "strong")], width) if prompt else []
    heading, number, told = "", 0, ""
    for offer in offers:
        if offer.heading != heading and rows:
            rows.append(NO_ROW)
        if offer.heading and offer.heading != heading:
            rows += wrap([Piece(offer.heading, "strong")], width)
        heading = offer.heading
        if offer.open:
            rows += _open(offer, number, width)
            number, told = number + 1, ""
        else:
            # What closes several in a row is said of the first.
            rows += _closed(offer, "" if offer.reason == told else offer.reason, width)
            told = offer.reason
    return rows


def set_hint(hint: str, width: int) -> list[Row]:
    """A word on how to choose, below the offers."""
    return [NO_ROW, *wrap([Piece(hint, "quiet")], width)] if hint else []


def _open(offer: Offer, number: int, width: int) -> list[Row]:
    goes = f"take:{offer.id}"
    digit = DIGITS[number] if number < len(DIGITS) else "-"
    run = pieces(offer.spans, goes=goes)
    # "How sure" brings its own number along, the same one.
    run[0] = run[0]._replace(text=run[0].text.removeprefix(f"{digit}. "))
    rows = wrap(run, width, (Piece(f" {digit}  ", "mark", goes),))
    if offer.note:
        rows += wrap([Piece(offer.note, "quiet", goes)], width, (Piece("    "),))
    return rows


def _closed(offer: Offer, why: str, width: int) -> list[Row]:
    first: Row = (Piece(f" {signs.CLOSED}  ", "quiet"),)
    reason = [Piece(f" — {why}", "quiet")] if why else []
    spans = [piece._replace(ink="quiet") for piece in pieces(offer.spans, goes="-")]
    run = [piece._replace(goes="") for piece in (*spans, *reason)]
    return wrap(run, width, first)
