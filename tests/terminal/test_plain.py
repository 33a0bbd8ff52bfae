"""Line by line: on a terminal that asks for it, and wherever there is no terminal."""

import shlex
import subprocess
import sys

import pytest

from mini import MINI
from terminal import Opened, Terminal

pytestmark = pytest.mark.terminal

OCTGAME = (sys.executable, "-m", "octgame")
PLAY = shlex.join((*OCTGAME, "play", str(MINI)))


def played(terminal: Terminal, last_keys: str) -> bytes:
    """Take a choice, then leave: everything that was written."""
    terminal.until("> ")
    terminal.send("4\n")
    terminal.until("Before you go on")
    terminal.until("> ")
    terminal.send(last_keys)
    assert terminal.wait() == 0
    return terminal.seen


@pytest.mark.parametrize(
    ("option", "env"),
    [
        ("--plain", {}),
        ("--new", {"OCTGAME_PLAIN": "1"}),
        ("--new", {"TERM": "dumb"}),
    ],
    ids=["--plain", "OCTGAME_PLAIN", "TERM=dumb"],
)
def test_a_terminal_that_asks_for_lines_gets_words_only(
    plays: Opened, option: str, env: dict[str, str]
) -> None:
    """No escape byte at all, and ctrl+d leaves with 0."""
    written = played(plays(option, env=env), "\x04")
    assert b"\x1b" not in written
    assert b"Every choice is kept." in written


def test_a_terminal_with_a_pipe_behind_it_is_none(opened: Opened) -> None:
    """Where only the input is one, the game speaks in lines."""
    shell = opened("bash", "-o", "pipefail", "-c", f"{PLAY} | cat")
    assert b"\x1b" not in played(shell, "quit\n")


def test_a_terminal_with_a_pipe_before_it_is_none(opened: Opened) -> None:
    """Where only the output is one; the end of the input leaves with 0."""
    shell = opened("bash", "-o", "pipefail", "-c", f"printf '4\\n' | {PLAY}")
    shell.until("Before you go on")
    assert shell.wait() == 0
    assert b"\x1b" not in shell.seen


def test_ctrl_c_at_the_prompt_leaves_with_130(plays: Opened) -> None:
    """As every program of lines does, without a traceback."""
    terminal = plays("--plain")
    terminal.until("> ")
    terminal.send("\x03")
    assert terminal.wait() == 130
    assert b"Traceback" not in terminal.seen


def test_the_head_of_the_game_is_read_without_a_complaint(
    own_folders: dict[str, str],
) -> None:
    """`octgame --plain | head -1`: the first line, 0, and nothing on standard error."""
    line = f"{shlex.join(OCTGAME)} --plain < /dev/null | head -1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", line],
        env={**own_folders, "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "The Box\n", "")
