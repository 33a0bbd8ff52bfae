"""Which files a story's folder holds, and whether they changed; opens none of them."""

import os
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

MOST_SUBFOLDERS = 3
"""Folders within each other, below the story's own."""

MOST_ENTRIES = 10_000
"""Entries of any kind: `octgame check` may be run in a home folder."""


def signature(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Name, size in bytes and time of change in ns of every YAML file, sorted.

    Cheap: it opens no file. Two equal signatures mean the same story, but for a file
    changed twice within the clock's step.
    """
    found = yaml_entries(folder)
    return tuple(sorted((name, at.st_size, at.st_mtime_ns) for name, at in found))


def yaml_entries(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Whatever is named like a YAML file, hidden things and linked folders aside."""
    left = MOST_ENTRIES
    waiting = [("", 0)]
    while waiting:
        below, depth = waiting.pop()
        # An unreadable folder is as good as an absent one; and a file may go away
        # between the listing and the look at it.
        with suppress(OSError), os.scandir(folder / below) as found:
            for entry in islice(found, left):
                left -= 1
                name = below + entry.name
                if entry.name.startswith("."):
                    continue
                if entry.name.lower().endswith((".yaml", ".yml")):
                    with suppress(FileNotFoundError):
                        yield name, entry.stat(follow_symlinks=False)
                elif depth < MOST_SUBFOLDERS and entry.is_dir(follow_symlinks=False):
                    waiting.append((name + "/", depth + 1))
