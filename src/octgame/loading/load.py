"""A folder of files to a story, or to everything that is wrong with it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path as FilePath
from typing import Any, NamedTuple

from octgame.loading.decoding.context import Context, Path
from octgame.loading.decoding.fields import shape
from octgame.loading.decoding.kinds import (
    FRAME,
    NOUNS,
    ONE_NAMESPACE,
    SECTIONS,
    key_of,
)
from octgame.loading.decoding.kinds_story import STORY
from octgame.loading.decoding.shapes import Values
from octgame.loading.diagnostics import Diagnostics, Position
from octgame.loading.references import check_conditions, resolve
from octgame.loading.rules import (
    check_contested,
    check_evidence,
    check_lessons,
    check_taught,
)
from octgame.loading.source.files import read_file, story_files
from octgame.loading.source.nodes import MapNode, Node, ScalarNode
from octgame.loading.source.reader import read
from octgame.story.evidence import CODEX_KINDS
from octgame.story.model import Story

STORY_FILE = "story.yaml"
"""Where the story section is looked for first; a second one elsewhere is too much."""

_TOP = re.compile(rb"^[^\s#:][^\n:]*", re.MULTILINE)  # what stands in column 1

Reads = Callable[[str, bytes, Diagnostics], MapNode | None]
"""Makes a tree of a file's name and bytes, as `read` does."""

Things = dict[str, dict[str, Any]]
"""The entries of each section that are well formed, by id."""


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


@dataclass(slots=True)
class _Sections:
    """The trees of all files, sorted by section; an id stands in one place only."""

    story: MapNode | None = None
    entries: dict[str, list[tuple[ScalarNode, Node]]] = field(
        default_factory=lambda: {section: [] for section in SECTIONS}
    )


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
    trees = []
    for name in sorted(files, key=lambda name: (name != STORY_FILE, name)):
        if not catalogue and _is_catalogue(files[name]):
            continue
        tree = reads(name, files[name], into)
        whole = whole and tree is not None
        trees += [tree] if tree is not None else []
    ctx = Context(into)
    story = decode(trees, ctx, whole=whole, catalogue=catalogue)
    digests = {name: sha256(data).hexdigest() for name, data in files.items()}
    return Loaded(story, into, ctx.nodes, digests)


def _is_catalogue(data: bytes) -> bool:
    """Whether a file holds nothing but claims."""
    may_be = data.startswith(b"claims") or b"\nclaims" in data
    return may_be and set(_TOP.findall(data)) == {b"claims"}


def decode(
    trees: Iterable[MapNode], ctx: Context, *, whole: bool, catalogue: bool = True
) -> Story | None:
    """The story that trees hold, or None where there is an error.

    Args:
        trees: One for each file.
        ctx: Told of every finding, and given every position.
        whole: Whether these are all files; if one could not be read, what is missing
            may stand in it, and is not reported.
        catalogue: Whether the claims are among them; if not, none is looked up.
    """
    sections = _Sections()
    for tree in trees:
        _sort(tree, sections, ctx)
    if sections.story is None and whole:
        ctx.report(
            Position(STORY_FILE),
            "missing-story",
            "no file has a `story:` section",
            hint="It gives the title, the calendar, the roles and where to start.",
        )
    _declare(sections, ctx)
    if not catalogue:
        del ctx.declared["claims"]
    frame, things = _decode_frame(sections, ctx), _decode_entries(sections, ctx)
    if whole:
        _check(things, ctx)
    if frame is None or ctx.into.errors:
        return None
    return Story(**{"variables": {}, **frame, **things})


def _sort(tree: MapNode, sections: _Sections, ctx: Context) -> None:
    """Put the sections of one file to those of the others."""
    for name, node in tree.pairs:
        if name.text != "story" and name.text not in SECTIONS:
            ctx.report(
                name.at,
                "unknown-section",
                f"no section is named “{name.text}”",
                suggestion=ctx.nearest(name.text, ["story", *SECTIONS]),
                hint="The sections are: " + ", ".join(["story", *SECTIONS]) + ".",
            )
        elif not isinstance(node, MapNode):
            message = f"“{name.text}” is a mapping, not {shape(node)}"
            hint = "Write each entry under it, indented, as `id:` and its keys."
            ctx.report(name.at, "wrong-type", message, hint=hint)
        elif name.text != "story":
            sections.entries[name.text].extend(node.pairs)
        elif sections.story is not None:
            first = ctx.nodes["story",].at
            message = f"the story section stands in {first.file} already"
            ctx.report(name.at, "duplicate-section", message)
        else:
            sections.story = node
            ctx.nodes["story",] = name


def _declare(sections: _Sections, ctx: Context) -> None:
    """Collect the ids of the story, so that a thing in error still has its name."""
    if sections.story is not None:
        for part in FRAME:
            node = sections.story.values.get(part)
            if node is None or isinstance(node, MapNode):
                ctx.declared[part] = node.values if node is not None else {}
    taken: dict[str, tuple[str, ScalarNode]] = {}
    for section, pairs in sections.entries.items():
        once: list[tuple[ScalarNode, Node]] = []
        for name, node in pairs:
            space = "" if section in ONE_NAMESPACE else section
            first = taken.setdefault(f"{space}/{name.text}", (section, name))
            if first[1] is name:
                once.append((name, node))
            else:
                _report_duplicate(name, first, ctx)
        sections.entries[section] = once
        ctx.declared[section] = {name.text: node for name, node in once}
    ctx.declared["places"] = {
        name: node
        for name, node in ctx.declared["codex"].items()
        if _may_be_place(node)
    }


def _report_duplicate(
    name: ScalarNode, first: tuple[str, ScalarNode], ctx: Context
) -> None:
    section, other = first
    ctx.report(
        name.at,
        "duplicate-id",
        f"“{name.text}” is a {NOUNS[section]} already, at {other.file}:{other.line}",
        hint="An id stands for one thing in the whole story.",
    )


def _may_be_place(entry: Node) -> bool:
    """Whether a codex entry is a place, or so wrong that it may be meant as one."""
    kind = entry.values.get("kind") if isinstance(entry, MapNode) else None
    text = kind.text if isinstance(kind, ScalarNode) else ""
    return text == "place" or text not in CODEX_KINDS


def _decode_frame(sections: _Sections, ctx: Context) -> Values | None:
    """The `story` section; the calendar comes first, since dates need it."""
    if sections.story is None:
        return None
    calendar = sections.story.values.get("calendar")
    if isinstance(calendar, ScalarNode) and calendar.text == "new_style":
        ctx.calendar = "new_style"
    return STORY.decode(sections.story, ctx, ("story",))


def _decode_entries(sections: _Sections, ctx: Context) -> Things:
    """The entries of every section, as far as they are well formed."""
    things: Things = {}
    for section, pairs in sections.entries.items():
        decoded = things[section] = {}
        for name, node in pairs:
            path = (section, name.text)
            ctx.nodes[path] = name
            key = key_of(section).decode(name, ctx, path)
            thing = SECTIONS[section].decode(node, ctx, path)
            if key is not None and thing is not None:
                decoded[key] = thing
    return things


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
