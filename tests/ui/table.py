"""A table to play on: the small story, saves that are a list, and the app on it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from textual.pilot import Pilot

from mini import begun, mini_program
from octgame.errors import SaveError
from octgame.game.again import again
from octgame.game.play import Play
from octgame.game.progress import Progress, progress
from octgame.game.recall import paragraphs
from octgame.ui.game_app import GameApp
from octgame.ui.play_screen import PlayScreen
from octgame.ui.table import SlotInfo, Table

Playing = Pilot[None]


class Plays:
    """Saves in memory."""

    def __init__(self, *kept: Play, problem: str = "") -> None:
        self.kept = list(kept)
        self.problem = problem

    def slots(self) -> list[SlotInfo]:
        """One slot per play, by number."""
        return [
            SlotInfo(str(at), f"Play [b]{at}[/]", "Scene 2")
            for at, play in enumerate(self.kept)
        ]

    def new(self) -> Play:
        """Another play, kept too."""
        self.kept.append(begun())
        return self.kept[-1]

    def open(self, name: str) -> tuple[Play, tuple[str, ...]]:
        """The play with this number."""
        if int(name) >= len(self.kept):
            raise SaveError("that play is gone", "Choose another.")
        return self.kept[int(name)], ("From here your story was edited.",)

    def again(self, play: Play, moves: int) -> Play:
        """A play with the first moves of another."""
        self.kept.append(again(play, moves))
        return self.kept[-1]

    def progress(self) -> Progress:
        """What the kept plays met."""
        return progress(mini_program(), self.kept)

    def read_before(self) -> set[str]:
        """What the plays before the last one showed."""
        return {text for play in self.kept[:-1] for text in paragraphs(play)}


KEEPER = ("caption:both", "_sure:2", "be_keeper", "_go_on")
"""To the gatehouse, past its content note."""
SEARCHED = (*KEEPER, "search_desk", *["_keep:keeper_log", "_keep:toll_receipt"])
"""Two papers in the box, the third in the hand."""
READER = (
    *("caption:both", "_sure:2", "be_carter", "ask", "_keep:carter_note"),
    *("_leave:letter_home", "_leave:toll_receipt", "_keep:keeper_log"),
)
"""To the later reader, with two cards in the box."""
END = (*READER, "decide:opened", "_sure:3")
"""To the end."""


def played(*moves: str) -> Play:
    """A play in which these moves were taken."""
    play = begun()
    for move in moves:
        play.take(move)
    return play


def table(play: Play | None = None, **fields: Any) -> Table:
    """A table with a play on it."""
    play = play or begun()
    return Table(play.program, play, **{"saves": Plays(play), **fields})


@asynccontextmanager
async def playing(
    play: Play | None = None, size: tuple[int, int] = (80, 24), **fields: Any
) -> AsyncIterator[Playing]:
    """The app on a table, at a size in columns and rows."""
    app = GameApp(table(play, **fields))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


async def press(pilot: Playing, *keys: str) -> None:
    """Press keys one after the other, each done before the next."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


def screen_of(pilot: Playing) -> PlayScreen:
    """The one screen."""
    screen = pilot.app.screen
    assert isinstance(screen, PlayScreen)
    return screen


def text_of(pilot: Playing) -> str:
    """What stands on the screen, rows with blanks at their ends cut off."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips) + "\n"
