"""Teaching, from the words of `octgame class start` to the exit code."""

import datetime as dt
import os
import shutil
import sys
import time
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from octgame.classroom.folder import folder_name
from octgame.classroom.lesson import Class, start
from octgame.classroom.log import ClassLog, away
from octgame.classroom.sitting import Sitting
from octgame.classroom.whereabouts import is_finished, latest, unused
from octgame.errors import JournalError, SaveError, UsageError
from octgame.game.spelling import spelt
from octgame.loading.open import open_story
from octgame.loading.places import story_folder
from octgame.plain.letters import is_plain_terminal, letters_only
from octgame.story.safe import safe_line

GOES_ON = "The class that was not finished goes on; --anew begins another."


class Asked(NamedTuple):
    """What the teacher asked for.

    Attributes:
        lesson: The lesson's id.
        story: A shipped story's name, or a path; "" for the shipped one.
        minutes: The planned length; 0 for the lesson's first.
        folder: Where the class is kept, or None for a folder of the day.
        lan: Over which network phones join; "" asks on the wall; None: no phones.
        port: Where phones are listened for; None for the usual one.
        rehearse: Whether nothing is kept.
        go_on: Whether to go on with the class that is not finished, unasked.
        anew: Whether to begin another, unasked.
        plain: Whether line by line, whatever the terminal.
        ascii_only: Whether only ASCII and letters are shown, whatever the locale.
    """

    lesson: str
    story: str = ""
    minutes: int = 0
    folder: Path | None = None
    lan: str | None = None
    port: int | None = None
    rehearse: bool = False
    go_on: bool = False
    anew: bool = False
    plain: bool = False
    ascii_only: bool = False


class Found(NamedTuple):
    """The class, and how it was found.

    Attributes:
        is_old: Whether it has begun before.
        notices: Sentences for the teacher about it.
    """

    sitting: Sitting
    is_old: bool = False
    notices: tuple[str, ...] = ()


def teach(asked: Asked) -> int:
    """Teach a lesson, on the wall where there is a terminal for it.

    Returns:
        The exit code.

    Raises:
        OctgameError: There is no such story, lesson, length or class.
    """
    if asked.go_on and (asked.anew or asked.rehearse):
        raise UsageError("--resume goes on with a class; it cannot begin one")
    encoding = sys.stdout.encoding or "utf-8"
    plain_letters = asked.ascii_only or is_plain_terminal(encoding, os.environ)
    asked = asked._replace(ascii_only=plain_letters)
    program = open_story(story_folder(asked.story))
    if plain_letters:
        program = spelt(program, partial(letters_only, encoding=encoding))
    group = start(program, asked.lesson, asked.minutes)
    with ExitStack() as leaving:
        found = _rehearsal(group, leaving) if asked.rehearse else _found(asked, group)
        return _on_wall(asked, group, found)


def base_folder(folder: Path | None, lesson: str) -> Path:
    """The folder that was asked for, or the first one of today."""
    today = dt.datetime.now().astimezone().date()
    return folder if folder is not None else Path.cwd() / folder_name(lesson, today)


def _found(asked: Asked, group: Class) -> Found:
    """The class that is not finished, or a new one."""
    base = base_folder(asked.folder, asked.lesson)
    last = latest(base)
    if asked.go_on and last is None:
        raise SaveError(
            f"no class of the lesson {asked.lesson!r} has begun in {_named(base)}",
            "Without --resume one begins; --folder names another place.",
        )
    if last is None or asked.anew:
        return Found(_begun(base, group))
    lost = away(last, time.time())
    try:
        log = ClassLog.resume(last, group.program)
    except (JournalError, SaveError) as problem:
        if asked.go_on:
            raise
        why = f"{problem.message[:1].upper()}{problem.message[1:]}"
        notice = f"{why}: {_named(last)}. Another class begins."
        return Found(_begun(base, group), notices=(notice,))
    told = log.retold
    is_other = told.group.lesson.id != asked.lesson
    if is_other and asked.go_on:
        raise UsageError(
            f"the class in {_named(last)} is one of the lesson {told.group.lesson.id!r}"
        )
    is_over = is_finished(last, told.group)
    if not asked.go_on and (is_other or is_over or not told.moves):
        log.close()
        return Found(_begun(base, group))
    sitting = Sitting(told.group, last, log, passed=told.seconds + lost)
    return Found(sitting, is_old=True, notices=told.notices)


def _begun(base: Path, group: Class) -> Sitting:
    folder = unused(base)
    return Sitting(group, folder, ClassLog.begin(folder, group))


def _rehearsal(group: Class, leaving: ExitStack) -> Found:
    scratch = leaving.enter_context(TemporaryDirectory(prefix="octgame-"))
    return Found(Sitting(group, Path(scratch)))


def _on_wall(asked: Asked, group: Class, found: Found) -> int:
    """The presenter, until the teacher leaves; then where the class is kept."""
    if asked.plain or not _has_screen():
        from octgame.plain.lesson import talk  # noqa: PLC0415 - one of the two

        goes_on = (GOES_ON,) if found.is_old and not asked.go_on else ()
        return talk(
            found.sitting,
            sys.stdin,
            sys.stdout,
            width=shutil.get_terminal_size().columns,
            notices=(*found.notices, *goes_on),
        )
    from octgame.ui.presenter.app import run  # noqa: PLC0415 - Textual is for this alone
    from octgame.ui.presenter.lectern import Lectern  # noqa: PLC0415

    base = base_folder(asked.folder, asked.lesson)
    is_asked = found.is_old and not asked.go_on
    lectern = Lectern(
        found.sitting,
        anew=partial(_begun, base, group) if is_asked else None,
        lan=asked.lan,
        port=asked.port,
        ascii_only=asked.ascii_only,
        notices=found.notices,
    )
    return run(lectern)


def _named(folder: Path) -> str:
    return safe_line(str(folder))


def _has_screen() -> bool:
    if os.environ.get("OCTGAME_PLAIN", "0") not in ("", "0"):
        return False
    if os.name == "posix" and os.environ.get("TERM", "dumb") in ("", "dumb"):
        return False
    return sys.stdin.isatty() and sys.stdout.isatty()
