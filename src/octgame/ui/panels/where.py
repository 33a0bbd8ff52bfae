"""Where you are: the place, the map, and how far it is to the other places."""

from octgame.game.places import Place, Standing, places
from octgame.ui.blocks import NO_ROW
from octgame.ui.chart import SIGNS, chart, framed
from octgame.ui.desk import Desk
from octgame.ui.panels.leaf import Leaf, heading, prose
from octgame.ui.typeset import Piece, Row, beside, cut, measure, sign

HIGHEST = 17
"""The most rows that the map takes."""
LIST_WIDTH = 24
"""The least width in cells of a list of places beside the map."""
GAP = 3
WORDS: dict[Standing, str] = {
    "here": "you are here",
    "been": "you were here",
    "other": "not yet",
}


def where(desk: Desk, width: int) -> Leaf:
    """The place you are in, the map and the list of its places."""
    page, program = desk.page, desk.program
    known = places(program, desk.play.state)
    outline = program.core.outline
    text: list[Row] = []
    if page.where:
        text += heading(page.place, width, ())
        text += [*prose(program.codex[page.where].text, width), NO_ROW]
    if not outline:
        return Leaf("Where you are", [*text, *_list(known, width)])
    frame = framed(outline, width, HIGHEST)
    drawn = chart(outline, known, frame, ascii_only=desk.ascii_only)
    rest = width - frame.width - GAP
    if rest < LIST_WIDTH:
        return Leaf("Where you are", [*drawn, NO_ROW, *text, *_list(known, width)])
    rows = beside([drawn, _list(known, rest)], frame.width, GAP)
    return Leaf("Where you are", [*rows, NO_ROW, *text])


def _list(known: list[Place], width: int) -> list[Row]:
    """Every place, those that were stood in first, with the way there."""
    rows: list[Row] = [
        (Piece(f"{SIGNS[standing]} ", "mark"), Piece(word, "quiet"))
        for standing, word in WORDS.items()
    ]
    return [*rows, NO_ROW, *(_listed(place, width) for place in known)]


def _listed(place: Place, width: int) -> Row:
    dim = place.standing == "other"
    mark = sign(SIGNS[place.standing], "quiet" if dim else "mark")
    title = Piece(place.title, "quiet" if dim else "text", f"look:{place.id}")
    row = (*mark, title, Piece(f"  {place.way}", "quiet"))
    return row if measure(row) <= width else cut((*mark, title), width)
