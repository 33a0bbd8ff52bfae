"""What every panel is made of: a title and rows."""

from collections.abc import Sequence
from typing import NamedTuple

from octgame.game.page import Block, BlockKind
from octgame.story.prose import Prose, Span
from octgame.ui import signs
from octgame.ui.blocks import NO_ROW, set_block
from octgame.ui.typeset import Piece, Row, Rows, pieces, sign, wrap


class Leaf(NamedTuple):
    """A panel's content.

    Attributes:
        title: Above it.
        rows: The content; a sequence that may set its rows when they are looked at.
    """

    title: str
    rows: Rows


def prose(text: Prose, width: int) -> list[Row]:
    """Paragraphs with a blank row between."""
    rows: list[Row] = []
    for paragraph in text:
        if rows:
            rows.append(NO_ROW)
        kind: BlockKind = "quote" if paragraph.quoted else "text"
        rows += set_block(Block(kind, paragraph.spans), width)
    return rows


def plain(text: str, width: int, first: Row = ()) -> list[Row]:
    """A sentence without style."""
    return wrap([Piece(text)], width, first)


def labelled(label: str, text: str, width: int) -> list[Row]:
    """A label and a text, hanging by two cells; nothing where the text is empty."""
    if not text:
        return []
    run = [Piece(f"{label}: ", "strong"), Piece(text)]
    return wrap(run, width, (), (Piece("  "),))


def linked(label: str, links: Sequence[tuple[str, str]], width: int) -> list[Row]:
    """A label and a list, each thing in it leading to what it names.

    Args:
        label: Before the list.
        links: (title, id) each.
        width: In cells.
    """
    if not links:
        return []
    run = [Piece(f"{label}: ", "strong")]
    for index, (title, key) in enumerate(links):
        run += pieces([Span(title, "", key)])
        run.append(Piece("." if index == len(links) - 1 else "; "))
    return wrap(run, width, (), (Piece("  "),))


def heading(text: str, width: int, above: Rows = (NO_ROW,)) -> list[Row]:
    """A heading, a blank row before it where something stands above."""
    rows = wrap([Piece(text, "heading")], width)
    return [NO_ROW, *rows] if above else rows


def action(text: str, goes: str, width: int) -> list[Row]:
    """Something that can be done here."""
    return wrap([Piece(text, "link", goes)], width, sign(signs.TAKEN))
