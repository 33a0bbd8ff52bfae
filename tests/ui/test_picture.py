"""The README's pictures: their script still finds its way through the story."""

import runpy
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "docs" / "make_screenshot.py"


async def test_the_pictures_can_be_drawn_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The title page, and the back door with the box open beside it."""
    monkeypatch.setenv("OCTGAME_CACHE_DIR", str(tmp_path / "cache"))
    script = runpy.run_path(str(SCRIPT))
    picture = tmp_path / "picture.svg"
    script["draw"].__globals__["PICTURE"] = picture
    script["draw"].__globals__["TITLE"] = tmp_path / "title.svg"
    await script["draw"](tmp_path / "saves")
    drawn = picture.read_text("utf-8").replace("&#160;", " ")
    assert "The Back Door" in drawn
    assert "The box · " in drawn
    assert "New play" in (tmp_path / "title.svg").read_text("utf-8").replace(
        "&#160;", " "
    )
