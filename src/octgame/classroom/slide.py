"""What every front end of a class shows, and which keys work now."""

from typing import Literal, NamedTuple

from octgame.classroom.ballot import Motion, Tally
from octgame.classroom.lesson import Class
from octgame.game.lesson.polls import Poll
from octgame.game.page import Block
from octgame.story.lessons import Step

LATE = 240
"""Seconds behind the plan from which the short path is offered."""

Voting = Literal["", "ready", "open", "closed", "sealed"]
"""No vote on the wall; one not opened yet; open; counted; counted, and hidden."""


class Key(NamedTuple):
    """A key that works now: the key, its word on the wall, the move it makes.

    A `move` that ends in a colon needs counts or words behind it.
    """

    key: str
    word: str
    move: str


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
        hands: Hands typed so far, or ().
        tally: What came of the vote, or None while it is hidden.
        earlier: What came of the same question before, beside it, or None.
        reason: The minority's reason, or "".
        sentence: The class's sentence, or "".
        note: The teacher's notes, for paper or a second terminal; never projected.
        behind: Seconds behind the plan; negative where there is time in hand.
        keys: What can be done now, in the order shown.
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
    hands: tuple[int, ...]
    tally: Tally | None
    earlier: Tally | None
    reason: str
    sentence: str
    note: tuple[str, ...]
    behind: int
    keys: tuple[Key, ...]


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
        hands=group.hands,
        tally=group.tally if voting == "closed" else None,
        earlier=_earlier(group) if voting == "closed" else None,
        reason=_said(group, "reason"),
        sentence=_said(group, "sentence"),
        note=tuple(paragraph.plain for paragraph in step.say),
        behind=behind(group, seconds),
        keys=tuple(_keys(group, seconds)),
    )


def behind(group: Class, seconds: int) -> int:
    """How many seconds a class is behind its plan; negative where it is ahead."""
    passed = sum(group.plan[step.id] for step in group.path[: group.at])
    share = (group.stop + 1) / len(group.stops)
    return seconds - passed - round(group.plan[group.step.id] * share)


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
        said = [one for one in said if one.step == group.step.id]
    return said[-1].text if said else ""


def _keys(group: Class, seconds: int) -> list[Key]:
    keys = [*_vote_keys(group)]
    at_vote = group.poll is not None and group.tally is None
    if not at_vote and (group.stop + 1 < len(group.stops) or _ahead(group)):
        keys.insert(0, Key("space", "next", "next"))
    if group.split:
        keys.append(Key("o", "read both", "both"))
    if _may_be_explained(group):
        keys.append(Key("m", "a reason of the minority", "reason:"))
    if "ticket" in group.step.show:
        keys.append(Key("e", "a sentence of the class", "sentence:"))
    if not isinstance(group.here, Poll) and group.here.kind == "note":
        keys.append(Key("k", "step back", "step_back"))
    if behind(group, seconds) > LATE and any(step.late for step in _ahead(group)):
        keys.append(Key("t", "take the short path", "short"))
    must = next((step.id for step in _ahead(group) if step.must), "")
    if must:
        keys.append(Key(">", "skip to what must be", f"jump:{must}"))
    if group.before is not None:
        keys.append(Key("u", "undo", "undo"))
    return keys


def _may_be_explained(group: Class) -> bool:
    """Whether a minority can be asked for its reason: the class has seen the result."""
    vote = group.step.vote
    seen = group.tallies[:1] if vote and not vote.sealed else ()
    return any(tally.minority for tally in seen)


def _vote_keys(group: Class) -> list[Key]:
    if group.poll is None or group.tally is not None:
        return []
    hands = Key("h", "type hands", "hands:")
    if group.voting:
        return [hands, Key("c", "close the vote", "close")]
    return [Key("v", "open the vote", "open"), hands]


def _ahead(group: Class) -> tuple[Step, ...]:
    return group.path[group.at + 1 :]
