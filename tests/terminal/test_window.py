"""The window: too small, resized in a storm, left for the shell and come back to."""

import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from mini import MINI, mini_program
from octgame.saves.shelf import Saves
from terminal import Terminal

pytestmark = pytest.mark.terminal

OCTGAME = shlex.join((sys.executable, "-m", "octgame", "play", str(MINI), "--new"))
SECONDS = 20


class Shell:
    """A shell in a window of tmux, a real terminal that can be asked how it is."""

    def __init__(self, socket: Path, env: dict[str, str]) -> None:
        self._tmux = ("tmux", "-S", str(socket), "-f", "/dev/null")
        named = [word for item in env.items() for word in ("-e", "=".join(item))]
        self._run("new-session", "-d", "-x", "100", "-y", "30", *named, "bash --norc")

    def types(self, *keys: str) -> None:
        """Press keys, by tmux's names or as text."""
        self._run("send-keys", *keys)

    def shows(self, text: str) -> str:
        """Wait until a text is on the screen; the screen."""
        end = time.monotonic() + SECONDS
        while text not in (screen := self._run("capture-pane", "-p")):
            assert time.monotonic() < end, screen
            time.sleep(0.02)
        return screen

    def state(self) -> tuple[str, ...]:
        """Whether alternate screen, mouse and cursor are on."""
        asked = "#{alternate_on} #{mouse_any_flag} #{cursor_flag}"
        return tuple(self._run("display-message", "-p", asked).split())

    def close(self) -> None:
        """End the shell and what runs in it."""
        self._run("kill-server")

    def _run(self, *words: str) -> str:
        done = subprocess.run(
            [*self._tmux, *words], capture_output=True, text=True, check=True
        )
        return done.stdout


@pytest.fixture
def shell(tmp_path: Path, own_folders: dict[str, str]) -> Iterator[Shell]:
    """A shell at its prompt."""
    if not shutil.which("tmux"):
        pytest.skip("tmux is not installed")
    opened = Shell(tmp_path / "tmux", own_folders)
    yield opened
    opened.close()


def test_ctrl_z_and_fg_in_a_shell(shell: Shell) -> None:
    """The shell has its screen and its mouse again; `fg` brings the page back."""
    shell.types(OCTGAME, "Enter")
    shell.shows("q quit")
    page = shell.shows("today")
    assert shell.state() == ("1", "1", "0")
    shell.types("C-z")
    assert "A photograph" not in shell.shows("Stopped")
    assert shell.state() == ("0", "0", "1")
    shell.types("fg; echo left with $?", "Enter")
    shell.shows("q quit")
    assert shell.shows("today") == page
    shell.types("q")
    shell.shows("left with 0")
    assert shell.state() == ("0", "0", "1")


def test_a_window_too_small_says_so_and_keeps_the_play(
    play: Terminal, own_folders: dict[str, str]
) -> None:
    """Keys pressed blindly choose nothing, and the page returns with the room."""
    play.send("4")
    play.until("content note")
    play.settle()
    play.resize(59, 17)
    play.until("window larger")
    play.send("1")
    play.settle()
    play.resize(100, 32)
    play.until("content note")
    play.send("q")
    assert play.wait() == 0
    saves = Saves(Path(own_folders["OCTGAME_SAVE_DIR"]) / "mini", mini_program())
    assert [step.move for step in saves.read("001").play.steps] == ["be_keeper"]


def test_a_storm_of_sizes_leaves_the_game_well(play: Terminal) -> None:
    """Three hundred windows, from one cell to a wall of a thousand columns."""
    sizes = [(1, 1), (20, 5), (1000, 300), (60, 18), (80, 24), (10, 2)]
    for number in range(300):
        play.resize(*sizes[number % len(sizes)])
        play.read(0.001)
    play.resize(100, 32)
    play.settle()
    play.send("4")
    play.until("content note")
    play.send("q")
    assert play.wait() == 0
