"""The schema for editors admits what octgame reads, and marks misspelt keys."""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from loading.validating import Validator
from octgame.loading.decoding.kinds import SECTIONS
from octgame.loading.schema import schema, written

ROOT = Path(__file__).parents[2]
COMMITTED = ROOT / "docs" / "story.schema.json"
FILES = sorted(
    file
    for story in ("scenes/october", "tests/stories/mini")
    for file in (ROOT / story).rglob("*.yaml")
)
MINI = ROOT / "tests" / "stories" / "mini"

SCHEMA = Validator(schema())
DECLARED = {"story", *SECTIONS}.union(
    *(held.get("properties", ()) for held in schema()["$defs"].values())
)
TYPED = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
UNTYPED = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def as_json(value: Any) -> Any:
    """What an editor hands to a schema: names are text, and so is a day."""
    if isinstance(value, dict):
        return {_named(name): as_json(held) for name, held in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return str(value) if isinstance(value, dt.date) else value


def _named(name: Any) -> str:
    return name if isinstance(name, str) else str(name).lower()


@pytest.mark.parametrize(
    "file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}"
)
@pytest.mark.parametrize("types", [TYPED, UNTYPED])
def test_every_file_of_the_stories_is_valid(file: Path, types: type) -> None:
    """Whether the editor takes `no` and `1917` for a flag and a number, or for text."""
    held = yaml.load(file.read_bytes(), types)
    assert SCHEMA.wrong(as_json(held)) == []


def misspelt(held: Any, whole: Any) -> Iterator[tuple[str, Any]]:
    """A story's file again and again, each time with another of its keys misspelt."""
    if isinstance(held, list):
        for item in held:
            yield from misspelt(item, whole)
    if not isinstance(held, dict):
        return
    for name in DECLARED & held.keys():
        held[f"{name}q"] = held.pop(name)
        yield f"{name}q", whole
        held[name] = held.pop(f"{name}q")
    for value in held.values():
        yield from misspelt(value, whole)


@pytest.mark.parametrize("name", ["story", "scenes", "cards", "evidence", "lessons"])
def test_any_misspelt_key_is_marked(name: str) -> None:
    """Each key of the small story in its turn, by one letter too many."""
    held = as_json(yaml.safe_load((MINI / f"{name}.yaml").read_text("utf-8")))
    tried = 0
    for key, whole in misspelt(held, held):
        assert any(key in one for one in SCHEMA.wrong(whole)), key
        tried += 1
    assert tried > 40


@pytest.mark.parametrize(
    ("section", "at"),
    [
        ("scenes: {a: {title: A, text: A., ending: maybe}}", "/scenes/a/ending"),
        ("scenes: {a: {title: A, text: [], when: yesterday}}", "/scenes/a/when"),
        ("scenes: {a: {title: A}}", "/scenes/a/text"),
        ("scenes: {Back-Door: {title: A, text: A.}}", "/scenes/Back-Door"),
        ("scenes: {seen: {title: A, text: A.}}", "/scenes/seen"),
        ("claims: {c1: {claim: A., trust: wrong, taught: here}}", "/claims/c1"),
        ("claims: {C1: {claim: A., trust: rong, taught: here}}", "/claims/C1/trust"),
        ("sources: {a: {title: A, author: A, year: 1, checked: no}}", "checked"),
        ("codex: {a: {kind: place, title: A, text: A., at: [59.9]}}", "at minItems"),
        ("codex: {a: {kind: place, title: A, text: A., at: [59.9, 999]}}", "maximum"),
        ("scens: {}", "/scens"),
        ("scenes: [a]", "/scenes"),
    ],
)
def test_what_is_no_value_of_a_field_is_marked(section: str, at: str) -> None:
    """In its place."""
    wrong = SCHEMA.wrong(as_json(yaml.safe_load(section)))
    assert any(at in one for one in wrong), wrong


@pytest.mark.parametrize("value", ["no", "1917", "21.40", "~", "1917-10-25", "null"])
def test_text_may_look_like_anything(value: str) -> None:
    """What YAML calls a flag, a number, a day or nothing, octgame reads as text."""
    for name in ("title", "text"):
        entry = {"title": "A", "text": "A."} | {name: yaml.safe_load(value)}
        assert SCHEMA.wrong(as_json({"scenes": {"a": entry}})) == []


def test_the_copy_in_the_repository_is_as_the_decoder_declares() -> None:
    """After a change of a field: octgame schema --out docs/story.schema.json."""
    assert COMMITTED.read_text("utf-8") == written()


def test_every_field_says_what_it_is_for() -> None:
    """An editor shows it beside the key."""
    for name, definition in json.loads(written())["$defs"].items():
        for key, held in definition.get("properties", {}).items():
            assert len(held["description"]) > 20, f"{name}.{key}"
