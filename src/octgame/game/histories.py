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
    kept = by_use(asked, [program.cards.ids[card] for card in state.box])
    rows = [Block("line", (Span(phrases.ALL_COMPOSED, "em"),))]
    written = {part.card for view in asked.views for part in view.from_box}
    silent = written.isdisjoint(kept)
    if silent:
        rows.append(Block("line", (Span(phrases.NOTHING_OF_YOURS, "strong"),)))
    for view in asked.views:
        rows += _history(program, view)
        if not silent:
            rows += [*from_box(program, view, kept), *_leans(program, view, kept)]
    return rows


def by_use(asked: Question, box: Sequence[str]) -> list[str]:
    """The cards of a box, those first that most schools write something from.

    So the schools are seen to read the same papers in different ways.
    """
    uses = Counter(part.card for view in asked.views for part in view.from_box)
    return sorted(box, key=lambda card: -uses[card])


def from_box(program: Program, view: View, kept: Sequence[str]) -> list[Block]:
    """What a school writes from the first of the cards that were kept.

    Where there is none of its cards, one sentence from elsewhere stands for all.
    """
    written = {part.card: part for part in view.from_box}
    mine = [_sentence(program, written[card]) for card in kept if card in written]
    others = (part for part in view.from_box if part.silent)
    return mine[:MOST_SENTENCES] or [_silent(part) for part in others][:1]


def _history(program: Program, view: View) -> list[Block]:
    return [
        Block("heading", (Span(program.schools[view.school].name),)),
        Block("line", (Span(written_line(view), "em"),)),
        Block("text", view.text.spans),
    ]


def _leans(program: Program, view: View, kept: Sequence[str]) -> Iterator[Block]:
    """Which other cards of the box a school leans on, and which it leaves out."""
    written = {part.card for part in view.from_box}
    for name, cards in (
        (phrases.LEANS_ON, view.leans_on),
        (phrases.LEAVES_OUT, view.leaves_out),
    ):
        mine = [card for card in kept if card in cards and card not in written]
        if mine:
            yield Block("line", tuple(_titles(program, f"{name}, of yours: ", mine)))


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
