"""The parts on the screen, and how they share its cells."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.geometry import Region, Size
from textual.widget import Widget

from octgame.game import phrases
from octgame.game.offers import STEP_BACK
from octgame.game.page import Block, Offer
from octgame.story.frame import BOX_PLACES
from octgame.story.prose import Span
from octgame.story.safe import safe_line
from octgame.ui.desk import Desk
from octgame.ui.keys import TITLE_KEYS
from octgame.ui.strip import strip
from octgame.ui.table import Table
from octgame.ui.widgets.keybar import KeyBar
from octgame.ui.widgets.panel import Panel
from octgame.ui.widgets.stage import Stage
from octgame.ui.widgets.topbar import TopBar
from octgame.ui.window import Window

if TYPE_CHECKING:
    from octgame.ui.widgets.sentence import Sentence
    from octgame.ui.widgets.title import Title

BESIDE_FROM = 110
"""The width in cells from which the panel stands beside the stage."""
FIRST_HINT = "Press a number to choose. Tab and enter open an underlined word. ? helps."

CODEX_KEYS = {
    "down": "point",
    "enter": "open",
    "backspace": "back",
    "esc": "close",
    "ctrl+q": "quit",
}
"""The bar's words while letters search."""
PANEL_WIDTH = 48
SENTENCE_HEIGHT = 3

AFTER_THE_END = (
    Offer("new", (Span("Begin a new play."),)),
    Offer("undo", (Span("Look back: take the last choice back."),)),
    Offer("again", (Span("Play again from one of its scenes."),)),
    Offer("record", (Span("Read the record of this play."),)),
    Offer("quit", (Span("Leave."),)),
)


class Layout(Window):
    """Top bar, stage, panel, key bar: updated in place, never composed again."""

    the_end = phrases.THE_END
    """What is said when the play is over."""

    def __init__(self, table: Table, desk: Desk | None = None) -> None:
        super().__init__()
        self.table = table
        self.desk = desk or Desk(
            table.play,
            table.saves,
            ascii_only=table.ascii_only,
            others=table.others,
        )
        self.top = TopBar()
        self.stage = Stage(table.play)
        self.panel = Panel(self.desk)
        self.foot = KeyBar(self._keys, self.desk.keys)
        self.at_title = table.at_title
        self.title_page: Title | None = None
        self.sentence: Sentence | None = None

    def compose(self) -> ComposeResult:
        """What the first page needs; the rest is mounted when it is first shown."""
        if self.at_title:
            yield self.make_title_page()
        else:
            yield self.top
            yield self.stage
        yield self.foot

    def make_title_page(self) -> "Title":
        """The title page, made when it is first shown."""
        from octgame.ui.widgets.title import Title  # noqa: PLC0415 - not in every play

        core, ascii_only = self.desk.program.core, self.table.ascii_only
        self.title_page = Title(core.title, core.about, ascii_only=ascii_only)
        return self.title_page

    def shares(self, size: Size) -> Mapping[Widget, Region]:
        """The regions of the parts that are shown in a window of this size."""
        rest, foot = size.region.split_horizontal(-1)
        if self.at_title and self.title_page:
            shown = self.panel if self.panel.leaf else self.title_page
            return {shown: rest, self.foot: foot}
        head, rest = rest.split_horizontal(self.top.rows(size))
        regions: dict[Widget, Region] = {self.top: head, self.foot: foot}
        if self.sentence is not None and self.sentence.wanted:
            rest, regions[self.sentence] = rest.split_horizontal(-SENTENCE_HEIGHT)
        if self.covered:
            regions[self.panel] = rest
        elif self.panel.leaf:
            regions[self.stage], regions[self.panel] = rest.split_vertical(-PANEL_WIDTH)
        else:
            regions[self.stage] = rest
        return regions

    def on_stage_arranged(self) -> None:
        """Whether there is more to read has changed."""
        self.foot.repaint()

    def share(self) -> None:
        """Give every part its place anew."""
        if self.panel.leaf and not self.panel.is_attached:
            self.mount(self.panel)
        self.foot.refresh(layout=True, repaint=False)
        self.call_after_refresh(self.foot.repaint)

    def show(self, preface: tuple[Block, ...] = ()) -> None:
        """Show the page of the play as it stands now.

        Args:
            preface: What stands above it once.
        """
        self.put_sentence_away()
        page, problem = self.desk.page, safe_line(self.table.saves.problem)
        roles = self.desk.program.roles
        who = roles[page.role].name if page.role in roles else ""
        if bool(problem) != self.top.alarmed:
            self.share()
        program, state = self.desk.program, self.desk.play.state
        act = program.acts[page.act].title if page.act else ""
        self.top.show(page, who, problem, strip(program, state), act)
        prompt = self.the_end if page.ended else page.prompt
        self.stage.follow(
            self.desk.play,
            prompt,
            self.offers,
            preface=preface,
            hint=self._hint,
            known=self.desk.read_before,
        )
        self.panel.renew()
        self.foot.repaint()

    def put_sentence_away(self) -> None:
        """No sentence is asked for any more."""
        if self.sentence is not None and self.sentence.wanted:
            self.sentence.wanted = False
            self.set_focus(None)
            self.share()

    def _keys(self) -> Mapping[str, str]:
        """The words in the bar at the foot: of the keys that do something now."""
        keys = self.desk.keys
        if self.panel.is_searched:
            # Its letters are for searching.
            return {key.shown: CODEX_KEYS.get(key.shown, "") for key in keys}
        if self.at_title:
            closes = {"esc": "close"} if self.panel.leaf else {}
            return {key.shown: (TITLE_KEYS | closes).get(key.shown, "") for key in keys}
        page, play = self.desk.page, self.desk.play
        steps = any(offer.id == STEP_BACK for offer in page.aside)
        covered = self.covered
        more = not covered and self.stage.fitted() and self.stage.prose.below
        if self.panel.leaf and self.panel.fitted():
            more = more or self.panel.column.below
        words = {
            "1-9": "" if covered else None,
            "space": None if more else "",
            "o": None if self.stage.reading.sheets[-1].cards and not covered else "",
            "b": f"box {len(page.box)}/{BOX_PLACES}",
            "u": None if play.can_undo else "",
            "r": None if play.can_redo else "",
            "s": None if steps else "",
        }
        return {key: word for key, word in words.items() if word is not None}

    @property
    def _hint(self) -> str:
        """How to choose, where that may be new to the player."""
        return "" if self.desk.play.steps else FIRST_HINT

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What can be chosen now."""
        page = self.desk.page
        return AFTER_THE_END if page.ended else page.offers

    @property
    def covered(self) -> bool:
        """Whether the panel hides the stage."""
        wide = self.app.size.width >= BESIDE_FROM and not self.panel.wants_width
        return bool(self.panel.leaf) and (self.at_title or not wide)
