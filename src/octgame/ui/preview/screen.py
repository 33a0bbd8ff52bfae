"""The game's screen over a workbench: what is saved in the editor shows here."""

import time
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.widget import Widget

from octgame.authoring.preview.bench import Bench
from octgame.authoring.preview.rehearsal import TO
from octgame.game.page import Block
from octgame.story.prose import Span
from octgame.story.safe import safe_line
from octgame.ui.play_screen import PlayScreen
from octgame.ui.preview.desk import PreviewDesk
from octgame.ui.preview.findings import findings
from octgame.ui.preview.inspector import inspector
from octgame.ui.preview.keys import KEYS
from octgame.ui.preview.scenes import scenes
from octgame.ui.preview.status import Status
from octgame.ui.table import Table
from octgame.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from octgame.ui.panels.leaf import Leaf

EVERY = 0.15
"""Seconds between two looks at the story's files."""

LONGEST = 400
"""Characters of a notice."""

LEAVES = {"inspector": inspector, "findings": findings, "scenes": scenes}


class PreviewPanel(Panel):
    """The game's panel, and the workbench's leaves."""

    SEARCHED: ClassVar[Collection[str]] = ("codex", "scenes")

    def __init__(self, desk: PreviewDesk) -> None:
        super().__init__(desk)
        self._bench_desk = desk

    def _set(self) -> "Leaf":
        if self.leaf in LEAVES:
            return LEAVES[self.leaf](self._bench_desk, self._width)
        return super()._set()


class PreviewScreen(PlayScreen, inherit_bindings=False):
    """The one screen of the preview."""

    BINDINGS: ClassVar = [
        Binding(key.keys, key.action, key.help, show=False)
        for key in KEYS
        if key.action
    ]
    the_end = "The play is over; a preview keeps none."

    def __init__(self, table: Table, bench: Bench) -> None:
        desk = PreviewDesk(bench, ascii_only=table.ascii_only)
        super().__init__(table._replace(saves=desk.saves), desk)
        self.bench = bench
        self.panel = PreviewPanel(desk)
        self.status = Status(bench, _now())

    def compose(self) -> ComposeResult:
        """The game's parts, and the status above the bar."""
        yield from super().compose()
        yield self.status

    def on_mount(self) -> None:
        """Look at the files from now on."""
        super().on_mount()
        self.set_interval(EVERY, self._look)

    def shares(self, size: Size) -> Mapping[Widget, Region]:
        """The status takes its rows from what stands above the bar."""
        regions = dict(super().shares(size))
        high = 1 if self.panel.leaf == "findings" else self.status.rows(size)
        bottom = regions[self.foot].y
        for part, (x, y, width, height) in list(regions.items()):
            if y + height == bottom:
                regions[part] = Region(x, y, width, height - high)
        regions[self.status] = Region(0, bottom - high, size.width, high)
        return regions

    def show(self, preface: tuple[Block, ...] = ()) -> None:
        """Show the page as the play stands, and its place in the files."""
        super().show(preface)
        self.status.repaint()

    async def action_enter(self) -> None:
        """In the list of scenes: go to the first where none is pointed at."""
        if self.panel.leaf == "scenes" and not self.panel.column.cursor:
            self.panel.column.point(1)
        await super().action_enter()

    def action_begin(self) -> None:
        """Begin again where the preview began."""
        self.play_again(0)
        self.foot.say(
            "Begun again. r takes the same choices."
            if self.desk.play.can_redo
            else "This is the beginning."
        )

    def play_again(self, moves: int) -> None:
        """Go back to where the play was after so many moves."""
        self._begin(self.bench.again(moves), self._told())

    async def go(self, goes: str) -> None:
        """Go where a piece leads; a scene can be gone to from anywhere."""
        if goes.startswith(f"take:{TO}"):
            self.panel.close()
            self.share()
            self._take(goes.removeprefix("take:"))
            self.foot.say("u: back to where you were.")
        else:
            await super().go(goes)

    def _look(self) -> None:
        if not self.bench.look():
            return
        before = self.status.size.height
        self.status.told(_now())
        if self.bench.is_current:
            self._turn()
        if self.status.rows(self.app.size) != before:
            self.share()
        self.panel.renew()
        self.status.repaint()

    def _turn(self) -> None:
        """Show the page of the story as it is now, where its reader was in it."""
        prose, sheet = self.stage.prose, self.stage.reading.sheets[-1]
        scene, down = self.desk.page.scene, prose.top - self.stage.reading.fresh_from
        self.desk.play = self.bench.play
        self.stage.restart(self.bench.play)
        self.show(self._told())
        if self.desk.page.scene == scene and not self.bench.notices:
            for card in sheet.opened & set(self.stage.reading.sheets[-1].cards):
                self.stage.unfold(card)
            prose.scroll_to(self.stage.reading.fresh_from + down)
            self.stage.repaint()

    def _told(self) -> tuple[Block, ...]:
        """What there is to say about where the play landed."""
        return tuple(
            Block("line", (Span(safe_line(sentence, LONGEST), "strong"),))
            for sentence in self.bench.notices
        )


def _now() -> str:
    return time.strftime("%H:%M:%S")
