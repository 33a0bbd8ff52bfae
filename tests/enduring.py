"""The commands, put to a story that is spoilt: whatever it holds, none breaks."""

import io
import re
import signal
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from types import FrameType
from unittest.mock import patch

from mangling import answers, lay, mangled, sound
from octgame.authoring.preview.bench import Bench
from octgame.authoring.preview.reading import Reader
from octgame.cli.run import run

LONGEST = 20
"""Seconds that all commands together may take over one story."""

TROUBLE = re.compile(r"Traceback|a fault of octgame itself")


class TooLongError(BaseException):
    """No command was done in time; no net of the program's own catches it."""


class Endurance:
    """A folder in which one story after another is spoilt.

    Args:
        folder: Where the story, the plays and the cache may lie.
    """

    def __init__(self, folder: Path) -> None:
        self.story = folder / "story"
        self.story.mkdir()
        lay(sound(), self.story)
        reader = Reader(self.story)
        self.bench = Bench(reader, reader.read())
        self._environment = {
            "OCTGAME_SAVE_DIR": str(folder / "plays"),
            "OCTGAME_CACHE_DIR": str(folder / "cache"),
        }

    def faults(self, seed: int) -> list[str]:
        """What broke, as a line for each command that did."""
        lay(mangled(seed), self.story)
        return [
            f"{seed}: {' '.join(words[:1])}: {said}"
            for words in self._commands(seed)
            if (said := self._fault(words, seed))
        ] + self._previewed(seed)

    def _commands(self, seed: int) -> Iterator[list[str]]:
        story = str(self.story)
        yield ["check", story, *(["--strict"] if seed % 2 else ["--verbose"])]
        yield ["check", story, "--format", ("json", "github")[seed % 2]]
        yield ["play", story, "--plain", "--new"]
        yield ["report", story, "--format", ("markdown", "html")[seed % 2]]
        yield ["new", ("scene", "card", "question")[seed % 3], f"new_{seed}"]
        yield ["schema"]

    def _fault(self, words: list[str], seed: int) -> str:
        out, err = io.StringIO(), io.StringIO()
        typed = io.StringIO("\n".join(answers(seed)) + "\n")
        streams = redirect_stdout(out), redirect_stderr(err)
        with streams[0], streams[1], patch("sys.stdin", typed), self._here():
            try:
                with in_time():
                    code = run(words)
            except TooLongError:
                return f"not done in {LONGEST} s"
        said = out.getvalue() + err.getvalue()
        if code not in (0, 1, 2) or TROUBLE.search(said):
            return f"exit code {code}: {err.getvalue()[-300:]}"
        return ""

    @contextmanager
    def _here(self) -> Iterator[None]:
        """In the story's folder, with the folders of this run's own."""
        with patch.dict("os.environ", self._environment), chdir(self.story):
            yield

    def _previewed(self, seed: int) -> list[str]:
        """A preview that looks twice: an error may have been half a save."""
        try:
            with in_time():
                self.bench.look()
                self.bench.look()
        except TooLongError:
            return [f"{seed}: preview: not done in {LONGEST} s"]
        except Exception as problem:  # noqa: BLE001 - that there is none is the question
            return [f"{seed}: preview: {type(problem).__name__}: {problem}"]
        return []


@contextmanager
def in_time() -> Iterator[None]:
    """Break off what takes too long.

    Raises:
        TooLongError: It did.
    """

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise TooLongError

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(LONGEST)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
