"""The four histories of a question, assembled from what is in the box."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import partial

from octgame.game import phrases
from octgame.game.page import Block
from octgame.game.program import Program
from octgame.game.sourceline import written_line
from octgame.game.state import State, members
from octgame.story.evidence import FromCard, Question, View
from octgame.story.prose import Span, Style

MOST_SCHOOLS = 2
"""How many schools write from one paper; with more it would carry the whole folder."""


def histories(program: Program, state: State, question: int) -> list[Block]:
    """One history per school: its view, and what it writes from the box.

    A school that has nothing of the box to write from is told in a line.
    """
    asked = program.questions.nth(question)
    box = _kept(program, state)
    chosen = shares(asked, box, _spent(program, state, question))
    used = set(chosen.values())
    rows = [_line(phrases.PAGES_COMPOSED if used else phrases.ALL_SILENT, "em")]
    for view in asked.views:
        mine = chosen.get(view.school, "")
        if not mine:
            rows.append(_in_a_line(program, view))
            continue
        could = {part.card for part in view.from_box}.union(view.leans_on)
        left = (used - could).union(view.leaves_out) - {mine}
        rows += _history(program, view)
        rows += from_box(program, view, mine)
        rows += _left_out(program, [card for card in box if card in left])
    return rows


def shares(
    asked: Question, box: Sequence[str], spent: Collection[str] = ()
) -> dict[str, str]:
    """The card of a box that each school writes from, by school.

    Those that lean on one choose first. Each takes what no other has taken, and what
    it leans on before the rest; a card goes to a few schools only, so that some may
    have none.

    Args:
        asked: The question.
        box: The cards there are.
        spent: Cards to be taken only where there is no other, since they were read
            from a moment ago.
    """
    written = {
        view.school: [part.card for part in view.from_box if part.card in box]
        for view in asked.views
    }
    leaning = {
        view.school: bool({*view.leans_on} & {*written[view.school]})
        for view in asked.views
    }
    taken: dict[str, str] = {}
    uses: Counter[str] = Counter()
    for view in sorted(asked.views, key=lambda view: not leaning[view.school]):
        mine = [card for card in written[view.school] if uses[card] < MOST_SCHOOLS]
        if mine:
            card = min(mine, key=partial(_wish, view, uses, spent))
            taken[view.school] = card
            uses[card] += 1
    return taken


def _wish(
    view: View, uses: Counter[str], spent: Collection[str], card: str
) -> tuple[bool, bool, int, bool]:
    """What makes a school take a card late: of two, it takes the lesser one."""
    leans = card in view.leans_on
    return card in spent, card in view.leaves_out, uses[card], not leans


def choice_of(asked: Question, view: View, box: Sequence[str]) -> str:
    """The card of a box that one school writes from, or ""."""
    return shares(asked, box).get(view.school, "")


def from_box(program: Program, view: View, card: str) -> list[Block]:
    """What a school writes from this card; without one, a word from elsewhere."""
    written = [part for part in view.from_box if part.card == card]
    if written:
        return [_sentence(program, written[0])]
    return [_silent(part) for part in view.from_box if part.silent][:1]


def _kept(program: Program, state: State) -> list[str]:
    return [program.cards.ids[card] for card in state.box]


def _spent(program: Program, state: State, question: int) -> set[str]:
    """The cards that the histories laid out before this one were written from."""
    before = {
        passage.question
        for scene in members(state.seen)
        for passage in program.scenes.nth(scene).passages
        if passage.show == "histories"
    }
    return {
        card
        for earlier in before - {question}
        for card in shares(
            program.questions.nth(earlier), _kept(program, state)
        ).values()
    }


def _history(program: Program, view: View) -> list[Block]:
    return [
        Block("heading", (Span(_school(program, view)),)),
        Block("text", view.text.spans),
    ]


def _in_a_line(program: Program, view: View) -> Block:
    """Who acts, the verb, and what is known elsewhere."""
    said = f". {phrases.in_a_line(view.protagonist, view.verb)}"
    head = Span(_school(program, view), "strong")
    known = next((part.silent for part in view.from_box if part.silent), "")
    elsewhere = (Span(f" {phrases.ELSEWHERE} ", "em"), Span(known)) if known else ()
    return Block("text", (head, Span(said), *elsewhere))


def _school(program: Program, view: View) -> str:
    name = program.schools[view.school].name
    return f"{name}, {written_line(view)}"


def _left_out(program: Program, cards: list[str]) -> Iterator[Block]:
    """What of the box a school leaves out, though another used it or it knew of it."""
    if cards:
        label = f"{phrases.LEAVES_OUT}, of yours: "
        yield Block("line", tuple(_titles(program, label, cards)))


def _titles(program: Program, label: str, cards: list[str]) -> Iterator[Span]:
    yield Span(label, "strong")
    for number, card in enumerate(cards, start=1):
        yield Span(program.cards[card].title, "", card)
        yield Span("." if number == len(cards) else "; ")


def _sentence(program: Program, part: FromCard) -> Block:
    title = program.cards[part.card].title
    spans = (Span(part.text), Span(" ["), Span(title, "em", part.card), Span("]"))
    return Block("text", spans)


def _silent(part: FromCard) -> Block:
    return Block("text", (Span(f"{phrases.SILENT} ", "em"), Span(part.silent)))


def _line(text: str, style: Style) -> Block:
    return Block("line", (Span(text, style),))
