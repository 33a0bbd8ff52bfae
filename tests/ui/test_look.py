"""Colours: contrast that can be read, and no meaning by colour alone."""

import pytest
from rich.style import Style
from textual.color import Color

from octgame.ui.look import THEMES, faded, inks
from octgame.ui.play_screen import POINT_FIRST, POINT_IN_PANEL
from octgame.ui.window import LEAST
from ui.table import playing, press, text_of

DRAWN = ("wedge", "wedge_on_disc")
"""Inks of the title page's drawing: no letter is set in them."""
LARGE = ("on_wedge",)
"""Inks of block letters alone, which need less to be read."""


def contrast(style: Style) -> float:
    """The WCAG contrast of a style's two colours, 1 to 21."""
    shades = sorted(
        luminance(Color.from_rich_color(colour))
        for colour in (style.color, style.bgcolor)
        if colour is not None
    )
    return (shades[1] + 0.05) / (shades[0] + 0.05)


def luminance(colour: Color) -> float:
    """The relative luminance of a colour, 0 to 1."""
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("theme", THEMES)
def test_every_ink_can_be_read(theme: str) -> None:
    """At least 4.5 to 1, greyed text too; 7 to 1 in the theme made for contrast."""
    least = 7.0 if theme == "octgame-contrast" else 4.5
    for kind in (inks(theme), faded(theme)):
        for name, style in kind.items():
            wanted = 4.5 if name in LARGE else least
            if name not in DRAWN:
                assert contrast(style) >= wanted, (theme, name, contrast(style))


@pytest.mark.parametrize("theme", THEMES)
def test_the_wedge_stands_out_from_the_paper(theme: str) -> None:
    """3 to 1 is asked of what is looked at and not read."""
    assert contrast(inks(theme)["wedge"]) >= 3


def test_inks_that_mean_something_differ_without_colour() -> None:
    """A closed choice has a sign; a link is underlined, a badge reversed."""
    used = inks(THEMES[0])
    assert used["link"].underline
    assert used["badge"].reverse
    assert used["struck"].strike
    assert used["heading"].bold


async def test_no_color_sends_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every cell has the terminal's own colours, and the text is the same."""
    async with playing() as pilot:
        coloured = text_of(pilot)
    monkeypatch.setenv("NO_COLOR", "1")
    async with playing() as pilot:
        assert text_of(pilot) == coloured
        for strip in pilot.app.screen._compositor.render_strips():
            for segment in strip:
                style = segment.style or Style()
                for colour in (style.color, style.bgcolor):
                    assert colour is None or colour.is_default


async def test_another_theme_leaves_the_reader_where_he_was() -> None:
    """Only the colours change: what was scrolled to stays in sight."""
    async with playing(size=(60, 18)) as pilot:
        await press(pilot, "end")
        before = text_of(pilot).split("\n")[:-2]
        await press(pilot, "t")
        assert text_of(pilot).split("\n")[:-2] == before


@pytest.mark.parametrize("told", [POINT_FIRST, POINT_IN_PANEL])
def test_a_hint_fits_the_smallest_window(told: str) -> None:
    """The bar begins with a blank and ends with one."""
    assert len(told) <= LEAST.width - 2
