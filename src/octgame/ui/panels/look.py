"""A thing that a link names: card, fact, question, entry, source or school."""

from octgame.game.page import RECORD
from octgame.game.sourceline import card_lines, fact_lines
from octgame.ui.blocks import NO_ROW, set_blocks, set_card
from octgame.ui.desk import Desk
from octgame.ui.panels.box import putting_out
from octgame.ui.panels.codex import entry, source
from octgame.ui.panels.leaf import Leaf, linked, plain, prose
from octgame.ui.panels.record import record
from octgame.ui.panels.views import question


def look(desk: Desk, key: str, width: int) -> Leaf:
    """Whatever has this id."""
    if key == RECORD:
        return record(desk, width)
    match desk.program.kind_of(key):
        case "card":
            return _card(desk, key, width)
        case "fact":
            return _fact(desk, key, width)
        case "question":
            return question(desk, key, width)
        case "codex":
            return entry(desk, key, width)
        case "source":
            return source(desk, key, width)
    if key in desk.program.schools:
        school = desk.program.schools[key]
        return Leaf(school.name, prose(school.about, width))
    return Leaf("Nothing here", plain("Nothing is kept under this name.", width))


def _card(desk: Desk, key: str, width: int) -> Leaf:
    desk.note(f"card:{key}")
    card = desk.program.cards[key]
    _, *body = card_lines(desk.program, card)
    rows = [*set_card(card, width, ""), NO_ROW, *set_blocks(desk.program, body, width)]
    return Leaf(card.kind.capitalize(), [*rows, *putting_out(desk, key, width)])


def _fact(desk: Desk, key: str, width: int) -> Leaf:
    program, fact = desk.program, desk.program.facts[key]
    rows = set_blocks(program, fact_lines(program, fact), width)
    named = [
        (f"{program.sources[s].author} {program.sources[s].year}", s)
        for s in fact.sources
    ]
    return Leaf("A fact", [*rows, NO_ROW, *linked("Sources", named, width)])
