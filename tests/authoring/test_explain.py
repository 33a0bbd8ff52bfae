"""Every example of `octgame explain` is true: the wrong is found, the right is not."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import octgame
from authoring.laid import MARK, laid, marked, sound
from authoring.spoiling import MADE
from octgame.authoring.check import findings
from octgame.authoring.codes import EVERY, GROUPS
from octgame.cli import explain
from octgame.loading.decoding.acceptances import ACCEPTABLE
from octgame.loading.diagnostics import Diagnostic, Diagnostics
from octgame.loading.load import load, load_files
from octgame.loading.source.files import read_file
from octgame.story.safe import safe_line

OWN_FILE = {
    *("directive", "several-documents", "empty-file", "top-level"),
    *("duplicate-section", "unknown-section"),
}
"""Their examples are whole files."""

FOLLOWS = {
    "unreached-card": "unreached-choice",
    "unreached-fact": "unreached-choice",
}
"""What is found too, since the one comes of the other."""

MARKED = [name for name, code in EVERY.items() if MARK in code.wrong]


def found(piece: str, name: str) -> tuple[list[Diagnostic], int]:
    """The findings on the sound story with a piece in it, and the marked line."""
    if name in OWN_FILE:
        text, line = marked(piece.strip("\n") + "\n")
        other = sound()
        if "codex:\n  glove:" in text:
            other = re.sub(r"^  glove: .*\n", "", other, flags=re.MULTILINE)
        files = {"story.yaml": other, "zz.yaml": text}
    else:
        text, line = laid(piece, sound())
        files = {"story.yaml": text}
    return findings(load_files({at: held.encode() for at, held in files.items()})), line


@pytest.mark.parametrize("name", MARKED)
def test_the_wrong_example_is_found_at_the_marked_line(name: str) -> None:
    """By exactly this code, and nothing else is said."""
    every, line = found(EVERY[name].wrong, name)
    assert {one.code for one in every} - {FOLLOWS.get(name)} == {name}, every
    assert all(one.hint for one in every)
    assert line in {one.at.line for one in every if one.code == name}


@pytest.mark.parametrize("name", MARKED)
def test_the_right_example_is_right(name: str) -> None:
    """Not even a warning."""
    every, line = found(EVERY[name].right, name)
    assert (every, line) == ([], 0)


def test_no_code_is_in_two_groups() -> None:
    """Else one of its two explanations would be lost."""
    assert len(EVERY) == sum(map(len, GROUPS.values()))


ROOMS = ("loading", "authoring")
A_CODE = re.compile(r"[a-z]+(-[a-z0-9]+)+")
REPORTERS = {"report", "error", "warn", "Fault", "Diagnostic", "refuse"}


def reported() -> Iterator[str]:
    """Every word of a code's form that the program hands to what reports."""
    package = Path(octgame.__file__).parent
    for file in (path for room in ROOMS for path in (package / room).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                for word in node.args if name in REPORTERS else ():
                    if isinstance(word, ast.Constant) and isinstance(word.value, str):
                        yield word.value


def test_every_code_that_is_reported_is_explained() -> None:
    """Whatever file reports it."""
    words = {word for word in reported() if A_CODE.fullmatch(word)}
    assert len(words) > 60
    assert words <= EVERY.keys()


@pytest.mark.parametrize("name", EVERY)
def test_a_page_is_plain_and_fits_a_terminal(name: str) -> None:
    """All is told, in 80 columns, without a sign that a terminal would obey."""
    page = explain._page(name, EVERY[name])
    for line in page.split("\n"):
        assert len(line) <= 80
        assert safe_line(line, 80) == line
    for label in ("What it means", "Why it matters", "What to do", "Wrong", "Right"):
        assert f"\n{label}:" in page
    assert all(text.strip() for text in EVERY[name])


def test_a_page_says_what_can_be_accepted() -> None:
    """Every warning that a story may be meant with, and no error."""
    assert set(ACCEPTABLE) < EVERY.keys()
    for name, code in EVERY.items():
        assert ("`accepts: {" in explain._page(name, code)) == (name in ACCEPTABLE)


ELSEWHERE = {"file-missing", "file-unreadable", "not-proved"}
"""They are shown by tests of their own, below."""


@pytest.mark.parametrize("name", MADE)
def test_what_an_example_says_in_words_is_found(name: str, tmp_path: Path) -> None:
    """Done to a folder with the sound story it gives this code."""
    (tmp_path / "story.yaml").write_text(sound(), "utf-8")
    (tmp_path / "scenes.yaml").write_text("codex: {}\n")
    assert load(tmp_path).diagnostics.found == []
    MADE[name](tmp_path)
    assert name in {one.code for one in load(tmp_path).diagnostics.found}


def test_a_file_that_went_away_is_found(tmp_path: Path) -> None:
    """It was listed a moment before."""
    into = Diagnostics()
    read_file(tmp_path, "scenes.yaml", into)
    assert [one.code for one in into.found] == ["file-missing"]


def test_a_file_that_the_system_does_not_hand_out_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reason that the system gives is told."""

    def refuse(*_args: object, **_more: object) -> int:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "scenes.yaml").write_text("codex: {}\n")
    into = Diagnostics()
    monkeypatch.setattr("os.open", refuse)
    read_file(tmp_path, "scenes.yaml", into)
    monkeypatch.undo()
    assert [one.code for one in into.found] == ["file-unreadable"]


def test_what_could_not_be_told_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the work is bounded before it is done, as in a story that is too wide."""
    monkeypatch.setattr("octgame.authoring.proof.prove.WORK", -1)
    every, _ = found(EVERY["unreached-text"].wrong, "unreached-text")
    assert {one.code for one in every} == {"not-proved"}


def test_every_example_is_run() -> None:
    """None is only told."""
    assert EVERY.keys() == {*MARKED, *MADE, *ELSEWHERE}


@pytest.mark.parametrize("name", MARKED)
def test_what_can_be_accepted_is_a_warning_and_nothing_else_is(name: str) -> None:
    """But for a condition with a misspelt word, and an acceptance itself."""
    every, _ = found(EVERY[name].wrong, name)
    weights = {one.severity for one in every if one.code == name}
    expected = "warning" if name in (*ACCEPTABLE, "idle-acceptance") else "error"
    assert weights == {expected}


def test_a_dead_end_is_told_without_what_could_not_be_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The proof is asked again when the way on is mended."""
    monkeypatch.setattr("octgame.authoring.proof.prove.WORK", 40)
    piece = EVERY["dead-end"].wrong
    every, _ = found(piece, "dead-end")
    assert "dead-end" in {one.code for one in every}
    assert "not-proved" not in {one.code for one in every}


def test_an_entry_that_no_text_links_to_is_told_how_to_link_to_it() -> None:
    """With its own id."""
    piece = "codex:\n  oar: {kind: term, title: An oar, text: Of ash.}\n"
    (one,), _ = found(piece, "unused")
    assert (one.message, one.hint) == (
        "no text links to “oar”",
        "Link to it: [words](oar)",
    )
