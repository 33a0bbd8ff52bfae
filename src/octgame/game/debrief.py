"""The debrief's blocks, composed from the journal's steps and the box."""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import NamedTuple

from octgame.game import phrases
from octgame.game.histories import histories
from octgame.game.page import Block
from octgame.game.path import Step
from octgame.game.program import PassageCode, Program
from octgame.game.sourceline import authorities, distance, fact_lines
from octgame.game.state import State, members
from octgame.story.calendar import Moment, When, order_key
from octgame.story.evidence import Card, Question
from octgame.story.frame import SURENESS
from octgame.story.prose import Span

_TODAY = order_key(When(Moment("today")))[0]


def compose(
    program: Program, state: State, passage: PassageCode, path: Sequence[Step]
) -> tuple[Block, ...]:
    """The block that a text's `show` asks for."""
    if passage.show == "histories":
        return tuple(histories(program, state, passage.question))
    if passage.show == "beliefs":
        return tuple(beliefs(program, path, passage.question))
    return tuple(_COMPOSERS[passage.show](program, state, path))


def day(program: Program, state: State, path: Sequence[Step]) -> list[Block]:
    """The dated scenes stood in, with the cards found there and what became of them."""
    rows = [_heading(phrases.DAY)]
    for scene, steps in _by_scene(path):
        code = program.scenes[scene]
        if not 0 < code.day[0] < _TODAY:
            continue
        rows.append(_line(f"{code.when_short}. {code.title}"))
        rows += [
            _card_row(program, state, event.id)
            for step in steps
            for event in step.events
            if event.kind == "found"
        ]
    return rows


def box(program: Program, state: State, _path: Sequence[Step]) -> list[Block]:
    """The cards that are in the box now."""
    rows = [_heading(phrases.YOUR_BOX)]
    rows += [_card_row(program, state, program.cards.ids[card]) for card in state.box]
    return rows if state.box else [*rows, _line(phrases.NO_CARDS)]


def changes(program: Program, _state: State, path: Sequence[Step]) -> list[Block]:
    """What the player changed: the `leaves` lines of the choices that stand, by act.

    Nothing of the debrief's own last minutes: the scenes of today that come after all
    others are left out.
    """
    days = [program.scenes[step.scene].day[0] for step in path]
    dated = [at for at, day in enumerate(days) if 0 < day < _TODAY]
    lived = path[: dated[-1] + 1] if dated else path
    rows: list[Block] = []
    for act, steps in groupby(lived, lambda step: program.scenes[step.scene].act):
        lines = [_line(text) for text in leaves(program, list(steps))]
        title = [_heading(program.acts[act].title)] if act and lines else []
        rows += [*title, *lines]
    return [_heading(phrases.CHANGED), *(rows or [_line(phrases.NOTHING_CHANGED)])]


def leaves(program: Program, path: Sequence[Step]) -> list[str]:
    """The `leaves` lines of a play's choices, in order, each once."""
    lines: dict[str, None] = {}
    for step in path:
        card = program.cards.get(step.item)
        for choice in program.scenes[step.scene].choices:
            if choice.leaves and step.key in (choice.key, *choice.was):
                line = phrases.with_title(choice.leaves, card.title if card else "")
                lines[line] = None
    return list(lines)


class Belief(NamedTuple):
    """An answer that was given.

    Attributes:
        question: What was asked.
        answer: What was answered, in words.
        sureness: How sure, 1 to 4.
        where: The title of the scene.
    """

    question: Question
    answer: str
    sureness: int
    where: str


def believed(program: Program, path: Sequence[Step], question: int) -> list[Belief]:
    """Every answer given to a question, or to all where it is negative, in order."""
    wanted = program.questions.ids[question] if question >= 0 else ""
    given = []
    for step in path:
        for event in step.events:
            if event.kind != "believed" or (wanted and event.id != wanted):
                continue
            asked = program.questions[event.id]
            answer, _, sureness = event.detail.partition(":")
            where = program.scenes[step.scene].title
            given.append(Belief(asked, asked.answers[answer], int(sureness), where))
    return given


