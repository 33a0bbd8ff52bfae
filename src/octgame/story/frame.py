"""What holds a story together: roles, acts, variables, the map, the box."""

from typing import Literal, NamedTuple

BOX_PLACES = 9
SURENESS = (1, 2, 3, 4)

Value = int | bool | str


class Variable(NamedTuple):
    """What a story remembers beside scenes, cards and beliefs.

    Attributes:
        type: "number", "flag" or "word".
        start: The value at the beginning.
        least, greatest: The bounds of a number, at most 16 values apart.
        words: What a word variable may hold.
    """

    id: str
    type: Literal["number", "flag", "word"]
    start: Value
    least: int = 0
    greatest: int = 1
    words: tuple[str, ...] = ()
    about: str = ""


class Role(NamedTuple):
    """A witness who can be played."""

    id: str
    name: str
    about: str


class Act(NamedTuple):
    """A part of the story: its scenes in the order in which `to: next` goes."""

    id: str
    title: str
    scenes: tuple[str, ...]


class Shore(NamedTuple):
    """A line of the map's outline, in thousandths of a degree (latitude, longitude)."""

    name: str
    points: tuple[tuple[int, int], ...]
