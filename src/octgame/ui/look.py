"""How things look: palettes for reading and for a projector, and the ink of a text."""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from rich.style import Style

if TYPE_CHECKING:
    from textual.app import App
    from textual.theme import Theme

Ink = Literal[
    "text",
    "em",
    "strong",
    "link",
    "heading",
    "quiet",
    "mark",
    "badge",
    "title",
    "struck",
    "band",
    "band_strong",
    "key",
    "key_label",
    "alarm",
    "on_wedge",
    "wedge",
    "wedge_on_disc",
]


class Palette(NamedTuple):
    """The colours of a theme, as #rrggbb.

    Attributes:
        ink: Text on paper.
        quiet: What is read second: older pages, closed choices, source lines.
        red: Headings, marks and links on paper.
        band, on_band: The bar at the top.
        wedge, on_wedge: The wedge on the title page, and letters on it.
        foot, on_foot, red_on_foot: The bar at the bottom.
        alarm: Behind what is wrong, set in paper; unlike the bar above it.
    """

    dark: bool
    paper: str
    ink: str
    quiet: str
    red: str
    band: str
    on_band: str
    foot: str
    on_foot: str
    red_on_foot: str
    alarm: str
    wedge: str
    on_wedge: str


PALETTES: Mapping[str, Palette] = {
    "octgame-dark": Palette(
        dark=True,
        paper="#161311",
        ink="#efe6d2",
        quiet="#a99a83",
        red="#ff7a5c",
        band="#c0301a",
        on_band="#efe6d2",
        foot="#2a2420",
        on_foot="#d8cbb4",
        red_on_foot="#ff9078",
        alarm="#efe6d2",
        wedge="#c0301a",
        on_wedge="#efe6d2",
    ),
    "octgame-light": Palette(
        dark=False,
        paper="#f3ead6",
        ink="#1c1714",
        quiet="#63574a",
        red="#a31d0b",
        band="#a31d0b",
        on_band="#fff6e6",
        foot="#1c1714",
        on_foot="#e6dac3",
        red_on_foot="#ff8f75",
        alarm="#1c1714",
        wedge="#a31d0b",
        on_wedge="#fff6e6",
    ),
    "octgame-contrast": Palette(
        dark=True,
        paper="#000000",
        ink="#ffffff",
        quiet="#d2d2d2",
        red="#ffb3a1",
        band="#ffffff",
        on_band="#000000",
        foot="#000000",
        on_foot="#ffffff",
        red_on_foot="#ffb3a1",
        alarm="#ffb3a1",
        wedge="#c80000",
        on_wedge="#ffffff",
    ),
    "class-light": Palette(
        dark=False,
        paper="#ffffff",
        ink="#000000",
        quiet="#3d3d3d",
        red="#8e1204",
        band="#1d1d1d",
        on_band="#ffffff",
        foot="#ececec",
        on_foot="#000000",
        red_on_foot="#7d1003",
        alarm="#000000",
        wedge="#8e1204",
        on_wedge="#ffffff",
    ),
    "class-dark": Palette(
        dark=True,
        paper="#000000",
        ink="#ffffff",
        quiet="#c9c9c9",
        red="#ffab98",
        band="#e4e4e4",
        on_band="#000000",
        foot="#1c1c1c",
        on_foot="#ffffff",
        red_on_foot="#ffab98",
        alarm="#ffffff",
        wedge="#ffab98",
        on_wedge="#000000",
    ),
}
THEMES = ("octgame-dark", "octgame-light", "octgame-contrast")
CLASS_THEMES = ("class-light", "class-dark")
"""For a projector: at least 7 to 1 everywhere."""

Inks = Mapping[Ink, Style]


def inks(theme: str) -> Inks:
    """The style of each ink in a theme."""
    return inked(PALETTES.get(theme, PALETTES[THEMES[0]]))


@cache
def inked(palette: Palette) -> Inks:
    """The style of each ink; what matters is never said by colour alone."""
    paper = Style(color=palette.ink, bgcolor=palette.paper)
    quiet = Style(color=palette.quiet, bgcolor=palette.paper)
    red = Style(color=palette.red, bgcolor=palette.paper)
    band = Style(color=palette.on_band, bgcolor=palette.band)
    foot = Style(color=palette.on_foot, bgcolor=palette.foot)
    bold = Style(bold=True)
    return {
        "text": paper,
        "em": paper + Style(italic=True),
        "strong": paper + bold,
        "link": paper + Style(underline=True),
        "title": paper + Style(bold=True, underline=True),
        "badge": paper + Style(bold=True, reverse=True),
        "heading": red + bold,
        "mark": red + bold,
        "quiet": quiet,
        "struck": quiet + Style(strike=True),
        "band": band,
        "band_strong": band + bold,
        "key": Style(color=palette.red_on_foot, bgcolor=palette.foot, bold=True),
        "key_label": foot,
        "alarm": Style(color=palette.paper, bgcolor=palette.alarm, bold=True),
        "on_wedge": Style(color=palette.on_wedge, bgcolor=palette.wedge),
        "wedge": Style(color=palette.wedge, bgcolor=palette.paper),
        "wedge_on_disc": Style(color=palette.wedge, bgcolor=palette.ink),
    }


@cache
def faded(theme: str) -> Inks:
    """The inks of a page that was read before: quiet, with its emphasis kept."""
    quiet = inks(theme)["quiet"]
    kept: dict[Ink, Style] = {
        "em": quiet + Style(italic=True),
        "heading": quiet + Style(bold=True),
        "badge": quiet,
        "struck": quiet + Style(strike=True),
    }
    return {ink: kept.get(ink, quiet) for ink in inks(theme)}


def dress(app: "App[Any]", name: str = "") -> None:
    """Give Textual's own widgets the colours of a theme, or of the one in use."""
    wanted = name or app.theme
    if wanted not in app.available_themes:
        app.register_theme(_theme(wanted))
        if not name:
            app.refresh_css(animate=False)
    app.theme = wanted


def _theme(name: str) -> "Theme":
    """A palette as Textual's theme, for the few widgets that are Textual's own."""
    from textual.theme import Theme  # noqa: PLC0415 - not before one is shown

    palette = PALETTES[name]
    return Theme(
        name=name,
        primary=palette.red,
        secondary=palette.quiet,
        accent=palette.red,
        foreground=palette.ink,
        background=palette.paper,
        surface=palette.paper,
        panel=palette.foot,
        dark=palette.dark,
        text_alpha=1.0,
        variables={
            "block-cursor-background": palette.ink,
            "block-cursor-foreground": palette.paper,
            "input-cursor-background": palette.ink,
            "input-cursor-foreground": palette.paper,
        },
    )
