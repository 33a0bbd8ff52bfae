"""The four histories of a question, assembled from what is in the box."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from octgame.game import phrases
from octgame.game.page import Block
from octgame.game.program import Program
from octgame.game.sourceline import written_line
from octgame.game.state import State, members
from octgame.story.evidence import FromCard, Question, View
from octgame.story.prose import Span, Style

MOST_CARDS = 2
"""How many papers of the box a school writes from; more would be a list."""
MOST_SCHOOLS = 2
"""How many schools write from one paper; with more it would carry the whole folder."""


def histories(program: Program, state: State, question: int) -> list[Block]:
    """One history per school: its view, and what it writes from the box.

    Where the box holds nothing that any of them uses, a line of each stands for all.
    """
    asked = program.questions.nth(question)
    box = _kept(program, state)
    chosen = shares(asked, box, _spent(program, state, question))
    used = {card for cards in chosen.values() for card in cards}
    if not used:
        return [_line(phrases.SILENT, "strong"), *_elsewhere(program, asked)]
    rows = [_line(phrases.ALL_COMPOSED, "em")]
    for view in asked.views:
        mine = chosen[view.school]
        rows += _history(program, view)
        rows += from_box(program, view, mine)
        cannot = used.difference(part.card for part in view.from_box)
        left = cannot.union(view.leaves_out).difference(mine)
        rows += _left_out(program, [card for card in box if card in left])
    return rows


def shares(
    asked: Question, box: Sequence[str], spent: Collection[str] = ()
) -> dict[str, list[str]]:
    """The cards of a box that each school writes from.

    They are dealt in rounds: each school takes what it leans on before the rest, and
    what another has taken last; a card goes to a few schools only.

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
    dealt: dict[str, list[str]] = {view.school: [] for view in asked.views}
    uses: Counter[str] = Counter()

    def wish(view: View, card: str) -> tuple[bool, int, int, int]:
        place = written[view.school].index(card)
        return card in spent, _distance(view, card), uses[card], place

    for _ in range(MOST_CARDS):
        for view in sorted(asked.views, key=lambda v: _nearest(v, written[v.school])):
            left = [
                card
                for card in written[view.school]
                if card not in dealt[view.school] and uses[card] < MOST_SCHOOLS
            ]
            if left:
                taken = min(left, key=lambda card: wish(view, card))
                dealt[view.school].append(taken)
                uses[taken] += 1
    return dealt


def choice_of(asked: Question, view: View, box: Sequence[str]) -> list[str]:
    """The cards of a box that one school writes from."""
    return shares(asked, box)[view.school]


def from_box(program: Program, view: View, cards: Sequence[str]) -> list[Block]:
    """What a school writes from these cards; without any, a word from elsewhere."""
    written = {part.card: part for part in view.from_box}
    mine = [_sentence(program, written[card]) for card in cards]
    return mine or [_silent(part) for part in view.from_box if part.silent][:1]


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
        for cards in shares(
            program.questions.nth(earlier), _kept(program, state)
        ).values()
        for card in cards
    }


def _distance(view: View, card: str) -> int:
    """How far a card is from what a school likes to write of: 0 is nearest."""
    return 0 if card in view.leans_on else 2 if card in view.leaves_out else 1


def _nearest(view: View, cards: Sequence[str]) -> int:
    return min((_distance(view, card) for card in cards), default=3)


def _history(program: Program, view: View) -> list[Block]:
    return [
        Block("heading", (Span(program.schools[view.school].name),)),
        _line(written_line(view), "em"),
        Block("text", view.text.spans),
    ]


def _elsewhere(program: Program, asked: Question) -> Iterator[Block]:
    """A line of each school: who acts, the verb, and what is known elsewhere."""
    for view in asked.views:
        school = program.schools[view.school].name
        known = next((f" {part.silent}" for part in view.from_box if part.silent), "")
        said = f": {view.protagonist}, {view.verb}.{known}"
        yield Block("line", (Span(school, "strong"), Span(said)))


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
    return Block("text", (Span(f"{phrases.ELSEWHERE} ", "em"), Span(part.silent)))


def _line(text: str, style: Style) -> Block:
    return Block("line", (Span(text, style),))
