"""The way in: `run` opens the interface on a table and returns the exit code.

Textual is imported inside, with the collector resting, so that nobody who only
imports this module pays for it.
"""

import gc
import sys
import traceback
from pathlib import PurePath

from octgame.errors import ExitCode
from octgame.ui.table import Cover, Table


def run(table: Table | Cover) -> int:
    """Play until the player leaves.

    Args:
        table: The story, the play and the saves; or a story that is still to be read.

    Returns:
        0; 70 after a fault of ours, which is told on stderr; 128 + a signal's number.

    Raises:
        OctgameError: The story cannot be played; the player was told so and has left.
    """
    gc.disable()
    try:
        from octgame.ui.game_app import GameApp  # noqa: PLC0415 - not before it is needed

        app = GameApp(table)
        app.run()
    finally:
        gc.enable()
    if app.fault is not None:
        sys.stderr.write(sorry(app.fault))
        return int(ExitCode.CRASH)
    if app.defect is not None:
        raise app.defect
    return app.return_code or 0


def sorry(fault: Exception) -> str:
    """What a player reads after a fault: no traceback, nothing of the play."""
    *_, last = traceback.extract_tb(fault.__traceback__) or [None]
    where = f", {PurePath(last.filename).name}:{last.lineno}" if last else ""
    return (
        "octgame: something went wrong in the program, and it had to stop. "
        "Every choice you made is saved; octgame play --continue goes on from there.\n"
        "Please tell whoever looks after your octgame, with these words: "
        f"{type(fault).__name__}{where}.\n"
    )
