"""The parts on the screen, and how they share its cells."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Resize
from textual.screen import Screen

from octgame.game import phrases
from octgame.game.offers import STEP_BACK
from octgame.game.page import Block, Offer
from octgame.story.model import BOX_PLACES
from octgame.story.prose import Span
from octgame.story.safe import safe_line
from octgame.ui.desk import Desk
from octgame.ui.table import Table
from octgame.ui.widgets.keybar import KeyBar
from octgame.ui.widgets.panel import Panel
from octgame.ui.widgets.small import LEAST_HEIGHT, LEAST_WIDTH, Small
from octgame.ui.widgets.stage import Stage
from octgame.ui.widgets.topbar import ONE_ROW_FROM, TopBar

if TYPE_CHECKING:
    from octgame.ui.widgets.sentence import Sentence

BESIDE_FROM = 110
"""The width in cells from which the panel stands beside the stage."""

AFTER_THE_END = (
    Offer("new", (Span("Begin a new play."),)),
    Offer("undo", (Span("Look back: take the last choice back."),)),
    Offer("record", (Span("Read the record of this play."),)),
    Offer("quit", (Span("Leave."),)),
)


STYLES = """
Layout { background: $paper; color: $ink; }
TopBar, KeyBar { height: 1; }
.-narrow TopBar, .-unsaved TopBar { height: 2; }
.-narrow.-unsaved TopBar { height: 3; }
Stage, Panel, Small { width: 1fr; height: 1fr; background: $paper; }
Panel, Small { display: none; }
.-panel Panel { display: block; }
.-panel Stage { display: none; }
.-panel.-beside Stage { display: block; }
.-panel.-beside Panel { width: 48; }
.-small > TopBar, .-small > Horizontal, .-small > KeyBar { display: none; }
.-small Small { display: block; }
SearchIcon { display: none; }
"""
"""The widgets' shares; a file of its own would cost a read at every start."""


class Layout(Screen[None]):
    """Top bar, stage, panel, key bar: updated in place, never composed again."""

    AUTO_FOCUS = None

    def __init__(self, table: Table) -> None:
        super().__init__()
        self.table = table
        self.desk = Desk(table.play, table.saves)
        self.top = TopBar()
        self.stage = Stage(table.play)
        self.panel = Panel(self.desk)
        self.foot = KeyBar()
        self.sentence: Sentence | None = None

    def compose(self) -> ComposeResult:
        """The bars, and the stage with the panel between them."""
        yield self.top
        with Horizontal():
            yield self.stage
            yield self.panel
        yield self.foot
        yield Small()

    def on_resize(self, event: Resize) -> None:
        """Share the cells anew."""
        width, height = event.size
        self.set_class(width < LEAST_WIDTH or height < LEAST_HEIGHT, "-small")
        self.set_class(width < ONE_ROW_FROM, "-narrow")
        self.share()

    def on_stage_arranged(self) -> None:
        """Whether there is more to read has changed."""
        self.show_keys()

    def share(self) -> None:
        """Give the panel its place: beside the stage, over it, or none."""
        self.set_class(bool(self.panel.leaf), "-panel")
        wide = self.app.size.width >= BESIDE_FROM
        self.set_class(wide and not self.panel.wants_width, "-beside")

    def show(self, preface: tuple[Block, ...] = ()) -> None:
        """Show the page of the play as it stands now.

        Args:
            preface: What stands above it once.
        """
        if self.sentence is not None:
            self.sentence.display = False
            self.set_focus(None)
        page, problem = self.desk.page, safe_line(self.table.saves.problem)
        roles = self.desk.program.roles
        who = roles[page.role].name if page.role in roles else ""
        self.set_class(bool(problem), "-unsaved")
        self.top.show(page, who, problem)
        prompt = phrases.THE_END if page.ended else page.prompt
        self.stage.follow(self.desk.play, prompt, self.offers, preface)
        self.panel.renew()
        self.show_keys()

    def show_keys(self) -> None:
        """Show the keys that do something now."""
        page, play = self.desk.page, self.desk.play
        steps = any(offer.id == STEP_BACK for offer in page.aside)
        words = {
            "space": None if self.stage.prose.below else "",
            "o": None if self.stage.reading.sheets[-1].cards else "",
            "b": f"box {len(page.box)}/{BOX_PLACES}",
            "u": None if play.can_undo else "",
            "r": None if play.can_redo else "",
            "s": None if steps else "",
        }
        self.foot.show({key: word for key, word in words.items() if word is not None})

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What can be chosen now."""
        page = self.desk.page
        return AFTER_THE_END if page.ended else page.offers

    @property
    def covered(self) -> bool:
        """Whether the panel hides the stage."""
        return bool(self.panel.leaf) and not self.has_class("-beside")
