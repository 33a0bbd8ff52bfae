"""The application of the game: its first screen, and its commands by name."""

from typing import TYPE_CHECKING

from textual.screen import Screen

from octgame.errors import OctgameError
from octgame.ui.look import THEMES, dress
from octgame.ui.play_screen import PlayScreen
from octgame.ui.table import Cover, Table
from octgame.ui.terminal_app import TerminalApp

if TYPE_CHECKING:
    from octgame.ui.doorway import Doorway


class GameApp(TerminalApp):
    """Runs the one screen."""

    def __init__(self, table: Table | Cover) -> None:
        name = table.theme if table.theme in THEMES else THEMES[0]
        super().__init__(name, ascii_only=table.ascii_only)
        self.table = table
        self.defect: OctgameError | None = None

    def get_default_screen(self) -> Screen[None]:
        """The one screen, or what stands before it."""
        if isinstance(self.table, Table):
            return PlayScreen(self.table)
        from octgame.ui.doorway import Doorway  # noqa: PLC0415 - once in a story's life

        return Doorway(self.table)

    def on_doorway_read(self, event: "Doorway.Read") -> None:
        """Remember why the story cannot be played."""
        if isinstance(event.found, OctgameError):
            self.defect = event.found

    def action_command_palette(self) -> None:
        """Show the commands of the game."""
        if isinstance(self.screen, PlayScreen):
            from octgame.ui.commands import Palette  # noqa: PLC0415 - seldom shown

            dress(self)
            self.push_screen(Palette(ascii_only=self.ascii_only))
