"""The title page of a story that is still being read; keys are answered meanwhile."""

import gc
from collections.abc import Mapping
from contextlib import suppress
from threading import Thread
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.events import Key as KeyPress
from textual.geometry import Region, Size
from textual.message import Message
from textual.widget import Widget

from octgame.errors import OctgameError
from octgame.ui.keys import ANYWHERE, KEYS, TITLE_KEYS
from octgame.ui.play_screen import PlayScreen
from octgame.ui.table import Cover, Table
from octgame.ui.widgets.keybar import KeyBar
from octgame.ui.widgets.painted import Painted
from octgame.ui.widgets.title import Title
from octgame.ui.window import LEAVING, Window

READING = "The story is being read; it opens by itself."


class Doorway(Window):
    """Paints the title page, then has the story read; what leads on waits for it.

    A thread reads: it knows nothing of the screen, and is let go where one leaves.

    Args:
        cover: What the title page says, and how the rest is read.
    """

    BINDINGS: ClassVar = [
        Binding(key.keys, key.action, key.help, show=False)
        for key in KEYS
        if key.shown in ANYWHERE
    ]

    class Read(Message):
        """The story was read; or why it was not."""

        def __init__(self, found: Table | Exception) -> None:
            super().__init__()
            self.found = found

    def __init__(self, cover: Cover) -> None:
        super().__init__()
        self._front = cover
        self._table: Table | None = None
        self._wanted = ""
        self.title_page = Title(cover.title, cover.about, ascii_only=cover.ascii_only)
        self.page: Painted = self.title_page
        self.foot = KeyBar(self._words, KEYS)

    def compose(self) -> ComposeResult:
        """The title page and the bar."""
        yield self.title_page
        yield self.foot

    def shares(self, size: Size) -> Mapping[Widget, Region]:
        """All for the page, but a row for the bar."""
        rest, foot = size.region.split_horizontal(-1)
        return {self.page: rest, self.foot: foot}

    def on_mount(self) -> None:
        """Paint first; what is read from then on delays nobody."""
        self.title_page.offer()
        self.call_after_refresh(Thread(target=self._read, daemon=True).start)

    async def on_key(self, event: KeyPress) -> None:
        """Point at an entry, or take one."""
        self.foot.say(READING if self._wanted else "")
        if event.key in (LEAVING if self.is_small(self.size) else ANYWHERE):
            return
        event.stop()
        if self.page is self.title_page and not self.is_small(self.size):
            entry = self.title_page.answer(event.key, event.character or "")
            await self._lead(entry)

    async def on_painted_went(self, event: Painted.Went) -> None:
        """An entry was clicked, or a key of the bar."""
        event.stop()
        kind, _, key = event.goes.partition(":")
        if kind == "title":
            await self._lead(key)
        else:
            found = next(known for known in KEYS if known.shown == key)
            if found.shown in ANYWHERE:
                await self.run_action(found.action)

    async def on_doorway_read(self, event: Read) -> None:
        """Open what was asked for meanwhile; or tell what is wrong with the story."""
        gc.freeze()
        gc.enable()
        match event.found:
            case Table() as table:
                self._table = table
                await self._lead(self._wanted)
            case OctgameError() as problem:
                await self._tell(problem)
            case fault:
                raise fault

    def _read(self) -> None:
        """Read the story; nothing that is made meanwhile is garbage."""
        gc.disable()
        try:
            found: Table | Exception = self._front.read()
        except Exception as problem:  # noqa: BLE001 - told, or raised, by the screen
            found = problem
        with suppress(RuntimeError):  # the interface was left meanwhile
            self.post_message(self.Read(found))

    async def _lead(self, entry: str) -> None:
        """Take an entry of the title page as soon as that can be done."""
        if entry == "q":
            await self.run_action("app.quit")
        elif entry and self._table is None:
            self._wanted = entry
            self.foot.say(READING)
        elif entry and self._table is not None:
            screen = PlayScreen(self._table._replace(at_title=entry != "n"))
            # Over this one: Textual 8 cannot take its first screen away.
            self.app.push_screen(screen)
            if entry != "n":
                screen.call_after_refresh(screen.go, f"title:{entry}")

    async def _tell(self, problem: OctgameError) -> None:
        from octgame.ui.widgets.defect import Defect  # noqa: PLC0415 - rarely needed

        self._wanted = ""
        self.foot.say("")
        self.page = Defect(problem)
        await self.mount(self.page)
        await self.title_page.remove()

    def _words(self) -> Mapping[str, str]:
        kept = TITLE_KEYS if self.page is self.title_page else ("t", "q")
        return {
            key.shown: TITLE_KEYS[key.shown] if key.shown in kept else ""
            for key in KEYS
        }
