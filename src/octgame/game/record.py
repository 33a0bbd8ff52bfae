"""The record of a play: everything that the debrief tells in short, in full."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from octgame.game import phrases
from octgame.game.page import Block
from octgame.game.path import Step
from octgame.game.program import ChoiceCode, Program
from octgame.game.sourceline import distance, fact_lines
from octgame.game.state import State, members
from octgame.story.calendar import Moment, When, order_key
from octgame.story.evidence import Card, Fact, Question
from octgame.story.frame import SURENESS
from octgame.story.prose import Span

_TODAY = order_key(When(Moment("today")))[0]


def record(program: Program, state: State, path: Sequence[Step]) -> list[Block]:
    """The whole record of a play so far."""
    return [
        *day(program, state, path),
        *box(program, state),
        *beliefs(program, path, -1),
        *_said(program, path),
        *changes(program, path),
        *(audit(program) if audited(program, state) else ()),
        *seen(program, state),
    ]


def day(program: Program, state: State, path: Sequence[Step]) -> list[Block]:
    """The dated scenes stood in, with the cards found there and what became of them."""
    rows = [heading(phrases.DAY)]
    for title, cards in hours(program, path):
        rows += [line(title), *(card_row(program, state, card) for card in cards)]
    return rows


def hours(program: Program, path: Sequence[Step]) -> Iterator[tuple[str, list[str]]]:
    """Each dated scene that was stood in, and the cards found there."""
    for key, steps in groupby(path, lambda step: step.scene):
        scene = program.scenes[key]
        if 0 < scene.day[0] < _TODAY:
            events = (event for step in steps for event in step.events)
            found = [event.id for event in events if event.kind == "found"]
            yield f"{scene.when_short}. {scene.title}", found


def box(program: Program, state: State) -> list[Block]:
    """The cards that are in the box now."""
    rows = [heading(phrases.YOUR_BOX)]
    rows += [card_row(program, state, program.cards.ids[card]) for card in state.box]
    return rows if state.box else [*rows, line(phrases.NO_CARDS)]


def _said(program: Program, path: Sequence[Step]) -> list[Block]:
    said = statement(program, path)
    return [heading(phrases.STATEMENT), *said] if said else []


class Belief(NamedTuple):
    """An answer that was given.

    Attributes:
        question: What was asked.
        answer: The answer's id.
        sureness: How sure, 1 to 4.
        where: The title of the scene.
    """

    question: Question
    answer: str
    sureness: int
    where: str

    @property
    def words(self) -> str:
        """The answer as the player read it."""
        return self.question.answers[self.answer]


def believed(program: Program, path: Sequence[Step], question: int) -> list[Belief]:
    """Every answer given to a question, or to all where it is negative, in order."""
    wanted = program.questions.ids[question] if question >= 0 else ""
    given = []
    for step in path:
        for event in step.events:
            if event.kind != "believed" or (wanted and event.id != wanted):
                continue
            answer, _, sureness = event.detail.partition(":")
            where = program.scenes[step.scene].title
            asked = program.questions[event.id]
            given.append(Belief(asked, answer, int(sureness), where))
    return given


def beliefs(program: Program, path: Sequence[Step], question: int) -> list[Block]:
    """Every answer given to a question, or to all, with where and how sure.

    From the second answer to a question on it is said what has moved.
    """
    rows = []
    given: dict[str, list[Belief]] = {}
    for now in believed(program, path, question):
        before = given.setdefault(now.question.id, [])
        rows.append(_belief_row(before, now))
        before.append(now)
    return [heading(phrases.BELIEVED), *(rows or [line(phrases.NEVER_ASKED)])]


def _belief_row(before: Sequence[Belief], now: Belief) -> Block:
    moved = ""
    if before:
        last = before[-1]
        same = now.answer == last.answer
        again = not same and any(now.answer == old.answer for old in before)
        moved = phrases.moved(last.sureness, now.sureness, same=same, again=again)
    spans = (
        Span(f"{now.where}: "),
        Span(f"{now.question.title} ", "", now.question.id),
        Span(now.words, "em"),
        Span(f" ({now.sureness} of {len(SURENESS)}) {moved}".rstrip()),
    )
    return Block("line", spans, sureness=now.sureness)


def statement(program: Program, path: Sequence[Step]) -> list[Block]:
    """What the player has put together: the parts that the choices say, as one."""
    parts = []
    for step in path:
        card = program.cards.get(step.item)
        for choice in program.scenes[step.scene].choices:
            if choice.says and step.key in (choice.key, *choice.was):
                title = card.title if card else ""
                parts.append(phrases.with_title(choice.says, title))
    return [Block("text", (Span(" ".join(parts), "em"),))] if parts else []


def wrote(path: Sequence[Step]) -> list[Block]:
    """The last free sentence that was written, given back as it stands."""
    written = [step.wrote for step in path if step.wrote][-1:]
    return [Block("text", (Span(phrases.WROTE), Span(text, "em"))) for text in written]


class Trace(NamedTuple):
    """What a choice left behind.

    Attributes:
        act: The act in which it was made.
        text: What is said of it.
        weighs: Whether it is one of those that weigh most.
    """

    act: str
    text: str
    weighs: bool


def lived(program: Program, path: Sequence[Step]) -> int:
    """How many steps there are up to the last dated scene; all where none is dated."""
    days = [program.scenes[step.scene].day[0] for step in path]
    dated = [at for at, day in enumerate(days) if 0 < day < _TODAY]
    return dated[-1] + 1 if dated else len(path)


def traces(program: Program, path: Sequence[Step]) -> list[Trace]:
    """What the player changed: the `leaves` lines of the choices that stand, each once.

    Nothing of the debrief's own last minutes: the scenes of today that come after all
    others are left out.
    """
    found: dict[str, Trace] = {}
    for step in path[: lived(program, path)]:
        act = program.scenes[step.scene].act
        for choice, text in _left(program, step):
            found.setdefault(text, Trace(act, text, choice.weighs))
    return list(found.values())


def leaves(program: Program, path: Sequence[Step]) -> list[str]:
    """The `leaves` lines of all choices of a play, in order, each once."""
    lines = [text for step in path for _, text in _left(program, step)]
    return list(dict.fromkeys(lines))


def _left(program: Program, step: Step) -> Iterator[tuple[ChoiceCode, str]]:
    card = program.cards.get(step.item)
    for choice in program.scenes[step.scene].choices:
        if choice.leaves and step.key in (choice.key, *choice.was):
            title = card.title if card else ""
            yield choice, phrases.with_title(choice.leaves, title)


def changes(program: Program, path: Sequence[Step]) -> list[Block]:
    """What the player changed, act by act."""
    rows: list[Block] = []
    for act, mine in groupby(traces(program, path), lambda trace: trace.act):
        rows += [heading(program.acts[act].title)] if act else []
        rows += [line(trace.text) for trace in mine]
    return [heading(phrases.CHANGED), *(rows or [line(phrases.NOTHING_CHANGED)])]


def refuted(program: Program) -> list[Fact]:
    """What the story's source documents have wrong; without any, what is repeated."""
    wrong = [each for each in program.facts.values() if each.status == "refuted"]
    return [fact for fact in wrong if fact.claims] or wrong


