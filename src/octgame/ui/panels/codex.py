"""The codex: people, places, terms and papers found, then sources; typing searches."""

from collections.abc import Sequence
from typing import overload

from octgame.game.program import Program
from octgame.story.evidence import Entry, Source
from octgame.ui.blocks import NO_ROW
from octgame.ui.desk import Desk
from octgame.ui.panels.leaf import Leaf, heading, labelled, linked, plain, prose
from octgame.ui.typeset import Piece, Row, cut

SHORT = {"person": "who", "place": "where", "organisation": "group", "term": "term"}
IN_TEXTS = 3
"""Letters from which on texts are searched as well as titles."""

HEAD = 2
"""Rows above the list: what is searched for, and a blank one."""


class Listing(Sequence[Row]):
    """One row per entry, set when it is looked at: thousands cost nothing.

    Args:
        program: The story.
        head: The rows above the list.
        found: The ids that are listed, or whole rows that stand between them.
        width: In cells.
    """

    def __init__(
        self, program: Program, head: list[Row], found: Sequence[str | Row], width: int
    ) -> None:
        self._program, self._head = program, head
        self._found, self._width = found, width

    def __len__(self) -> int:
        return len(self._head) + len(self._found)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> list[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | list[Row]:
        if isinstance(at, slice):
            return [self[row] for row in range(*at.indices(len(self)))]
        if at < len(self._head):
            return self._head[at]
        key = self._found[at - len(self._head)]
        if not isinstance(key, str):
            return key
        title, kind = _named(self._program, key)
        row = (Piece(f"{kind:<7}", "quiet"), Piece(title, "text", f"look:{key}"))
        return cut(row, self._width)


def codex(desk: Desk, width: int) -> Leaf:
    """The entries whose titles hold what was typed, then those whose texts do.

    Sources stand below all others, under a heading.
    """
    program, wanted = desk.program, desk.query.casefold()
    entries = _entries(program, desk.play.state.found)
    found = entries
    if wanted:
        found = [k for k in entries if wanted in _named(program, k)[0].casefold()]
    if len(wanted) >= IN_TEXTS:
        named = set(found)
        others = (key for key in entries if key not in named)
        found = [*found, *(key for key in others if wanted in _words(program, key))]
    typed = desk.query or "type to search"
    head: list[Row] = [
        (Piece("/ ", "mark"), Piece(typed, "text" if desk.query else "quiet")),
        NO_ROW,
    ]
    if not found:
        head += plain("Nothing by that name. Backspace takes a letter back.", width)
    sources = [key for key in found if key in program.sources.at]
    rows: list[str | Row] = [key for key in found if key not in program.sources.at]
    if sources:
        rows += [*heading("Sources", width, head if rows else ()), *sources]
    listing = Listing(program, head, rows, width)
    return Leaf(f"Codex · {len(found)} of {len(entries)}", listing)


def entry(desk: Desk, key: str, width: int) -> Leaf:
    """One entry."""
    thing: Entry = desk.program.codex[key]
    rows = [
        (Piece(thing.kind.capitalize(), "quiet"),),
        NO_ROW,
        *prose(thing.text, width),
    ]
    sources = [(_by(desk.program.sources[s]), s) for s in thing.sources]
    return Leaf(thing.title, [*rows, NO_ROW, *linked("From", sources, width)])


def source(desk: Desk, key: str, width: int) -> Leaf:
    """One source, and how it was used."""
    thing = desk.program.sources[key]
    rows = labelled("Author", thing.author, width)
    rows += labelled("Year", thing.year, width)
    rows += labelled("Published", thing.published, width)
    rows += labelled("Checked", thing.checked, width)
    rows += labelled("Licence", thing.licence, width)
    rows += labelled("Address", thing.url, width)
    rows += labelled("Note", thing.note, width)
    if thing.document:
        rows += [
            NO_ROW,
            *plain("One of the texts that this story was written from.", width),
        ]
    return Leaf(thing.title, rows)


def _by(thing: Source) -> str:
    return f"{thing.author}, {thing.year}" if thing.author else thing.title


def _words(program: Program, key: str) -> str:
    """What an entry or a source says, for the search."""
    if key in program.codex.at:
        return " ".join(p.plain for p in program.codex[key].text).casefold()
    if key in program.cards.at:
        card = program.cards[key]
        return f"{card.maker} {card.kind}".casefold()
    thing = program.sources[key]
    return f"{thing.author} {thing.note}".casefold()


def _entries(program: Program, found: int) -> list[str]:
    """The ids of every entry, source and card found, by title."""
    at = program.cards.at
    return [
        key for key in program.core.by_title if key not in at or found >> at[key] & 1
    ]


def _named(program: Program, key: str) -> tuple[str, str]:
    """The title of an entry, source or card, and what it is in a word."""
    if key in program.codex.at:
        entry = program.codex[key]
        return entry.title, SHORT[entry.kind]
    if key in program.cards.at:
        return program.cards[key].title, "paper"
    return program.sources[key].title, "source"
