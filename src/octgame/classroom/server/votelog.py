"""The phones' journal: seats and votes on disk before anybody is told that they count.

A line is `room CODE`, `start`, `seat SEAT` or `vote NUMBER SEAT KEY`, and a check.
Seats are hashed. The file is there for a restart only and is deleted when the class
ends.
"""

import asyncio
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, Self

from octgame.errors import SaveError
from octgame.saves.files import JournalFile, create, numbers, reason, reopen

FORGOTTEN_AFTER = 4 * 3600.0
"""Seconds after which a journal that was left behind belongs to no class any more."""

_CHECK = 8


class Kept(NamedTuple):
    """What a journal holds.

    Attributes:
        code: The room's code, or "" in a new one.
        starts: How often the room was opened before.
        seats: All that were given.
        votes: Per ballot's number, the key that each seat chose last.
    """

    code: str
    starts: int
    seats: tuple[str, ...]
    votes: dict[int, dict[str, str]]


class VoteLog:
    """An open journal; lines that come together are synced together.

    Attributes:
        problem: Why the last lines are not on the disk, or "". The class goes on.
    """

    def __init__(self, file: JournalFile) -> None:
        self.problem = ""
        self._file = file
        self._unsaved = b""
        self._waiting: list[asyncio.Future[None]] = []
        self._writer: asyncio.Task[None] | None = None

    @classmethod
    def open(cls, folder: Path, now: float) -> tuple[Self, Kept]:
        """Go on with a class's journal, or begin one.

        Args:
            folder: Where it lies; of this class alone.
            now: Seconds since 1970; a journal left behind hours ago is deleted.

        Raises:
            SaveError: The disk refuses, or another octgame has it open.
        """
        try:
            _forget(folder, now - FORGOTTEN_AFTER)
            names = numbers(folder)
            if not names:
                return cls(create(folder)), Kept("", 0, (), {})
            file, whole = reopen(folder / f"{names[-1]:03}.journal")
        except OSError as error:
            why = reason(error)
            raise SaveError(f"the votes cannot be kept on disk: {why}") from error
        lines = list(_sound(whole))
        file.sound_up_to(sum(len(line) + _CHECK + 2 for line in lines), whole)
        return cls(file), _kept(lines)

    async def add(self, line: str) -> None:
        """Append a line; done when the disk has it, or has refused it."""
        self._unsaved += _checked(line)
        await self.synced()

    async def synced(self) -> None:
        """Wait until the disk has, or has refused, every line added so far."""
        if not self._unsaved and (self._writer is None or self._writer.done()):
            return
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(done)
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write())
        await done

    async def close(self) -> None:
        """Let go of the file when all lines are written; it stays for a restart."""
        if self._writer is not None:
            await self._writer
        self._file.close()

    async def delete(self) -> None:
        """End: no seat and no vote of anybody is left on the disk."""
        await self.close()
        folder = self._file.path.parent
        for path in folder.glob("*.journal*"):
            path.unlink(missing_ok=True)
        with suppress(OSError):
            folder.rmdir()

    async def _write(self) -> None:
        while self._waiting:
            data, self._unsaved = self._unsaved, b""
            waiting, self._waiting = self._waiting, []
            try:
                if data:
                    await asyncio.to_thread(self._file.append, data)
                    self.problem = ""
            except OSError as error:
                self.problem = reason(error)
                self._unsaved = data + self._unsaved
            for done in waiting:
                if not done.done():
                    done.set_result(None)


def _forget(folder: Path, before: float) -> None:
    """Delete what a class left behind that was never ended."""
    for path in folder.glob("*.journal*"):
        if path.lstat().st_mtime < before:
            path.unlink()


def _checked(line: str) -> bytes:
    return f"{line} {_check(line.encode())}\n".encode()


def _check(line: bytes) -> str:
    return sha256(line).hexdigest()[:_CHECK]


def _sound(whole: bytes) -> Iterator[bytes]:
    """The lines up to the first that is torn."""
    for row in whole.splitlines(keepends=True):
        line, _, check = row.rpartition(b" ")
        if check != _check(line).encode() + b"\n":
            return
        yield line


def _kept(lines: list[bytes]) -> Kept:
    code, starts = "", 0
    seats: list[str] = []
    votes: dict[int, dict[str, str]] = {}
    for line in lines:
        match line.decode().split(" ", 3):
            case ["room", code]:
                pass
            case ["start"]:
                starts += 1
            case ["seat", seat]:
                seats.append(seat)
            case ["vote", number, seat, key]:
                votes.setdefault(int(number), {})[seat] = key
    return Kept(code, starts, tuple(seats), votes)
