"""A screen that gives its parts their cells, and says when the window is too small."""

from collections.abc import Mapping

from textual import layout
from textual.events import Resize
from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.screen import Screen
from textual.widget import Widget

from octgame.ui.look import THEMES, dress
from octgame.ui.widgets.keybar import KeyBar
from octgame.ui.widgets.painted import Painted

LEAST = Size(60, 18)
"""The smallest window that can be played in, in cells."""
LEAVING = {"q", "ctrl+q", "ctrl+c", "ctrl+z"}
"""The keys that do something in a window that is too small."""


class Shares(layout.Layout):
    """Gives each part its region: a stylesheet would be parsed at every start."""

    name = "shares"

    def arrange(
        self,
        parent: Widget,
        children: list[Widget],
        size: Size,
        greedy: bool = True,  # noqa: ARG002 - Textual hands it to every layout
    ) -> layout.ArrangeResult:
        """Place the parts that have a region; the others are not shown."""
        regions = parent.regions(size) if isinstance(parent, Window) else {}
        return [
            layout.WidgetPlacement(regions[child], NULL_OFFSET, NULL_SPACING, child)
            for child in children
            if child in regions
        ]


class Window(Screen[None]):
    """What every screen of the game has: a bar at the foot, and a least size."""

    AUTO_FOCUS = ""
    layout = Shares()
    foot: KeyBar
    small: Widget | None = None
    too_small = ""
    """What is said where the window is too small; "" for the game's own sentence."""

    def regions(self, size: Size) -> Mapping[Widget, Region]:
        """The regions of the parts that are shown in a window of this size."""
        if self.is_small(size):
            return {self.small: size.region} if self.small else {}
        return self.shares(size)

    def shares(self, size: Size) -> Mapping[Widget, Region]:
        """The same, in a window that is large enough."""
        raise NotImplementedError

    def _extend_compose(self, widgets: list[Widget]) -> None:
        """Without Textual's tooltips and toasts: never shown, yet laid out twice."""

    @staticmethod
    def is_small(size: Size) -> bool:
        """Whether a window is too small to play in."""
        return size.width < LEAST.width or size.height < LEAST.height

    def on_resize(self, event: Resize) -> None:
        """Say so where the window is too small."""
        if self.is_small(event.size) and self.small is None:
            from octgame.ui.widgets.small import Small  # noqa: PLC0415 - rarely needed

            self.small = Small(LEAST, self.too_small)
            self.mount(self.small)

    def action_theme(self) -> None:
        """The next theme."""
        at = THEMES.index(self.app.theme) + 1
        dress(self.app, THEMES[at % len(THEMES)])
        for painted in self.query(Painted):
            painted.repaint_all()
        self.foot.say(f"Theme: {self.app.theme}")
