"""Playing, from the story's name to the exit code: what `octgame` does by itself.

Free of click, whose import would be a tenth of the way to the first page.
"""

import atexit
import gc
import os
import shutil
import sys
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from octgame.cli.opening import named_play
from octgame.errors import SaveError, UsageError
from octgame.game.play import Play
from octgame.game.program import Program
from octgame.game.spelling import Spell, spelt
from octgame.loading.cache import cached
from octgame.loading.open import compiled
from octgame.loading.places import story_folder
from octgame.plain.letters import is_plain_terminal, letters_only
from octgame.saves.files import numbers
from octgame.saves.places import saves_folder
from octgame.saves.shelf import Saves

if TYPE_CHECKING:
    from octgame.ui.table import Cover, Others, Table


class Asked(NamedTuple):
    """What the player asked for.

    Attributes:
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
    """

    story: str = ""
    plain: bool = False
    role: str = ""
    chapter: str = ""
    go_on: bool = False
    anew: bool = False
    replay: str = ""
    ascii_only: bool = False
    motion: bool = True
    theme: str = ""
    save_dir: Path | None = None

    @property
    def begins(self) -> bool:
        """Whether a new play is asked for."""
        return self.anew or bool(self.role or self.chapter or self.replay)


class Opened(NamedTuple):
    """The story, and the play that was asked for.

    Attributes:
        notices: What there is to say about the play.
        chosen: Whether the player had a say in which play it is; a title page asks.
    """

    program: Program
    play: Play
    saves: Saves
    notices: tuple[str, ...]
    chosen: bool


def play(asked: Asked) -> int:
    """Play a story, in the interface where there is a terminal for it.

    Returns:
        The exit code.

    Raises:
        OctgameError: There is no such story, play, role or chapter.
    """
    if asked.go_on and asked.begins:
        raise UsageError("--continue goes on with a play; it cannot begin one")
    on_screen = not asked.plain and _has_screen()
    encoding = sys.stdout.encoding or "utf-8"
    asked = asked._replace(
        ascii_only=asked.ascii_only or is_plain_terminal(encoding, os.environ)
    )
    spell = partial(letters_only, encoding=encoding) if asked.ascii_only else None
    if on_screen:
        gc.disable()  # until the first page stands: nothing made before it is garbage
    folder = story_folder(asked.story)
    program = cached(folder)
    opens = partial(_opened, asked, folder, program, spell)
    if not on_screen:
        from octgame.plain.talk import talk  # noqa: PLC0415 - one of the two

        found = opens()
        return talk(
            found.play, found.saves, sys.stdin, sys.stdout,
            width=shutil.get_terminal_size().columns, notices=found.notices,
            resumed=bool(found.play.steps), spell=spell,
        )  # fmt: skip
    from octgame.ui.app import run  # noqa: PLC0415 - Textual is for this alone

    with ExitStack() as leaving:
        others = partial(_others, folder, spell)
        lay = partial(_laid, asked, opens, others, leaving)
        cover = _cover(asked, folder, spell, lay) if program is None else None
        return run(cover or lay())


def _cover(
    asked: Asked, folder: Path, spell: Spell | None, lay: Callable[[], "Table"]
) -> "Cover | None":
    """The title page alone, where a story never seen can be read behind it."""
    if asked.go_on or asked.begins:
        return None
    from octgame.loading.front import front  # noqa: PLC0415 - it imports yaml
    from octgame.ui.table import Cover  # noqa: PLC0415

    said = front(folder)
    if said is None or numbers(saves_folder(said.id, asked.save_dir)):
        return None
    title, about = (spell(text) if spell else text for text in said[1:])
    return Cover(title, about, lay, asked.theme, asked.ascii_only)


def _others(folder: Path, spell: Spell | None) -> tuple[tuple[str, str], ...]:
    """The other stories that come with octgame: title, and what begins each."""
    from octgame.loading.front import others  # noqa: PLC0415 - it imports yaml

    return tuple(
        (spell(one.title) if spell else one.title, f"octgame play {name}")
        for name, one in others(folder).items()
    )


def _laid(
    asked: Asked, opens: Callable[[], Opened], others: "Others", leaving: ExitStack
) -> "Table":
    """The table for the interface; the saves are let go of when it is left."""
    from octgame.cli.table import laid  # noqa: PLC0415 - not for a plain play

    found = opens()
    leaving.callback(found.saves.leave)
    program, play, saves, notices, _ = found
    resume = bool(play.steps)
    table = laid(program, play, saves, notices, asked.theme, resume=resume)
    return table._replace(
        at_title=not found.chosen,
        ascii_only=asked.ascii_only,
        motion=asked.motion and _may_move(os.environ),
        others=others,
    )


def _opened(
    asked: Asked, folder: Path, program: Program | None, spell: Spell | None
) -> Opened:
    """Read the story, where the cache has not done it, and open the play."""
    program = program or compiled(folder, atexit.register)
    program = spelt(program, spell) if spell else program
    saves = Saves(saves_folder(program.core.id, asked.save_dir), program)
    if asked.go_on:
        name = named_play(saves, "")
    else:
        name = "" if asked.begins else saves.latest(finished=False)
    if asked.replay:
        from octgame.cli.replaying import replayed  # noqa: PLC0415 - seldom wanted

        begun = replayed(program, saves, asked.replay, asked.role, asked.chapter)
    else:
        begun = _begun(saves, name, asked)
    return Opened(program, begun[0], saves, begun[1], bool(name or asked.begins))


def _begun(saves: Saves, name: str, asked: Asked) -> tuple[Play, tuple[str, ...]]:
    """The play gone on with, or a new one; and what there is to say about it."""
    if not name:
        return saves.new(asked.role, asked.chapter), ()
    try:
        replayed = saves.open(name)
    except SaveError as problem:
        if asked.go_on:
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
