"""One finding for one mistake: what only follows from another is not told beside it."""

from collections.abc import Iterable, Iterator

from octgame.authoring.enclosing import Enclosing, Path
from octgame.loading.diagnostics import Diagnostic

BEHIND = {
    "never-true": ("unreached-scene", "unreached-choice", "unreached-text"),
    "always-true": ("never-closed",),
    "next-of-nothing": ("broken-play",),
}
"""Codes, and those that follow from them for the thing that they are told of."""


def causes(found: Iterable[Diagnostic], enclosing: Enclosing) -> Iterator[Diagnostic]:
    """The findings without those that follow from others.

    Args:
        found: Every finding.
        enclosing: Says what a finding is told of.
    """
    found = list(found)
    told = {
        (code, _about(one, enclosing))
        for one in found
        for code in BEHIND.get(one.code, ())
    }
    for one in found:
        if (one.code, _about(one, enclosing)) not in told:
            yield one


def _about(one: Diagnostic, enclosing: Enclosing) -> Path:
    """What a finding is about: where it is on a condition, what that stands on."""
    path = enclosing.path(one.at)
    if one.code in ("next-of-nothing", "broken-play"):
        return path[:2]
    return path[:-1] if path[-1:] in (("if",), ("else",)) else path
