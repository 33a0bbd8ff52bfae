"""The questions, and what each school makes of them."""

from octgame.game import phrases
from octgame.game.histories import from_box_or_elsewhere, kept_since, shares
from octgame.game.sourceline import fact_lines
from octgame.game.state import members
from octgame.story import calendar
from octgame.story.evidence import Question, View
from octgame.ui import signs
from octgame.ui.blocks import NO_ROW, indented, set_blocks
from octgame.ui.desk import Desk
from octgame.ui.panels.leaf import Leaf, heading, labelled, linked, plain, prose
from octgame.ui.typeset import Piece, Row, beside, pieces, wrap

SIDE_BY_SIDE_FROM = 100
"""The width in cells from which the schools stand side by side."""
READING_WIDTH = 76
"""The widest a line of text gets, in cells."""


def views(desk: Desk, width: int) -> Leaf:
    """The questions that were opened in this play."""
    opened = [desk.program.questions.ids[at] for at in members(desk.play.state.opened)]
    opened.sort(key=lambda key: key != desk.page.asked)
    if not opened:
        text = "No question has been opened yet. Historians come later."
        return Leaf("Views", plain(text, width))
    if len(opened) == 1:
        return question(desk, opened[0], width)
    rows: list[Row] = []
    for key in opened:
        thing = desk.program.questions[key]
        rows += wrap(
            [Piece(thing.title, "link", f"look:{key}")], width, (Piece("? ", "mark"),)
        )
        if key == desk.page.asked:
            rows += indented([Piece("asked in this scene", "quiet")], width)
        rows.append(NO_ROW)
    return Leaf("Views · the questions opened", rows)


def question(desk: Desk, key: str, width: int) -> Leaf:
    """One question: what is contested, and the schools."""
    asked = desk.program.questions[key]
    reading = min(width, READING_WIDTH)
    rows = prose(asked.text, reading)
    rows += heading("How each school tells it; choose one to read it", width, rows)
    rows += [*_legend(width), NO_ROW, *_schools(desk, asked, width)]
    if asked.facts:
        rows += heading("What is contested", width)
    for fact in asked.facts:
        lines = fact_lines(desk.program, desk.program.facts[fact])
        rows += [NO_ROW, *set_blocks(desk.program, lines, reading)]
    return Leaf(asked.title, rows)


def _schools(desk: Desk, asked: Question, width: int) -> list[Row]:
    """The schools, and below them those that are open, as wide as there is room."""
    gap = 3
    if width < SIDE_BY_SIDE_FROM or not asked.views:
        return [
            row
            for view in asked.views
            for row in (
                *_head(desk, asked, view, width),
                *(
                    _opened(desk, asked, view, width)
                    if _is_open(desk, asked, view)
                    else ()
                ),
                NO_ROW,
            )
        ]
    each = (width + gap) // len(asked.views) - gap
    rows = beside([_head(desk, asked, v, each) for v in asked.views], each, gap)
    read = [view for view in asked.views if _is_open(desk, asked, view)]
    if not read:
        return rows
    each = min(READING_WIDTH, (width + gap) // len(read) - gap)
    named = [
        [
            *heading(desk.program.schools[view.school].name, each, ()),
            *_opened(desk, asked, view, each),
        ]
        for view in read
    ]
    return [*rows, NO_ROW, *beside(named, each, gap)]


def _is_open(desk: Desk, asked: Question, view: View) -> bool:
    return _what(asked, view) in desk.unfolded


def _what(asked: Question, view: View) -> str:
    return f"view:{asked.id}:{view.school}"


def _head(desk: Desk, asked: Question, view: View, width: int) -> list[Row]:
    school = desk.program.schools[view.school]
    rows = wrap([Piece(school.name, "title", f"unfold:{_what(asked, view)}")], width)
    rows += wrap([Piece(f"as written {_when(view)}", "quiet")], width)
    rows += labelled("Protagonist", view.protagonist, width)
    rows += labelled("Verb", view.verb, width)
    for label, cards in (
        (phrases.LEANS_ON, view.leans_on),
        (phrases.LEAVES_OUT, view.leaves_out),
    ):
        run = [Piece(f"{label} ", "quiet"), *(_mark(desk, card) for card in cards)]
        rows += wrap(run, width) if cards else []
    return rows


def _opened(desk: Desk, asked: Question, view: View, width: int) -> list[Row]:
    program = desk.program
    rows: list[Row] = [NO_ROW, *wrap(pieces(view.text.spans), width), NO_ROW]
    rows += wrap(
        [Piece(f"Composed for octgame in the manner of {view.manner}.", "em")], width
    )
    kept = kept_since(program, desk.play.state, desk.play.steps)
    mine = shares(asked, kept)[view.school]
    written = from_box_or_elsewhere(program, view, mine)
    if written:
        rows += heading(phrases.FROM_BOX, width)
        rows += set_blocks(program, written, width)
    rows.append(NO_ROW)
    for label, cards in (
        (phrases.LEANS_ON, view.leans_on),
        (phrases.LEAVES_OUT, view.leaves_out),
        ("Hardest card", (view.hardest,)),
    ):
        rows += _marked(desk, label, [card for card in cards if card], width)
    rows += labelled("Could be printed then", view.printable, width)
    rows += labelled("Since shown wrong", view.shown_wrong, width)
    sources = [
        (f"{program.sources[s].author} {program.sources[s].year}", s)
        for s in view.sources
    ]
    return rows + linked("Written from", sources, width)


def _marked(desk: Desk, label: str, cards: list[str], width: int) -> list[Row]:
    """A label, and below it each card with the mark of what became of it."""
    rows = wrap([Piece(f"{label}:", "strong")], width) if cards else []
    for card in cards:
        title = Piece(desk.program.cards[card].title, "link", f"look:{card}")
        mark = _mark(desk, card)
        first: Row = (Piece("  "), mark, Piece(" "))
        rows += wrap([title], width, first, (Piece("    "),))
    return rows


def _mark(desk: Desk, card: str) -> Piece:
    """Whether a card is in the box, was found and left, or was never found."""
    if card in desk.page.box:
        return Piece(signs.SEEN, "mark")
    found = desk.play.state.found >> desk.program.cards.at[card] & 1
    return Piece(signs.LEFT if found else signs.TO_COME, "quiet")


def _legend(width: int) -> list[Row]:
    run = [
        Piece(f"{signs.SEEN} ", "mark"),
        Piece("a card in your box  ", "quiet"),
        Piece(f"{signs.LEFT} found and left  {signs.TO_COME} never found", "quiet"),
    ]
    return wrap(run, width)


def _when(view: View) -> str:
    return calendar.show(view.written).replace("about ", "c. ", 1)
