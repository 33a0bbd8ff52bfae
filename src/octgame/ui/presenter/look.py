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


def least_contrast(theme: str) -> float:
    """The least WCAG contrast of any text on a wall, 1 to 21."""
    palettes = [PALETTES[theme]]
    palettes += [palettes[0]._replace(red=a, wedge=a) for a in ACCENTS[theme].values()]
    return min(
        _contrast(ink, ground)
        for p in palettes
        for ink, ground in (
            (p.ink, p.paper),
            (p.quiet, p.paper),
            (p.red, p.paper),
            (p.on_band, p.band),
            (p.on_foot, p.foot),
            (p.red_on_foot, p.foot),
            (p.paper, p.alarm),
            (p.on_wedge, p.wedge),
        )
    )


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """The relative luminance of #rrggbb, 0 to 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
