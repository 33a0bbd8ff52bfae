"""Playing, from the story's name to the exit code: what `octgame` does by itself.

Free of click, whose import would be a tenth of the way to the first page.
"""

import atexit
import gc
import os
import shutil
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from octgame.cli.opening import named_play, opened
from octgame.errors import SaveError, UsageError
from octgame.game.play import Play
from octgame.plain.letters import is_plain_terminal, letters_only
from octgame.saves.shelf import Saves


def play(
    story: str = "",
    *,
    plain: bool = False,
    role: str = "",
    chapter: str = "",
    go_on: bool = False,
    anew: bool = False,
    replay: str = "",
    ascii_only: bool = False,
    motion: bool = True,
    theme: str = "",
    save_dir: Path | None = None,
) -> int:
    """Play a story, in the interface where there is a terminal for it.

    Args:
        story: A shipped story's name, or a path; "" for the shipped one.
        plain: Whether line by line, whatever the terminal.
        role: As whom a new play begins, or "".
        chapter: In which act a new play begins, or "".
        go_on: Whether a kept play must be gone on with.
        anew: Whether a new play begins, whatever is kept.
        replay: The moves that a new play begins with, or a file of them, or "".
        ascii_only: Whether only ASCII and letters are shown, whatever the locale.
        motion: Whether anything may move, where the terminal is likely to be quick.
        theme: The interface's theme, or "".
        save_dir: Where plays are kept, or None for the user's own folder.

    Returns:
        The exit code.

    Raises:
        OctgameError: There is no such story, play, role or chapter.
    """
    anew = anew or bool(role or chapter or replay)
    if go_on and anew:
        raise UsageError("--continue goes on with a play; it cannot begin one")
    on_screen = not plain and _has_screen()
    encoding = sys.stdout.encoding or "utf-8"
    ascii_only = ascii_only or is_plain_terminal(encoding, os.environ)
    spell = partial(letters_only, encoding=encoding) if ascii_only else None
    if on_screen:
        gc.disable()  # until the first page stands: nothing made before it is garbage
    program, saves = opened(story, save_dir, atexit.register, spell)
    name = (
        named_play(saves, "") if go_on else "" if anew else saves.latest(finished=False)
    )
    if replay:
        from octgame.cli.replaying import replayed  # noqa: PLC0415 - seldom wanted

        play, notices = replayed(program, saves, replay, role, chapter)
    else:
        play, notices = _begun(saves, name, role, chapter, must=go_on)
    resumed = bool(play.steps)
    if not on_screen:
        from octgame.plain.talk import talk  # noqa: PLC0415 - one of the two

        width = shutil.get_terminal_size().columns
        return talk(
            play, saves, sys.stdin, sys.stdout,
            width=width, notices=notices, resumed=resumed, spell=spell,
        )  # fmt: skip
    from octgame.cli.table import laid  # noqa: PLC0415 - Textual is for this alone
    from octgame.ui.app import run  # noqa: PLC0415

    table = laid(program, play, saves, notices, theme, resume=resumed)._replace(
        at_title=not (name or anew),
        ascii_only=ascii_only,
        motion=motion and _may_move(os.environ),
    )
    try:
        return run(table)
    finally:
        saves.leave()


def _begun(
    saves: Saves, name: str, role: str, chapter: str, *, must: bool
) -> tuple[Play, tuple[str, ...]]:
    """The play gone on with, or a new one; and what there is to say about it."""
    if not name:
        return saves.new(role, chapter), ()
    try:
        replayed = saves.open(name)
    except SaveError as problem:
        if must:
            raise
        notice = (
            f"{problem.message[:1].upper()}{problem.message[1:]}; a new play begins."
        )
        return saves.new(), (notice,)
    return replayed.play, replayed.notices


def _may_move(env: Mapping[str, str]) -> bool:
    """Whether a short movement is welcome: not over a line that may be slow."""
    return not env.get("SSH_CONNECTION") and env.get("TEXTUAL_ANIMATIONS") != "none"


def _has_screen() -> bool:
    if os.environ.get("OCTGAME_PLAIN", "0") not in ("", "0"):
        return False
    if os.name == "posix" and os.environ.get("TERM", "dumb") in ("", "dumb"):
        return False
    return sys.stdin.isatty() and sys.stdout.isatty()
