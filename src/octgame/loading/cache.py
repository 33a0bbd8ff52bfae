"""Compiled stories in the user's own cache folder; any doubt means compiling again."""

import marshal
import os
import stat
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

import octgame
from octgame.game.packing import PackingError, pack, unpack
from octgame.game.program import Program
from octgame.loading.source.listing import signature

FORMAT = 2
RACY = 2_000_000_000
"""Nanoseconds: a file that changed this shortly before it was read may have changed
again without showing it, so its contents are compared."""

MOST_BYTES = 64 * 1024 * 1024

_STALE = 60.0  # seconds after which a half-written file is nobody's any more
_HASH = sha256().digest_size
_CODE = ("story", "game", "loading")
_FLAGS = (
    getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)

Signature = tuple[tuple[str, int, int], ...]


def cached(folder: Path) -> Program | None:
    """The compiled story, if the cache holds it as the files are now.

    Args:
        folder: The story's folder.
    """
    held = _read(_place(folder))
    if held is None or held.get("maker") != _maker():
        return None
    now = signature(folder)
    settled = all(changed + RACY < held["read"] for _, _, changed in now)
    if held["signature"] != now or not settled:
        began = time.time_ns()
        if held["digests"] != digests(folder):
            return None
        _write(_place(folder), {**held, "signature": now, "read": began})
    try:
        return unpack(held["program"])
    except PackingError:
        return None


def keep(
    folder: Path, program: Program, now: Signature, read: int, files: Mapping[str, str]
) -> None:
    """Put a compiled story into the cache; where that fails, nothing is lost.

    Args:
        folder: The story's folder.
        program: What it was compiled to.
        now: The files' signature, taken before they were read.
        read: When that was, in nanoseconds.
        files: The SHA-256 of each file's contents.
    """
    _write(
        _place(folder),
        {
            "maker": _maker(),
            "signature": now,
            "read": read,
            "digests": dict(files),
            "program": pack(program),
        },
    )


def digests(folder: Path) -> dict[str, str]:
    """The SHA-256 of each of a story's files."""
    # Only for a doubt: a cache that holds opens no file of the story.
    from octgame.loading.diagnostics import Diagnostics  # noqa: PLC0415
    from octgame.loading.source.files import read_file, story_files  # noqa: PLC0415

    unread = Diagnostics()
    contents = {
        name: read_file(folder, name, unread) for name in story_files(folder, unread)
    }
    return {
        name: sha256(data).hexdigest()
        for name, data in contents.items()
        if data is not None
    }


def _maker() -> tuple[Any, ...]:
    """Who wrote the cache: this Python, this octgame, this very code."""
    tag = sys.implementation.cache_tag
    return (FORMAT, tag, sys.version, octgame.__version__, _code())


def _code() -> str:
    """A stamp of the rooms that make a program, for one who works on them."""
    package = Path(__file__).parents[1]
    stamps = [
        (path, names, [os.stat(f"{path}/{name}").st_mtime_ns for name in names])  # noqa: PTH116 - four times as fast
        for room in _CODE
        for path, _, found in os.walk(package / room)
        if (names := sorted(name for name in found if name.endswith(".py")))
    ]
    return sha256(repr(sorted(stamps)).encode()).hexdigest()


def _place(folder: Path) -> Path:
    key = sha256(str(folder.resolve()).encode(errors="surrogateescape")).hexdigest()
    return _base() / f"{key[:32]}.oct"


def _base() -> Path:
    given = os.environ.get("OCTGAME_CACHE_DIR", "")
    if given:
        return Path(given)
    import platformdirs  # noqa: PLC0415 - not needed where a folder is given

    return platformdirs.user_cache_path("octgame", appauthor=False)


def _read(path: Path) -> dict[str, Any] | None:
    """What a cache file holds, or None: marshal sees only what we wrote ourselves."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _FLAGS)
        with os.fdopen(handle, "rb") as file:
            found = os.fstat(handle)
            if not _is_ours(found):
                return None
            data = file.read(found.st_size)
    except OSError:
        return None
    if sha256(data[_HASH:]).digest() != data[:_HASH]:
        return None
    try:
        held = marshal.loads(data[_HASH:])  # noqa: S302 - hashed, and the user's own
    except (EOFError, ValueError, TypeError):
        return None
    return held if isinstance(held, dict) else None


def _is_ours(found: os.stat_result) -> bool:
    if not stat.S_ISREG(found.st_mode) or found.st_size > MOST_BYTES:
        return False
    if not hasattr(os, "getuid"):  # pragma: no cover
        return True
    return found.st_uid == os.getuid() and not found.st_mode & 0o022


def _write(path: Path, held: Mapping[str, Any]) -> None:
    data = marshal.dumps(dict(held))
    new = path.with_suffix(f".{os.getpid()}.tmp")
    with suppress(OSError):
        path.parent.mkdir(0o700, parents=True, exist_ok=True)
        _sweep(path.parent)
        try:
            handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _FLAGS, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(sha256(data).digest() + data)
            new.replace(path)
        except OSError:
            new.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """Take away what processes that were ended in the middle left behind."""
    for left in folder.glob("*.tmp"):
        if time.time() - left.stat().st_mtime > _STALE:
            left.unlink(missing_ok=True)
