"""The way in: `run` opens the presenter for a class and returns the exit code."""

import gc
import sys

from textual.screen import Screen

from octgame.classroom.sitting import Sitting
from octgame.errors import ExitCode
from octgame.story.safe import safe_line
from octgame.ui.look import CLASS_THEMES
from octgame.ui.presenter.lectern import Lectern
from octgame.ui.presenter.screen import PresenterScreen
from octgame.ui.terminal_app import TerminalApp

LONGEST_PATH = 1000
SORRY = (
    "octgame: something went wrong in the presenter, and it had to stop. The class is "
    "kept: octgame class start goes on at the same step.\n"
    "Please report it, with these words: {}.\n"
)


class PresenterApp(TerminalApp):
    """Runs the one screen of a class."""

    ENABLE_COMMAND_PALETTE = False
    leaving = "Press ctrl+c again to leave. The class is kept."

    def __init__(self, lectern: Lectern) -> None:
        theme = lectern.theme if lectern.theme in CLASS_THEMES else CLASS_THEMES[0]
        super().__init__(theme, ascii_only=lectern.ascii_only)
        self.wall = PresenterScreen(lectern)

    def get_default_screen(self) -> Screen[None]:
        """The one screen."""
        return self.wall


def run(lectern: Lectern) -> int:
    """Present until the teacher leaves.

    Returns:
        0; 70 after a fault of ours, which is told on stderr; 128 + a signal's number.
    """
    gc.disable()
    app = PresenterApp(lectern)
    try:
        app.run()
    finally:
        app.wall.sitting.leave()
        gc.enable()
    if app.fault is not None:
        sys.stderr.write(SORRY.format(type(app.fault).__name__))
        return int(ExitCode.CRASH)
    if app.wall.sitting.has_begun:
        sys.stdout.write(farewell(app.wall.sitting))
    return app.return_code or 0


def farewell(sitting: Sitting) -> str:
    """What stands in the terminal afterwards: where the class lies."""
    if sitting.is_rehearsal:
        return "A rehearsal: nothing is kept.\n"
    if sitting.problem:
        return f"{sitting.problem} Its last moves are lost.\n"
    kept = "The class is kept in" if not sitting.papers else "The class's papers are in"
    return f"{kept} {safe_line(str(sitting.folder), LONGEST_PATH)}\n"
