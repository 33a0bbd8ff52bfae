"""A story that was never seen, in a real terminal: good, broken, left early."""

import shutil
import sys
from pathlib import Path

import pytest

from mini import MINI
from terminal import Opened

pytestmark = pytest.mark.terminal

OCTGAME = (sys.executable, "-m", "octgame", "play")


def test_a_play_asked_for_at_once_opens_and_the_story_is_kept_compiled(
    plays: Opened, own_folders: dict[str, str]
) -> None:
    """The key that comes with the title page is not lost."""
    terminal = plays()
    terminal.until("New play")
    terminal.send("n")
    terminal.until("A photograph lies on the table")
    terminal.settle()
    terminal.send("q")
    assert terminal.wait() == 0
    assert list(Path(own_folders["OCTGAME_CACHE_DIR"]).glob("*.oct"))


def test_a_story_with_errors_is_told_on_the_screen_and_after_it(
    opened: Opened, tmp_path: Path
) -> None:
    """File and line both times; the exit code is that of a defect."""
    folder = tmp_path / "broken"
    shutil.copytree(MINI, folder)
    with (folder / "story.yaml").open("a") as file:
        file.write("scenes: {lost: {title: Lost, to: nowhere_at_all}}\n")
    terminal = opened(*OCTGAME, str(folder))
    terminal.until("New play")
    assert b"story.yaml:" in terminal.until("octgame check")
    terminal.settle()
    start = len(terminal.seen)
    terminal.send("q")
    assert terminal.wait() == 1
    said = terminal.seen[start:].decode().rsplit("\x1b", 1)[1]
    assert "octgame: the story in " in said
    assert "story.yaml:" in said
    assert "Traceback" not in said


def test_leaving_the_title_page_at_once_is_quiet(plays: Opened) -> None:
    """Whatever of the story has been read by then."""
    terminal = plays()
    terminal.until("New play")
    start = len(terminal.seen)
    terminal.send("q")
    assert terminal.wait() == 0
    assert terminal.seen[start:].decode().rsplit("\x1b", 1)[1].strip() in (
        "",
        "[?1006l",
    )
