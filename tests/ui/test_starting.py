"""The start: what is mounted, imported and painted before the first page is read."""

import subprocess
import sys

import pytest
from textual.geometry import Region, Size

from octgame.ui.widgets.painted import Painted
from octgame.ui.window import LEAST
from ui.table import READER, played, playing, press, screen_of, text_of

LATER = """
import sys
import octgame.ui.game_app
print(*(name for name in sys.modules if name.startswith("octgame.ui.panels.")))
"""


async def test_only_what_the_first_page_shows_is_mounted() -> None:
    """Two bars and the stage: each widget more is styled and laid out."""
    async with playing() as pilot:
        assert [type(part).__name__ for part in screen_of(pilot).children] == [
            "TopBar",
            "Stage",
            "KeyBar",
        ]


async def test_the_panel_is_mounted_when_it_is_first_opened_and_then_stays() -> None:
    """Opening it a second time makes nothing."""
    async with playing() as pilot:
        screen = screen_of(pilot)
        await press(pilot, "b", "escape", "w", "escape")
        assert [part is screen.panel for part in screen.children].count(True) == 1


def test_no_panel_is_imported_before_one_is_opened() -> None:
    """In a fresh process: what a panel shows is not needed to show a page."""
    done = subprocess.run(
        [sys.executable, "-c", LATER], capture_output=True, text=True, check=True
    )
    assert done.stdout.split("\n")[0] == ""


async def test_the_first_page_is_painted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """No widget sets its rows twice before anybody has read them."""
    painted: list[str] = []
    paint = Painted._paint
    monkeypatch.setattr(
        Painted, "_paint", lambda it: (painted.append(type(it).__name__), paint(it))
    )
    async with playing(size=(100, 32)) as pilot:
        await pilot.pause()
    assert painted.count("Stage") == 1


@pytest.mark.parametrize(
    "size", [Size(60, 18), Size(80, 24), Size(109, 30), Size(110, 34), Size(200, 60)]
)
async def test_the_parts_cover_the_window_and_never_each_other(size: Size) -> None:
    """With a panel or without, with a sentence or without."""
    async with playing(played(*READER), size=size) as pilot:
        screen = screen_of(pilot)
        for keys in ((), ("b",), ("escape", "v")):
            await press(pilot, *keys)
            regions = list(screen.regions(size).values())
            assert sum(region.area for region in regions) == size.area
            assert Region.from_union(regions) == size.region


async def test_a_window_one_cell_too_small_says_so() -> None:
    """In either direction."""
    for size in (Size(LEAST.width - 1, 40), Size(100, LEAST.height - 1)):
        async with playing(size=size) as pilot:
            assert "Please make the window larger" in text_of(pilot)
