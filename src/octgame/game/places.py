"""The places of a story as a play knows them: where it is, where it has been."""

import math
from collections.abc import Iterator
from typing import Literal, NamedTuple

from octgame.game.program import Program
from octgame.game.state import State, members

Standing = Literal["here", "been", "other"]
Point = tuple[int, int]
"""Latitude and longitude in thousandths of a degree."""

KILOMETRES = 40_008 / 360_000
"""Along a meridian, in a thousandth of a degree."""
WINDS = (
    *("north", "north-east", "east", "south-east"),
    *("south", "south-west", "west", "north-west"),
)
BESIDE = 0.05
"""Kilometres below which two places are one."""


class Place(NamedTuple):
    """A place of the codex that has coordinates.

    Attributes:
        standing: Whether the play is there, has been, or neither.
        way: How far from where the play is, in words, or "".
    """

    id: str
    title: str
    at: Point
    standing: Standing
    way: str


def places(program: Program, state: State) -> list[Place]:
    """The places that lie on a map: here, then where one has been, then the others."""
    here = program.scenes.nth(state.scene).place
    been = {program.scenes.nth(scene).place for scene in members(state.seen)}
    start = program.codex[here].at if here else None
    found = [
        Place(
            key,
            title,
            at,
            "here" if key == here else "been" if key in been else "other",
            path_to(start, at) if start else "",
        )
        for key, title, at in _located(program)
    ]
    order = ("here", "been", "other")
    return sorted(found, key=lambda place: order.index(place.standing))


def path_to(start: Point, end: Point) -> str:
    """How far and in which direction: "1.2 km north-east"; "" where it is beside."""
    north = (end[0] - start[0]) * KILOMETRES
    east = (end[1] - start[1]) * KILOMETRES * shrink(start[0])
    far = math.hypot(north, east)
    if far < BESIDE:
        return ""
    wind = WINDS[round(math.atan2(east, north) / math.tau * len(WINDS)) % len(WINDS)]
    return f"{far:.1f} km {wind}" if far < 10 else f"{far:.0f} km {wind}"


def shrink(latitude: int) -> float:
    """How much shorter a degree of longitude is than one of latitude.

    Args:
        latitude: In thousandths of a degree.
    """
    return math.cos(math.radians(latitude / 1000))


def _located(program: Program) -> Iterator[tuple[str, str, Point]]:
    for entry in program.codex.values():
        if entry.kind == "place" and entry.at is not None:
            yield entry.id, entry.title, entry.at