def audit_title(program: Program) -> str:
    """What `refuted` is called: an audit, where the story has documents to audit."""
    by_claims = any(fact.claims for fact in refuted(program))
    return phrases.AUDIT if by_claims else phrases.REPEATED


def audited(program: Program, state: State) -> bool:
    """Whether the play has come to where the story is audited."""
    return any(
        passage.show == "audit"
        for scene in members(state.seen | 1 << state.scene)
        for passage in program.scenes.nth(scene).passages
    )


def audit(program: Program) -> list[Block]:
    """Every wrong statement of the story's own sources, met or not, put right."""
    told = [row for fact in refuted(program) for row in fact_lines(program, fact)]
    return [heading(audit_title(program)), *told]


def seen(program: Program, state: State) -> list[Block]:
    """Coverage in numbers, without telling what was missed."""
    scenes = members(state.seen | 1 << state.scene)
    counts = [
        ("Scenes", len(scenes), len(program.scenes)),
        ("Cards found", len(members(state.found)), len(program.cards)),
        ("Cards in the box", len(state.box), len(program.cards)),
        ("Facts met", len(members(state.known)), len(program.facts)),
        ("Questions opened", len(members(state.opened)), len(program.questions)),
    ]
    rows = [line(f"{name}: {have} of {there}") for name, have, there in counts]
    return [heading(phrases.SEEN), *rows]


def card_row(program: Program, state: State, card: str) -> Block:
    """A card in a list, struck out where it is not in the box."""
    thing: Card = program.cards[card]
    kept = program.cards.at[card] in state.box
    spans = (Span(f"{distance(thing)}, {thing.kind}: "), Span(thing.title, "", card))
    return Block("line" if kept else "struck", spans, card)


def heading(text: str) -> Block:
    """A heading."""
    return Block("heading", (Span(text),))


def line(text: str, ref: str = "") -> Block:
    """A row of a list."""
    return Block("line", (Span(text),), ref)
