"""One journal file: read without trust, and appended to so that no line is lost."""

import errno
import os
import re
import stat
import sys
from contextlib import suppress
from itertools import count
from pathlib import Path

from octgame.errors import SaveError
from octgame.saves.locks import lock
from octgame.story.safe import safe_line

MOST_BYTES = 4 * 1024 * 1024
"""The size in bytes up to which a journal is read and written."""

SUFFIX = ".journal"
_NAME = re.compile(r"(00[1-9]|0[1-9][0-9]|[1-9][0-9]{2,5})\.journal")

_SAFE = (
    getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_READ = os.O_RDONLY | _SAFE
_CONTINUE = os.O_RDWR | os.O_APPEND | _SAFE
_CREATE = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_EXCL | _SAFE
_ALL = 1 << 16
"""Bytes asked for at once; `os.read` and `os.write` may do less than they are told."""


class JournalFile:
    """A journal that is open, locked and sound up to its size.

    Attributes:
        path: Where it lies.
        size: How many bytes of it are acknowledged.
    """

    def __init__(self, path: Path, handle: int) -> None:
        self.path = path
        self.size = 0
        self._handle = handle
        self._ragged = False
        self._damaged = b""

    def sound_up_to(self, size: int, whole: bytes) -> None:
        """Say how much of the file is good.

        Args:
            size: The good part's length in bytes.
            whole: What the file holds; where it is damaged behind the good part, it
                is kept aside before the first new line is written.
        """
        self.size = size
        self._ragged = len(whole) > size
        self._damaged = whole if self._ragged else b""

    def append(self, data: bytes) -> None:
        """Write behind the good part and wait until the disk has it.

        A failed try leaves the good part as it was, and the next one begins there.

        Raises:
            OSError: The disk does not take it.
        """
        if self.size + len(data) > MOST_BYTES:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
        if self._damaged:
            write_new(_aside(self.path), self._damaged)
            self._damaged = b""
        if self._ragged:
            os.ftruncate(self._handle, self.size)
        self._ragged = True
        _write(self._handle, data)
        _sync(self._handle)
        self._ragged = False
        self.size += len(data)

    def close(self) -> None:
        """Let go of the file and its lock."""
        handle, self._handle = self._handle, -1
        with suppress(OSError):
            os.close(handle)


def create(folder: Path) -> JournalFile:
    """Begin the journal with the next free number.

    Raises:
        OSError: The disk does not take it.
    """
    os.makedirs(folder, 0o700, exist_ok=True)  # noqa: PTH103 - the tests fail each os call
    for number in count(max(numbers(folder), default=0) + 1):
        path = folder / f"{number:03}{SUFFIX}"
        try:
            file = JournalFile(path, _locked_new(path))
        except FileExistsError:
            continue
        return file
    raise AssertionError


def reopen(path: Path) -> tuple[JournalFile, bytes]:
    """Open a journal to go on with it, and read what it holds.

    Raises:
        SaveError: It is no ordinary file of fair size, or somebody plays it now.
        OSError: It cannot be opened for writing.
    """
    handle = os.open(path, _CONTINUE)
    try:
        _claim(handle, path)
        return JournalFile(path, handle), _content(handle, path)
    except BaseException:
        os.close(handle)
        raise


def read_whole(path: Path) -> bytes:
    """What a journal's file holds.

    Raises:
        SaveError: It is not there, is no ordinary file, or cannot be read.
    """
    name = safe_line(path.name)
    try:
        handle = os.open(path, _READ)
        try:
            return _content(handle, path)
        finally:
            os.close(handle)
    except FileNotFoundError as error:
        raise SaveError(f"there is no journal {name}") from error
    except OSError as error:
        raise SaveError(f"the file {name} cannot be read: {reason(error)}") from error


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, whole or not at all.

    Raises:
        OSError: It is there already, or the disk does not take it.
    """
    handle = os.open(path, _CREATE, 0o600)
    try:
        try:
            _write(handle, data)
            _sync(handle)
        finally:
            os.close(handle)
        _sync_folder(path.parent)
    except OSError:
        with suppress(OSError):
            os.unlink(path)  # noqa: PTH108 - the tests fail each os call
        raise


def numbers(folder: Path) -> list[int]:
    """The numbers of the journals in a folder, ascending; none where it is missing."""
    try:
        names = os.listdir(folder)  # noqa: PTH208 - the tests fail each os call
    except OSError:
        return []
    found = (_NAME.fullmatch(name) for name in names)
    return sorted(int(match[1]) for match in found if match)


def reason(error: OSError) -> str:
    """Why the disk refuses, in words for the player."""
    known = {
        errno.ENOSPC: "the disk is full",
        errno.EDQUOT: "your part of the disk is full",
        errno.EROFS: "the disk is read-only",
        errno.EACCES: "the folder is closed to you",
        errno.EPERM: "the folder is closed to you",
        errno.EFBIG: "the journal has reached its greatest length",
        errno.ELOOP: "it is a link",
    }
    number = error.errno or errno.EIO
    return known.get(number) or safe_line(os.strerror(number)).lower()


def _claim(handle: int, path: Path) -> None:
    if not lock(handle):
        raise SaveError(
            f"play {path.stem} is open in another window",
            "Go on there, or begin a new play here.",
        )


def _locked_new(path: Path) -> int:
    handle = os.open(path, _CREATE, 0o600)
    try:
        lock(handle)  # nobody else can want a file that was not there before
        _sync_folder(path.parent)
    except OSError:
        os.close(handle)
        with suppress(OSError):
            os.unlink(path)  # noqa: PTH108 - the tests fail each os call
        raise
    return handle


def _content(handle: int, path: Path) -> bytes:
    name = safe_line(path.name)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        raise SaveError(f"the file {name} is no ordinary one")
    content = b""
    while len(content) <= MOST_BYTES:
        more = os.read(handle, _ALL)
        if not more:
            return content
        content += more
    raise SaveError(f"the file {name} is too large to be a journal")


def _write(handle: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left[:_ALL]) :]


def _sync(handle: int) -> None:
    """Wait until the disk has it; macOS needs asking twice."""
    if sys.platform == "darwin":  # pragma: no cover
        import fcntl  # noqa: PLC0415 - not there on Windows

        with suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


def _sync_folder(folder: Path) -> None:
    """Wait until the disk has the folder's list of names; Windows cannot be asked."""
    if not hasattr(os, "O_DIRECTORY"):  # pragma: no cover
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _aside(path: Path) -> Path:
    """Where a damaged journal is kept: 001.journal.bad-1, bad-2 and so on."""
    return next(
        aside
        for number in count(1)
        if not os.path.lexists(aside := path.with_name(f"{path.name}.bad-{number}"))
    )
