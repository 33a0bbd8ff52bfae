"""Plays in real terminals, with folders of the test's own."""

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from mini import MINI
from terminal import Opened, Terminal

OCTGAME = (sys.executable, "-m", "octgame")


@pytest.fixture
def own_folders(tmp_path: Path) -> dict[str, str]:
    """Where plays and compiled stories go."""
    return {
        "OCTGAME_SAVE_DIR": str(tmp_path / "plays"),
        "OCTGAME_CACHE_DIR": str(tmp_path / "cache"),
    }


@pytest.fixture
def opened(own_folders: dict[str, str]) -> Iterator[Opened]:
    """Opens a program on a terminal; what still runs at the end is ended."""
    terminals: list[Terminal] = []

    def opens(*words: str, env: dict[str, str] | None = None) -> Terminal:
        terminal = Terminal(words, env={**own_folders, **(env or {})})
        terminals.append(terminal)
        return terminal

    yield opens
    for terminal in terminals:
        terminal.kill()


@pytest.fixture
def plays(opened: Opened) -> Opened:
    """Opens the small story, with more options."""
    return partial(opened, *OCTGAME, "play", str(MINI))


@pytest.fixture
def play(plays: Opened) -> Terminal:
    """A play of the small story, at its first page."""
    terminal = plays("--new")
    terminal.until("seized.")
    terminal.settle()
    return terminal
