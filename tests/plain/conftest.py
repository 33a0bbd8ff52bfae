"""A sitting at the small story."""

from pathlib import Path

import pytest

from mini import mini_program
from octgame.plain.session import Session
from octgame.saves.shelf import Saves


@pytest.fixture
def saves(tmp_path: Path) -> Saves:
    """No plays yet."""
    return Saves(tmp_path / "plays" / "mini", mini_program())


@pytest.fixture
def session(saves: Saves) -> Session:
    """A new play in a terminal of eighty columns."""
    return Session(saves.new(), saves, 80)
