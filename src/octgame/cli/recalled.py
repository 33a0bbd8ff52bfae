"""What `octgame check` said before of the very same files, said again at once.

Everything that the answer hangs on is hashed: each file's contents, this program and
this Python. Whatever is out of the ordinary means checking again. Only what Python has
loaded anyway is used here, since pathlib alone takes as long as Python itself.
"""

import os
import stat
import sys
from hashlib import sha256

from octgame import __version__

FORMAT = b"octgame-check 1"

MOST_FILES, MOST_BYTES, DEEPEST = 2000, 32 * 1024 * 1024, 3
"""Files and bytes of a story that is recalled at all, and folders within each other."""

LONGEST_PATH = 120
"""Signs of a folder's name that is shown as it stands."""

SHIPPED = "october"
"""The story that is checked where none is named."""

_PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
_CODE = ("authoring", "cli", "game", "loading", "story")
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


def recall(arguments: list[str]) -> int | None:
    """Say again what was said of a story.

    Args:
        arguments: What stands after `check`.

    Returns:
        The exit code, or None where the story must be checked.
    """
    strict = "--strict" in arguments
    given = [word for word in arguments if word != "--strict"]
    if len(given) > 1 or any(word.startswith("-") for word in given):
        return None
    folder = _folder(given[0] if given else "")
    if not folder or not _speaks():
        return None
    held = _read(folder, key_of(folder))
    if held is None:
        return None
    errors, warnings, text = held
    sys.stderr.write(f"Checking {folder}\n")
    sys.stderr.flush()
    try:
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return int(bool(errors or (strict and warnings)))


def remember(folder: str, key: str, text: str, errors: int, warnings: int) -> None:
    """Keep what was said of a story; where that fails, nothing is lost.

    Args:
        folder: Where it lies.
        key: What `key_of` gave before it was read.
        text: What was said.
        errors: How many of the findings keep it from being played.
        warnings: How many do not.
    """
    place = _place(folder)
    if not key or not place or key_of(folder) != key:
        return
    body = f"{key}\n{errors} {warnings}\n{text}".encode()
    new = f"{place}.{os.getpid()}.tmp"
    try:
        os.makedirs(os.path.dirname(place), 0o700, exist_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK
        with os.fdopen(os.open(new, flags, 0o600), "wb") as file:
            file.write(sha256(body).hexdigest().encode() + b"\n" + body)
        os.replace(new, place)
    except OSError:
        return


def key_of(folder: str) -> str:
    """A hash of all that the answer hangs on, or "" where there is any doubt."""
    found = sha256(FORMAT)
    found.update(f"{__version__} {sys.version}".encode())
    try:
        for room in _CODE:
            for name, entry in _files(os.path.join(_PACKAGE, room), (".py",)):
                at = entry.stat()
                found.update(f"{name} {at.st_size} {at.st_mtime_ns}\n".encode())
        left = MOST_BYTES
        for name, entry in _files(folder, (".yaml", ".yml")):
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


def _read(folder: str, key: str) -> tuple[int, int, str] | None:
    """What is kept of a story, if it is the user's own, whole and of this key."""
    place = _place(folder)
    if not key or not place:
        return None
    try:
        at = os.stat(place)
        if at.st_uid != os.getuid() or at.st_mode & 0o022:
            return None
        data = _contents(place, MOST_BYTES)
    except (OSError, ValueError):
        return None
    check, _, body = data.partition(b"\n")
    if sha256(body).hexdigest().encode() != check:
        return None
    held, _, rest = body.decode().partition("\n")
    counts, _, text = rest.partition("\n")
    errors, warnings = map(int, counts.split())
    return (errors, warnings, text) if held == key else None


def _place(folder: str) -> str:
    """The file that is for a story, or "" where there is no telling."""
    base = os.environ.get("OCTGAME_CACHE_DIR", "")
    home = os.path.expanduser("~")
    if not base and os.path.isabs(home) and hasattr(os, "getuid"):
        given = os.environ.get("XDG_CACHE_HOME", "")
        own = "Library/Caches" if sys.platform == "darwin" else ".cache"
        cache = given if os.path.isabs(given) else os.path.join(home, own)
        base = os.path.join(cache, "octgame")
    if not base or not hasattr(os, "getuid"):
        return ""
    name = sha256(os.path.realpath(folder).encode("utf-8", "surrogateescape"))
    return os.path.join(base, f"{name.hexdigest()[:32]}.check")


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
