"""`octgame class print` writes a folder of pages and says how many to print."""

import shutil
from pathlib import Path

import pytest

from mini import MINI
from octgame.cli.run import run

PRINT = ("class", "print", "one_bridge", "--story", str(MINI))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that a teacher stands in."""
    desk = tmp_path / "desk"
    desk.mkdir()
    monkeypatch.chdir(desk)
    return desk


def test_it_prints_into_a_folder_of_the_lesson(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And names each file with the copies that are needed."""
    assert run(PRINT) == 0
    said = capsys.readouterr()
    files = sorted(path.name for path in (desk / "print-one_bridge").iterdir())
    assert files == sorted(line.split()[0] for line in said.out.splitlines())
    assert "teacher-key.html" in files
    assert "For 10 minutes, on a4, into print-one_bridge" in said.err


def test_length_paper_and_folder_can_be_chosen(desk: Path) -> None:
    """A second print takes the place of the first."""
    for paper in ("a4", "letter"):
        asked = ("--minutes", "8", "--paper", paper, "--folder", "friday")
        assert run([*PRINT, *asked]) == 0
    plan = (desk / "friday" / "lesson-plan.html").read_text("utf-8")
    assert "size: letter" in plan
    assert "Lesson plan for 8 minutes" in plan
    assert "The Road" not in plan


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("class", "print", "nothing"), 2, "there is no lesson 'nothing'"),
        ((*PRINT, "--minutes", "9"), 2, "not planned for 9 minutes"),
        ((*PRINT, "--paper", "a5"), 2, "a5"),
        ((*PRINT, "--folder", "taken/here"), 1, "cannot be written"),
    ],
)
def test_what_cannot_be_printed_is_told_in_a_sentence(
    words: tuple[str, ...], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the exit code that says whose mistake it is."""
    Path("taken").write_text("a file", "utf-8")
    assert run(words) == code
    error = capsys.readouterr().err
    assert said in error
    assert "Traceback" not in error


def test_a_story_with_an_error_is_not_printed(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The error is told with its place, and no folder is made."""
    shutil.copytree(MINI, desk / "broken")
    file = desk / "broken" / "lessons.yaml"
    file.write_text(file.read_text("utf-8").replace("facts: hundred_men", "facts: no"))
    assert run(["class", "print", "one_bridge", "--story", "broken"]) == 1
    error = capsys.readouterr().err
    assert "the story in broken has 1 error" in error
    assert "lessons.yaml:" in error
    assert not (desk / "print-one_bridge").exists()
