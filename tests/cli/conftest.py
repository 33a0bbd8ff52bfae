"""Commands that keep and cache in folders of the test's own."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test touches what the user has; every terminal is a plain one."""
    monkeypatch.setenv("OCTGAME_SAVE_DIR", str(tmp_path / "plays"))
    monkeypatch.setenv("OCTGAME_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.delenv("OCTGAME_DEBUG", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    return tmp_path
