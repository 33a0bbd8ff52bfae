"""An author's ordinary mistakes: each is found, alone, in its place."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml

from octgame.loading.codes.decoding import DECODING
from octgame.loading.diagnostics import Position
from octgame.loading.load import load, load_files

HERE = Path(__file__).parent
MINI = HERE.parent / "stories" / "mini"
MARK = "^^"
"""Stands in a mistake where its finding must stand."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One edit of the small story and what must be found.

    Attributes:
        old, new: The edit of `file`; `WORDS*46` in it stands for 46 words.
        code: The finding's code.
        suggests: The did-you-mean.
        at: Where the mark is, if not in `new`: a text of the edited file, or of
            `elsewhere`.
        second: A second edit of the same file.
        others: Whether the mistake is such that other findings follow from it.
    """

    name: str
    file: str
    old: str
    new: str
    code: str
    suggests: str = ""
    at: str = ""
    elsewhere: str = ""
    second: Mapping[str, str] = field(default_factory=dict)
    others: bool = False


def read_mistakes() -> list[Mistake]:
    """Every mistake of the table."""
    tables = sorted((HERE / "mistakes").glob("*.yaml"))
    return [
        Mistake(**row)
        for table in tables
        for row in yaml.safe_load(table.read_text("utf-8"))
    ]


def words(text: str) -> str:
    """A text in which each `WORDS*n` is n words."""
    return re.sub(r"WORDS\*(\d+)", lambda m: " ".join(["word"] * int(m[1])), text)


def swapped(text: str, old: str, new: str) -> str:
    """The text with one edit; the edited place stands in it once."""
    assert text.count(old) == 1, f"{text.count(old)} times: {old!r}"
    return text.replace(old, new)


def make(mistake: Mistake) -> tuple[dict[str, bytes], Position]:
    """The small story with a mistake in it, and where that must be found."""
    files = {path.name: path.read_text("utf-8") for path in MINI.glob("*.yaml")}
    edits = [(mistake.old, mistake.new)]
    edits += [(mistake.second["old"], mistake.second["new"])] if mistake.second else []
    for old, new in edits:
        files[mistake.file] = swapped(files[mistake.file], old, words(new))
    marked = mistake.elsewhere or mistake.file
    if mistake.at:
        plain = mistake.at.replace(MARK, "")
        files[marked] = swapped(files[marked], plain, mistake.at)
    index = files[marked].index(MARK)
    before = files[marked][:index]
    files[marked] = files[marked].replace(MARK, "")
    line, column = before.count("\n") + 1, index - before.rfind("\n")
    encoded = {name: text.encode() for name, text in sorted(files.items())}
    return encoded, Position(marked, line, column)


MISTAKES = read_mistakes()


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_a_mistake_is_found_in_its_place_with_the_nearest_name(
    mistake: Mistake,
) -> None:
    """Code, file, line, column and suggestion are right, and nothing else is found."""
    files, at = make(mistake)
    found = load_files(files).diagnostics.found
    told = [(d.code, d.at, d.suggestion) for d in found]
    expected = (mistake.code, at, mistake.suggests)
    if mistake.others:
        assert expected in told
    else:
        assert told == [expected]


def test_the_small_story_is_clean() -> None:
    """Nothing is found in a story without mistakes, not even a warning."""
    loaded = load(MINI)
    assert loaded.diagnostics.found == []
    assert loaded.story is not None


def test_every_code_is_exercised_by_a_mistake() -> None:
    """No code can be explained that the table does not show to be found."""
    shown = {mistake.code for mistake in MISTAKES}
    assert set(DECODING) - shown <= {"missing-story"}
