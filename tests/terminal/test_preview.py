"""The preview in a real terminal: saves show, errors wait, and no play is kept."""

import shutil
import sys
from functools import partial
from pathlib import Path

import pytest

from mini import MINI
from terminal import Opened

pytestmark = pytest.mark.terminal

OCTGAME = (sys.executable, "-m", "octgame")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small story, to be edited; without its lessons, which name scenes too."""
    ignored = shutil.ignore_patterns("lessons*")
    return Path(shutil.copytree(MINI, tmp_path / "mini", ignore=ignored))


@pytest.fixture
def previews(opened: Opened, folder: Path) -> Opened:
    """Opens a preview of it, with more options."""
    return partial(opened, *OCTGAME, "preview", str(folder))


def save(folder: Path, old: str, new: str) -> None:
    """Save as many editors do: a new file takes the place of the old one."""
    file = folder / "scenes.yaml"
    text = file.read_text("utf-8")
    assert old in text
    new_file = folder / ".scenes.yaml.swp"
    new_file.write_text(text.replace(old, new), "utf-8")
    new_file.replace(file)


def test_a_save_is_painted_an_error_waits_and_no_play_is_kept(
    previews: Opened, folder: Path, own_folders: dict[str, str]
) -> None:
    """From the first page to leaving, as an author would."""
    terminal = previews("--at", "gatehouse", "--with", "role=keeper,nerve=1")
    terminal.until("content note")
    terminal.until("story read at")
    terminal.send("1")
    terminal.until("would rather not see")
    save(folder, "The lamp smokes.", "The lamp has gone out.")
    terminal.until("The lamp has gone out.")
    save(folder, "    choices:\n      search", "    choises:\n      search")
    terminal.until("error[unknown-key]")
    terminal.until("did you mean")
    save(folder, "choises:", "choices:")
    terminal.until(", 0 errors")
    terminal.send("i")
    terminal.until("nerve >= 2 (nerve is 1)")
    terminal.send("q")
    assert terminal.wait() == 0
    assert not Path(own_folders["OCTGAME_SAVE_DIR"]).exists()
    assert not Path(own_folders["OCTGAME_CACHE_DIR"]).exists()


def test_a_story_that_cannot_be_played_yet_opens_when_it_is_mended(
    previews: Opened, folder: Path
) -> None:
    """Its errors stand in the terminal meanwhile."""
    save(folder, "to: dark_hours", "to: darc_hours")
    terminal = previews()
    terminal.until('did you mean "dark_hours"?')
    terminal.until("ctrl+c leaves")
    save(folder, "to: darc_hours", "to: dark_hours")
    terminal.until("A photograph lies")
    terminal.send("q")
    assert terminal.wait() == 0


def test_a_wrong_name_is_told_before_anything_is_shown(previews: Opened) -> None:
    """With exit code 2 and what was probably meant."""
    terminal = previews("--at", "gatehose")
    terminal.until("there is no scene gatehose")
    terminal.until("Did you mean gatehouse?")
    assert terminal.wait() == 2
    assert b"\x1b[?1049h" not in terminal.seen
