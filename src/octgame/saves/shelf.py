"""The plays of one story on disk: list, begin, go on with, export, import."""

from pathlib import Path
from typing import NamedTuple

from octgame.errors import JournalError, SaveError
from octgame.game import journal
from octgame.game.again import again
from octgame.game.journal import Header, Journal
from octgame.game.play import Play
from octgame.game.program import Program
from octgame.game.replay import Replayed, replay
from octgame.game.way import how_far
from octgame.saves.files import (
    SUFFIX,
    JournalFile,
    numbers,
    read_whole,
    reason,
    reopen,
    write_new,
)
from octgame.saves.slots import Slot, unsaved
from octgame.story.safe import safe_line


class Kept(NamedTuple):
    """A play on disk, as a list shows it.

    Attributes:
        name: Its number, "001".
        role: Whose play it is, or "" before a role was taken.
        title: The title of the scene it stands in, or "".
        far: How far along it is, "Scene 5 of about 19", or "" where that is not known.
        moves: How many choices stand.
        ended: Whether it is finished.
        problem: Why it cannot be opened, or "".
    """

    name: str
    role: str = ""
    title: str = ""
    far: str = ""
    moves: int = 0
    ended: bool = False
    problem: str = ""

    @property
    def standing(self) -> str:
        """Where it stands, or why it cannot be opened, in words."""
        return self.problem or f"{self.heading}, {self.progress}"

    @property
    def heading(self) -> str:
        """Whose play it is and the scene it stands in."""
        return ": ".join(filter(None, (self.role, self.title)))

    @property
    def progress(self) -> str:
        """How far along it is, in words."""
        choices = "1 choice" if self.moves == 1 else f"{self.moves} choices"
        far = "finished" if self.ended else self.far
        return f"{far}, {choices}" if far else choices


