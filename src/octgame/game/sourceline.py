"""How evidence and facts introduce themselves: the source line before the body."""

from octgame.game import phrases
from octgame.game.page import Block
from octgame.game.program import Program
from octgame.story import calendar
from octgame.story.evidence import Card, Fact, Source, View
from octgame.story.prose import Span

AUTHORITIES = 2
"""How many sources are named for what is right, the documents left out."""


def distance(card: Card) -> str:
    """How long after its subject the card was made: "+0 d", "+3 y"."""
    return calendar.distance(card.about, card.made)


def source_line(card: Card) -> str:
    """Kind, maker, date and audience: what to read before the body."""
    made = calendar.show(card.made)
    line = f"{card.kind.capitalize()}. {card.maker}, {made}. For: {card.audience}."
    return f"{line} ({phrases.COMPOSED})" if card.composed else line


def card_line(card: Card) -> Block:
    """The card's title, distance and source line; the body stays closed."""
    spans = (
        Span(card.title, "strong", card.id),
        Span(f" {distance(card)} "),
        Span(source_line(card)),
    )
    return Block("card", spans, card.id)


def card_lines(program: Program, card: Card) -> tuple[Block, ...]:
    """The card opened: its source line, its body, and how it came down to us."""
    body = tuple(
        Block("quote" if paragraph.quoted else "text", paragraph.spans)
        for paragraph in card.text
    )
    rows = [("Reached us", card.survived), ("At stake", card.stake)]
    source = program.sources.get(card.source)
    if source is not None:
        rows.append(("From", _from(source)))
        rows.append(("Checked", source.checked))
    lines = tuple(
        Block("line", (Span(f"{name}: ", "strong"), Span(text)))
        for name, text in rows
        if text
    )
    return (card_line(card), *body, *lines)


def _from(source: Source) -> str:
    """Author, title and year, which many a title of a notice holds already."""
    named = f"{source.author}, {source.title}"
    return named if source.year in source.title else f"{named}, {source.year}"


def manner_line(view: View) -> str:
    """When a view is set, and that it is pastiche: no view is a quotation."""
    written = calendar.show(view.written)
    return f"As written {written}; {phrases.COMPOSED} in the manner of {view.manner}."


def written_line(view: View) -> str:
    """When a view is set; that it is pastiche was said before."""
    return f"as written {calendar.show(view.written)}"


def fact_lines(program: Program, fact: Fact) -> tuple[Block, ...]:
    """The statement with its status first, and what disagrees or is right."""
    status = Span(f"{fact.status.capitalize()}. ", "strong", fact.id)
    lines = [Block("fact", (status, *fact.text.spans), fact.id)]
    lines += [
        Block("line", (Span(f"{_author(program, a.source)}: "), Span(a.says)))
        for a in fact.accounts
    ]
    if fact.right:
        by = authorities(program, fact)
        told = f"{fact.right} [{by}]" if by else fact.right
        lines.append(Block("line", (Span("What is right: ", "strong"), Span(told))))
    return tuple(lines)


def authorities(program: Program, fact: Fact) -> str:
    """Who says so: the first sources beyond the documents of the story."""
    beyond = [key for key in fact.sources if not program.sources[key].document]
    return "; ".join(_author(program, key) for key in beyond[:AUTHORITIES])


def _author(program: Program, source: str) -> str:
    known = program.sources[source]
    return f"{known.author} ({known.year})"
