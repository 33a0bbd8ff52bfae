"""The small story with every text in it changed, field by field as the schema says."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import yaml

from mini import MINI
from octgame.loading.decoding.fields import Checked, Field, Line
from octgame.loading.decoding.kinds import SECTIONS
from octgame.loading.decoding.kinds_story import STORY
from octgame.loading.decoding.shapes import ACCEPTS, ListOf, Made, MapOf, Record
from octgame.loading.decoding.texts import (
    INSERT,
    PASSAGE,
    ParagraphField,
    Passages,
    ProseField,
    TextField,
)

Change = Callable[[str, str], str]
"""What becomes of a text: (the keys that lead to it, the text)."""
Trees = dict[str, Any]

TEXTS = (Line, ParagraphField, Passages, ProseField, Checked)
"""The types of field that an author writes words in."""

MARKUP = (
    *("[b]{}[/b]", "[/]{}", "[@click=app.quit]{}[/]", "[link='http://x/']{}[/]"),
    *("{{{{{}}}}}", "${}", "%s{}", "<script>{}</script>", "`[x](http://y/{})`"),
    *("[[{}", "{}]]", "&lt;{}&#27;", "{}%1B[2J", "[{}](javascript:x)"),
)
"""Words of a hostile author that are text; the number tells them apart."""


def rewritten(change: Change) -> Trees:
    """The files of the small story, every text of theirs changed."""
    files: Trees = {}
    for path in sorted(MINI.glob("*.yaml")):
        tree = yaml.load(path.read_bytes(), yaml.BaseLoader)
        files[path.name] = {
            section: _section(section, content, change)
            for section, content in tree.items()
        }
    return files


def as_yaml(files: Trees) -> dict[str, bytes]:
    """The files' bytes; JSON is YAML, and what is not ASCII stands as escapes."""
    return {name: json.dumps(tree, indent=0).encode() for name, tree in files.items()}


def places() -> Iterator[str]:
    """Where every text is, as the keys that lead to it."""
    found: list[str] = []

    def look(where: str, text: str) -> str:
        found.append(where)
        return text

    rewritten(look)
    yield from found


def marked(number: int) -> str:
    """The hostile word of that number."""
    return MARKUP[number % len(MARKUP)].format(f"m{number}m")


def markup() -> dict[str, bytes]:
    """The small story with a hostile word behind every text."""
    numbers = {where: number for number, where in enumerate(places())}

    def behind(where: str, text: str) -> str:
        return f"{text.rstrip()} {marked(numbers[where])}"

    return as_yaml(rewritten(behind))


def _section(section: str, content: Any, change: Change) -> Any:
    if section == "story":
        return _changed(STORY, content, change, section)
    return {
        key: _changed(SECTIONS[section], entry, change, f"{section}.{key}")
        for key, entry in content.items()
    }


def _changed(field: Field[Any], value: Any, change: Change, where: str) -> Any:
    """A value with its texts changed."""
    if isinstance(field, Made):
        return _changed(field.field, value, change, where)
    if isinstance(field, TextField):
        return _text(value, change, where)
    if isinstance(value, list):
        item = field.item if isinstance(field, ListOf) else field
        return [_changed(item, v, change, f"{where}.{n}") for n, v in enumerate(value)]
    if isinstance(field, Record):
        types = {key.name: key.type for key in (*field.keys, ACCEPTS)}
        return {
            k: _changed(types[k], v, change, f"{where}.{k}") for k, v in value.items()
        }
    if isinstance(field, MapOf):
        return {
            change(f"{where}.{k}", k) if isinstance(field.key, Line) else k: _changed(
                field.item, v, change, f"{where}.{k}"
            )
            for k, v in value.items()
        }
    if isinstance(field, ListOf):
        return _changed(field.item, value, change, where)
    if isinstance(field, Checked) and not value.startswith("cited by "):
        return value
    return change(where, value) if isinstance(field, TEXTS) else value


def _text(value: Any, change: Change, where: str) -> Any:
    if isinstance(value, list):
        return [_text(item, change, f"{where}.{n}") for n, item in enumerate(value)]
    if isinstance(value, dict):
        record = INSERT if "show" in value else PASSAGE
        return _changed(record, value, change, where)
    return change(where, value)
