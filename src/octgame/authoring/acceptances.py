"""Findings that the author accepts, with a reason; what accepts nothing is told."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from octgame.authoring.enclosing import Enclosing, Path
from octgame.loading.decoding.shapes import ACCEPTS
from octgame.loading.diagnostics import Diagnostic
from octgame.loading.source.nodes import MapNode, Node, ScalarNode


class Accepted(NamedTuple):
    """A finding that is meant so, and why."""

    finding: Diagnostic
    reason: str


class Judged(NamedTuple):
    """What became of the findings on a story.

    Attributes:
        found: Those that nobody accepts.
        accepted: The others.
        idle: What accepts no finding, as findings.
    """

    found: list[Diagnostic]
    accepted: list[Accepted]
    idle: list[Diagnostic]


def judge(
    found: Iterable[Diagnostic], nodes: Mapping[Path, Node], enclosing: Enclosing
) -> Judged:
    """Part the findings that are accepted from those that are not.

    A finding is accepted by the innermost thing that it stands in and that accepts
    its code. Errors never are.

    Args:
        found: Every finding.
        nodes: Every entry and field of the story.
        enclosing: Says in what a finding stands.
    """
    reasons = _reasons(nodes)
    judged, used = Judged([], [], []), set()
    for one in found:
        way = _acceptance(one, reasons, enclosing) if reasons else None
        if way is None:
            judged.found.append(one)
        else:
            used.add(way)
            judged.accepted.append(Accepted(one, reasons[way].text))
    for way in reasons.keys() - used:
        message = f"there is no “{way[-1]}” here to accept"
        at = nodes[way].at
        judged.idle.append(Diagnostic(at, "warning", "idle-acceptance", message))
    return judged


def _reasons(nodes: Mapping[Path, Node]) -> dict[Path, ScalarNode]:
    """The reason of each acceptance, by the way to it: (…, "accepts", code)."""
    return {
        (*path, code.text): reason
        for path, node in nodes.items()
        if path[-1] == ACCEPTS.name and isinstance(node, MapNode)
        for code, reason in node.pairs
        if isinstance(reason, ScalarNode)
    }


def _acceptance(
    one: Diagnostic, reasons: Mapping[Path, ScalarNode], enclosing: Enclosing
) -> Path | None:
    """The way to what accepts a finding, or None."""
    if one.severity == "error":
        return None
    path = enclosing.path(one.at)
    ways = (
        (*path[:length], ACCEPTS.name, one.code) for length in range(len(path), 0, -1)
    )
    story = ("story", ACCEPTS.name, one.code)
    return next((way for way in (*ways, story) if way in reasons), None)
