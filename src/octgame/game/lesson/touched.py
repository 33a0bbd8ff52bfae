"""What a lesson rests on: the cards, facts and claims along its path."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from octgame.game.program import ChoiceCode, Program
from octgame.story.lessons import Lesson, Step


class Touched(NamedTuple):
    """What a class may meet, each id once, in the order of the lesson.

    Attributes:
        cards: Laid on the table, on a sheet, or found by a vote.
        facts: Projected, revealed by a scene or by a vote, at issue in the question,
            or answering a misconception.
        claims: Those of the catalogue that these and the views carry.
    """

    cards: tuple[str, ...]
    facts: tuple[str, ...]
    claims: tuple[str, ...]


def touched(program: Program, lesson: Lesson, length: int) -> Touched:
    """What a lesson of that length in minutes touches, whatever a class decides."""
    question = program.questions[lesson.question]
    path = lesson.path(length)
    cards = _once(
        *(_cards(program, step) for step in path),
        *(half.cards for half in lesson.halves),
    )
    facts = _once(
        *(_facts(program, step) for step in path),
        question.facts,
        (one.fact for one in question.at_odds),
        *(one.facts for one in lesson.misconceptions),
    )
    claims = _once(
        *(program.facts[key].claims for key in facts),
        *(program.cards[key].claims for key in cards),
        *(view.claims for view in question.views),
    )
    return Touched(cards, facts, claims)


def _cards(program: Program, step: Step) -> Iterator[str]:
    yield from step.cards
    for choice in _choices(program, step):
        yield from (program.cards.ids[card] for card in choice.finds)


def _facts(program: Program, step: Step) -> Iterator[str]:
    yield from step.facts
    if step.scene:
        revealed = program.scenes[step.scene].reveals
        yield from (program.facts.ids[fact] for fact in revealed)
    for choice in _choices(program, step):
        yield from (program.facts.ids[fact] for fact in choice.reveals)


def _choices(program: Program, step: Step) -> Iterator[ChoiceCode]:
    """The choices that the step puts to the vote."""
    if step.scene and step.vote:
        for choice in program.scenes[step.scene].choices:
            if choice.key in step.vote.do:
                yield choice


def _once(*parts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(parts)))
