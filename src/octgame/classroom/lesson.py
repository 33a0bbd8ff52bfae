"""A class in its lesson, as one immutable value."""

from collections.abc import Sequence
from hashlib import sha256
from typing import NamedTuple

from octgame.classroom.ballot import Motion, Option, Tally
from octgame.errors import UsageError
from octgame.game import phrases
from octgame.game.lesson.pace import pace
from octgame.game.lesson.polls import (
    Poll,
    begin,
    come_in,
    decided,
    kept,
    outcome,
    polls,
)
from octgame.game.lesson.screens import Screen, content
from octgame.game.page import Block
from octgame.game.program import Program
from octgame.game.state import State, digest
from octgame.story.lessons import Lesson, Step
from octgame.story.prose import Span
from octgame.story.safe import safe_line

_NOTHING = Screen("text", "", (Block("text", (Span(phrases.NOT_LAID),)),))
"""Stands for a step that was jumped to past the cards that it votes on."""


class Result(NamedTuple):
    """What came of a vote.

    Attributes:
        step: Where it was taken.
        tally: Its totals.
        sealed: Whether the class has not seen it yet.
    """

    step: str
    tally: Tally
    sealed: bool = False


class Said(NamedTuple):
    """Words of the class as the teacher typed them: a reason, or the one sentence."""

    step: str
    kind: str
    text: str


class Class(NamedTuple):
    """Where a class stands.

    Attributes:
        program, lesson: What is played.
        length: For how many minutes it is planned.
        plan: The planned seconds of each step, by its id.
        path: The steps that are taken; the short path leaves some out.
        at, stop: The step, and the place in it.
        entry: The state in the step's scene before its vote.
        table: The cards that lie on the table.
        voting: Whether a vote is open.
        number: How many votes were opened; it tells the ballots apart.
        tallies: What came of the step's votes so far.
        both: Whether the other branch of a split vote is read too.
        results: What came of every vote of the lesson.
        said: Reasons and sentences.
        put_out: Cards of the last table that the class left out of its box.
        before: Where the class stood before its last move.
    """

    program: Program
    lesson: Lesson
    length: int
    plan: dict[str, int]
    path: tuple[Step, ...]
    entry: State
    at: int = 0
    stop: int = 0
    table: tuple[str, ...] = ()
    voting: bool = False
    number: int = 0
    tallies: tuple[Tally, ...] = ()
    both: bool = False
    results: tuple[Result, ...] = ()
    said: tuple[Said, ...] = ()
    put_out: tuple[str, ...] = ()
    before: "Class | None" = None

    @property
    def step(self) -> Step:
        """The step it is in."""
        return self.path[self.at]

    @property
    def state(self) -> State:
        """The state after what was decided in this step."""
        won = [winners(t, p) for t, p in zip(self.tallies, self.polls, strict=False)]
        return decided(self.program, self.step, self.entry, won)

    @property
    def polls(self) -> tuple[Poll, ...]:
        """What the step puts to the vote; where nothing can be chosen, nothing."""
        asked = polls(self.program, self.step, self.entry, self.table)
        return asked if all(len(poll.options) > 1 for poll in asked) else ()

    @property
    def stops(self) -> tuple[Screen | Poll, ...]:
        """Everything there is to stop at in this step, as far as it is known."""
        found: list[Screen | Poll] = [*self._content]
        for poll, tally in zip(self.polls, (*self.tallies, None), strict=False):
            found.append(poll)
            if tally is None:
                break
            found += self._came_of(poll, tally)
        return tuple(found) or (_NOTHING,)

    @property
    def is_at_end(self) -> bool:
        """Whether nothing comes after what is on the wall."""
        last_step, last_stop = len(self.path) - 1, len(self.stops) - 1
        return (self.at, self.stop) == (last_step, last_stop)

    @property
    def here(self) -> Screen | Poll:
        """What is on the wall."""
        return self.stops[self.stop]

    @property
    def poll(self) -> Poll | None:
        """The vote that is on the wall, or None."""
        return self.here if isinstance(self.here, Poll) else None

    @property
    def motion(self) -> Motion | None:
        """The vote on the wall as it is put to the class, or None."""
        return motion(self.poll) if self.poll else None

    @property
    def tally(self) -> Tally | None:
        """What came of the vote on the wall, once it is closed."""
        return next(
            (t for t in self.tallies if self.poll and t.motion.id == self.poll.id), None
        )

    @property
    def is_split(self) -> bool:
        """Whether the other branch of the step's vote can be read as well."""
        vote = self.step.vote
        done = self.tallies[:1] if vote and vote.do else ()
        return not self.both and any(tally.is_split for tally in done)

    @property
    def hears_minority(self) -> bool:
        """Whether its reason can be asked: for what was answered, not for how sure."""
        seen, vote = self.tally, self.step.vote
        if seen is None or vote is None or vote.sealed:
            return False
        return seen.motion.id == self.step.id and bool(seen.minority)

    @property
    def _content(self) -> tuple[Screen, ...]:
        return content(self.program, self.lesson, self.step, self.entry, self.put_out)

    def _came_of(self, poll: Poll, tally: Tally) -> Sequence[Screen]:
        """What is told after a vote."""
        vote, won = self.step.vote, winners(tally, poll)
        if vote is None or not won:
            return ()
        if vote.keep:
            return (kept(self.program, self.state, self.table),)
        if not vote.do:
            return ()
        keys = [*won, tally.minority] if self.both else won
        texts = dict(poll.options)
        return [
            screen
            for key in keys
            for screen in outcome(
                self.program,
                self.entry,
                (key, texts[key]),
                phrases.INTO_BOX if key in won else phrases.NOT_FOUND,
            )
        ]