class Saves:
    """The plays of one story; at most one of them is open for writing.

    Attributes:
        folder: Where the journals lie; made when the first line is written.
    """

    def __init__(self, folder: Path, program: Program) -> None:
        self.folder = folder
        self._program = program
        self._slot: Slot | None = None

    @property
    def problem(self) -> str:
        """Why the open play is not on the disk, one sentence, or ""."""
        return self._slot.problem if self._slot else ""

    @property
    def current(self) -> str:
        """The open play's number, or "" where it has no file yet."""
        return self._slot.name if self._slot else ""

    def slots(self) -> list[Kept]:
        """Every play, the oldest first; one that cannot be read says why."""
        found = (self._kept(number) for number in numbers(self.folder))
        return [kept for kept in found if kept is not None]

    def latest(self, *, finished: bool = True) -> str:
        """The play to continue: the last unfinished one, or "".

        Args:
            finished: Whether a finished one will do where there is no other.
        """
        last = ""
        for number in reversed(numbers(self.folder)):
            kept = self._kept(number)
            if kept is None or kept.problem:
                continue
            if not kept.ended:
                return kept.name
            last = last or kept.name
        return last if finished else ""

    def new(self, role: str = "", chapter: str = "") -> Play:
        """Begin a play whose lines are kept in a new slot.

        Raises:
            UsageError: The story has no such role or chapter.
        """
        core = self._program.core
        play = Play(
            self._program, Header(core.id, core.content, role=role, chapter=chapter)
        )
        self._keep(play, Slot(self.folder, play.text))
        return play

    def open(self, name: str) -> Replayed:
        """Go on with a play; its further lines are kept.

        Where the story was edited so that the journal reads differently now, the
        play goes on in a new slot and the old one stays as it is.

        Raises:
            SaveError: It is not there, is played elsewhere, or cannot be read.
            JournalError: Its first line is damaged, or of a later version.
        """
        path = self._path(name)
        if name == self.current:
            self.leave()
        problem = ""
        file: JournalFile | None = None
        try:
            file, raw = reopen(path)
        except OSError as error:
            raw = read_whole(path)
            problem = unsaved(error)
        try:
            known = self._read(raw)
        except JournalError:
            if file is not None:
                file.close()
            raise
        replayed = replay(self._program, known)
        slot = self._slot_for(replayed.play, known, raw, file)
        slot.problem = problem
        self._keep(replayed.play, slot)
        return replayed

    def read(self, name: str) -> Replayed:
        """A play as it stands, to look at; nothing is written.

        Raises:
            SaveError: It is not there, or cannot be read.
            JournalError: Its first line is damaged, or of a later version.
        """
        return replay(self._program, self._read(read_whole(self._path(name))))

    def again(self, play: Play, moves: int) -> Play:
        """Begin a new play with the first moves of another, which stays as it is."""
        branched = again(play, moves)
        self._keep(branched, Slot(self.folder, branched.text))
        return branched

    def plays(self, besides: str = "") -> list[Play]:
        """Every play that can be read, as it stands; nothing is written.

        Args:
            besides: The number of one that is left out, or "".
        """
        found = []
        for name in (f"{number:03}" for number in numbers(self.folder)):
            if name == besides:
                continue
            try:
                found.append(self.read(name).play)
            except (SaveError, JournalError):
                continue
        return found

    def leave(self) -> None:
        """Let go of the open play."""
        if self._slot is not None:
            self._slot.close()

    def export_to(self, name: str, target: Path) -> None:
        """Copy a play's journal into a new file.

        Raises:
            SaveError: The play cannot be read, or the file is there already.
            JournalError: The play's first line is damaged.
        """
        raw = read_whole(self._path(name))
        self._read(raw)
        _write_new(target, raw)

    def import_from(self, source: Path) -> str:
        """Copy a journal into a new slot and tell its number.

        Raises:
            SaveError: The file cannot be read or written.
            JournalError: It is no journal, or one of another story.
        """
        raw = read_whole(source)
        self._read(raw)
        number = max(numbers(self.folder), default=0) + 1
        try:
            self.folder.mkdir(0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise SaveError(f"the play cannot be kept: {reason(error)}") from error
        name = f"{number:03}"
        _write_new(self._path(name), raw)
        return name

    def _keep(self, play: Play, slot: Slot) -> None:
        self.leave()
        self._slot = slot
        play.keep = slot.append

    def _slot_for(
        self, play: Play, known: Journal, raw: bytes, file: JournalFile | None
    ) -> Slot:
        """The same slot where the journal reads the same, else a new one."""
        if file is None:
            return Slot(self.folder, play.text)
        good = raw[: known.good]
        if good.decode("ascii") != "\n".join(play.text):
            file.close()
            return Slot(self.folder, play.text)
        ends_line = raw[known.good : known.good + 1] == b"\n"
        file.sound_up_to(known.good + ends_line, raw)
        return Slot(self.folder, () if ends_line else ("",), file)

    def _kept(self, number: int) -> Kept | None:
        name = f"{number:03}"
        try:
            raw = read_whole(self._path(name))
            if not raw:
                return None  # begun by a program that was ended in the same moment
            play = replay(self._program, self._read(raw)).play
        except (SaveError, JournalError) as error:
            return Kept(name, problem=error.message)
        program, state = self._program, play.state
        role = program.roles.get(program.core.roles[state.role])
        return Kept(
            name,
            role=role.name if role else "",
            title=program.scenes.nth(state.scene).title,
            far=how_far(program, state),
            moves=len(play.steps),
            ended=state.ended,
        )

    def _read(self, raw: bytes) -> Journal:
        known = journal.read(raw.decode("ascii", "replace"))
        core = self._program.core
        if known.header.story != core.id:
            raise JournalError(
                f"this journal belongs to the story {safe_line(known.header.story)}",
                f"The story here is {core.id}.",
            )
        return known

    def _path(self, name: str) -> Path:
        if not (name.isascii() and name.isdigit()):
            raise SaveError(
                f"there is no play {safe_line(name)}", "Plays are numbered: 001, 002 …"
            )
        return self.folder / f"{int(name):03}{SUFFIX}"


def export(play: Play, target: Path) -> None:
    """Write a play's journal into a new file, whether or not it could be kept.

    Raises:
        SaveError: The file is there already, or cannot be written.
    """
    _write_new(target, "".join(f"{line}\n" for line in play.text).encode("ascii"))


def _write_new(target: Path, data: bytes) -> None:
    name = safe_line(target.name)
    try:
        write_new(target, data)
    except FileExistsError as error:
        raise SaveError(
            f"the file {name} is there already",
            "Nothing was changed; give another name.",
        ) from error
    except OSError as error:
        raise SaveError(
            f"the file {name} cannot be written: {reason(error)}"
        ) from error
