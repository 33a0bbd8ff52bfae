"""What `octgame check` said before of the very same files, said again at once.

Everything that the answer hangs on is compared: each file of the story, this program
and this Python. Files are the same if nothing that the system notes of them changed, or
else if their contents are; whatever is out of the ordinary means checking again. Only
what Python has loaded anyway is used here while nothing changed: pathlib alone takes as
long as Python itself, and hashlib a third of it.
"""

import os
import stat
import sys
import time
from zlib import adler32, crc32

from octgame import __version__

FORMAT = "octgame-check 3"

RACY = 2_000_000_000
"""Nanoseconds: a file that changed this shortly before it was read may have changed
again without showing it, so its contents are compared."""

MOST_FILES, MOST_BYTES, DEEPEST = 2000, 64 * 1024 * 1024, 3
"""Files and bytes of a story that is recalled at all, and folders within each other."""

LONGEST_PATH = 120
"""Signs of a folder's name that is shown as it stands."""

SHIPPED = "october"
"""The story that is checked where none is named."""

_PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
_CODE = ("authoring", "cli", "game", "loading", "story")
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


_File = tuple[str, int, int, int, int]


def recall(arguments: list[str]) -> int | None:
    """Say again what was said of a story.

    Args:
        arguments: What stands after `check`.

    Returns:
        The exit code, or None where the story must be checked.
    """
    strict, proof = "--strict" in arguments, "--no-proof" not in arguments
    given = [word for word in arguments if word not in ("--strict", "--no-proof")]
    if len(given) > 1 or any(word.startswith("-") for word in given):
        return None
    folder = _folder(given[0] if given else "")
    if not folder or not _speaks():
        return None
    place = _place(folder, proof)
    held = _read(place)
    if held is None:
        return None
    stamp, key, counts, text = held
    now = _stamp(folder)
    if not stamp or stamp != now:
        if key != _key(folder):
            return None
        _write(place, now, key, counts, text)
    errors, warnings = map(int, counts.split())
    sys.stderr.write(f"Checking {folder}\n")
    sys.stderr.flush()
    try:
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return int(bool(errors or (strict and warnings)))


def remember(
    folder: str,
    seen: tuple[str, str],
    text: str,
    counts: tuple[int, int],
    *,
    proof: bool,
) -> None:
    """Keep what was said of a story; where that fails, nothing is lost.

    Args:
        folder: Where it lies.
        seen: What `look` gave before it was read.
        text: What was said.
        counts: How many findings are errors, and how many are warnings.
        proof: Whether it was proved too.
    """
    stamp, key = seen
    unchanged = stamp != "" and _stamp(folder) == stamp
    if key and (unchanged or _key(folder) == key):
        _write(_place(folder, proof), stamp, key, f"{counts[0]} {counts[1]}", text)


