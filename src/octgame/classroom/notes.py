"""The teacher's notes, following the journal of a class from a second terminal."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import fill

from octgame.classroom.lesson import Class
from octgame.classroom.log import reread
from octgame.classroom.slide import view
from octgame.classroom.whereabouts import latest
from octgame.errors import JournalError, SaveError, UsageError
from octgame.saves.files import SUFFIX

EVERY = 0.5
"""Seconds between two looks at the journal."""

WIDTH = 72
"""Cells of a row."""


def notes(
    base: Path, group: Class, wait: Callable[[float], object] = time.sleep
) -> Iterator[str]:
    """The notes on each step that a class comes to, for as long as anybody asks.

    Args:
        base: The day's first folder of the lesson.
        group: A class at the beginning, until one has begun in the folder.
        wait: Lets seconds pass.
    """
    seen = step = None
    while True:
        folder = latest(base)
        mark = _mark(folder) if folder else ()
        if folder and mark != seen:
            group = _stands(folder, group)
        seen = mark
        if step != (group.at, group.step.id):
            step = (group.at, group.step.id)
            yield told(group)
        wait(EVERY)


def told(group: Class) -> str:
    """A step's notes, and what comes after it."""
    slide = view(group)
    minutes = group.plan[group.step.id] / 60
    head = f"{slide.step} of {slide.steps}. {slide.title} (about {minutes:.0f} min)"
    said = [fill(paragraph, WIDTH) for paragraph in slide.note]
    rest = group.path[group.at + 1 : group.at + 2]
    after = f"Next: {rest[0].title}" if rest else "This is the last step."
    return "\n\n".join(["-" * WIDTH + "\n" + head, *said, after])


def _stands(folder: Path, before: Class) -> Class:
    """Where the class stands; where it stood, if its journal cannot be read now."""
    try:
        return reread(folder, before.program).group
    except (SaveError, JournalError, UsageError):
        return before


def _mark(folder: Path) -> tuple[tuple[str, int], ...]:
    """What changes with the journal: names and sizes."""
    files = sorted(folder.glob(f"*{SUFFIX}"))
    return tuple((file.name, file.stat().st_size) for file in files)
