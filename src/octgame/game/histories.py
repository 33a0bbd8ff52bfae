"""The four histories of a question, assembled from what is in the box."""

from collections import Counter
from collections.abc import Iterator, Sequence

from octgame.game import phrases
from octgame.game.page import Block
from octgame.game.program import Program
from octgame.game.sourceline import written_line
from octgame.game.state import State
from octgame.story.evidence import FromCard, Question, View
from octgame.story.prose import Span

MOST_SENTENCES = 3
"""How many papers of the box a school writes from; more would be a list."""


def histories(program: Program, state: State, question: int) -> list[Block]:
    """One history per school: its view, and what it writes from the box."""
    asked = program.questions.nth(question)
    box = [program.cards.ids[card] for card in state.box]
    chosen = {view.school: choice_of(asked, view, box) for view in asked.views}
    used = {card for cards in chosen.values() for card in cards}
    rows = [Block("line", (Span(phrases.ALL_COMPOSED, "em"),))]
    if not used:
        rows.append(Block("line", (Span(phrases.NOTHING_OF_YOURS, "strong"),)))
    for view in asked.views:
        rows += _history(program, view)
        if used:
            rows += from_box(program, view, chosen[view.school])
            left = used.union(view.leaves_out).difference(chosen[view.school])
            rows += _left_out(program, [card for card in box if card in left])
    return rows


def choice_of(asked: Question, view: View, box: Sequence[str]) -> list[str]:
    """The cards of a box that a school writes from, the first ones only.

    One that most schools use comes first, so that they are seen to read the same
    paper in different ways; then those that this school names before others.
    """
    uses = Counter(part.card for each in asked.views for part in each.from_box)
    mine = [part.card for part in view.from_box if part.card in box]
    shared = sorted(mine, key=lambda card: -uses[card])[:1]
    return list(dict.fromkeys((*shared, *mine)))[:MOST_SENTENCES]


def from_box(program: Program, view: View, cards: Sequence[str]) -> list[Block]:
    """What a school writes from these cards.

    Where there are none, one sentence from elsewhere stands for all.
    """
    written = {part.card: part for part in view.from_box}
    mine = [_sentence(program, written[card]) for card in cards]
    others = (part for part in view.from_box if part.silent)
    return mine or [_silent(part) for part in others][:1]


def _history(program: Program, view: View) -> list[Block]:
    return [
        Block("heading", (Span(program.schools[view.school].name),)),
        Block("line", (Span(written_line(view), "em"),)),
        Block("text", view.text.spans),
    ]


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
