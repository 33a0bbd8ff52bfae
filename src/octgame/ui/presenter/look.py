"""How a wall looks: an accent for each kind of vote, and how densely words are set."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from octgame.classroom.ballot import VoteKind
from octgame.ui.look import CLASS_THEMES, PALETTES, Inks, inked

LIGHT, DARK = CLASS_THEMES

ACCENTS: Mapping[str, Mapping[VoteKind, str]] = {
    LIGHT: {"do": "#8e1204", "believe": "#123f8c", "print": "#1b5219"},
    DARK: {"do": "#ffab98", "believe": "#a9c8ff", "print": "#a5e29f"},
}
"""The colour of each kind of vote; its word stands beside it."""

WORDS: Mapping[VoteKind, str] = {
    "do": "DO",
    "believe": "BELIEVE",
    "print": "PRINT",
}
ABOUT: Mapping[VoteKind, str] = {
    "do": "what is done",
    "believe": "what you hold to be so",
    "print": "the word that goes to print",
}


class Density(NamedTuple):
    """How densely words are set.

    Attributes:
        column: The width of the column in cells.
        leading: Blank rows between two rows of a paragraph.
        apart: Blank rows between paragraphs.
    """

    column: int
    leading: int
    apart: int


DENSITIES = (
    Density(40, 1, 2),
    Density(48, 1, 2),
    Density(54, 1, 1),
    Density(52, 0, 1),
    Density(58, 0, 1),
    Density(58, 0, 0),
)
USUAL = 1
"""The place in `DENSITIES` that a class begins with."""


@cache
def wall_inks(theme: str, kind: VoteKind | None = None) -> Inks:
    """The inks of a wall; those of a vote have its kind's accent."""
    name = theme if theme in ACCENTS else LIGHT
    palette = PALETTES[name]
    accent = ACCENTS[name][kind] if kind else palette.red
    return inked(palette._replace(red=accent, wedge=accent))
