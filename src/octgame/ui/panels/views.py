"""The questions, and what each school makes of them."""

from octgame.game import phrases
from octgame.game.sourceline import fact_lines
from octgame.game.state import members
from octgame.story import calendar
from octgame.story.evidence import Question, View
from octgame.ui.blocks import NO_ROW, indented, set_blocks
from octgame.ui.desk import Desk
from octgame.ui.panels.leaf import Leaf, heading, labelled, linked, plain, prose
from octgame.ui.typeset import Piece, Row, beside, pieces, wrap

SIDE_BY_SIDE_FROM = 100
"""The width in cells from which the schools stand side by side."""


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
    reading = min(width, 76)
    rows = prose(asked.text, reading)
    rows += heading("How each school tells it; choose one to read it", width)
    rows += [NO_ROW, *_schools(desk, asked, width)]
    if asked.facts:
        rows += heading("What is contested", width)
    for fact in asked.facts:
        lines = fact_lines(desk.program, desk.program.facts[fact])
        rows += [NO_ROW, *set_blocks(desk.program, lines, reading)]
    return Leaf(asked.title, rows)


def _schools(desk: Desk, asked: Question, width: int) -> list[Row]:
    gap = 3
    if width >= SIDE_BY_SIDE_FROM and asked.views:
        each = (width + gap) // len(asked.views) - gap
        return beside([_view(desk, asked, v, each) for v in asked.views], each, gap)
    return [row for v in asked.views for row in (*_view(desk, asked, v, width), NO_ROW)]


def _view(desk: Desk, asked: Question, view: View, width: int) -> list[Row]:
    school = desk.program.schools[view.school]
    what = f"view:{asked.id}:{school.id}"
    rows = wrap([Piece(school.name, "title", f"unfold:{what}")], width)
    rows += wrap([Piece(f"as written {_when(view)}", "quiet")], width)
    rows += labelled("Protagonist", view.protagonist, width)
    rows += labelled("Verb", view.verb, width)
    if what in desk.unfolded:
        rows += _opened(desk, view, width)
    return rows


def _opened(desk: Desk, view: View, width: int) -> list[Row]:
    program = desk.program
    rows: list[Row] = [NO_ROW, *wrap(pieces(view.text.spans), width), NO_ROW]
    rows += wrap(
        [Piece(f"Composed for octgame in the manner of {view.manner}.", "em")], width
    )
    rows.append(NO_ROW)
    for label, cards in (
        (phrases.LEANS_ON, view.leans_on),
        (phrases.LEAVES_OUT, view.leaves_out),
        ("Hardest card", (view.hardest,)),
    ):
        rows += linked(label, [(program.cards[c].title, c) for c in cards if c], width)
    rows += labelled("Could be printed then", view.printable, width)
    rows += labelled("Since shown wrong", view.shown_wrong, width)
    sources = [
        (f"{program.sources[s].author} {program.sources[s].year}", s)
        for s in view.sources
    ]
    return rows + linked("Written from", sources, width)


def _when(view: View) -> str:
    return calendar.show(view.written).replace("about ", "c. ", 1)
