"""The reference of the format is what the reader declares, and its examples run."""

import re
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from mini import MINI
from octgame.loading.decoding.context import Context
from octgame.loading.decoding.kinds import SECTIONS, key_of
from octgame.loading.decoding.kinds_story import STORY
from octgame.loading.decoding.shapes import MapOf, Record
from octgame.loading.diagnostics import Diagnostics
from octgame.loading.load import decode
from octgame.loading.references import check_conditions, resolve
from octgame.loading.source.reader import read

if TYPE_CHECKING:
    from octgame.loading.decoding.fields import Field

DOCS = Path(__file__).parents[2] / "docs"
SCRIPT = runpy.run_path(str(DOCS / "make_reference.py"))
BLOCK = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
KEY = re.compile(r"^- \*\*`(\w+)`.*(?:\n  `(.*)`)?$", re.MULTILINE)
PAGE = (DOCS / "reference.md").read_text("utf-8")


def declared() -> dict[str, Record[object]]:
    """Every record that a file of a story may hold, by its heading."""
    fields: list[Field[Any]] = [STORY, *SECTIONS.values()]
    every = [record for field in fields for record in SCRIPT["records"](field)]
    return {record.noun.capitalize(): record for record in every}


RECORDS = declared()


@pytest.fixture
def story() -> Context:
    """The small story, read: what the examples name is there."""
    ctx = Context(Diagnostics())
    files = sorted(MINI.glob("*.yaml"))
    trees = [read(file.name, file.read_bytes(), ctx.into) for file in files]
    decode([tree for tree in trees if tree is not None], ctx, whole=True)
    assert ctx.into.found == []
    ctx.uses.clear()
    ctx.asked.clear()
    return ctx


def keys() -> Iterator[tuple[str, str, str]]:
    """Each record and key of the page, with its example or ""."""
    for chapter in re.split(r"^### ", PAGE, flags=re.MULTILINE)[1:]:
        heading, _, rest = chapter.partition("\n")
        for key, example in KEY.findall(rest):
            yield heading, key, example


def test_the_page_is_as_the_script_writes_it() -> None:
    """After a change of a field: python docs/make_reference.py."""
    assert SCRIPT["reference"]() == PAGE


def test_every_key_of_every_record_is_on_the_page() -> None:
    """And no other."""
    listed = {(record, key) for record, key, _ in keys()}
    assert listed == {
        (heading, key.name)
        for heading, record in RECORDS.items()
        for key in record.keys
    }


def test_every_key_is_shown_in_use() -> None:
    """Beside its name, or in the examples of its section."""
    blocks = "".join(BLOCK.findall(PAGE))
    for record, key, example in keys():
        assert example or re.search(rf"\b{key}:", blocks), f"{record}: {key}"


@pytest.mark.parametrize(
    ("heading", "key", "example"), [row for row in keys() if row[2]]
)
def test_every_example_of_a_key_is_read(
    story: Context, heading: str, key: str, example: str
) -> None:
    """As a value of that key, and what it names is there."""
    tree = read("example.yaml", example.encode(), story.into)
    assert tree is not None
    [declaration] = [one for one in RECORDS[heading].keys if one.name == key]
    value = declaration.type.decode(tree.values[key], story, ("examples", key))
    assert value is not None
    assert_nothing_is_wrong(story)


@pytest.mark.parametrize("block", BLOCK.findall(PAGE))
def test_every_block_of_examples_is_read(story: Context, block: str) -> None:
    """As the section that it is."""
    tree = read("example.yaml", block.encode(), story.into)
    assert tree is not None
    [(section, node)] = tree.values.items()
    field: Field[Any] = STORY
    if section != "story":
        field = MapOf(SECTIONS[section], key_of(section))
    assert field.decode(node, story, (section,))
    assert_nothing_is_wrong(story)


def assert_nothing_is_wrong(story: Context) -> None:
    """Neither in the example nor in what it names."""
    resolve(story)
    check_conditions(story)
    assert story.into.found == []


def test_links_lead_to_headings() -> None:
    """Each on the page itself, or to a file beside it."""
    headings = re.findall(r"^##+ (.*)$", PAGE, re.MULTILINE)
    anchors = {heading.lower().replace(" ", "-") for heading in headings}
    text = re.sub(r"`[^`\n]*`", "", BLOCK.sub("", PAGE))
    for target in re.findall(r"\]\(([#./a-z_-]+)\)", text):
        if target.startswith("#"):
            assert target[1:] in anchors
        else:
            assert (DOCS / target).exists()
