"""What every front end of a class shows, and which moves can be made now."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from octgame.classroom.ballot import Motion, Tally
from octgame.classroom.lesson import Class
from octgame.game.lesson.polls import Poll
from octgame.game.page import Block
from octgame.story.lessons import READING, VOTING

LATE = 240
"""Seconds behind the plan from which the short path is offered."""

Voting = Literal["", "ready", "open", "closed", "sealed"]
"""No vote on the wall; one not opened yet; open; counted; counted, and hidden."""


class Slide(NamedTuple):
    """One screen of a lesson.

    Attributes:
        lesson, title: The titles of the lesson and of the step.
        step, steps: "2 of 9" on the path that is taken.
        when, place, role: Of the scene, or "".
        half: The half of the class that it is for, or "".
        kind: What is shown: a kind of screen, or "vote".
        heading: What it is, or "".
        blocks: One paragraph of at most 45 words, or rows.
        source: Where it comes from, one line.
        motion: The vote on the wall, or None.
        voting: How the vote stands.
        number: The ballot that is open, or was last.
        tally: What came of the vote, or None while it is hidden.
        tied: The winners that only their place in the list sets before an equal.
        earlier: What came of the same question before, beside it, or None.
        reason: The minority's reason, or "".
        sentence: The class's sentence, or "".
        note: The teacher's notes, for paper or a second terminal; never projected.
        behind: Seconds behind the plan; negative where there is time in hand.
        moves: What can be done now; one that ends in a colon needs counts or words.
    """

    lesson: str
    title: str
    step: int
    steps: int
    when: str
    place: str
    role: str
    half: str
    kind: str
    heading: str
    blocks: tuple[Block, ...]
    source: str
    motion: Motion | None
    voting: Voting
    number: int
    tally: Tally | None
    tied: tuple[str, ...]
    earlier: Tally | None
    reason: str
    sentence: str
    note: tuple[str, ...]
    behind: int
    moves: tuple[str, ...]


def view(group: Class, seconds: int = 0) -> Slide:
    """What is on the wall.

    Args:
        group: Where the class stands.
        seconds: How long the lesson has lasted.
    """
    program, step, here = group.program, group.step, group.here
    scene = program.scenes[step.scene] if step.scene else None
    place = program.codex[scene.place].title if scene and scene.place else ""
    role = program.roles[step.role].name if step.role else ""
    halves = {half.id: half.name for half in group.lesson.halves}
    poll = here if isinstance(here, Poll) else None
    screen = here if not isinstance(here, Poll) else None
    voting = _voting(group)
    tally = group.tally if voting == "closed" else None
    return Slide(
        lesson=group.lesson.title,
        title=step.title,
        step=group.at + 1,
        steps=len(group.path),
        when=scene.when_short if scene else "",
        place=place,
        role=role,
        half=halves.get(step.half, ""),
        kind=screen.kind if screen else "vote",
        heading=screen.heading if screen else poll.ask if poll else "",
        blocks=screen.blocks if screen else (),
        source=screen.source if screen else "",
        motion=group.motion,
        voting=voting,
        number=group.number,
        tally=tally,
        tied=tally.drawn(poll.winners) if tally and poll else (),
        earlier=_earlier(group) if voting == "closed" else None,
        reason=_said(group, "reason"),
        sentence=_said(group, "sentence"),
        note=tuple(paragraph.plain for paragraph in step.say),
        behind=behind(group, seconds),
        moves=tuple(_moves(group, seconds)),
    )


def behind(group: Class, seconds: int) -> int:
    """How many seconds a class is behind its plan; negative where it is ahead.

    While it stands where the plan has it, it is neither.
    """
    before = sum(group.plan[step.id] for step in group.path[: group.at])
    each = [_planned(group, at) for at in range(group.stop + 1)]
    begins = before + sum(each[:-1])
    return min(seconds - begins, 0) or max(seconds - begins - each[-1], 0)


def _planned(group: Class, at: int) -> int:
    """The planned seconds of a stop; its step's talk is at its first vote, or last."""
    stop = group.stops[at]
    reading = round(stop.words * 60 / READING)
    polls = group.polls
    talks = stop == polls[0] if polls else at + 1 == len(group.stops)
    talk = group.step.talk(group.length) if talks else 0
    return reading + talk + (VOTING if isinstance(stop, Poll) else 0)


def _voting(group: Class) -> Voting:
    if group.poll is None:
        return ""
    if group.tally is None:
        return "open" if group.voting else "ready"
    vote = group.step.vote
    return "sealed" if vote and vote.sealed else "closed"


def _earlier(group: Class) -> Tally | None:
    """What the class answered to the same question in an earlier step."""
    if group.motion is None or group.motion.kind != "believe":
        return None
    keys = group.motion.keys
    before = [
        result.tally
        for result in group.results
        if result.step != group.step.id and result.tally.motion.keys == keys
    ]
    return before[-1] if before else None


def _said(group: Class, kind: str) -> str:
    said = [one for one in group.said if one.kind == kind]
    if kind == "reason":
        asked = group.motion.id if group.motion else ""
        said = [one for one in said if one.step == asked]
    return said[-1].text if said else ""


def _moves(group: Class, seconds: int) -> Iterator[str]:
    if group.poll is not None and group.tally is None:
        yield "close:" if group.voting else "open"
    elif not group.is_at_end:
        yield "next"
    if group.is_split:
        yield "both"
    if group.hears_minority:
        yield "reason:"
    if "ticket" in group.step.show:
        yield "sentence:"
    if not isinstance(group.here, Poll) and group.here.kind == "note":
        yield "step_back"
    ahead = group.path[group.at + 1 :]
    if behind(group, seconds) > LATE and any(step.late for step in ahead):
        yield "short"
    yield from [f"jump:{step.id}" for step in ahead if step.must][:1]
    if group.before is not None:
        yield "undo"
