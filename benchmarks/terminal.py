"""A program in a real pseudo-terminal: keys in, bytes out, CPU and memory beside it."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

QUIET = 0.06
"""Seconds without a byte after which a repaint counts as done."""

UNWANTED = (
    *("OCTGAME_PLAIN", "OCTGAME_DEBUG", "PYTHONDONTWRITEBYTECODE"),
    *("LINES", "COLUMNS"),
)
"""Variables of whoever runs this that the program is not to see."""

ANSWERS = {
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",  # yes, we can hold a frame until it is whole
    b"\x1b[c": b"\x1b[?1;2c",
}
FRAME_BEGINS, FRAME_ENDS = b"\x1b[?2026h", b"\x1b[?2026l"


class Terminal:
    """A program on a terminal of its own."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 100,
        rows: int = 32,
        env: Mapping[str, str] | None = None,
        cwd: str | None = None,
    ) -> None:
        ours = {k: v for k, v in os.environ.items() if k not in UNWANTED}
        environment = {**ours, "TERM": "xterm-256color", **(env or {})}
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:  # pragma: no cover - the child becomes another program
            if cwd:
                os.chdir(cwd)
            os.execvpe(command[0], list(command), environment)
        self.seen = b""
        self._told = 0
        self.resize(columns, rows)
        self.status: int | None = None

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size in cells; the program is told."""
        size = struct.pack("HHHH", rows, columns, 0, 0)
        self._told = len(self.seen)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, size)

    def read(self, seconds: float) -> bytes:
        """What arrives within so many seconds, as soon as there is something."""
        ready, _, _ = select.select([self.fd], [], [], seconds)
        if not ready:
            return b""
        try:
            data = os.read(self.fd, 1 << 16)
        except OSError:
            return b""
        for query, answer in ANSWERS.items():
            if query in data:
                os.write(self.fd, answer)
        self.seen += data
        return data

    def until(self, text: str, seconds: float = 20) -> bytes:
        """Read until a text has been painted since the last one, or since a key.

        Returns:
            What arrived since then, up to the text's end.
        """
        start, wanted = self._told, text.encode()
        end = time.perf_counter() + seconds
        while wanted not in self.seen[start:]:
            if time.perf_counter() > end:
                tail = self.seen[-400:]
                message = f"{text!r} was not painted in {seconds} s, but {tail!r}"
                raise TimeoutError(message)
            self.read(0.05)
        self._told = self.seen.index(wanted, start) + len(wanted)
        return self.seen[start : self._told]

    def settle(self, seconds: float = 5) -> tuple[bytes, float]:
        """Read until it is quiet; the bytes, and when the last of them came."""
        data, last = b"", time.perf_counter()
        end = last + seconds
        while time.perf_counter() < end:
            part = self.read(QUIET)
            if not part and data:
                break
            if part:
                data += part
                last = time.perf_counter()
            elif time.perf_counter() - last > QUIET:
                break
        return data, last

    def send(self, keys: str) -> float:
        """Press keys; the moment they were sent."""
        self._told = len(self.seen)
        moment = time.perf_counter()
        os.write(self.fd, keys.encode())
        return moment

    def cpu(self) -> float:
        """CPU seconds of all its threads so far, those that have ended too."""
        clock = (~self.pid << 3) | 2  # what clock_getcpuclockid(3) gives
        return time.clock_gettime(clock)

    def memory(self) -> float:
        """Resident megabytes."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        (line,) = [row for row in status.splitlines() if row.startswith("VmRSS")]
        return int(line.split()[1]) / 1024

    def alive(self) -> bool:
        """Whether the program still runs."""
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = status
        return self.status is None

    def kill(self, number: int = signal.SIGKILL) -> None:
        """End it, and wait until it has ended."""
        if self.status is None:
            os.kill(self.pid, number)
            _, self.status = os.waitpid(self.pid, 0)
        self.close()

    def close(self) -> None:
        """Give the terminal back."""
        try:
            os.close(self.fd)
        except OSError:
            return

    def wait(self, seconds: float = 10) -> int:
        """Wait for it to end by itself; its exit code, negative for a signal."""
        end = time.perf_counter() + seconds
        while self.alive():
            if time.perf_counter() > end:
                message = f"still running after {seconds} s"
                raise TimeoutError(message)
            self.read(0.02)
        while self.read(0.01):
            continue
        self.close()
        status = self.status or 0
        return os.waitstatus_to_exitcode(status)


Opened = Callable[..., Terminal]
"""Opens a program on a terminal: its words, and variables of its environment."""
