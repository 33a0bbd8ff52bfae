"""Where a class lies: its folder, and those before it on the same day."""

from itertools import count
from pathlib import Path

from octgame.classroom.folder import VOTES
from octgame.classroom.lesson import Class
from octgame.saves.files import numbers

MOST_A_DAY = 50
"""Classes of one lesson on one day that are looked for."""


def latest(base: Path) -> Path | None:
    """The folder of the last class that has begun, or None.

    Args:
        base: The day's first folder; those after it end in -2, -3 and so on.
    """
    begun = [f for at in range(1, MOST_A_DAY) if numbers(f := _folder(base, at))]
    return begun[-1] if begun else None


def is_finished(folder: Path, group: Class) -> bool:
    """Whether a class came to its last stop, and its papers were written there."""
    return group.is_at_end and (folder / VOTES).exists()


def unused(base: Path) -> Path:
    """The first folder in which no class has begun."""
    return next(f for at in count(1) if not numbers(f := _folder(base, at)))


def _folder(base: Path, at: int) -> Path:
    return base if at == 1 else base.with_name(f"{base.name}-{at}")
