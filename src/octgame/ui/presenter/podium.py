"""The parts of the presenter's screen, and what they show."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.geometry import Region, Size
from textual.widget import Widget

from octgame.classroom.lesson import winners
from octgame.classroom.slide import Slide
from octgame.story.safe import safe_line
from octgame.ui.presenter import leaves
from octgame.ui.presenter.clock import lateness, told, until_next
from octgame.ui.presenter.head import Head
from octgame.ui.presenter.keys import KEYS, MOVES
from octgame.ui.presenter.leaves import Leaf
from octgame.ui.presenter.lectern import Lectern
from octgame.ui.presenter.look import USUAL
from octgame.ui.presenter.notice import Notice
from octgame.ui.presenter.phones import Phones
from octgame.ui.presenter.slides import set_slide
from octgame.ui.presenter.votes import Room, set_hidden, set_result
from octgame.ui.presenter.wall import Wall
from octgame.ui.typeset import Row
from octgame.ui.widgets.keybar import KeyBar
from octgame.ui.window import Window

if TYPE_CHECKING:
    from octgame.ui.widgets.sentence import Sentence

ENTRY_HEIGHT = 3
MARGIN = 4
"""Cells that a vote and a leaf keep free at the sides, together."""

LONGEST_SOURCE = 900
NO_SOURCE = "Nothing here needs a source."
SEALED = "Counted. The result stays sealed until the question is asked again."
OPEN = "The vote is open."


class Podium(Window):
    """Head, wall, a row for notices, a row to write in, and the keys."""

    too_small = (
        "Please make the window larger, or its letters smaller: {0.width} columns by "
        "{0.height} rows are enough. The class waits where it is."
    )

    def __init__(self, lectern: Lectern) -> None:
        super().__init__()
        self.lectern = lectern
        self.sitting = lectern.sitting
        self.slide = self.sitting.slide
        self.phones = self._phones()
        self.leaf = ""
        self.is_blank = False
        self.is_closing = False
        self.digits = ""
        self.doubted = ""
        self.notices: Sequence[str] = lectern.notices
        self.density = USUAL
        self.head = Head(self.slide)
        self.wall = Wall(self._rows)
        self.notice = Notice()
        self.entry: Sentence | None = None
        self.foot = KeyBar(self._words, KEYS)

    def _phones(self) -> Phones:
        folder = self.sitting.folder / "phones"
        return Phones(folder, self.voted, self.lectern.port)

    def voted(self) -> None:
        """A phone has joined or voted."""
        self.wall.repaint()

    def compose(self) -> ComposeResult:
        """Everything but the row to write in, which is mounted when it is needed."""
        yield self.head
        yield self.wall
        yield self.notice
        yield self.foot

    def tick(self) -> None:
        """Show the clock; look again when its minute changes."""
        self._tell_time()
        self.set_timer(until_next(self.sitting.seconds), self.tick)

    def _tell_time(self) -> None:
        """Show the clock, and what there is to notice."""
        self.slide = self.sitting.slide
        mark = "Rehearsal. " if self.sitting.is_rehearsal else ""
        length = self.sitting.group.length
        clock = told(self.sitting.seconds, length, self.slide.behind)
        self.head.show(self.slide, clock, mark)
        before, self.notice.said = self.notice.said, self._noticed()
        if bool(before) != bool(self.notice.said):
            self.share()
        self.notice.repaint()
        self.foot.repaint()

    def _noticed(self) -> str:
        if self.sitting.problem:
            return safe_line(self.sitting.problem)
        if self.offers("short"):
            late = lateness(self.slide.behind)
            return f"{late}: p takes the short path. The debrief stays."
        return ""

    def renew(self) -> None:
        """Show what is on the wall now; what was being typed is let be."""
        if self.entry is not None:
            self.entry.wanted = False
        self.set_focus(None)
        self.digits = ""
        self.slide = self.sitting.slide
        covered = bool(self.leaf) or self.is_blank
        motion = self.slide.motion
        self.wall.kind = motion.kind if motion and not covered else None
        self.wall.is_paper_white = self.leaf == "phones" and self.phones.is_open
        width = self.app.size.width - MARGIN
        places = self.leaf_set(width).goes if self.leaf else ()
        self._tell_time()
        self.share()
        self.wall.show(places[0] if places else "")

    def share(self) -> None:
        """Give every part its place anew."""
        self.foot.refresh(layout=True, repaint=False)
        self.call_after_refresh(self.foot.repaint)

    def shares(self, size: Size) -> Mapping[Widget, Region]:
        """The regions of the parts that are shown in a window of this size."""
        rest, foot = size.region.split_horizontal(-1)
        regions: dict[Widget, Region] = {self.foot: foot}
        if self.is_blank:
            return {**regions, self.wall: rest}
        regions[self.head], rest = rest.split_horizontal(self.head.rows(size))
        if self.entry is not None and self.entry.wanted:
            rest, regions[self.entry] = rest.split_horizontal(-ENTRY_HEIGHT)
        elif self.notice.said:
            rest, regions[self.notice] = rest.split_horizontal(-1)
        regions[self.wall] = rest
        return regions

    def _rows(self, width: int, height: int) -> Sequence[Row]:
        """What is on the wall, set to its size."""
        if self.leaf:
            return self.leaf_set(width - MARGIN).rows
        if self.is_blank:
            return ()
        slide = self.slide
        if slide.motion is None:
            return set_slide(slide, width, height - 1, self.density)
        room = Room(width - MARGIN, height, self.lectern.ascii_only)
        group = self.sitting.group
        if slide.tally is not None and group.poll is not None:
            return set_result(slide, winners(slide.tally, group.poll), room)
        return set_hidden(slide.motion, self._standing(slide), room)

    def _standing(self, slide: Slide) -> str:
        match slide.voting:
            case "sealed":
                return SEALED
            case "open":
                return f"{OPEN} {self.phones.said}".rstrip()
            case _:
                return ""

    def leaf_set(self, width: int) -> Leaf:
        """The leaf that lies over the slide."""
        sitting = self.sitting
        match self.leaf:
            case "help":
                return leaves.help_leaf(width)
            case "jump":
                return leaves.jump_leaf(sitting, width)
            case "source":
                said = safe_line(self.slide.source, LONGEST_SOURCE) or NO_SOURCE
                return leaves.lines("Where this comes from", [said], width)
            case "notes":
                first, *more = leaves.NOTES
                return leaves.lines(first, more, width)
            case "notices":
                return leaves.lines("Before you go on", self.notices, width)
            case "phones":
                return self.phones.join_leaf(width)
            case "lan":
                return leaves.lan_leaf(self.phones.networks, width)
            case "resume":
                return leaves.resume_leaf(sitting, width)
            case "leave":
                return leaves.leave_leaf(sitting, width)
            case _:
                return leaves.end_leaf(sitting, width)

    def has_numbered(self, digit: str) -> bool:
        """Point at the step of the number that is typed; whether it is whole."""
        path = self.sitting.group.path
        self.digits += digit
        at = int(self.digits)
        if not 0 < at <= len(path):
            self.digits = ""
            return False
        self.wall.show(f"jump:{path[at - 1].id}")
        return 10 * at > len(path)

    def offers(self, name: str) -> str:
        """The move of this name that can be made now, or ""."""
        moves = self.slide.moves
        return next((move for move in moves if move.partition(":")[0] == name), "")

    def _words(self) -> Mapping[str, str]:
        """The words in the bar at the foot: of the keys that do something now."""
        known = {key.shown: "" for key in KEYS}
        if self.is_blank:
            return known | {"b": "back", "q": "leave"}
        if self.leaf == "resume":
            return known | {"r": "go on", "a": "begin another", "q": "leave"}
        if self.leaf:
            wants = {"enter": "take"} if self.wall.cursor else {}
            return known | wants | {"esc": "back", "q": "leave"}
        unable = {shown: "" for shown, move in MOVES.items() if not self.offers(move)}
        if self.slide.voting not in ("ready", "open"):
            unable["h"] = ""
            if "space" in unable:
                unable["space"] = "finish"
        words = {key.shown: key.bar for key in KEYS} | unable
        return words | ({} if self.phones.is_open else {"l": ""})
