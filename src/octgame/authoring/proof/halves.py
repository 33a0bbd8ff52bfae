"""A story's roles in two halves that never meet, and a second process for one of them.

A play that has become one role seldom becomes another. Where the roles fall apart so,
each half is a net of its own, with the scenes before a role is chosen in both.
"""

import os
from collections import Counter
from collections.abc import Callable
from copy import copy

from octgame.authoring.proof.net import NOBODY, Net
from octgame.loading.beside import may_fork

LEAST = 200
"""Places of a net that a second process is worth starting for."""


def halves(net: Net) -> list[Net]:
    """A net in two halves by roles, or as it is where it cannot or need not be."""
    if len(net.places) < LEAST or not may_fork():
        return [net]
    size = Counter(place.role for place in net.places)
    parts = [0, 0]
    for group in sorted(_apart(net), key=lambda group: -sum(size[r] for r in group)):
        weights = [
            sum(size[role] for role in size if part >> role & 1) for part in parts
        ]
        parts[weights.index(min(weights))] |= sum(1 << role for role in group)
    return [_only(net, roles) for roles in parts] if all(parts) else [net]


def _apart(net: Net) -> list[set[int]]:
    """The roles in groups, of which a play stays in one."""
    groups = {place.role: {place.role} for place in net.places}
    del groups[NOBODY]
    for edges in net.out:
        for edge in edges:
            before, after = net.places[edge.source].role, net.places[edge.target].role
            if before != NOBODY and groups[before] is not groups[after]:
                groups[before] |= groups[after]
                for role in groups[after]:
                    groups[role] = groups[before]
    return list({id(group): group for group in groups.values()}.values())


def _only(net: Net, roles: int) -> Net:
    """A net in which a play that becomes another role is out of sight."""
    roles |= 1 << NOBODY
    mine = [bool(roles >> place.role & 1) for place in net.places]
    part = copy(net)
    part.places = [
        place if is_mine else place._replace(kind="away")
        for place, is_mine in zip(net.places, mine, strict=True)
    ]
    part.out = [
        out if is_mine else [] for out, is_mine in zip(net.out, mine, strict=True)
    ]
    return part


def aside(work: Callable[[], bytes]) -> Callable[[], bytes]:
    """Begin some work in a second process.

    Args:
        work: What is to be done there.

    Returns:
        What waits for its result; b"" where it failed.
    """
    hear, tell = os.pipe()
    child = os.fork()
    if not child:
        try:
            with os.fdopen(tell, "wb") as out:
                out.write(work())
        finally:
            os._exit(0)
    os.close(tell)

    def done() -> bytes:
        with os.fdopen(hear, "rb") as into:
            found = into.read()
        os.waitpid(child, 0)
        return found

    return done
