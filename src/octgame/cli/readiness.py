"""What `octgame class check` looks at, the evening before: a line each."""

import shutil
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from shlex import quote
from tempfile import TemporaryFile
from typing import NamedTuple

from octgame.classroom.lesson import Class, start
from octgame.cli.teaching import base_folder
from octgame.errors import OctgameError
from octgame.game.lesson.pace import pace
from octgame.loading.open import open_story
from octgame.loading.places import story_folder
from octgame.saves.files import reason
from octgame.story.lessons import TOLERANCE, VOTING
from octgame.story.safe import safe_line

COLUMNS, ROWS = 64, 20
WIDEST = 100
"""Columns from which letters on a wall are likely to be too small."""

CONTRAST = 7.0


class Row(NamedTuple):
    """One line of the check.

    Attributes:
        is_good: Whether nothing has to be minded.
        told: What was found.
        is_needed: Whether the class cannot do without it.
    """

    is_good: bool
    told: str
    is_needed: bool = False


def ready(lesson: str, minutes: int, folder: Path | None, story: str) -> Iterator[Row]:
    """Look at the window, the lesson, the disk and the network.

    Raises:
        OctgameError: There is no such story, lesson or length.
    """
    group = start(open_story(story_folder(story)), lesson, minutes)
    yield from _window()
    yield from _colours()
    yield from _lengths(group)
    yield _disk(base_folder(folder, lesson))
    yield from _network()
    yield Row(
        is_good=True,
        told="If phones fail: h and the hands counted, in the same class; without "
        f"phones at all: octgame class start {lesson}{_of(story)}",
    )


def _of(story: str) -> str:
    """The words that name the story once more, where one was named."""
    return f" --story {quote(safe_line(story))}" if story else ""


def _window() -> Iterator[Row]:
    if not sys.stdout.isatty():
        told = "Window: this is no terminal; run it where the projector shows it"
        yield Row(is_good=False, told=told)
        return
    columns, rows = shutil.get_terminal_size()
    told = f"Window: {columns} columns by {rows} rows"
    if columns < COLUMNS or rows < ROWS:
        told += f"; make it {COLUMNS} by {ROWS} at least, or its letters smaller"
        yield Row(is_good=False, told=told, is_needed=True)
    elif columns > WIDEST:
        yield Row(is_good=False, told=f"{told}; larger letters reach the back row")
    else:
        yield Row(is_good=True, told=told)


def _colours() -> Iterator[Row]:
    from octgame.ui.look import CLASS_THEMES  # noqa: PLC0415 - needs rich
    from octgame.ui.presenter.look import least_contrast  # noqa: PLC0415

    for name, theme in zip(("light", "dark"), CLASS_THEMES, strict=True):
        least = least_contrast(theme)
        told = f"Contrast, {name}: {least:.1f} to 1 at least"
        yield Row(is_good=least >= CONTRAST, told=told)


def _lengths(group: Class) -> Iterator[Row]:
    """The planned time of each length, and how much of it are votes."""
    program, lesson = group.program, group.lesson
    for length in sorted(lesson.lengths):
        steps = pace(program, lesson, length)
        least, most = (sum(s.least for s in steps), sum(s.most for s in steps))
        good = max(abs(least - length * 60), abs(most - length * 60)) <= TOLERANCE
        planned = _clock((least + most) // 2)
        asked = (step.vote for step in lesson.path(length) if step.vote)
        votes = sum(vote.ballots for vote in asked)
        told = (
            f"Lesson {lesson.id}, {length} minutes: planned for {planned}, "
            f"{len(steps)} steps, {votes} votes of {VOTING} seconds"
        )
        yield Row(is_good=good, told=told)


def _disk(folder: Path) -> Row:
    parent = folder if folder.is_dir() else folder.parent
    shown = safe_line(str(folder))
    try:
        with TemporaryFile(dir=parent):
            pass
    except OSError as error:
        told = f"Folder: {shown} cannot be written: {reason(error)}; see --folder"
        return Row(is_good=False, told=told, is_needed=True)
    return Row(is_good=True, told=f"Folder: the class will lie in {shown}")


def _network() -> Iterator[Row]:
    """Whether phones could join; a class needs none."""
    if not all(map(find_spec, ("aiohttp", "segno"))):
        told = (
            "Phones: pip install '.[classroom]', in the program's folder, lets them "
            "vote; hands do"
        )
        yield Row(is_good=False, told=told)
        return
    from octgame.classroom.server.addresses import addresses  # noqa: PLC0415 - sockets
    from octgame.classroom.server.ports import is_free  # noqa: PLC0415
    from octgame.classroom.server.room import PORT  # noqa: PLC0415

    try:
        known = addresses()
    except OctgameError:
        known = []
    if not known:
        yield Row(is_good=False, told="Phones: this machine is in no network; hands do")
    for address in known:
        where = f"{address.name} {address.ip}".strip()
        if is_free(address.ip, PORT):
            told = f"Phones over {where}: port {PORT} is free (--lan {address.ip})"
            yield Row(is_good=True, told=told)
        else:
            told = f"Phones over {where}: port {PORT} is taken; --port names another"
            yield Row(is_good=False, told=told)


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"
