"""A folder for the plays of the small story."""

from pathlib import Path

import pytest

from mini import mini_program
from octgame.saves.shelf import Saves


@pytest.fixture
def saves(tmp_path: Path) -> Saves:
    """No plays yet."""
    return Saves(tmp_path / "plays" / "mini", mini_program())
