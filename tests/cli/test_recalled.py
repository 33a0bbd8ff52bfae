"""What check said is said again of the very same files, and of no others."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from mini import MINI
from octgame import __main__
from octgame.cli import recalled
from octgame.cli.run import run

DEFECT = ("to: dark_hours", "to: darc_hours")


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A story in a folder of its own, and an empty cache."""
    monkeypatch.setenv("OCTGAME_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(recalled, "LONGEST_PATH", 4000)
    return Path(shutil.copytree(MINI, tmp_path / "story"))


def checked(story: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The exit code of a check that really is made, and what it says."""
    capsys.readouterr()
    return run(["check", str(story)]), capsys.readouterr().out


def spoilt(story: Path) -> None:
    """Put an error into the story."""
    file = story / "scenes.yaml"
    file.write_text(file.read_text("utf-8").replace(*DEFECT), "utf-8")


def test_nothing_is_recalled_of_a_story_that_was_never_checked(story: Path) -> None:
    """So it is checked."""
    assert recalled.recall([str(story)]) is None


@pytest.mark.parametrize("is_spoilt", [False, True])
def test_the_same_is_said_again(
    story: Path, capsys: pytest.CaptureFixture[str], *, is_spoilt: bool
) -> None:
    """On both streams, with the same exit code."""
    if is_spoilt:
        spoilt(story)
    said = checked(story, capsys)
    assert recalled.recall([str(story)]) == said[0] == int(is_spoilt)
    again = capsys.readouterr()
    assert again.out == said[1]
    assert again.err == f"Checking {story}\n"


def test_a_warning_fails_only_where_it_is_asked_to(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The numbers of errors and warnings are kept apart."""
    file = story / "story.yaml"
    text = file.read_text("utf-8")
    idle = "  variables:\n    idle: {type: flag, start: no}\n"
    file.write_text(text.replace("  variables:\n", idle), "utf-8")
    checked(story, capsys)
    assert recalled.recall([str(story)]) == 0
    assert recalled.recall([str(story), "--strict"]) == 1


def test_a_file_that_changed_by_one_sign_is_checked_again(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever its size and time say; and a file more, or less, too."""
    checked(story, capsys)
    file = story / "cards.yaml"
    data, at = file.read_bytes(), file.stat()
    file.write_bytes(data.replace(b"Pay list", b"Pay lisp"))
    os.utime(file, ns=(at.st_atime_ns, at.st_mtime_ns))
    assert recalled.recall([str(story)]) is None
    file.write_bytes(data)
    assert recalled.recall([str(story)]) == 0
    (story / "more.yaml").write_text("")
    assert recalled.recall([str(story)]) is None


def test_what_is_said_without_the_proof_is_another_answer(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each is kept by itself."""
    checked(story, capsys)
    assert recalled.recall([str(story), "--no-proof"]) is None
    run(["check", str(story), "--no-proof"])
    assert recalled.recall([str(story), "--no-proof"]) == 0
    assert recalled.recall([str(story)]) == 0


def test_where_nothing_changed_no_file_is_read(
    story: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the system notes of the files is enough, if they are not quite new."""
    monkeypatch.setattr(recalled, "RACY", -(10**12))
    checked(story, capsys)
    monkeypatch.setattr(recalled, "_key", lambda _folder: "read after all")
    assert recalled.recall([str(story)]) == 0
    monkeypatch.setattr(recalled, "RACY", 10**12)
    assert recalled.recall([str(story)]) is None


def test_a_cache_that_somebody_touched_is_not_believed(
    story: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Another content, other rights, half of it: each means checking again."""
    checked(story, capsys)
    (kept,) = (tmp_path / "cache").glob("*.check")
    data = kept.read_bytes()
    kept.write_bytes(data[:-1] + b"!")
    assert recalled.recall([str(story)]) is None
    kept.write_bytes(data[: len(data) // 2])
    assert recalled.recall([str(story)]) is None
    kept.write_bytes(data)
    kept.chmod(0o666)
    assert recalled.recall([str(story)]) is None
    kept.chmod(0o600)
    assert recalled.recall([str(story)]) == 0


def test_a_link_among_the_files_is_a_doubt(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The files it leads to are not looked at."""
    checked(story, capsys)
    (story / "linked.yaml").symlink_to(story / "cards.yaml")
    assert recalled.recall([str(story)]) is None


@pytest.mark.parametrize(
    "arguments", [["--format", "json"], ["a", "b"], ["--help"], ["no/such/story"]]
)
def test_other_words_are_left_to_the_command(arguments: list[str]) -> None:
    """Only the plainest question is answered from what was said before."""
    assert recalled.recall(arguments) is None


def test_the_program_says_it_again_without_loading_anything(
    story: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command itself is not imported."""
    checked(story, capsys)
    monkeypatch.setattr(sys, "argv", ["octgame", "check", str(story)])
    monkeypatch.setattr("octgame.cli.run.run", lambda _words: 99)
    with pytest.raises(SystemExit) as left:
        __main__.main()
    assert left.value.code == 0
    (story / "more.yaml").write_text("")
    with pytest.raises(SystemExit) as left:
        __main__.main()
    assert left.value.code == 99
