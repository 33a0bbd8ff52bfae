"""The four histories of a question, assembled from what is in the box."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial

from octgame.game import phrases
from octgame.game.page import Block
from octgame.game.path import Step
from octgame.game.program import Program
from octgame.game.sourceline import written_line
from octgame.game.state import State, members
from octgame.story.calendar import Moment, When, first_year, year_of
from octgame.story.evidence import FromCard, Question, View
from octgame.story.prose import Span, Style

MOST_PAGES = 2
"""How many pages of a folder use one paper, as long as each has one to use."""

MOST_AT_LAST = 3
"""How many do where one would have none; with more it would carry the whole folder."""

MOST_PAPERS = 2
"""How many papers a page uses."""

TODAY = first_year(When(Moment("today")))

Kept = Mapping[str, int]
"""The cards of a box, in its order, each with the year since when it was to be had."""


def histories(
    program: Program, state: State, path: Sequence[Step], question: int
) -> list[Block]:
    """One history per school: its view, and what it writes from the box.

    A page uses, and is blamed for leaving out, only what was there when it was written.
    """
    asked = program.questions.nth(question)
    kept = kept_since(program, state, path)
    before = _laid_out_before(program, state, question)
    shared = shares(asked, kept, _spent(program, kept, before))
    used = {card for cards in shared.values() for card in cards}
    rows = [] if before else [_line(phrases.PAGES_COMPOSED, "em")]
    rows += _too_late(program, asked, kept)
    if not used:
        rows.append(_line(phrases.ALL_SILENT))
    for view in asked.views:
        mine = shared[view.school]
        rows += _history(program, view)
        rows += from_box(program, view, mine)
        could = {part.card for part in view.from_box}.union(view.leans_on)
        left = used.difference(could.difference(view.leaves_out), mine)
        there = [card for card in kept if card in left and _was_there(view, kept[card])]
        rows += _left_out(program, there)
        if used and not mine and not there:
            rows.append(_line(phrases.NOTHING_OF_YOURS))
    return rows


def kept_since(program: Program, state: State, path: Sequence[Step] = ()) -> Kept:
    """The cards of the box with the year since when each could be used.

    That is when it was made; and where the path is known, not before the year of the
    scene in which it was found last.
    """
    found = {
        event.id: year_of(program.scenes[step.scene].day[0])
        for step in path
        for event in step.events
        if event.kind == "found" and program.scenes[step.scene].day[0]
    }
    box = [program.cards.ids[card] for card in state.box]
    return {
        card: max(year, found.get(card, 0)) for card, year in made(program, box).items()
    }


def made(program: Program, cards: Sequence[str]) -> Kept:
    """Cards with the year in which each was made."""
    return {card: first_year(program.cards[card].made) for card in cards}


def shares(
    asked: Question, kept: Kept, spent: Collection[str] = ()
) -> dict[str, list[str]]:
    """The cards of a box that each school writes from, by school.

    The schools choose in turn, those that lean on one first: what no other has taken,
    and what they lean on, before the rest. A card goes to a few schools only, to
    one more where that one would have none.

    Args:
        asked: The question.
        kept: The cards there are, with their years.
        spent: Cards to be taken only where there is no other, since they were read
            from a moment ago.
    """
    written = {view.school: _writes_from(view, kept) for view in asked.views}
    taken: dict[str, list[str]] = {view.school: [] for view in asked.views}
    uses: Counter[str] = Counter()
    turns = sorted(
        asked.views, key=lambda view: not {*view.leans_on} & {*written[view.school]}
    )
    for view in turns * MOST_PAPERS:
        mine = taken[view.school]
        could = [
            card
            for card in written[view.school]
            if uses[card] < (MOST_PAGES if mine else MOST_AT_LAST) and card not in mine
        ]
        if could:
            mine.append(min(could, key=partial(_wish, view, uses, spent)))
            uses[mine[-1]] += 1
    return taken


def _wish(
    view: View, uses: Counter[str], spent: Collection[str], card: str
) -> tuple[bool, bool, int, bool]:
    """What makes a school take a card late: of two, it takes the lesser one."""
    leans = card in view.leans_on
    return card in spent, card in view.leaves_out, uses[card], not leans


def _writes_from(view: View, kept: Kept) -> list[str]:
    cards = dict.fromkeys(part.card for part in view.from_box)
    return [card for card in cards if card in kept and _was_there(view, kept[card])]


def _was_there(view: View, year: int) -> bool:
    return year <= first_year(view.written)


def from_box(program: Program, view: View, cards: Sequence[str]) -> list[Block]:
    """What a school writes from these cards."""
    written = {part.card: part for part in reversed(view.from_box)}
    return [_sentence(program, written[card]) for card in cards]


def from_box_or_elsewhere(
    program: Program, view: View, cards: Sequence[str]
) -> list[Block]:
    """What a school writes from these cards; without any, a word from elsewhere."""
    silent = [_silent(part) for part in view.from_box if part.silent][:1]
    return from_box(program, view, cards) or silent


def _laid_out_before(program: Program, state: State, question: int) -> set[int]:
    """The questions whose histories were laid out before this one."""
    return {
        passage.question
        for scene in members(state.seen)
        for passage in program.scenes.nth(scene).passages
        if passage.show == "histories"
    } - {question}


def _spent(program: Program, kept: Kept, before: Collection[int]) -> set[str]:
    """The cards that other histories were written from."""
    return {
        card
        for earlier in before
        for cards in shares(program.questions.nth(earlier), kept).values()
        for card in cards
    }


def _too_late(program: Program, asked: Question, kept: Kept) -> Iterator[Block]:
    """Which cards that bear on the question came too late for some of its pages."""
    bearing = {*asked.feeds, *asked.cards}
    late: dict[tuple[int, tuple[int, ...], bool], list[str]] = {}
    pages = {first_year(view.written) for view in asked.views}
    years = made(program, list(kept))
    for card, year in kept.items():
        missed = tuple(sorted(page for page in pages if page < year))
        if card in bearing and 0 < len(missed) < len(pages):
            late.setdefault((year, missed, year == years[card]), []).append(card)
    for (year, missed, new), cards in sorted(late.items()):
        label = Span(phrases.too_late(year, TODAY, missed, made=new), "em")
        yield Block("line", (label, *titles(program, cards), Span(".")))


def _history(program: Program, view: View) -> list[Block]:
    name = f"{program.schools[view.school].name}, {written_line(view)}"
    return [Block("heading", (Span(name),)), Block("text", view.text.spans)]


def _left_out(program: Program, cards: list[str]) -> Iterator[Block]:
    """What a school leaves out of that which another page of the folder uses."""
    if cards:
        label = Span(f"{phrases.LEAVES_OUT}, of yours: ", "strong")
        yield Block("line", (label, *titles(program, cards), Span(".")))


def titles(program: Program, cards: list[str]) -> Iterator[Span]:
    """The titles of cards, each with its link."""
    for number, card in enumerate(cards):
        if number:
            yield Span("; ")
        yield Span(program.cards[card].title, "", card)


def _sentence(program: Program, part: FromCard) -> Block:
    title = program.cards[part.card].title
    spans = (Span(part.text), Span(" ["), Span(title, "em", part.card), Span("]"))
    return Block("text", spans)


def _silent(part: FromCard) -> Block:
    return Block("text", (Span(f"{phrases.SILENT} ", "em"), Span(part.silent)))


def _line(text: str, style: Style = "") -> Block:
    return Block("line", (Span(text, style),))
