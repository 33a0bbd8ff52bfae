"""The journal of a class: every move a line, so that a restart stands where it stood.

It is a journal like that of a play, chained and append-only. Its chapter is the
lesson and the length, `palace:45`; a line's scene is the step and the second in which
the move was made, `guard:412`. It holds totals, and the words that the teacher typed;
no seat and no name.
"""

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Self

from octgame.classroom.lesson import Class, print_of, start
from octgame.classroom.moves import advance
from octgame.errors import ChoiceError, JournalError, SaveError, UsageError
from octgame.game import journal
from octgame.game.journal import Header, Journal, Line
from octgame.game.program import Program
from octgame.saves.files import SUFFIX, numbers, read_whole, reason, reopen
from octgame.saves.slots import Slot
from octgame.story.safe import safe_line

LONGEST_NUMBER = 7
"""Digits of a number in a journal; seconds and minutes have fewer."""

LONGEST_BREAK = 15 * 60
"""Seconds for which a class that stopped is still in the same hour."""


class Retold(NamedTuple):
    """A class brought back from its journal.

    Attributes:
        group: Where it stands.
        seconds: How long the lesson had lasted at its last move.
        notices: Sentences for the teacher, one per thing that is not as it was.
        moves: How many lines still hold.
    """

    group: Class
    seconds: int
    notices: tuple[str, ...]
    moves: int


class ClassLog:
    """The open journal of a class.

    Attributes:
        retold: The class that it was opened with.
    """

    def __init__(self, folder: Path, slot: Slot, retold: Retold, check: str) -> None:
        self.retold = retold
        self._folder = folder
        self._slot = slot
        self._number = retold.moves + 1
        self._check = check

    @classmethod
    def begin(cls, folder: Path, group: Class) -> Self:
        """A new journal in a class's folder, which is this class's from now on."""
        core = group.program.core
        chapter = f"{group.lesson.id}:{group.length}"
        first, check = journal.head(Header(core.id, core.content, chapter=chapter))
        slot = Slot(folder, (first,), tell=_unsaved)
        slot.settle()
        return cls(folder, slot, Retold(group, 0, (), 0), check)

    @classmethod
    def resume(cls, folder: Path, program: Program) -> Self:
        """Go on with the last journal of a class's folder.

        Raises:
            SaveError: There is none, it is open elsewhere, or it cannot be read.
            JournalError: It is no class's, or one of another story.
        """
        path = _latest(folder)
        try:
            file, raw = reopen(path)
        except OSError as error:
            raise SaveError(_unsaved(error)) from error
        try:
            known = _read(raw, program)
            retold = retell(program, known)
        except (JournalError, UsageError):
            file.close()
            raise
        rows = raw.split(b"\n")[: retold.moves + 1]
        good = sum(len(row) + 1 for row in rows)
        file.sound_up_to(min(good, len(raw)), raw)
        waiting = () if good <= len(raw) else ("",)
        check = rows[-1][-16:].decode("ascii")
        slot = Slot(folder, waiting, file, tell=_unsaved)
        return cls(folder, slot, retold, check)

    @property
    def problem(self) -> str:
        """Why the last moves are not on the disk yet, one sentence, or ""."""
        return self._slot.problem

    def keep(self, group: Class, move: str, seconds: int, after: Class) -> None:
        """Write a move down before what comes of it is shown.

        Args:
            group: Where the class stood.
            move: The move.
            seconds: How long the lesson has lasted.
            after: Where the class stands now.
        """
        kind: journal.Kind = "undo" if move == "undo" else "move"
        line = Line(kind, f"{group.step.id}:{seconds}", move, print_of(after))
        text, self._check = journal.write(self._number, line, self._check)
        self._number += 1
        self._slot.append(text)

    def close(self) -> None:
        """Let go of the file; a class in which nothing was done leaves none."""
        name = self._slot.name
        self._slot.close()
        if name and self._number == 1:
            with suppress(OSError):
                (self._folder / f"{name}{SUFFIX}").unlink()
                self._folder.rmdir()


def away(folder: Path, now: float) -> int:
    """Seconds since a class's last move; 0 where it is too long ago to be this hour.

    Args:
        folder: The class's.
        now: Seconds since 1970.
    """
    try:
        seconds = int(now - _latest(folder).stat().st_mtime)
    except (OSError, SaveError):
        return 0
    return seconds if 0 <= seconds <= LONGEST_BREAK else 0


def reread(folder: Path, program: Program) -> Retold:
    """The class of a folder as its last journal tells it; nothing is written.

    Raises:
        SaveError: There is none, or it cannot be read.
        JournalError: It is no class's, or one of another story.
    """
    return retell(program, _read(read_whole(_latest(folder)), program))


def retell(program: Program, known: Journal) -> Retold:
    """Make the moves of a class's journal again, as far as the lesson lets them.

    Raises:
        JournalError: It is no class's journal.
        UsageError: There is no such lesson any more.
    """
    lesson, colon, length = known.header.chapter.partition(":")
    if not colon or not _is_number(length):
        raise JournalError("this is the journal of a play, not of a class")
    group = start(program, lesson, int(length))
    notices = [f"The journal is damaged: {known.damage}."] if known.damage else []
    seconds = done = 0
    same = True
    for line in known.lines:
        try:
            group = advance(group, line.choice)
        except (ChoiceError, UsageError):
            notices.append(
                "The lesson was edited, and a move that was made is no longer in it; "
                "the class goes on from there."
            )
            break
        done += 1
        when = line.scene.rpartition(":")[2]
        seconds = int(when) if _is_number(when) else seconds
        if same and print_of(group) != line.digest:
            same = False
            notices.append(
                "The lesson was edited since; look whether all is as it was decided."
            )
    return Retold(group, seconds, tuple(notices), done)


def _unsaved(error: OSError) -> str:
    """What the teacher is told while moves wait, on one row of the smallest wall."""
    return f"The class is not saved: {reason(error)}."


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < LONGEST_NUMBER


def _latest(folder: Path) -> Path:
    found = numbers(folder)
    if not found:
        raise SaveError(f"there is no class in {safe_line(folder.resolve().name)}")
    return folder / f"{found[-1]:03}{SUFFIX}"


def _read(raw: bytes, program: Program) -> Journal:
    known = journal.read(raw.decode("ascii", "replace"))
    if known.header.story != program.core.id:
        raise JournalError(
            f"this class played the story {safe_line(known.header.story)}",
            f"The story here is {program.core.id}.",
        )
    return known
