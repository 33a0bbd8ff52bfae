"""Adding an entry to a story: nothing is written before all of it reads well."""

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from octgame.authoring.scaffold.edits import EditError, with_entry, with_item
from octgame.authoring.scaffold.skeletons import KINDS, Nodes, ids, skeleton
from octgame.errors import OctgameError, StoryError, UsageError
from octgame.loading.decoding.fields import ID, Id
from octgame.loading.decoding.kinds import NOUNS, ONE_NAMESPACE
from octgame.loading.diagnostics import Diagnostic, Diagnostics
from octgame.loading.load import Loaded, load_files
from octgame.loading.source.files import read_file, story_files
from octgame.loading.source.listing import MOST_SUBFOLDERS
from octgame.loading.source.nodes import ScalarNode
from octgame.story.safe import safe_line


@dataclass(frozen=True, slots=True)
class Added:
    """What was added.

    Attributes:
        file: Where the entry stands now.
        after: The scene that leads on to a scene; "" for the first of an act, and
            for another kind.
    """

    file: str
    after: str = ""


def add(
    folder: Path, kind: str, name: str, *, file: str = "", after: str = ""
) -> Added:
    """Add the skeleton of an entry to a story.

    Args:
        folder: The story's folder.
        kind: A key of `skeletons.KINDS`.
        name: The id of the entry.
        file: The file to write it into, relative to the folder; else that of the scene
            it comes after, or the one named like the section.
        after: For a scene: the one that leads on to it; else the last of the acts that
            is no ending. A scene that an act names already stays where it is.

    Raises:
        OctgameError: The id, the file or the scene will not do. Nothing was written.
    """
    if not ID.fullmatch(name):
        raise UsageError(f"“{safe_line(name, 60)}” is not an id", Id.doc)
    held, loaded = read_story(folder)
    _refuse_if_taken(name, loaded.nodes)
    edits: dict[str, str] = {}
    section = KINDS[kind]
    if kind == "scene":
        after, edits = _into_act(name, after, held, loaded.nodes)
        file = file or _file_of(after, loaded.nodes)
    file = file or f"{section}.yaml"
    text = edits.get(file) or _text(folder, file, held)
    entry = skeleton(kind, name, loaded.nodes, after)
    try:
        edits[file] = with_entry(text, section, entry)
    except EditError as error:
        raise UsageError(
            f"nothing can be added to {file}: {error}", _ELSEWHERE
        ) from error
    _refuse_if_worse(held, edits, loaded)
    for changed, content in edits.items():
        _write(folder / changed, content, held.get(changed))
    return Added(file, after)


_ELSEWHERE = "Name another file: --file new.yaml"


def read_story(folder: Path) -> tuple[dict[str, bytes], Loaded]:
    """The bytes of a story's files, and what reading them gave.

    Raises:
        StoryError: There is not even a story section.
    """
    into = Diagnostics()
    read = {name: read_file(folder, name, into) for name in story_files(folder, into)}
    held = {name: data for name, data in read.items() if data is not None}
    loaded = load_files(held, into)
    if ("story",) not in loaded.nodes:
        raise StoryError(
            "the story section cannot be read",
            f"octgame check {safe_line(str(folder))} says why.",
        )
    return held, loaded


def _refuse_if_taken(name: str, nodes: Nodes) -> None:
    for section in ONE_NAMESPACE:
        if (section, name) in nodes:
            at = nodes[section, name].at
            message = f"“{name}” is a {NOUNS[section]} already, at {at.file}:{at.line}"
            raise UsageError(message, "An id stands for one thing in the whole story.")


def _text(folder: Path, file: str, held: Mapping[str, bytes]) -> str:
    """What stands in a file so far, with line feeds; "" for a new one."""
    if file in held:
        return decoded(file, held[file])
    if file.count("/") > MOST_SUBFOLDERS:
        raise UsageError(f"{file} lies too deep", "Use fewer folders in each other.")
    into = Diagnostics()
    read_file(folder, file, into)
    for why in into.found:
        if why.code == "file-missing":
            return ""
        raise UsageError(f"{safe_line(file)}: {why.message}", why.hint)
    raise StoryError(f"{file} is not read with this story", "octgame check says why.")


def decoded(file: str, data: bytes) -> str:
    """The text of a file, lines ended by line feeds.

    Raises:
        StoryError: It is not UTF-8.
    """
    try:
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise StoryError(f"{file} is not UTF-8", "octgame check says more.") from error


def _file_of(scene: str, nodes: Nodes) -> str:
    place = nodes.get(("scenes", scene))
    return place.file if place is not None else ""


def _into_act(
    name: str, after: str, held: Mapping[str, bytes], nodes: Nodes
) -> tuple[str, dict[str, str]]:
    """The scene that leads on to a new one, and the edit that lists it in its act."""
    listed = {
        node.text: (node, path)
        for path, node in nodes.items()
        if path[:2] == ("story", "acts") and path[3:4] == ("scenes",) and len(path) == 5
        if isinstance(node, ScalarNode)
    }
    if name in listed:  # the author has named it there and only lacks the scene
        _, path = listed[name]
        beside = [one for one, (_, its) in listed.items() if its[:4] == path[:4]]
        return ["", *beside][beside.index(name)], {}
    if not after:
        open_ended = [one for one in listed if ("scenes", one, "ending") not in nodes]
        if not open_ended:
            raise UsageError(
                "no act has a scene that goes on", "Name one: --after SCENE"
            )
        after = open_ended[-1]
    if after not in listed:
        raise _not_listed(after, list(listed), nodes)
    item, path = listed[after]
    whole = nodes[path[:-1]]
    text = decoded(item.file, held[item.file])
    return after, {item.file: with_item(text, whole, item, name)}


def _not_listed(after: str, listed: list[str], nodes: Nodes) -> OctgameError:
    shown = safe_line(after, 60)
    if after in ids("scenes", nodes):
        return UsageError(
            f"“{shown}” stands in no act, so nothing comes next after it",
            "Name a scene of an act, and lead to the new one by its `to:`.",
        )
    near = get_close_matches(after, listed, 1)
    meant = f"Did you mean {near[0]}?" if near else "octgame check lists what is there."
    return UsageError(f"no scene is named “{shown}”", meant)


def _refuse_if_worse(
    held: Mapping[str, bytes], edits: Mapping[str, str], before: Loaded
) -> None:
    """Read the story as it would be.

    Raises:
        UsageError: It has an error that it had not.
    """
    files = {**held, **{name: text.encode() for name, text in edits.items()}}
    known = {_fault(one) for one in before.diagnostics.errors}
    for one in load_files(files).diagnostics.errors:
        if _fault(one) not in known:
            raise UsageError(one.message, one.hint)


def _fault(one: Diagnostic) -> tuple[str, str, str]:
    return one.at.file, one.code, one.message


def _write(path: Path, text: str, before: bytes | None) -> None:
    """Write a new file, or another content of an old one, whole or not at all."""
    line_end = "\r\n" if before and b"\r\n" in before else "\n"
    data = text.replace("\n", line_end).encode()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if before is None:
            with path.open("xb") as file:
                file.write(data)
            return
        beside = path.with_name(f".{path.name}.new")
        beside.write_bytes(data)
        shutil.copymode(path, beside)
        os.replace(beside, path)  # noqa: PTH105 - as everywhere a file is swapped
    except OSError as error:
        why = safe_line(error.strerror or "").lower()
        raise StoryError(f"{safe_line(path.name)} cannot be written: {why}") from error
