"""The command palette's commands: those of the table of keys, and nothing else."""

from collections.abc import Coroutine, Iterator
from functools import partial
from typing import Any

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from octgame.ui.keys import KEYS, Key
from octgame.ui.layout import Layout


class Commands(Provider):
    """Finds a command by its words."""

    async def discover(self) -> Hits:
        """Every command, before anything is typed."""
        for key in self._keys():
            yield DiscoveryHit(key.help, self._run(key), help=f"key: {key.shown}")

    async def search(self, query: str) -> Hits:
        """The commands that fit."""
        matcher = self.matcher(query)
        for key in self._keys():
            if score := matcher.match(key.help):
                yield Hit(score, matcher.highlight(key.help), self._run(key))

    def _keys(self) -> Iterator[Key]:
        keys = self.screen.desk.keys if isinstance(self.screen, Layout) else KEYS
        return (key for key in keys if key.command)

    def _run(self, key: Key) -> "partial[Coroutine[Any, Any, None]]":
        return partial(self.screen.run_action, key.action)


class Palette(CommandPalette):
    """The palette, without the icon that is two cells wide in some terminals."""

    CSS = """
    SearchIcon { display: none; }
    Palette.-ascii #--input { border: ascii $primary; }
    Palette.-ascii LoadingIndicator { display: none; }
    Palette.-ascii CommandList { border: none; scrollbar-size: 0 0; }
    """

    def __init__(self, *, ascii_only: bool = False) -> None:
        super().__init__([Commands], placeholder="Find a command")
        self.set_class(ascii_only, "-ascii")
