"""A page as lines of text, with nothing in them but words."""

from collections.abc import Iterable, Sequence
from textwrap import wrap

from octgame.game import phrases
from octgame.game.offers import KEEP
from octgame.game.page import Block, BlockKind, Offer, Page
from octgame.game.program import Program
from octgame.story.frame import BOX_PLACES
from octgame.story.prose import Prose

LEAST_WIDTH, MOST_WIDTH = 20, 78
"""Cells of a line; from longer ones it is hard to find the way back."""

_READ_IT = "To read it first, type open and a word of its title."

_FIRST: dict[BlockKind, str] = {
    "quote": "Quoted: ",
    "note": "Content note: ",
    "card": "Card: ",
    "fact": "Fact. ",
    "line": "- ",
    "struck": "- Not kept: ",
}


def page_lines(
    program: Program,
    page: Page,
    width: int,
    *,
    entered: bool = True,
    act: str = "",
    far: str = "",
) -> list[str]:
    """Everything there is to see and do; paragraphs have a blank line between.

    What came of the last choice stands first: it belongs to the scene before.

    Args:
        program: The story.
        page: What is shown.
        width: In cells.
        entered: Whether title, place and date are said.
        act: The title of an act that begins here, or "".
        far: How far along the play is, or "".
    """
    place = ". ".join(part for part in (page.place, page.when, far) if part)
    opener = act if act != page.title else ""
    heads = [opener, page.title, place[:1].upper() + place[1:]] if entered else []
    parts = [
        *block_parts(page.before, width),
        *(wrapped(head, width) for head in heads if head),
        *block_parts(page.blocks, width),
        *_to_look_up(program, page, width),
        *_offers(page, width),
        _foot(page, width),
    ]
    return [line for part in parts for line in ("", *part)]


def open_offers(page: Page) -> list[Offer]:
    """The offers that can be taken, in the order of their numbers."""
    return [offer for offer in page.offers if offer.open]


def block_parts(blocks: Iterable[Block], width: int) -> list[list[str]]:
    """Blocks as paragraphs; the rows of a list stand together."""
    parts: list[list[str]] = []
    in_list = False
    for block in blocks:
        lines = wrapped(block.plain, width, _FIRST.get(block.kind, ""))
        is_row = block.kind in ("line", "struck")
        if parts and is_row and in_list:
            parts[-1] += lines
        else:
            parts.append(lines)
        in_list = is_row
    return parts


def block_lines(blocks: Iterable[Block], width: int) -> list[str]:
    """Blocks as lines, with a blank line before each paragraph."""
    return [line for part in block_parts(blocks, width) for line in ("", *part)]


def prose_lines(text: Prose, width: int) -> list[str]:
    """An author's paragraphs as lines, with a blank line before each."""
    blocks = [Block("quote" if p.quoted else "text", p.spans) for p in text]
    return block_lines(blocks, width)


def wrapped(text: str, width: int, first: str = "") -> list[str]:
    """A paragraph in lines of at most that many cells, the later ones indented.

    Args:
        text: One paragraph.
        width: In cells, at least 20.
        first: What stands before it; a row's later lines are indented like its first.
    """
    indent = (
        "  " if first.startswith("-") else " " * len(first) if first.isspace() else ""
    )
    return wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=indent,
        break_on_hyphens=False,
    ) or [first.rstrip()]


def _to_look_up(program: Program, page: Page, width: int) -> list[list[str]]:
    """The codex entries that the text links to, for those who cannot see a link."""
    spans = [span for block in (*page.before, *page.blocks) for span in block.spans]
    links = dict.fromkeys(span.link for span in spans if span.link in program.codex.at)
    titles = [program.codex[link].title for link in links]
    return [wrapped(f"In the codex: {'; '.join(titles)}.", width)] if titles else []


def _offers(page: Page, width: int) -> list[list[str]]:
    lines = wrapped(page.prompt, width) if page.prompt else []
    if any(offer.id.startswith(KEEP) for offer in page.offers):
        lines += wrapped(_READ_IT, width)
    heading, number = "", 0
    for offer in page.offers:
        if offer.heading and offer.heading != heading:
            lines += wrapped(offer.heading, width)
        heading = offer.heading
        if offer.open:
            number += 1
            # "How sure" brings its own number along, the same one.
            text = offer.plain.removeprefix(f"{number}. ")
            lines += wrapped(f"{text} {offer.note}".rstrip(), width, f"{number}. ")
        else:
            reason = f" ({offer.reason})" if offer.reason else ""
            lines += wrapped(offer.plain + reason, width, "Closed: ")
    if page.ended:
        lines += wrapped(phrases.THE_END, width)
    return [lines] if lines else []


def _foot(page: Page, width: int) -> list[str]:
    """What can be done beside the offers."""
    aside = {offer.id.partition(":")[0] for offer in page.aside}
    words = [f"Box: {len(page.box)} of {BOX_PLACES}."]
    if "_step_back" in aside:
        words.append("You can step back here.")
    words.append("Type a number, or help.")
    return wrapped(" ".join(words), width)


def listed(items: Sequence[str], width: int) -> list[str]:
    """One row per item."""
    return [line for item in items for line in wrapped(item, width, "- ")]