def _write(place: str, stamp: str, key: str, counts: str, text: str) -> None:
    if not place:
        return
    body = f"{stamp}\n{key}\n{counts}\n{text}".encode()
    new = f"{place}.{os.getpid()}.tmp"
    try:
        os.makedirs(os.path.dirname(place), 0o700, exist_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK
        with os.fdopen(os.open(new, flags, 0o600), "wb") as file:
            file.write(b"%08x\n%b" % (crc32(body), body))
        os.replace(new, place)
    except OSError:
        return


def look(folder: str) -> tuple[str, str]:
    """What is compared before an answer is given again.

    Returns:
        What the system notes of the files, and a hash of their contents; "" for each
        where there is any doubt.
    """
    return _stamp(folder), _key(folder)


def _stamp(folder: str) -> str:
    """What the system notes of all that the answer hangs on, on one line."""
    now = time.time_ns()
    try:
        found = [_noted(os.path.join(_PACKAGE, room), (".py",)) for room in _CODE]
        found.append(_noted(folder, (".yaml", ".yml")))
    except (OSError, ValueError):
        return ""
    latest = max((max(one[2:4]) for files in found for one in files), default=now)
    if latest + RACY > now:
        return ""
    return repr((*_maker(folder), found))


def _maker(folder: str) -> tuple[str, ...]:
    return FORMAT, __version__, sys.version, os.path.realpath(folder)


def _noted(folder: str, endings: tuple[str, ...]) -> list[_File]:
    """Name, size, times of change and number of each file."""
    found: list[_File] = []
    for name, entry in _files(folder, endings):
        at = entry.stat()
        found.append((name, at.st_size, at.st_mtime_ns, at.st_ctime_ns, at.st_ino))
    return found


def _key(folder: str) -> str:
    """A hash of the contents of all files, "" where there is any doubt."""
    from hashlib import sha256  # noqa: PLC0415 - only where something changed

    found = sha256(repr(_maker(folder)).encode())
    left = MOST_BYTES
    try:
        rooms = [(os.path.join(_PACKAGE, room), (".py",)) for room in _CODE]
        for place, endings in (*rooms, (folder, (".yaml", ".yml"))):
            for name, entry in _files(place, endings):
                data = _contents(entry.path, left)
                left -= len(data)
                found.update(f"{name} {len(data)}\n".encode() + data)
    except (OSError, ValueError):
        return ""
    return found.hexdigest()


def _files(folder: str, endings: tuple[str, ...]) -> list[tuple[str, os.DirEntry[str]]]:
    """(name, entry) of the files below a folder, in order.

    Raises:
        ValueError: There is a link among them, or too much.
    """
    found: list[tuple[str, os.DirEntry[str]]] = []
    waiting = [("", 0)]
    while waiting:
        below, depth = waiting.pop()
        with os.scandir(os.path.join(folder, below)) as entries:
            for entry in entries:
                if entry.name.startswith((".", "__pycache__")):
                    continue
                wanted, within = entry.name.lower().endswith(endings), entry.is_dir()
                too_much = len(found) > MOST_FILES or depth > DEEPEST
                if too_much or entry.is_symlink() or (wanted and within):
                    raise ValueError(entry.name)
                if within:
                    waiting.append((f"{below}{entry.name}/", depth + 1))
                elif wanted:
                    found.append((below + entry.name, entry))
    return sorted(found, key=lambda each: each[0])


def _contents(path: str, most: int) -> bytes:
    """What an ordinary file holds.

    Raises:
        ValueError: It is no such file, or too large.
    """
    handle = os.open(path, os.O_RDONLY | _NO_LINK | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise ValueError(path)
        data = file.read(most + 1)
    if len(data) > most:
        raise ValueError(path)
    return data


def _read(place: str) -> list[str] | None:
    """What is kept of a story, if it is the user's own and whole."""
    if not place:
        return None
    try:
        at = os.stat(place)
        if at.st_uid != os.getuid() or at.st_mode & 0o022:
            return None
        data = _contents(place, MOST_BYTES)
    except (OSError, ValueError):
        return None
    check, _, body = data.partition(b"\n")
    return body.decode().split("\n", 3) if b"%08x" % crc32(body) == check else None


def _place(folder: str, proof: bool) -> str:
    """The file that is for an answer, or "" where there is no telling."""
    base = os.environ.get("OCTGAME_CACHE_DIR", "")
    home = os.path.expanduser("~")
    if not base and os.path.isabs(home) and hasattr(os, "getuid"):
        given = os.environ.get("XDG_CACHE_HOME", "")
        own = "Library/Caches" if sys.platform == "darwin" else ".cache"
        cache = given if os.path.isabs(given) else os.path.join(home, own)
        base = os.path.join(cache, "octgame")
    if not base or not hasattr(os, "getuid"):
        return ""
    path = os.path.realpath(folder).encode("utf-8", "surrogateescape")
    name = f"{crc32(path):08x}{adler32(path):08x}"
    return os.path.join(base, f"{name}.{'check' if proof else 'quick'}")


def _folder(given: str) -> str:
    """The story's folder as `loading.places` finds and shows it, or ""."""
    if not given and _is_story(os.getcwd()):
        found = os.getcwd()
    else:
        root = os.path.dirname(os.path.dirname(_PACKAGE))
        places = (os.path.join(_PACKAGE, "_scenes"), os.path.join(root, "scenes"))
        scenes = next((place for place in places if os.path.isdir(place)), "")
        found = os.path.join(scenes, given or SHIPPED)
        if os.sep in given or not _is_story(found):
            found = os.path.normpath(given) if given and ".." not in given else ""
    plain = found.isprintable() and len(found) <= LONGEST_PATH
    return found if found and plain and _is_story(found) else ""


def _is_story(folder: str) -> bool:
    return os.path.isfile(os.path.join(folder, "story.yaml"))


def _speaks() -> bool:
    """Whether the answer can be written as it was."""
    streams = (sys.stdout, sys.stderr)
    return all(
        one is not None and (one.encoding or "").lower() == "utf-8" for one in streams
    )
