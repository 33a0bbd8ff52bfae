"""Leaving, in a real terminal: the exit code, and the terminal as it was."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest

from octgame.ui.app import sorry

pytestmark = pytest.mark.terminal

ROOT = Path(__file__).parents[2]
PLAY = "from ui.table import table; from octgame.ui.app import run; "
FAULT = (
    "from octgame.game.play import Play; secret = 'hunter2'; "
    "Play.take = lambda self, move: 1 / 0; "
)
LEFT = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1003l")
"""The alternate screen is left, the cursor shown, the mouse let go."""
SECONDS = 20.0


class Terminal:
    """A play in a pseudo terminal."""

    def __init__(self, before: str = "") -> None:
        script = f"{PLAY}{before}raise SystemExit(run(table()))"
        self.pid, self.fd = pty.fork()
        if not self.pid:
            path = os.pathsep.join([str(ROOT / "src"), str(ROOT / "tests")])
            env = {**os.environ, "PYTHONPATH": path, "TERM": "xterm-256color"}
            os.execve(sys.executable, [sys.executable, "-c", script], env)
        size = struct.pack("HHHH", 32, 100, 0, 0)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, size)
        self.seen = b""

    def wait_for(self, text: str) -> bytes:
        """Everything written up to and with this text, then to the end of its paint."""
        deadline = monotonic() + SECONDS
        while text.encode() not in self.seen:
            assert monotonic() < deadline, self.seen[-2000:]
            assert self._read(1.0), self.seen[-2000:]
        while self._read(0.3):
            pass
        seen, self.seen = self.seen, b""
        return seen

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self.fd, keys.encode())

    def leave(self) -> tuple[int, bytes]:
        """Wait for the end: the exit code, and the last that was written."""
        deadline = monotonic() + SECONDS
        while self._read(1.0):
            assert monotonic() < deadline
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1]), self.seen

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self.fd], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self.fd, 65536)
        except OSError:
            return False
        self.seen += data
        return bool(data)


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    """A play at its first page."""
    opened = Terminal()
    opened.wait_for("seized.")
    yield opened
    os.close(opened.fd)


def restored(written: bytes) -> bool:
    """Whether the terminal was given back."""
    return all(code in written for code in LEFT)


def test_q_leaves_with_zero(terminal: Terminal) -> None:
    """The terminal is as it was."""
    terminal.type("q")
    code, written = terminal.leave()
    assert code == 0
    assert restored(written)


def test_ctrl_c_asks_once_and_leaves_with_130(terminal: Terminal) -> None:
    """The first only says how."""
    terminal.type("\x03")
    terminal.wait_for("ctrl+c again")
    terminal.type("\x03")
    code, written = terminal.leave()
    assert code == 130
    assert restored(written)


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_a_signal_leaves_in_order(
    terminal: Terminal, number: signal.Signals, code: int
) -> None:
    """128 and the signal's number, the terminal restored."""
    os.kill(terminal.pid, number)
    left, written = terminal.leave()
    assert left == code
    assert restored(written)


def test_ctrl_z_gives_the_shell_back_and_the_page_returns(terminal: Terminal) -> None:
    """Stopped with the terminal restored; continued with everything painted again."""
    terminal.type("\x1a")
    assert os.WIFSTOPPED(os.waitpid(terminal.pid, os.WUNTRACED)[1])
    assert restored(terminal.wait_for(LEFT[0].decode()))
    os.kill(terminal.pid, signal.SIGCONT)
    assert b"It was seized." in terminal.wait_for("carter")
    terminal.type("q")
    assert terminal.leave()[0] == 0


def test_a_fault_leaves_with_70_and_one_plain_sentence() -> None:
    """No traceback, no local variable, the terminal restored."""
    terminal = Terminal(FAULT)
    terminal.wait_for("seized.")
    terminal.type("1")
    code, written = terminal.leave()
    os.close(terminal.fd)
    assert code == 70
    assert restored(written)
    said = written.decode().rsplit("\x1b", 1)[1]
    assert "went wrong" in said
    assert "ZeroDivisionError" in said
    assert "Traceback" not in said
    assert "secret" not in said


def test_a_choice_costs_few_bytes_and_idling_none(terminal: Terminal) -> None:
    """At 100 columns by 32 rows; bytes are what a slow line waits for."""
    for keys, text in (("3", "How sure"), ("2", "carter"), ("1", "content note")):
        terminal.type(keys)
        assert len(terminal.wait_for(text)) <= 8192
    assert not terminal._read(1.0)
    terminal.type("q")
    terminal.leave()


def test_the_apology_tells_where_but_not_what() -> None:
    """A fault's own words may hold what a player wrote, so they are not repeated."""
    with pytest.raises(ValueError, match="my sentence") as caught:
        int("my sentence")
    said = sorry(caught.value)
    assert "ValueError, test_leaving.py:" in said
    assert "my sentence" not in said
