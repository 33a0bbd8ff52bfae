"""A folder of files to a story, or to everything that is wrong with it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path as FilePath
from typing import NamedTuple

from octgame.loading.decoding.context import Context, Path
from octgame.loading.diagnostics import Diagnostics, Position
from octgame.loading.entries import Entries, Things
from octgame.loading.places import STORY_FILE
from octgame.loading.references import check_conditions, resolve
from octgame.loading.rules import (
    check_contested,
    check_evidence,
    check_lessons,
    check_taught,
)
from octgame.loading.source.files import (
    in_order,
    read_file,
    story_files,
)
from octgame.loading.source.nodes import MapNode, Node
from octgame.loading.source.reader import read
from octgame.story.model import Story

_TOP = re.compile(rb"^[^\s#:][^\n:]*", re.MULTILINE)  # what stands in column 1

Reads = Callable[[str, bytes, Diagnostics], MapNode | None]
"""Makes a tree of a file's name and bytes, as `read` does."""


class _Positions(Mapping[Path, Position]):
    """Where things stand, found when it is asked for; of a few of thousands it is."""

    def __init__(self, nodes: Mapping[Path, Node]) -> None:
        self._nodes = nodes

    def __getitem__(self, path: Path) -> Position:
        return self._nodes[path].at

    def __contains__(self, path: object) -> bool:
        return path in self._nodes

    def __iter__(self) -> Iterator[Path]:
        return iter(self._nodes)

    def __len__(self) -> int:
        return len(self._nodes)


class Loaded(NamedTuple):
    """What reading a story gave.

    Attributes:
        story: The story, or None where there is an error.
        diagnostics: Every finding, errors and warnings.
        nodes: The key of each entry and the value of each field, by the way to it:
            ("scenes", "back_door", "choices", "go_in", "to").
        files: The SHA-256 of each file, in hexadecimal digits.
    """

    story: Story | None
    diagnostics: Diagnostics
    nodes: Mapping[Path, Node]
    files: Mapping[str, str]

    @property
    def positions(self) -> Mapping[Path, Position]:
        """Where the key of each entry and the value of each field stands."""
        return _Positions(self.nodes)

    @property
    def content(self) -> str:
        """A hash of all files, 16 hexadecimal digits: a journal names it."""
        return sha256(repr(sorted(self.files.items())).encode()).hexdigest()[:16]


def load(folder: FilePath, *, catalogue: bool = True, reads: Reads = read) -> Loaded:
    """Read the story in a folder.

    Args:
        folder: Where the story's files lie.
        catalogue: Whether files that hold nothing but claims are read as well.
            They are a fifth of a story, and nobody who plays it meets one.
        reads: Reads each file; one who reads a story again may know most of them.
    """
    into = Diagnostics()
    data = {name: read_file(folder, name, into) for name in story_files(folder, into)}
    files = {name: held for name, held in data.items() if held is not None}
    return load_files(files, into, catalogue=catalogue, reads=reads)


def load_files(
    files: Mapping[str, bytes],
    into: Diagnostics | None = None,
    *,
    catalogue: bool = True,
    reads: Reads = read,
) -> Loaded:
    """Read a story from the bytes of its files.

    Args:
        files: Each file's bytes by its name in the story's folder.
        into: Told of every finding; a new collector where there is none.
        catalogue: As `load` takes it.
        reads: As `load` takes it.
    """
    into = into if into is not None else Diagnostics()
    whole = not into.errors
    trees = (
        reads(name, files[name], into)
        for name in in_order(files)
        if catalogue or not _is_catalogue(files[name])
    )
    ctx = Context(into)
    story = decode(trees, ctx, whole=whole, catalogue=catalogue)
    digests = {name: sha256(data).hexdigest() for name, data in files.items()}
    return Loaded(story, into, ctx.nodes, digests)


def _is_catalogue(data: bytes) -> bool:
    """Whether a file holds nothing but claims."""
    may_be = data.startswith(b"claims") or b"\nclaims" in data
    return may_be and set(_TOP.findall(data)) == {b"claims"}


def decode(
    trees: Iterable[MapNode | None],
    ctx: Context,
    *,
    whole: bool,
    catalogue: bool = True,
) -> Story | None:
    """The story that trees hold, or None where there is an error.

    Args:
        trees: One for each file, None for one that could not be read.
        ctx: Told of every finding, and given every position.
        whole: Whether these are all files; if one could not be read, what is missing
            may stand in it, and is not reported.
        catalogue: Whether the claims are among them; if not, none is looked up.
    """
    entries = Entries(ctx)
    for tree in trees:
        if tree is not None:
            entries.take(tree)
        whole = whole and tree is not None
    entries.finish()
    if not entries.has_story and whole:
        ctx.report(
            Position(STORY_FILE),
            "missing-story",
            "no file has a `story:` section",
            hint="It gives the title, the calendar, the roles and where to start.",
        )
    if not catalogue:
        del ctx.declared["claims"]
    if whole:
        _check(entries.things, ctx)
    if entries.frame is None or ctx.into.errors:
        return None
    return Story(**{"variables": {}, **entries.frame, **entries.things})


def _check(things: Things, ctx: Context) -> None:
    """What can only be asked when every file has been read."""
    whole = not ctx.into.errors
    resolve(ctx)
    check_conditions(ctx)
    check_evidence(things["facts"], things["sources"], ctx)
    check_contested(things["questions"], things["facts"], ctx)
    check_lessons(things["lessons"], things["scenes"], ctx)
    if whole:
        views = [view for q in things["questions"].values() for view in q.views]
        tellers = [*things["cards"].values(), *things["facts"].values(), *views]
        named = {claim for teller in tellers for claim in teller.claims}
        check_taught(things["claims"], named, ctx)
