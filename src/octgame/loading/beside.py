"""A second process that reads a large story's files while we make sense of them.

It reads them in the order in which they are asked for; while the next one is not there
yet, we read one from the end. Each of its trees comes with a hash of what it was read
from, and none where there was anything to tell of a file: then, and wherever the system
has no such processes, we read the file ourselves. So what is read is the same, sooner.
"""

import marshal
import mmap
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, NoReturn

from octgame.loading.diagnostics import Diagnostics
from octgame.loading.source.encoding import lines_of
from octgame.loading.source.files import (
    MOST_TOTAL_BYTES,
    in_order,
    read_file,
    story_files,
)
from octgame.loading.source.nodes import MapNode
from octgame.loading.source.packed import pack, unpack_file
from octgame.loading.source.reader import read

Reads = Callable[[str, bytes, Diagnostics], MapNode | None]
"""Makes a tree of a file's name and bytes, as `read` does."""

LEAST = 256 * 1024
"""Bytes of a story that a second process is worth starting for."""

ROOM = 4 * MOST_TOTAL_BYTES
"""Bytes that trees may take; the system gives only what is used of it."""


@contextmanager
def reading_beside(folder: Path) -> Iterator[Reads]:
    """A second process reads a story's files for as long as this lasts.

    Args:
        folder: The story's folder.

    Yields:
        What reads a file, or takes over what was read of it.
    """
    names = in_order(story_files(folder, Diagnostics()))
    if not _is_worth_it(folder, names):
        yield read
        return
    shared = mmap.mmap(-1, ROOM)
    notices, tell = os.pipe()
    child = os.fork()
    if not child:
        _work(folder, names, shared, tell)
    os.close(tell)
    os.set_blocking(notices, False)
    try:
        yield _Beside(folder, names, shared, notices).read
    finally:
        os.close(notices)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def may_fork() -> bool:
    """Whether a second process can be begun, and has a processor to run on."""
    threading = sys.modules.get("threading")
    if threading is not None and threading.active_count() > 1:
        return False  # what is begun between threads may hang
    return hasattr(os, "fork") and (os.cpu_count() or 1) > 1


def _is_worth_it(folder: Path, names: list[str]) -> bool:
    if not may_fork():
        return False
    size = 0
    with suppress(OSError):
        size = sum((folder / name).stat().st_size for name in names)
    return size >= LEAST


def _work(folder: Path, names: list[str], shared: mmap.mmap, tell: int) -> NoReturn:
    """Read one file after the other, and leave."""
    try:
        at = 0
        for name in names:
            found = Diagnostics()
            data = read_file(folder, name, found)
            tree = read(name, data, found) if data is not None else None
            if data is None or tree is None or found.found:
                continue
            packed = marshal.dumps(pack(tree))
            shared[at : at + len(packed)] = packed
            notice = f"{name} {sha256(data).hexdigest()} {at} {len(packed)}\n"
            os.write(tell, notice.encode())
            at += len(packed)
    finally:
        os._exit(0)


class _Read(NamedTuple):
    """A file that was read: a hash of it, its tree, what there is to tell of it."""

    digest: str
    tree: MapNode | None
    found: Diagnostics


class _Beside:
    """Takes over what the other process has read."""

    def __init__(
        self, folder: Path, names: list[str], shared: mmap.mmap, notices: int
    ) -> None:
        self._folder = folder
        self._left = names
        self._shared = shared
        self._notices = notices
        self._heard = b""
        self._there: dict[str, tuple[str, int, int]] = {}
        self._ahead: dict[str, _Read] = {}

    def read(self, file: str, data: bytes, into: Diagnostics) -> MapNode | None:
        """See `reader.read`."""
        digest = sha256(data).hexdigest()
        self._listen()
        while file not in self._there and file not in self._ahead and self._left:
            self._read_last()
            self._listen()
        held, at, size = self._there.get(file, ("", 0, 0))
        if held == digest:
            into.sources[file] = lines_of(data)
            packed = marshal.loads(self._shared[at : at + size])  # noqa: S302 - our own
            return unpack_file(file, packed)
        ahead = self._ahead.pop(file, None)
        if ahead is None or ahead.digest != digest:
            return read(file, data, into)
        into.sources |= ahead.found.sources
        into.take(ahead.found)
        return ahead.tree

    def _read_last(self) -> None:
        """Read the last file that nobody has read."""
        name, found = self._left.pop(), Diagnostics()
        data = None if name in self._there else read_file(self._folder, name, found)
        if data is not None:
            tree = read(name, data, found)
            self._ahead[name] = _Read(sha256(data).hexdigest(), tree, found)

    def _listen(self) -> None:
        with suppress(BlockingIOError):
            while some := os.read(self._notices, 1 << 16):
                self._heard += some
        *notices, self._heard = self._heard.split(b"\n")
        for notice in notices:
            name, digest, at, size = notice.decode().rsplit(" ", 3)
            self._there[name] = digest, int(at), int(size)
