"""New stories: a small one to change, or a copy of another with its licence."""

import re
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from string import Template

from octgame.authoring.scaffold.add import decoded, read_story
from octgame.errors import UsageError
from octgame.loading.decoding.fields import ID
from octgame.loading.places import shipped
from octgame.loading.schema import written
from octgame.loading.source.nodes import ScalarNode
from octgame.story.safe import safe_line

LICENCE = "LICENSE"

SCHEMA_FILE = "story.schema.json"

EDITOR = f'{{\n  "yaml.schemas": {{"{SCHEMA_FILE}": "*.yaml"}}\n}}\n'
"""What tells VS Code of the schema."""

FOR_EDITORS = (SCHEMA_FILE, ".vscode/settings.json")
"""What is written beside the files of a story."""


def new_story(folder: Path) -> list[str]:
    """Write a small story that can be played, and give the names of its files.

    Args:
        folder: Where to; there is none yet, or an empty one.

    Raises:
        UsageError: It cannot be written there.
    """
    skeletons = files(__package__) / "story"
    held = {one.name: one.read_text("utf-8").encode() for one in skeletons.iterdir()}
    text = Template(held["story.yaml"].decode()).substitute(id=story_id(folder))
    return _write_all(folder, {**held, "story.yaml": text.encode()})


def copied_story(of: Path, folder: Path) -> list[str]:
    """Copy the files of a story and its licence, and give their names.

    The copy has an id of its own, so that its plays are kept apart.

    Args:
        of: The story's folder.
        folder: Where to; there is none yet, or an empty one.

    Raises:
        OctgameError: There is no story, or it cannot be written there.
    """
    held, loaded = read_story(of)
    node = loaded.nodes.get(("story", "id"))
    if isinstance(node, ScalarNode):
        lines = decoded(node.file, held[node.file]).split("\n")
        line, start = lines[node.line - 1], node.column - 1
        end = start + len(node.text) + (2 if node.style else 0)
        lines[node.line - 1] = line[:start] + story_id(folder) + line[end:]
        held[node.file] = "\n".join(lines).encode()
    beside = [of] if of not in shipped().values() else [of, of.parent]
    for place in beside:
        if (place / LICENCE).is_file():
            held[LICENCE] = (place / LICENCE).read_bytes()
    return _write_all(folder, held)


def story_id(folder: Path) -> str:
    """An id made of a folder's name."""
    words = re.sub(r"[^a-z0-9]+", "_", folder.resolve().name.lower()).strip("_")
    made = words if words[:1].isalpha() else f"story_{words}"
    return made if words and ID.fullmatch(made) else "my_story"


def _write_all(folder: Path, held: Mapping[str, bytes]) -> list[str]:
    shown = safe_line(str(folder))
    editor = dict(zip(FOR_EDITORS, (written(), EDITOR), strict=True))
    every = {**held, **{name: text.encode() for name, text in editor.items()}}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise UsageError(
                f"{shown} is not empty", "Name a folder that is not there."
            )
        for name, data in every.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            with (folder / name).open("xb") as file:
                file.write(data)
    except OSError as error:
        why = safe_line(error.strerror or "").lower()
        raise UsageError(f"{shown} cannot be written: {why}") from error
    return sorted(every)
