"""How long after its subject a card was made, in words for a class."""

import re

from octgame.game.sourceline import distance
from octgame.story.evidence import Card

_UNITS = {"d": "day", "mo": "month", "y": "year"}


def since(card: Card) -> str:
    """The distance written out: "the same day", "about 20 years after"."""
    return _in_words(distance(card))


def _in_words(short: str) -> str:
    """A distance such as "+3 y", "about +20 y" or "+5 mo to +3 y" in words."""
    found = re.findall(r"([+-])(\d+)(?: (d|mo|y)\b)?", short)
    if not found:
        return short
    about = "about " if short.startswith("about ") else ""
    ends = [_amount(int(count), unit) if unit else count for _, count, unit in found]
    if len(ends) == 1 and ends[0].startswith("the same"):
        return f"{about}{ends[0]}"
    side = "before" if found[-1][0] == "-" else "after"
    return f"{about}{' to '.join(ends)} {side}"


def _amount(count: int, unit: str) -> str:
    word = _UNITS[unit]
    if not count:
        return f"the same {word}"
    return f"{count} {word}{'' if count == 1 else 's'}"
