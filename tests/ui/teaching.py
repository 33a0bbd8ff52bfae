"""A class in front of a wall: the small lesson, a clock to be turned, the app."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from mini import mini_program
from octgame.classroom.lesson import Class, start
from octgame.classroom.log import ClassLog
from octgame.classroom.moves import advance
from octgame.classroom.sitting import Sitting
from octgame.ui.presenter.app import PresenterApp
from octgame.ui.presenter.lectern import Lectern
from octgame.ui.presenter.screen import PresenterScreen

BOARD = (64, 20)
"""The smallest wall that a class is promised, in columns and rows."""

Teaching = Pilot[None]


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """The time."""
        return self.now


def lesson(*moves: str, length: int = 10) -> Class:
    """The small lesson after some moves."""
    group = start(mini_program(), "one_bridge", length)
    for move in moves:
        group = advance(group, move)
    return group


def to_vote(group: Class, step: str) -> Class:
    """The class in front of a step's vote."""
    group = advance(group, f"jump:{step}")
    while group.poll is None:
        group = advance(group, "next")
    return group


def kept(group: Class, folder: Path, clock: Clock | None = None) -> Sitting:
    """A class whose moves are kept in a folder."""
    log = ClassLog.begin(folder, group)
    return Sitting(group, folder, log, clock=clock or Clock())


@asynccontextmanager
async def teaching(
    sitting: Sitting, size: tuple[int, int] = BOARD, **fields: Any
) -> AsyncIterator[Teaching]:
    """The presenter in front of a class, at a size in columns and rows."""
    app = PresenterApp(Lectern(sitting, **fields))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


async def typed(pilot: Teaching, *keys: str) -> None:
    """Press keys one after the other; a text of several letters is typed."""
    names = {" ": "space", "?": "question_mark", ">": "greater_than_sign"}
    known = {"space", "enter", "escape", "up", "down", "backspace", "plus", "minus"}
    for key in keys:
        for sign in [key] if key in known else list(key):
            await pilot.press(names.get(sign, sign))
            await pilot.pause()


def wall_of(pilot: Teaching) -> PresenterScreen:
    """The one screen."""
    screen = pilot.app.screen
    assert isinstance(screen, PresenterScreen)
    return screen


def text_of(pilot: Teaching) -> str:
    """What stands on the wall, rows with blanks at their ends cut off."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips) + "\n"
