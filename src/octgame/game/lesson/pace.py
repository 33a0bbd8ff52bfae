"""How long a lesson takes as planned: reading, votes and talk."""

from typing import NamedTuple

from octgame.game.lesson.polls import (
    begin,
    come_in,
    decided,
    kept,
    outcome,
    polls,
)
from octgame.game.lesson.screens import content
from octgame.game.program import Code, Program
from octgame.game.state import State
from octgame.story.frame import SURENESS
from octgame.story.lessons import Lesson, Step

Read = State | tuple[int, ...]
"""What a step reads of a state."""

Counted = dict[tuple[str, Read, tuple[str, ...]], list[int]]
"""How many words a step projects, by its id, what it reads, the cards on the table."""


class Pace(NamedTuple):
    """The planned time of a step in seconds, by what the class may choose before it."""

    step: str
    least: int
    most: int

    @property
    def planned(self) -> int:
        """The middle between the two."""
        return (self.least + self.most) // 2


def pace(
    program: Program, lesson: Lesson, length: int, counted: Counted | None = None
) -> tuple[Pace, ...]:
    """The planned time of every step, whatever the class decides on the way.

    Each state that votes can lead to is followed. Which cards were kept changes a few
    words at most: there the first ones on the table stand for all.

    Args:
        program: The story.
        lesson: What is taught.
        length: In how many minutes.
        counted: What was counted for another length, most of which holds for this one.
    """
    counted = {} if counted is None else counted
    heeds = _heeds_beliefs(program, lesson)
    states = {begin(program)}
    table: tuple[str, ...] = ()
    found = []
    for step in lesson.path(length):
        states = {come_in(program, step, state) for state in states}
        table = (*table, *step.cards)
        unlike = {_read_of(step, state): state for state in states}
        words: list[int] = []
        for read, state in unlike.items():
            case = step.id, read, table
            if case not in counted:
                counted[case] = _words(program, lesson, step, state, table)
            words += counted[case]
        least, most = min(words), max(words)
        seconds = (step.planned(count, length) for count in (least, most))
        found.append(Pace(step.id, *seconds))
        if not step.vote or heeds or not step.vote.believe:
            states = {
                after
                for state in states
                for after in _after(program, step, state, table)
            }
        table = () if step.vote and step.vote.keep else table
    return tuple(found)


def _heeds_beliefs(program: Program, lesson: Lesson) -> bool:
    """Whether what the class believes changes anything in a scene of the lesson."""
    scenes = [program.scenes[step.scene] for step in lesson.steps if step.scene]
    choices = [choice for scene in scenes for choice in scene.choices]
    texts = [*(scene.passages for scene in scenes), *(one.then for one in choices)]
    conditions = [passage.condition for text in texts for passage in text]
    conditions += [choice.condition for choice in choices]
    return any(map(_names_belief, conditions))


def _names_belief(code: Code) -> bool:
    inner = (part for part in code if isinstance(part, tuple))
    return code[:1] in (("believes",), ("sure",)) or any(map(_names_belief, inner))


def _read_of(step: Step, state: State) -> Read:
    """What a step reads of a state: outside of a scene no more than the box."""
    vote = step.vote
    if step.scene or (vote is not None and vote.do):
        return state
    return state.box if step.show or (vote is not None and vote.keep) else ()


def _words(
    program: Program, lesson: Lesson, step: Step, state: State, table: tuple[str, ...]
) -> list[int]:
    """How many words a step projects, for each way its vote may end."""
    read = sum(screen.words for screen in content(program, lesson, step, state))
    asked = polls(program, step, state, table)
    read += sum(poll.words for poll in asked)
    if step.vote is None or not asked:
        return [read]
    if step.vote.keep:
        [after] = _after(program, step, state, table)
        return [read + kept(program, after, table).words]
    if not step.vote.do:
        return [read]
    ends = [outcome(program, state, option, "") for option in asked[0].options]
    return [read + sum(screen.words for screen in end) for end in ends]


def _after(
    program: Program, step: Step, state: State, table: tuple[str, ...]
) -> set[State]:
    """Every state that a step's vote can lead to."""
    asked = polls(program, step, state, table)
    if not asked or not asked[0].options:
        return {state}
    keys = [key for key, _ in asked[0].options]
    how_sure = [[str(SURENESS[0])]] if len(asked) > 1 else []
    if step.vote and step.vote.keep:
        return {decided(program, step, state, [keys[: asked[0].winners]])}
    return {decided(program, step, state, [[key], *how_sure]) for key in keys}