def start(program: Program, lesson: str, length: int = 0) -> Class:
    """A class at the beginning of a lesson.

    Args:
        program: The story.
        lesson: The lesson's id.
        length: In minutes; the lesson's first where it is 0.

    Raises:
        UsageError: There is no such lesson, or it is not planned for that length.
    """
    known = program.lessons.get(lesson)
    if known is None:
        names = ", ".join(program.lessons) or "none"
        raise UsageError(
            f"there is no lesson {safe_line(lesson, 60)!r}", f"Lessons: {names}."
        )
    length = length or known.lengths[0]
    if length not in known.lengths:
        planned = ", ".join(map(str, known.lengths))
        raise UsageError(
            f"the lesson {known.id!r} is not planned for {length} minutes",
            f"It is for: {planned}.",
        )
    plan = {step.step: step.planned for step in pace(program, known, length)}
    path = known.path(length)
    return enter(Class(program, known, length, plan, path, begin(program)), 0)


def motion(poll: Poll) -> Motion:
    """A poll as it is put to the vote."""
    return Motion(
        poll.id, poll.kind, poll.ask, tuple(Option(*pair) for pair in poll.options)
    )


def winners(tally: Tally, poll: Poll) -> list[str]:
    """The options that won, the first first; of equals those listed first."""
    ranked = sorted(zip(tally.counts, tally.motion.keys, strict=True), key=_most)
    return [key for count, key in ranked[: poll.winners] if count]


def print_of(group: Class) -> str:
    """A hash of where a class stands, 16 hexadecimal digits, for its journal."""
    told = (
        [step.id for step in group.path],
        (group.at, group.stop, group.voting, group.number, group.both),
        [(r.step, r.tally.motion.id, r.tally.counts) for r in group.results],
        (group.said, group.table, group.put_out),
        digest(group.program, group.state),
    )
    return sha256(repr(told).encode()).hexdigest()[:16]


def _most(counted: tuple[int, str]) -> int:
    return -counted[0]


def enter(group: Class, at: int) -> Class:
    """Come into a step, afresh."""
    left = group.step
    kept_some = left.vote and left.vote.keep and group.tallies
    table = () if kept_some else group.table
    step = group.path[at]
    return group._replace(
        at=at,
        stop=0,
        entry=come_in(group.program, step, group.state),
        table=tuple(dict.fromkeys((*table, *step.cards))),
        voting=False,
        tallies=(),
        both=False,
        results=tuple(result for result in group.results if result.step != step.id),
    )