def beliefs(program: Program, path: Sequence[Step], question: int) -> list[Block]:
    """Every answer given to a question, or to all, with where and how sure."""
    rows = [
        Block(
            "line",
            (
                Span(f"{belief.where}: "),
                Span(f"{belief.question.title} ", "", belief.question.id),
                Span(belief.answer, "em"),
                Span(f" ({belief.sureness} of {len(SURENESS)})"),
            ),
            sureness=belief.sureness,
        )
        for belief in believed(program, path, question)
    ]
    if question >= 0 and len(rows) > 1:
        answers = [belief.answer for belief in believed(program, path, question)]
        rows.append(_line(phrases.moved(answers)))
    return [_heading(phrases.BELIEVED), *(rows or [_line(phrases.NEVER_ASKED)])]


def sorting(program: Program, _state: State, path: Sequence[Step]) -> list[Block]:
    """How many facts the player sorted as they stand here, and who says so of each."""
    said = [
        (program.facts[event.id], event.detail)
        for step in path
        for event in step.events
        if event.kind == "sorted"
    ]
    alike = sum(fact.status == status for fact, status in said)
    rows = [_heading(phrases.SORTED), _line(phrases.sorted_alike(alike, len(said)))]
    for fact, status in said:
        rows += fact_lines(program, fact)
        by = authorities(program, fact) if fact.status == "established" else ""
        rows += [_line(f"[{by}]")] if by else []
        rows += [_line(f"You said: {status}.")] if status != fact.status else []
    return rows


def audit(program: Program, state: State, path: Sequence[Step]) -> list[Block]:
    """The refuted facts: what the game's own source documents have wrong.

    All of them, met or not: the audit is of the game, not of the play. Those that
    were told come first, with what is right; the others are struck out and lead to
    it. What was sorted was put right there.
    """
    asked = {e.id for step in path for e in step.events if e.kind == "sorted"}
    wrong = [
        (fact, state.known >> at & 1 and fact.id not in asked)
        for at, fact in enumerate(program.facts.values())
        if fact.status == "refuted" and fact.claims
    ]
    met = [line for fact, known in wrong if known for line in fact_lines(program, fact)]
    others = [
        Block("struck", fact.text.spans, fact.id) for fact, known in wrong if not known
    ]
    told = [_line(phrases.AUDITED)] if met and others else []
    return [_heading(phrases.AUDIT), *met, *told, *others]


def seen(program: Program, state: State, _path: Sequence[Step]) -> list[Block]:
    """Coverage in numbers, without telling what was missed."""
    scenes = members(state.seen | 1 << state.scene)
    counts = [
        ("Scenes", len(scenes), len(program.scenes)),
        ("Cards found", len(members(state.found)), len(program.cards)),
        ("Cards in the box", len(state.box), len(program.cards)),
        ("Facts met", len(members(state.known)), len(program.facts)),
        ("Questions opened", len(members(state.opened)), len(program.questions)),
    ]
    rows = [_line(f"{name}: {have} of {there}") for name, have, there in counts]
    return [_heading(phrases.SEEN), *rows]


def _card_row(program: Program, state: State, card: str) -> Block:
    thing: Card = program.cards[card]
    kept = program.cards.at[card] in state.box
    spans = (Span(f"{distance(thing)}, {thing.kind}: "), Span(thing.title, "", card))
    return Block("line" if kept else "struck", spans, card)


def _by_scene(path: Sequence[Step]) -> list[tuple[str, list[Step]]]:
    groups: list[tuple[str, list[Step]]] = []
    for step in path:
        if not groups or groups[-1][0] != step.scene:
            groups.append((step.scene, []))
        groups[-1][1].append(step)
    return groups


def _heading(text: str) -> Block:
    return Block("heading", (Span(text),))


def _line(text: str) -> Block:
    return Block("line", (Span(text),))


_COMPOSERS: dict[str, Callable[[Program, State, Sequence[Step]], list[Block]]] = {
    "day": day,
    "box": box,
    "changes": changes,
    "sorting": sorting,
    "audit": audit,
    "seen": seen,
}
