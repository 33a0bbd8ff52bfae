"""The commands of a class: what they say, write, and leave with."""

from io import StringIO
from pathlib import Path
from shutil import copytree

import pytest

from mini import MINI
from octgame.cli.run import run

STORY = ("--story", str(MINI))
LESSON = ("one_bridge", *STORY)
START = ("class", "start", *LESSON, "--plain")


@pytest.fixture
def types(monkeypatch: pytest.MonkeyPatch) -> "Types":
    """Lines that a teacher types."""
    return Types(monkeypatch)


class Types:
    """Hands lines to the next command."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._patch = monkeypatch

    def __call__(self, *lines: str) -> None:
        """These lines, and then the end of the input."""
        self._patch.setattr("sys.stdin", StringIO("".join(f"{x}\n" for x in lines)))


def test_check_tells_a_line_each_and_what_to_do_if_phones_fail(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """OK or mind before each; the disk can be written, so it leaves with 0."""
    assert run(["class", "check", *LESSON, "--folder", str(tmp_path / "c")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert all(line.startswith(("OK  ", "mind")) for line in lines)
    text = "\n".join(lines)
    for said in (
        "Window",
        "Contrast",
        "10 minutes",
        "8 minutes",
        "Folder",
        "If phones",
    ):
        assert said in text
    assert not (tmp_path / "c").exists()
    assert f"octgame class start one_bridge --story {MINI}" in lines[-1]


def test_check_breaks_its_lines_between_words_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """None is wider than the terminal, and what goes on is set in."""
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "64")
    monkeypatch.setenv("LINES", "20")
    assert run(["class", "check", "one_bridge", *STORY]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert all(line.startswith(("OK  ", "mind", " " * 6)) for line in lines)
    assert all(len(line) <= 64 or " " not in line.strip() for line in lines)


def test_check_leaves_with_1_where_the_class_could_not_be_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder whose parent is a file."""
    (tmp_path / "file").write_text("", "utf-8")
    folder = str(tmp_path / "file" / "class")
    assert run(["class", "check", *LESSON, "--folder", folder]) == 1
    assert "mind  Folder" in capsys.readouterr().out


def test_a_class_is_kept_gone_on_with_and_reported(
    tmp_path: Path, types: Types, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a terminal it is told line by line, and goes on by itself."""
    folder = tmp_path / "class"
    types("", "5 6 7")
    assert run([*START, "--folder", str(folder)]) == 0
    types("again")
    assert run([*START, "--folder", str(folder), "--resume"]) == 0
    assert "stays sealed" in capsys.readouterr().out
    assert run(["class", "report", str(folder), *STORY]) == 0
    assert "votes.csv" in capsys.readouterr().out
    assert "photograph" in (folder / "votes.csv").read_text("utf-8-sig")


def test_another_class_of_the_day_gets_a_folder_of_its_own(
    tmp_path: Path, types: Types
) -> None:
    """The first one stays as it is."""
    folder = tmp_path / "class"
    for _ in range(2):
        types("")
        assert run([*START, "--folder", str(folder), "--anew"]) == 0
    assert sorted(path.name for path in tmp_path.glob("class*")) == ["class", "class-2"]


def test_a_rehearsal_leaves_nothing_behind(tmp_path: Path, types: Types) -> None:
    """Not even a folder."""
    types("", "5 6 7")
    folder = tmp_path / "class"
    assert run([*START, "--folder", str(folder), "--rehearse"]) == 0
    assert not folder.exists()


def test_a_report_in_the_middle_does_not_end_the_class(
    tmp_path: Path, types: Types, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is gone on with all the same."""
    folder = tmp_path / "class"
    types("", "5 6 7")
    assert run([*START, "--folder", str(folder)]) == 0
    assert run(["class", "report", str(folder), *STORY]) == 0
    types("again")
    assert run([*START, "--folder", str(folder)]) == 0
    assert "The class that was not finished goes on" in capsys.readouterr().out


def test_a_folder_with_a_class_of_another_lesson_is_not_gone_on_with(
    tmp_path: Path, types: Types, capsys: pytest.CaptureFixture[str]
) -> None:
    """Another class begins beside it; --resume says which lesson lies there."""
    story = copytree(MINI, tmp_path / "mini")
    lesson = (story / "lessons.yaml").read_text("utf-8")
    other = lesson.replace("  one_bridge:", "  two_bridges:", 1)
    (story / "other.yaml").write_text(other, "utf-8")
    rest = ("--story", str(story), "--plain", "--folder", str(tmp_path / "class"))
    types("", "5 6 7")
    assert run(["class", "start", "one_bridge", *rest]) == 0
    assert run(["class", "start", "two_bridges", *rest, "--resume"]) == 2
    assert "one of the lesson 'one_bridge'" in capsys.readouterr().err
    types("")
    assert run(["class", "start", "two_bridges", *rest]) == 0
    assert "Minute 0 of" in capsys.readouterr().out
    assert (tmp_path / "class-2" / "001.journal").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("start", "palce", *STORY), "Lessons: one_bridge."),
        (("start", *LESSON, "--minutes", "7"), "It is for: 10, 8."),
        (("start", *LESSON, "--resume", "--anew"), "it cannot begin one"),
        (("start", *LESSON, "--resume"), "has begun"),
        (("report", ".", *STORY), "there is no class in test_what_cannot_be_done"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    said: str,
) -> None:
    """With the way on, and no traceback."""
    monkeypatch.chdir(tmp_path)
    assert run(["class", *words]) in (1, 2)
    assert said in capsys.readouterr().err
