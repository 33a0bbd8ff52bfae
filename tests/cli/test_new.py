"""`octgame new` writes into the story one stands in, and says what comes next."""

import io
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from octgame.cli.group import octgame
from octgame.cli.new import NEXT
from octgame.cli.run import run


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which the author stands."""
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def bell(here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small story, in which the author stands."""
    assert run(["new", "story", "bell"]) == 0
    monkeypatch.chdir(here / "bell")
    return here / "bell"


def said(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    """What a command says: its answer, or its trouble."""
    capsys.readouterr()
    assert run(arguments) == code
    captured = capsys.readouterr()
    assert "Traceback" not in captured.err
    return captured.err if code else captured.out


def completed(*words: str) -> list[str]:
    """What a shell offers for the last word."""
    complete = ShellComplete(octgame, {}, "octgame", "_OCTGAME_COMPLETE")
    return [one.value for one in complete.get_completions(list(words[:-1]), words[-1])]


def test_a_story_is_begun_checked_and_played(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """From an empty folder to the first page in three commands."""
    text = said(capsys, "new", "story", "My Bell")
    written = Path("My Bell").rglob("*.*")
    assert all(file.name in text for file in written if file.is_file())
    assert text.endswith('\nPlay it: octgame play "My Bell"\n')
    assert said(capsys, "check", "My Bell", "--strict") == "Nothing is wrong.\n"
    monkeypatch.setattr(sys, "stdin", io.StringIO("4\n1\n"))
    assert "The Yard" in said(capsys, "play", "My Bell", "--plain")
    assert "is not empty" in said(capsys, "new", "story", "My Bell", code=2)


@pytest.mark.usefixtures("here")
def test_a_copy_of_the_shipped_story_tells_of_its_licence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What an author has to do who gives it on."""
    text = said(capsys, "new", "story", "mine", "--from", "october")
    assert "say what you changed" in text
    assert len(text.split("; for your editor ")[0]) < 80
    assert Path("mine/LICENSE").is_file()
    assert "Did you mean october?" in said(
        capsys, "new", "story", "other", "--from", "octobre", code=2
    )


@pytest.mark.usefixtures("bell")
@pytest.mark.parametrize("kind", NEXT)
def test_each_kind_is_added_and_checked(
    capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    """And the author is told what to do with it."""
    text = said(capsys, "new", kind, "a_new_one")
    assert text.startswith("a_new_one stands in ")
    assert text.endswith(f"{NEXT[kind].replace('ID', 'a_new_one')}\n")
    assert "this is still the sentence of `octgame new`" in said(capsys, "check")
    said(capsys, "check", "--strict", code=1)


def test_a_scene_goes_where_it_is_told(
    bell: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a scene, into a file, and into a story elsewhere."""
    text = said(
        capsys,
        "new",
        "scene",
        "the_stair",
        "--after",
        "yard",
        "--file",
        "./more/a.yaml",
    )
    assert text.startswith("the_stair stands in more/a.yaml, after yard.")
    monkeypatch.chdir("/")
    file = str(bell / "more" / "b.yaml")
    text = said(capsys, "new", "scene", "b", "--story", str(bell), "--file", file)
    assert text.startswith("b stands in more/b.yaml, after reader.")
    assert "0 errors, " in said(capsys, "check", str(bell))


@pytest.mark.usefixtures("here")
def test_only_a_story_is_added_to(capsys: pytest.CaptureFixture[str]) -> None:
    """Never the shipped one, because no other is near."""
    text = said(capsys, "new", "card", "a", code=2)
    assert text.startswith("octgame: there is no story.yaml here\n")


@pytest.mark.usefixtures("here")
def test_a_shell_completes_the_kinds_and_the_shipped_stories() -> None:
    """And folders, where the typed word is no story's name."""
    assert set(completed("new", "")) == {"story", *NEXT}
    assert completed("new", "story", "x", "--from", "oc") == ["october"]
    assert completed("new", "story", "x", "--from", "./oc") == ["./oc"]


def test_a_shell_completes_the_scenes_of_the_story(
    bell: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the one that the author stands in, or named."""
    assert completed("new", "scene", "x", "--after", "") == [
        "desk",
        "yard",
        "reader",
        "piles",
    ]
    assert completed("new", "scene", "x", "--after", "ya") == ["yard"]
    monkeypatch.chdir("/")
    assert completed("new", "scene", "--story", str(bell), "x", "--after", "y") == [
        "yard"
    ]
