"""A story's folder: which files it has, and their bytes, whatever lies in it.

Nothing in the folder is trusted to be what it looks like: links are not followed,
only ordinary files are read, and no more of them than the limits allow.
"""

import errno
import os
import re
import stat
from collections.abc import Iterable
from pathlib import Path

from octgame.loading.diagnostics import Diagnostics, Position
from octgame.loading.places import STORY_FILE
from octgame.loading.source.encoding import MOST_BYTES
from octgame.loading.source.listing import yaml_entries

MOST_FILES = 400
"""YAML files of one story."""

MOST_TOTAL_BYTES = 32 * 1024 * 1024
"""All files of one story together, in bytes."""

_NAME = re.compile(r"(?:[a-z0-9][a-z0-9_-]{0,63}/)*[a-z0-9][a-z0-9_-]{0,63}\.ya?ml")
_DEVICE = re.compile(r"(?:.*/)?(?:con|prn|aux|nul|com\d|lpt\d)[./].*")
_HAS_DIR_FD = os.open in os.supports_dir_fd
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
# What O_NOFOLLOW says of a link: Linux and macOS, FreeBSD, and with O_DIRECTORY.
_LINK_ERRORS = (errno.ELOOP, errno.EMLINK, errno.ENOTDIR)
_NO_FILE = (
    "not-a-file",
    "this is a folder, a device or a pipe, not a file",
    "Take it out of the story's folder, or name it otherwise.",
)


def story_files(folder: Path, into: Diagnostics) -> list[str]:
    """The YAML files of a story, sorted, as paths relative to it with `/`.

    Args:
        folder: The story's folder.
        into: Told of names that may not be, and of limits that are passed.
    """
    names, size = [], 0
    for name, at in yaml_entries(folder):
        if _is_safe(name, into):
            names.append(name)
            size += at.st_size
    if len(names) > MOST_FILES:
        into.error(
            Position("."),
            "too-many-files",
            f"the story has more than {MOST_FILES} files",
            "Put several scenes into one file.",
        )
    if size > MOST_TOTAL_BYTES:
        into.error(
            Position("."),
            "story-too-large",
            f"the story's files hold more than {MOST_TOTAL_BYTES >> 20} MiB",
            "Take out the files that do not belong to it.",
        )
    return sorted(names)[:MOST_FILES]


def in_order(names: Iterable[str]) -> list[str]:
    """Files in the order in which they are read: the story's own comes first."""
    return sorted(names, key=lambda name: (name != STORY_FILE, name))


def read_file(folder: Path, name: str, into: Diagnostics) -> bytes | None:
    """The bytes of one file, or None where it is not an ordinary file of fair size.

    Args:
        folder: The story's folder.
        name: As `story_files` gives it.
        into: Told why not.
    """
    if not _is_safe(name, into):
        return None
    try:
        with os.fdopen(_open(folder, name), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                into.error(Position(name), *_NO_FILE)
                return None
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        into.error(Position(name), *_why_unread(error))
        return None


def _is_safe(name: str, into: Diagnostics) -> bool:
    if _NAME.fullmatch(name) and not _DEVICE.fullmatch(name):
        return True
    into.error(
        Position(name),
        "file-name",
        "a file's or folder's name that does not work on every computer",
        "Use small Latin letters, digits, `_` and `-`: `night_of_25.yaml`.",
    )
    return False


def _open(folder: Path, name: str) -> int:
    """A handle of the file, no step of the way to it a link."""
    *folders, last = name.split("/")
    if not _HAS_DIR_FD:
        return _open_where_steps_cannot_be_held(folder, name)
    here = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        for step in folders:
            below = os.open(step, _FLAGS | os.O_DIRECTORY, dir_fd=here)
            os.close(here)
            here = below
        return os.open(last, _FLAGS, dir_fd=here)
    finally:
        os.close(here)


def _open_where_steps_cannot_be_held(folder: Path, name: str) -> int:
    """On Windows: look first, for a link or junction leads away from the real path."""
    path = folder.resolve() / name
    if path.is_symlink() or path != Path(os.path.realpath(path)):
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    if not stat.S_ISREG(path.lstat().st_mode):
        raise OSError(errno.ENXIO, os.strerror(errno.ENXIO))
    return os.open(path, _FLAGS)


def _why_unread(error: OSError) -> tuple[str, str, str]:
    if error.errno in _LINK_ERRORS:
        return (
            "file-is-link",
            "a link, and links in a story's folder are not followed",
            "Put the file itself into the folder.",
        )
    if error.errno in (errno.ENXIO, errno.EISDIR):
        return _NO_FILE
    if error.errno == errno.ENOENT:
        return "file-missing", "the file is not there", "Was it renamed just now?"
    reason = os.strerror(error.errno or errno.EIO).lower()
    return (
        "file-unreadable",
        f"the file cannot be read: {reason}",
        "See who may read it, and whether the disk is well.",
    )
