"""The inspector: what each choice does and why one is closed; what is remembered."""

from octgame.authoring.preview.held import remembered, variables
from octgame.authoring.preview.outlook import Outlook, outlooks
from octgame.authoring.preview.reading import in_words
from octgame.ui import signs
from octgame.ui.blocks import NO_ROW
from octgame.ui.offering import DIGITS, open_offers
from octgame.ui.panels.leaf import Leaf, heading
from octgame.ui.preview.desk import PreviewDesk
from octgame.ui.typeset import Piece, Row, apart, wrap

HANGING: Row = (Piece("      "),)
"""What a choice's lines are set in by."""


def inspector(desk: PreviewDesk, width: int) -> Leaf:
    """The scene's place, its choices, then the state; ids as the files have them."""
    program, state = desk.program, desk.play.state
    scene = desk.page.scene
    place = in_words(desk.bench.place("scenes", scene))
    rows = wrap([Piece(place, "strong"), Piece(f"  {scene}")], width)
    looks = outlooks(program, state)
    if looks:
        rows += heading("Choices", width, rows)
    for look in looks:
        rows += _choice(desk, look, width)
    rows += heading("State", width, rows)
    for name, value in variables(program, state):
        rows += wrap([Piece(f"{name} ", "quiet"), Piece(value, "strong")], width)
    for label, ids in remembered(program, state):
        rows += [NO_ROW, *_labelled(label, ids, width, (Piece("  "),))]
    return Leaf("Inspector", rows)


def _choice(desk: PreviewDesk, look: Outlook, width: int) -> list[Row]:
    """Its number and key, its line in the file, what it does, where it leads."""
    at = desk.bench.place("scenes", desk.page.scene, "choices", look.key)
    line = Piece(f"line {at.line}" if at else "", "quiet")
    key = Piece(look.key, "strong" if look.standing == "open" else "quiet")
    number = f" {_numbers(desk, look):<3}  "
    rows = [apart((Piece(number, "mark"), key), (line,), width)]
    if look.standing != "open":
        rows += _labelled(look.standing, "; ".join(look.why), width, HANGING)
    for label, what in look.changes:
        rows += _labelled(label, what, width, HANGING)
    return rows + _labelled("to", look.leads, width, HANGING)


def _numbers(desk: PreviewDesk, look: Outlook) -> str:
    """The digits that take it, "1" or "2-4"; a sign where it is closed."""
    if not look.moves:
        return signs.CLOSED
    ids = [offer.id for offer in open_offers(desk.page.offers)]
    at = [ids.index(move) for move in look.moves if move in ids]
    digits = [DIGITS[number] for number in at if number < len(DIGITS)]
    return "-".join(dict.fromkeys((digits[0], digits[-1]))) if digits else "-"


def _labelled(label: str, text: str, width: int, first: Row) -> list[Row]:
    return wrap([Piece(f"{label} ", "quiet"), Piece(text)], width, first, HANGING)
