"""A slot: the journal of one play, which takes lines and never stops the game."""

from collections.abc import Callable, Iterable
from pathlib import Path

from octgame.saves.files import JournalFile, create, reason


class Slot:
    """Where a play's lines go.

    A new slot makes its file with the first line that is appended, so a play that
    was only looked at leaves nothing behind.

    Args:
        folder: Where the file lies.
        lines: What has to be written with the next line.
        file: The file, where there is one.
        tell: Says in a sentence that the disk refuses.

    Attributes:
        problem: Why the last lines are not on the disk yet, one sentence, or "".
    """

    def __init__(
        self,
        folder: Path,
        lines: Iterable[str] = (),
        file: JournalFile | None = None,
        tell: Callable[[OSError], str] | None = None,
    ) -> None:
        self.problem = ""
        self._folder = folder
        self._file = file
        self._tell = tell or unsaved
        self._waiting = b"".join(map(_row, lines))

    @property
    def name(self) -> str:
        """The slot's number as it is shown, or "" while there is no file."""
        return self._file.path.stem if self._file else ""

    def append(self, line: str) -> None:
        """Put a line on the disk; where that fails, keep it and try with the next."""
        self._waiting += _row(line)
        self.settle()

    def settle(self) -> None:
        """Try to put everything that waits on the disk."""
        try:
            if self._file is None:
                self._file = create(self._folder)
            self._file.append(self._waiting)
        except OSError as error:
            self.problem = self._tell(error)
        else:
            self._waiting, self.problem = b"", ""

    def close(self) -> None:
        """Try once more what could not be written, and let go of the file."""
        if self.problem:
            self.settle()
        if self._file is not None:
            self._file.close()


def unsaved(error: OSError) -> str:
    """What the player is told while lines wait."""
    return f"Your play is not saved: {reason(error)}. Each choice tries again."


def _row(line: str) -> bytes:
    return line.encode("ascii", "replace") + b"\n"
