"""What the screens look like, as text, at three sizes."""

import pytest
from syrupy.assertion import SnapshotAssertion

from ui.screens import ScreenText
from ui.table import END, READER, SEARCHED, played, playing, press, text_of

SIZES = [(120, 40), (80, 24), (60, 18)]
SCREENS = {
    "beginning": ((), ()),
    "a card found": (SEARCHED, ("o",)),
    "many choices": (READER, ()),
    "box": (READER, ("b", "down", "enter")),
    "views": (END, ("v", "down", "enter")),
    "codex": (READER, ("c", "t", "o")),
    "where": (SEARCHED, ("w",)),
    "hours": (READER, ("h",)),
    "title": (SEARCHED, ("m",)),
    "help": ((), ("question_mark",)),
    "end": (END, ()),
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", SCREENS)
async def test_a_screen_looks_as_it_did(
    name: str, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    """A change of any of these is meant, or it is a fault."""
    moves, keys = SCREENS[name]
    async with playing(played(*moves), size=size) as pilot:
        await press(pilot, *keys)
        assert text_of(pilot) == snapshot(extension_class=ScreenText)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_date_and_place_are_always_in_sight(size: tuple[int, int]) -> None:
    """Both calendars and the whole name of the place, also beside a panel."""
    async with playing(played(*SEARCHED), size=size) as pilot:
        for key in ("b", "w"):
            await press(pilot, key)
            head = "\n".join(text_of(pilot).split("\n")[:2])
            assert "The bridge" in head
            assert ("O.S." in head and "N.S." in head) or "New Style" in head


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_choice_is_always_in_sight(size: tuple[int, int]) -> None:
    """Whatever the size, the first choice of each page stands on the screen."""
    play = played(*READER)
    async with playing(play, size=size) as pilot:
        while not play.page.ended:
            offers = [offer for offer in play.page.offers if offer.open]
            first = offers[0].plain.removeprefix("1. ").split()[0]
            assert f" 1  {first}" in text_of(pilot)
            number = next(n for n, offer in enumerate(offers, 1) if not offer.writes)
            await press(pilot, str(number))
