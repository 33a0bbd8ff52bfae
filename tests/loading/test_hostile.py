"""Hostile files are refused with a code and a place, cheaply, by both parsers alike."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loading.hostile import CASES, FOLDERS, Case
from octgame.loading.codes import CODES
from octgame.loading.codes.files import FILES
from octgame.loading.codes.reading import READING
from octgame.loading.diagnostics import Diagnostics
from octgame.loading.source.nodes import MapNode
from octgame.loading.source.reader import Parser, read
from octgame.story.safe import unsafe_at

MEGABYTES = 150

# What authors type, and what parsers part ways over.
FRAGMENTS = [
    *(": ", " #", "- ", "? ", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ", ", '"'),
    *("'", "|", ">", "&x ", "*x", "!t ", "%", "@", "---", "...", "<<", "\\", "\t"),
    *("a: ", "дверь", "Was it?", "1917", "\n- b", "\n  c: ", "|-\n  ", "\\e", "\x00"),
]


def verdict(data: bytes, parser: Parser) -> tuple[bool, list[tuple[str, int]]]:
    """Whether there is a tree, and the codes with their lines."""
    into = Diagnostics()
    tree = read("a.yaml", data, into, parser=parser)
    return tree is not None, [(d.code, d.at.line) for d in into.found]


@pytest.mark.parametrize("parser", ["fast", "careful"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_file_gets_its_code_at_its_place(case: Case, parser: Parser) -> None:
    """The first finding names what is wrong, where it is, and quotes the line."""
    into = Diagnostics()
    read("a.yaml", case.data, into, parser=parser)
    found = min(into.found, key=lambda d: d.at, default=None)
    if found is None:
        assert not case.code
        return
    assert (found.code, found.at.line, found.at.column) == (
        case.code,
        case.line,
        case.column,
    )
    assert unsafe_at(found.line) is None
    assert found.hint


def test_every_reading_code_is_in_the_corpus() -> None:
    """A code that nothing shows would be untested, or out of reach."""
    shown = {case.code for case in CASES} | {folder.code for folder in FOLDERS}
    elsewhere = {"file-missing", "file-unreadable", "too-many-errors"}
    assert shown - {""} <= CODES.keys()
    assert (FILES.keys() | READING.keys()) - elsewhere <= shown


@given(st.binary(max_size=200))
def test_any_bytes_give_a_tree_or_findings(data: bytes) -> None:
    """No exception leaves the reader, and both parsers say the same."""
    assert verdict(data, "fast") == verdict(data, "careful")


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join))
def test_any_text_like_yaml_gets_one_verdict(text: str) -> None:
    """Both parsers agree on tree or no tree, on the codes and on the lines."""
    has_tree, found = verdict(text.encode(), "fast")
    assert (has_tree, found) == verdict(text.encode(), "careful")
    assert has_tree or found


@given(st.characters(codec="utf-8"))
def test_no_unsafe_character_comes_out_of_a_tree(character: str) -> None:
    """Whatever an escape stands for, the text in the tree is safe to show."""
    into = Diagnostics()
    tree = read("a.yaml", f'a: "\\U{ord(character):08x}"'.encode(), into)
    assert isinstance(tree, MapNode)
    value = tree.values.get("a")
    assert unsafe_at(value.text) is None
    assert bool(into.errors) == (unsafe_at(character) is not None)


@pytest.fixture(scope="module")
def costs() -> list[dict[str, object]]:
    """What every case gave and cost in a process of its own."""
    tests = Path(__file__).parents[1]
    path = os.pathsep.join([str(tests.parent / "src"), str(tests)])
    run = subprocess.run(
        [sys.executable, "-m", "loading.measuring"],
        env=os.environ | {"PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in run.stdout.splitlines()]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process for each case: POSIX")
def test_no_case_crashes_hangs_or_eats_memory(costs: list[dict[str, object]]) -> None:
    """Each in its own process: an ordinary end, the code, little memory."""
    assert len(costs) == 2 * len(CASES) + len(FOLDERS)
    bad = [
        cost
        for cost in costs
        if cost["exit"] != 0
        or cost["said"] != cost["code"]
        or cost["megabytes"] > MEGABYTES
    ]
    assert not bad
