"""Everything that is wrong with a story, beyond what reading it tells."""

from collections.abc import Iterator
from typing import NamedTuple

from octgame.authoring.acceptances import Accepted, judge
from octgame.authoring.causes import causes
from octgame.authoring.codes import EVERY
from octgame.authoring.dates import check_dates
from octgame.authoring.enclosing import Enclosing, Positions
from octgame.authoring.findings import Report, proved
from octgame.authoring.lessons import check_lessons
from octgame.authoring.linked import linked
from octgame.authoring.newcomers import check_newcomers
from octgame.authoring.proof.whole import prove
from octgame.authoring.unused import check_uses
from octgame.authoring.unwritten import check_unwritten
from octgame.game.compile import compile_story
from octgame.loading.diagnostics import Diagnostic, Diagnostics
from octgame.loading.load import Loaded
from octgame.story.model import Story

STUCK = ("dead-end", "trap", "broken-play")
"""While one of these stands, what the proof could not tell is no news."""


class Checked(NamedTuple):
    """What is to be said of a story, by position.

    Attributes:
        findings: What is wrong with it.
        accepted: What its author says is meant so.
    """

    findings: list[Diagnostic]
    accepted: list[Accepted]


def findings(loaded: Loaded, *, proof: bool = True) -> list[Diagnostic]:
    """Every finding on a story that is not accepted; see `checked`."""
    return checked(loaded, proof=proof).findings


def checked(loaded: Loaded, *, proof: bool = True) -> Checked:
    """Every finding on a story, those of reading it too.

    Args:
        loaded: The story as it was read.
        proof: Whether it is also proved what plays meet, which takes longer.
    """
    into = Diagnostics(loaded.diagnostics.sources)
    into.take(loaded.diagnostics)
    for one in check_unwritten(loaded):
        into.add(one)
    if loaded.story is not None:
        for one in _of_story(loaded.story, loaded.positions, proof=proof):
            into.add(one)
    enclosing = Enclosing(loaded.nodes)
    judged = judge(causes(into.found, enclosing), loaded.nodes, enclosing)
    stuck = any(one.code in STUCK for one in judged.found)
    told = [one for one in judged.found if not stuck or one.code != "not-proved"]
    searched = all(one.code != "not-proved" for one in into.found)
    if loaded.story is not None and proof and searched:
        told += map(into.quoted, judged.idle)
    return Checked(
        sorted(map(_advised, told), key=lambda one: (one.at, one.code)),
        sorted(judged.accepted, key=lambda one: one.finding.at),
    )


def _advised(one: Diagnostic) -> Diagnostic:
    """A finding that says what to do: where it does not, as its code says."""
    return one if one.hint else one._replace(hint=EVERY[one.code].advice)


def _of_story(
    story: Story, positions: Positions, *, proof: bool
) -> Iterator[Diagnostic]:
    report = Report(positions)
    yield from check_uses(story, report)
    yield from check_dates(story, report)
    yield from check_newcomers(story, report)
    yield from _astray(story, report)
    certain = story.scenes.keys() - linked(story)
    yield from (
        report(
            ("scenes", scene),
            "unreachable-scene",
            f"no choice and no act leads to the scene “{scene}”",
            "Name it in an act, in a `to:` or in `ways:`.",
            "error",
        )
        for scene in story.scenes
        if scene in certain
    )
    if not (proof or story.lessons):
        return
    program = compile_story(story)
    yield from check_lessons(program, report)
    if proof:
        yield from proved(program, prove(program), certain, report)


def _astray(story: Story, report: Report) -> Iterator[Diagnostic]:
    """`to: next` means nothing in a scene that stands in no act."""
    listed = {key for act in story.acts.values() for key in act.scenes}
    for scene in story.scenes.values():
        if scene.id in listed:
            continue
        for choice in scene.choices:
            if choice.to == "next":
                yield report(
                    ("scenes", scene.id, "choices", choice.key),
                    "next-of-nothing",
                    f"“{scene.id}” stands in no act, so nothing comes next",
                    "Give the choice a `to:`, or name the scene in an act.",
                    "error",
                )
