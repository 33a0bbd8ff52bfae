"""A class in a real terminal: taught, killed, gone on with, and left with papers."""

import os
import signal
import sys
from functools import partial
from pathlib import Path

import pytest

from mini import MINI
from terminal import Opened, Terminal

pytestmark = pytest.mark.terminal

OCTGAME = (sys.executable, "-m", "octgame")
IDLE = 2.0
"""Seconds in which nobody touches the wall."""


@pytest.fixture
def teaches(opened: Opened, tmp_path: Path) -> Opened:
    """Opens the small lesson, with more options."""
    return partial(opened, *_command("start", tmp_path))


def _command(name: str, base: Path) -> tuple[str, ...]:
    """A command of the small lesson, whose class lies in a folder of the base."""
    where = ("--story", str(MINI), "--folder", str(base / "class"))
    return (*OCTGAME, "class", name, "one_bridge", *where)


def at_gate(terminal: Terminal) -> None:
    """Through both parts of the first vote, to the scene's content note."""
    terminal.until("Men with rifles")
    terminal.send(" ")
    for question, counts in (("change hands", "5 6 7"), ("How sure", "1 2 3 4")):
        terminal.until(question)
        terminal.settle()
        terminal.send("h")
        terminal.until("enter closes")
        terminal.send(f"{counts}\r")
        terminal.until("stays sealed")
        terminal.send(" ")
    terminal.until("The Gate")
    terminal.settle()


def test_a_class_that_is_killed_goes_on_at_the_same_step(
    teaches: Opened, tmp_path: Path
) -> None:
    """With what was voted, and where it lies."""
    terminal = teaches()
    at_gate(terminal)
    os.kill(terminal.pid, signal.SIGKILL)
    terminal.wait()
    again = teaches()
    again.until("is not finished")
    again.until("step 2 of 8, The Gate")
    again.settle()
    again.send("r")
    again.until("A man is struck")
    again.settle()
    again.send("q")
    again.until("Leave the class?")
    again.settle()
    again.send("q")
    again.until(f"The class is kept in {tmp_path / 'class'}")
    assert again.wait() == 0


def test_a_killed_vote_is_still_open_after_the_start(teaches: Opened) -> None:
    """A vote that was being taken when the laptop died."""
    terminal = teaches()
    terminal.until("Men with rifles")
    terminal.send(" ")
    terminal.until("change hands")
    terminal.settle()
    terminal.send("v")
    terminal.until("The vote is open.")
    terminal.kill()
    again = teaches("--resume")
    again.until("The vote is open.")


def test_a_wall_that_nobody_touches_costs_nothing(teaches: Opened) -> None:
    """While a class talks for minutes."""
    terminal = teaches("--rehearse")
    terminal.until("Men with rifles")
    terminal.settle()
    before = terminal.cpu()
    terminal.settle(IDLE)
    terminal.read(IDLE)
    assert terminal.cpu() - before < 0.05


def test_notes_follow_in_a_second_terminal(
    teaches: Opened, opened: Opened, tmp_path: Path
) -> None:
    """They are printed as the class comes to each step; ctrl+c ends them."""
    notes = opened(*_command("notes", tmp_path))
    notes.until("Do not say when it was taken.")
    at_gate(teaches())
    notes.until("2 of 8. The Gate")
    os.kill(notes.pid, signal.SIGINT)
    assert notes.wait() == 130
