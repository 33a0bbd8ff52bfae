"""The way in: `run` opens the preview on a workbench and returns the exit code."""

import gc
import sys

from textual.screen import Screen

from octgame.authoring.preview.bench import Bench
from octgame.errors import ExitCode
from octgame.ui.game_app import GameApp
from octgame.ui.preview.desk import Unkept
from octgame.ui.preview.screen import PreviewScreen
from octgame.ui.table import Table

SORRY = (
    "octgame: something went wrong in the preview, and it had to stop. Your files are "
    "as you saved them.\nPlease report it, with these words: {}.\n"
)


class PreviewApp(GameApp):
    """Runs the one screen of the preview.

    Args:
        bench: The story and the play.
        theme: The name of one of the interface's themes, or "" for the first.
        ascii_only: Whether the interface draws nothing outside ASCII.
    """

    leaving = "Press ctrl+c again to leave."

    def __init__(
        self, bench: Bench, theme: str = "", *, ascii_only: bool = False
    ) -> None:
        play = bench.play
        self._bench = bench
        self._laid = Table(
            play.program, play, Unkept(bench), theme=theme, ascii_only=ascii_only
        )
        super().__init__(self._laid)

    def get_default_screen(self) -> Screen[None]:
        """The one screen."""
        return PreviewScreen(self._laid, self._bench)


def run(bench: Bench, theme: str = "", *, ascii_only: bool = False) -> int:
    """Preview until the author leaves.

    Returns:
        0; 70 after a fault of ours, which is told on stderr; 128 + a signal's number.
    """
    gc.disable()
    app = PreviewApp(bench, theme, ascii_only=ascii_only)
    try:
        app.run()
    finally:
        gc.enable()
    if app.fault is not None:
        sys.stderr.write(SORRY.format(type(app.fault).__name__))
        return int(ExitCode.CRASH)
    return app.return_code or 0
