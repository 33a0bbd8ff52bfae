"""Cards of evidence on paper: maker, date and audience stand above what it says."""

from collections.abc import Sequence

from octgame.game.lesson.since import since
from octgame.game.program import Program
from octgame.game.sourceline import source_line
from octgame.pages.markup import Markup, joined, prose, tag
from octgame.pages.prints.paper import Print
from octgame.story.evidence import Card
from octgame.story.lessons import Half, Lesson

READ_FIRST = (
    "Read the bold lines first: who made it, when, for whom, how long after. "
    "Only then read what it says."
)
RULES = 2
"""Ruled lines on an evidence sheet."""


def evidence_sheet(program: Program, lesson: Lesson, half: Half) -> Print:
    """The cards that one half of the class has before it, and room for its own line."""
    cards = [program.cards[key] for key in half.cards]
    body = joined(
        [
            tag("p", lesson.title, class_="kicker"),
            tag("h1", half.name),
            tag("p", READ_FIRST),
            *(card_on_paper(program, card) for card in cards),
            tag(
                "section",
                tag("p", "What we heard or saw, in one line:", class_="prompt"),
                ruled(RULES),
                class_="kept",
            ),
            small_print(program),
        ]
    )
    copies = "one for two pupils of this half of the room, or one for each."
    return Print(f"Evidence sheet: {half.name}", copies, body)


def evidence_pack(program: Program, lesson: Lesson, cards: Sequence[str]) -> Print:
    """Every card of a lesson, each with its whole source.

    Args:
        program: The story.
        lesson: What is taught.
        cards: Their ids, in the order they are printed in.
    """
    body = joined(
        [
            tag("p", lesson.title, class_="kicker"),
            tag("h1", "Evidence pack"),
            tag("p", READ_FIRST),
            *(card_on_paper(program, program.cards[k], whole=True) for k in cards),
            small_print(program),
        ]
    )
    return Print("Evidence pack", "as many as are wanted for the next lesson.", body)


def card_on_paper(program: Program, card: Card, *, whole: bool = False) -> Markup:
    """A card.

    Args:
        program: The story.
        card: The card.
        whole: Whether its source is given with place, address and licence.
    """
    stake = [tag("p", f"At stake: {card.stake}.", class_="from")] if card.stake else []
    return tag(
        "article",
        tag("p", since(card).capitalize(), class_="distance"),
        tag(
            "div",
            tag("h2", card.title),
            tag("p", source_line(card), class_="who"),
            prose(card.text),
            *stake,
            tag("p", _from(program, card, whole=whole), class_="from"),
        ),
        class_="evidence",
    )


def source_named(program: Program, key: str, *, whole: bool = False) -> str:
    """A source as it is given below a text.

    Args:
        program: The story.
        key: The source's id.
        whole: Whether place, address, note and licence are given too.
    """
    source = program.sources[key]
    parts = [f"{source.author}, {source.title}, {source.year}"]
    if whole:
        parts += [source.published, source.url, source.note.rstrip(".")]
    if source.licence:
        parts.append(f"Licence: {source.licence}")
    parts.append(f"Checked: {source.checked}")
    return ". ".join(part for part in parts if part) + "."


def ruled(count: int) -> Markup:
    """Lines to write on."""
    return joined([tag("span", class_="rule")] * count)


def small_print(program: Program) -> Markup:
    """Whose work the words are."""
    return tag("footer", prose(program.core.credits))


def _from(program: Program, card: Card, *, whole: bool) -> str:
    reached = f"Reached us: {card.survived.rstrip('.')}."
    if not card.source:
        return reached
    return f"{reached} From: {source_named(program, card.source, whole=whole)}"
