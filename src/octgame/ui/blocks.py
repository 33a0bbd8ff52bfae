"""Blocks of a page as rows: each kind with a sign of its own, never colour alone."""

from collections.abc import Container, Iterable, Sequence

from octgame.game.page import Block
from octgame.game.program import Program
from octgame.game.sourceline import card_lines, distance, source_line
from octgame.story.evidence import Card
from octgame.story.frame import SURENESS
from octgame.ui import signs
from octgame.ui.typeset import Piece, Row, pieces, sign, wrap

NO_ROW: Row = ()
BAR_STEP = 6
"""Cells of a bar for each step of being sure."""
_LISTED = ("line", "struck")


def set_blocks(
    program: Program,
    blocks: Sequence[Block],
    width: int,
    opened: Container[str] = (),
    opens: str = "open",
) -> list[Row]:
    """Blocks one under the other, paragraphs apart, rows of a list together.

    Args:
        program: The story, for cards that are opened.
        blocks: What to set.
        width: In cells.
        opened: The cards whose bodies are shown.
        opens: The verb that a closed card's title leads to.
    """
    rows: list[Row] = []
    before = ""
    for block in blocks:
        tight = block.kind in _LISTED and before in (*_LISTED, "fact", "heading")
        if rows and not tight:
            rows.append(NO_ROW)
        if block.kind == "card" and block.ref in program.cards:
            card = program.cards[block.ref]
            rows += set_card(card, width, f"{opens}:{card.id}")
            if card.id in opened:
                rows += card_body(program, card, width)
        elif block.kind in _LISTED and block.ref in program.cards:
            rows += set_card_row(block, width)
        else:
            rows += set_block(block, width)
        before = block.kind
    return rows


_SIGNS = {
    "fact": signs.FACT,
    "question": signs.QUESTION,
    "card": signs.CARD,
    "line": signs.ROW,
}


def set_block(block: Block, width: int) -> list[Row]:
    """One block that opens nothing."""
    goes = f"look:{block.ref}" if block.ref and block.kind != "fact" else ""
    match block.kind:
        case "quote":
            bar: Row = (Piece(f"  {signs.QUOTED} ", "mark"),)
            return wrap(pieces(block.spans, "em"), width, bar, bar)
        case "heading":
            return wrap(pieces(block.spans, "heading", goes), width)
        case "note":
            label = [Piece("A content note. ", "strong")]
            return wrap(label + pieces(block.spans), width, sign(signs.NOTE))
        case "struck":
            struck = sign(signs.CLOSED, "quiet")
            return wrap(pieces(block.spans, "struck", goes), width, struck)
        case "text":
            return wrap(pieces(block.spans, goes=goes), width)
        case kind:
            rows = wrap(pieces(block.spans, goes=goes), width, sign(_SIGNS[kind]))
            return rows + set_bar(block.sureness, width) if block.sureness else rows


def set_bar(sureness: int, width: int) -> list[Row]:
    """How sure somebody was, as a bar below what they believed."""
    each = max(1, min(BAR_STEP, (width - 2) // len(SURENESS)))
    full = Piece(signs.FULL * each * sureness, "mark")
    rest = Piece(signs.EMPTY * each * (len(SURENESS) - sureness), "quiet")
    return [(Piece("  "), full, rest)]


def set_card_row(block: Block, width: int) -> list[Row]:
    """A card in a list, set in below the row that it belongs to."""
    used, goes = block.kind == "line", f"look:{block.ref}"
    about, *title = pieces(block.spans, "title" if used else "struck", goes)
    first = sign(signs.CARD) if used else sign(signs.CLOSED, "quiet")
    head = about._replace(ink="mark" if used else "quiet")
    return wrap([head, *title], width, (Piece("  "), *first), (Piece("      "),))


def set_card(card: Card, width: int, goes: str) -> list[Row]:
    """A card closed: how far it is from its subject, its title, its source line."""
    first: Row = (Piece(f" {distance(card)} ", "badge"), Piece("  "))
    rows = wrap([Piece(card.title, "title", goes)], width, first, (Piece("  "),))
    return rows + indented([Piece(source_line(card), "quiet")], width)


def card_body(program: Program, card: Card, width: int) -> list[Row]:
    """What an opened card says, and how it came down to us."""
    _, *body = card_lines(program, card)
    rows = set_blocks(program, body, width - 2)
    return [NO_ROW, *((Piece("  "), *row) if row else NO_ROW for row in rows)]


def indented(run: Iterable[Piece], width: int) -> list[Row]:
    """A run set two cells in."""
    return wrap(run, width, (Piece("  "),))
