"""Leaving, in a real terminal: the exit code, and the terminal as it was."""

import os
import signal
import sys
from pathlib import Path

import pytest

from mini import MINI, mini_program
from octgame.saves.shelf import Saves
from octgame.ui.app import sorry
from terminal import Opened, Terminal

pytestmark = pytest.mark.terminal

LEFT = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?1003l", b"\x1b[?1006l")
"""The alternate screen is left, the cursor shown, the mouse let go."""
FAULTY = """
from octgame.__main__ import main
from octgame.game.play import Play
secret = "hunter2"
Play.take = lambda self, move: 1 / 0
main()
"""


def left(terminal: Terminal, *keys: str) -> tuple[int, bytes]:
    """Press keys that leave: the exit code, and all that was written from then on."""
    start = len(terminal.seen)
    for key in keys:
        terminal.send(key)
    code = terminal.wait()
    return code, terminal.seen[start:]


def restored(written: bytes) -> bool:
    """Whether the terminal was given back."""
    return all(code in written for code in LEFT)


def test_q_leaves_with_zero(play: Terminal) -> None:
    """The terminal is as it was."""
    code, written = left(play, "q")
    assert code == 0
    assert restored(written)


def test_ctrl_c_asks_once_and_leaves_with_130(play: Terminal) -> None:
    """The first only says how."""
    play.send("\x03")
    play.until("ctrl+c again")
    code, written = left(play, "\x03")
    assert code == 130
    assert restored(written)


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_a_signal_leaves_in_order(
    play: Terminal, number: signal.Signals, code: int
) -> None:
    """128 and the signal's number, the terminal restored."""
    os.kill(play.pid, number)
    ended, written = left(play)
    assert ended == code
    assert restored(written)


def test_ctrl_z_gives_the_shell_back_and_the_page_returns(play: Terminal) -> None:
    """Stopped with the terminal restored; continued with everything painted again."""
    start = len(play.seen)
    play.send("\x1a")
    while not restored(play.seen[start:]):
        play.read(1)
    assert os.WIFSTOPPED(os.waitpid(play.pid, os.WUNTRACED)[1])
    os.kill(play.pid, signal.SIGCONT)
    assert b"A photograph lies on the table" in play.until("seized.")
    assert left(play, "q")[0] == 0


def test_a_fault_leaves_with_70_and_one_plain_sentence(opened: Opened) -> None:
    """No traceback, no local variable, the terminal restored."""
    faulty = opened(sys.executable, "-c", FAULTY, "play", str(MINI), "--new")
    faulty.until("seized.")
    code, written = left(faulty, "1")
    assert code == 70
    assert restored(written)
    said = written.decode().rsplit("\x1b", 1)[1]
    assert "went wrong" in said
    assert "ZeroDivisionError" in said
    assert "Traceback" not in said
    assert "secret" not in said


def test_a_terminal_that_is_closed_leaves_the_journal_whole(
    play: Terminal, own_folders: dict[str, str]
) -> None:
    """The window is shut: the game ends by itself, and every painted choice is kept."""
    play.send("4")
    play.until("content note")
    os.close(play.fd)
    ended = os.waitstatus_to_exitcode(os.waitpid(play.pid, 0)[1])
    play.status = 0
    assert ended in (129, -signal.SIGHUP)
    saves = Saves(Path(own_folders["OCTGAME_SAVE_DIR"]) / "mini", mini_program())
    back = saves.read("001")
    assert [step.move for step in back.play.steps] == ["be_keeper"]
    assert not back.notices


def test_a_choice_costs_few_bytes_and_idling_none(play: Terminal) -> None:
    """At 100 columns by 32 rows; bytes are what a slow line waits for."""
    for key, text in (("3", "How sure"), ("2", "carter"), ("1", "content note")):
        start = len(play.seen)
        play.send(key)
        play.until(text)
        play.settle()
        assert len(play.seen) - start <= 8192
    assert not play.read(1)


def test_the_apology_tells_where_but_not_what() -> None:
    """A fault's own words may hold what a player wrote, so they are not repeated."""
    with pytest.raises(ValueError, match="my sentence") as caught:
        int("my sentence")
    said = sorry(caught.value)
    assert "ValueError, test_leaving.py:" in said
    assert "my sentence" not in said
