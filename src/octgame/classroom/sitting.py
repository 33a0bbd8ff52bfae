"""A class that is being taught: each move is written down before it is shown."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic

from octgame.classroom.folder import held, papers, write
from octgame.classroom.lesson import Class
from octgame.classroom.log import ClassLog
from octgame.classroom.moves import advance
from octgame.classroom.slide import Slide, view


class Sitting:
    """One hour of one class.

    Its clock runs from the first move on; a class that is gone on with has had it.

    Args:
        group: Where the class stands.
        folder: Where its papers go.
        log: Its journal; None for a rehearsal, which leaves nothing behind.
        passed: Seconds that the lesson has lasted already.
        clock: Seconds from anywhere, never going back.

    Attributes:
        papers: The names of the papers that were written at the end.
    """

    def __init__(
        self,
        group: Class,
        folder: Path,
        log: ClassLog | None = None,
        *,
        passed: int = 0,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self.group = group
        self.folder = folder
        self.papers: list[str] = []
        self._log = log
        self._clock = clock
        self._passed = passed
        self._began: float | None = clock() if group.before is not None else None

    @property
    def is_rehearsal(self) -> bool:
        """Whether nothing of it is kept."""
        return self._log is None

    @property
    def seconds(self) -> int:
        """How long the lesson has lasted."""
        begun = 0.0 if self._began is None else self._clock() - self._began
        return self._passed + int(begun)

    @property
    def slide(self) -> Slide:
        """What is on the wall now."""
        return view(self.group, self.seconds)

    @property
    def problem(self) -> str:
        """Why the last moves are not on the disk, one sentence, or ""."""
        return self._log.problem if self._log else ""

    def do(self, move: str) -> None:
        """Make a move.

        Raises:
            ChoiceError: It cannot be made here.
            UsageError: Its counts are missing, or are too many.
        """
        after = advance(self.group, move)
        if self._began is None:
            self._began = self._clock()
        if self._log is not None:
            self._log.keep(self.group, move, self.seconds, after)
        self.group = after

    @property
    def has_begun(self) -> bool:
        """Whether a move was made, now or before."""
        return self._began is not None

    def finish(self) -> None:
        """Write the class's papers; a rehearsal writes none.

        Raises:
            SaveError: The disk does not take them.
        """
        if not self.is_rehearsal:
            self.papers = write(self.folder, papers(self.group, held(self.folder)))

    def leave(self) -> None:
        """Let go of the journal."""
        if self._log is not None:
            self._log.close()
