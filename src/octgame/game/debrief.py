"""The debrief's blocks, composed from the journal's steps and the box."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from octgame.game import phrases, record
from octgame.game.histories import histories, titles
from octgame.game.page import RECORD, Block
from octgame.game.path import Step
from octgame.game.program import PassageCode, Program
from octgame.game.record import card_row, heading, line
from octgame.game.sourceline import authorities, fact_lines
from octgame.game.state import State
from octgame.story.evidence import Card, Fact
from octgame.story.prose import Span

MOST_AUDITED = 3
"""How many wrong statements the audit tells; a longer list is not read."""

LINES_OF_A_FACT = 3
"""Of a fact that was sorted: itself, and two that disagree; it opens to the rest."""


def compose(
    program: Program, state: State, passage: PassageCode, path: Sequence[Step]
) -> tuple[Block, ...]:
    """The block that a text's `show` asks for."""
    if passage.show == "histories":
        return tuple(histories(program, state, path, passage.question))
    if passage.show == "beliefs":
        return tuple(record.beliefs(program, path, passage.question))
    if passage.show == "wrote":
        return tuple(record.wrote(path))
    if passage.show == "at_odds":
        return tuple(at_odds(program, path, passage.question))
    return tuple(_COMPOSERS[passage.show](program, state, path))


def strip(program: Program, state: State, path: Sequence[Step]) -> list[Block]:
    """The hours of which a card is left, with it; the others are only counted."""
    kept = {program.cards.ids[card] for card in state.box}
    rows = [heading(phrases.DAY)]
    hours = bare = lost = 0
    for title, found in record.hours(program, path):
        left = [card for card in dict.fromkeys(found) if card in kept]
        lost += len(found) - len(left)
        if left:
            hours += 1
            rows += [line(title), *(card_row(program, state, card) for card in left)]
        else:
            bare += 1
    if bare or lost:
        rows.append(line(phrases.without_paper(bare, lost), RECORD))
    return rows


def changes(program: Program, _state: State, path: Sequence[Step]) -> list[Block]:
    """What weighs most of what the player changed; the rest is counted, act by act.

    Where nothing weighs more than the rest, it is all told.
    """
    traces = record.traces(program, path)
    heavy = [trace for trace in traces if trace.weighs]
    if not heavy:
        return record.changes(program, path)
    rows = [heading(phrases.CHANGED), *(line(trace.text) for trace in heavy)]
    rest = Counter(trace.act for trace in traces if not trace.weighs)
    if rest:
        acts = {program.acts[act].title: count for act, count in rest.items() if act}
        rows.append(line(phrases.smaller(rest.total(), acts), RECORD))
    return rows


def at_odds(program: Program, path: Sequence[Step], question: int) -> list[Block]:
    """What is said where the last sorting contradicts the last answer."""
    asked = program.questions.nth(question)
    given = record.believed(program, path, question)
    said = dict(_sorted(path))
    return [
        Block("text", odd.text.spans)
        for odd in asked.at_odds
        if given and odd.answer == given[-1].answer and said.get(odd.fact) == odd.said
    ][:1]


def sorting(program: Program, state: State, path: Sequence[Step]) -> list[Block]:
    """How many facts stand where the player put them, and the others put right.

    Of these is said what there is on them in the box.
    """
    kept = {program.cards.ids[card] for card in state.box}
    said = [(program.facts[fact], status) for fact, status in _sorted(path)]
    wrong = [(fact, status) for fact, status in said if status != fact.status]
    alike = len(said) - len(wrong)
    rows = [heading(phrases.SORTED), line(phrases.sorted_alike(alike, len(said)))]
    for fact, status in wrong:
        rows += fact_lines(program, fact)[:LINES_OF_A_FACT]
        by = authorities(program, fact) if fact.status == "established" else ""
        rows.append(line(" ".join(filter(None, (by and f"[{by}]", _said(status))))))
        rows += _in_your_box(program, [card for card in fact.cards if card in kept])
    return rows


def _in_your_box(program: Program, cards: list[str]) -> Iterator[Block]:
    if cards:
        label = Span(phrases.IN_YOUR_BOX, "strong")
        yield Block("line", (label, *titles(program, cards), Span(".")))


def audit(program: Program, state: State, path: Sequence[Step]) -> list[Block]:
    """What the game's own sources have wrong, put right: a few, what was kept first.

    The audit is of the game, not of the play. What stood on the slips that were sorted,
    or was told after the last dated scene, was read a moment ago; that and the rest are
    counted, and stand in the record.
    """
    wrong = record.refuted(program)
    read = {fact for fact, _ in _sorted(path)} | _told_lately(program, path)
    fresh = [fact for fact in wrong if fact.id not in read] or list(wrong)
    kept = [program.cards[program.cards.ids[card]] for card in state.box]
    titled = {card.id for card in kept}
    fresh.sort(
        key=lambda fact: (
            not _repeated_in(fact, kept),
            titled.isdisjoint(fact.cards),
            not state.known >> program.facts.at[fact.id] & 1,
        )
    )
    told = fresh[:MOST_AUDITED]
    rows = [row for fact in told for row in _audited(program, fact, kept)]
    rest = len(fresh) - len(told)
    more = [line(phrases.also_wrong(rest), RECORD)] if rest else []
    return [heading(record.audit_title(program)), *rows, *more]


def _audited(program: Program, fact: Fact, kept: Sequence[Card]) -> Iterator[Block]:
    """A wrong statement put right, and which papers of the box repeat it."""
    yield from fact_lines(program, fact)
    if repeated := _repeated_in(fact, kept):
        label = Span(phrases.REPEATED_IN, "strong")
        yield Block("line", (label, *titles(program, repeated), Span(".")))


def _repeated_in(fact: Fact, kept: Sequence[Card]) -> list[str]:
    """The encyclopedia's pages among these cards that have the statement in them."""
    return [
        card.id
        for card in kept
        if card.kind == "encyclopedia" and not {*card.claims}.isdisjoint(fact.claims)
    ]


def _told_lately(program: Program, path: Sequence[Step]) -> set[str]:
    """The facts told after the last dated scene."""
    steps = path[record.lived(program, path) :]
    events = (event for step in steps for event in step.events)
    return {event.id for event in events if event.kind == "revealed"}


def _sorted(path: Sequence[Step]) -> list[tuple[str, str]]:
    """Each fact that was sorted, and the status that the player gave it."""
    events = (event for step in path for event in step.events)
    return [(event.id, event.detail) for event in events if event.kind == "sorted"]


def _said(status: str) -> str:
    return f"You said: {status}."


_COMPOSERS: dict[str, Callable[[Program, State, Sequence[Step]], list[Block]]] = {
    "day": strip,
    "box": lambda program, state, _path: record.box(program, state),
    "changes": changes,
    "sorting": sorting,
    "said": lambda program, _state, path: record.statement(program, path),
    "audit": audit,
    "seen": lambda program, state, _path: record.seen(program, state),
}
