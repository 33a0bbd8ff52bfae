"""Everything read in this play: one sheet per page, older ones above."""

from bisect import bisect_right
from collections.abc import Container, Sequence
from itertools import accumulate
from typing import overload

from octgame.game.page import Block, Page
from octgame.game.paging import page
from octgame.game.play import Play
from octgame.game.program import Program
from octgame.story.prose import Span
from octgame.ui import signs
from octgame.ui.blocks import NO_ROW, set_blocks
from octgame.ui.typeset import Piece, Row, cut, measure, pieces, sign, wrap

KEPT_SET = 24
"""How many of the latest sheets stay set; the others are set again when scrolled to."""


class Sheet:
    """One page as it was read.

    Attributes:
        chosen: The choice that led here.
        title: The scene's title where the scene is entered here, else "".
        act: The act's title where the act begins here, else "".
        before, blocks: What came of the choice; the scene.
        preface: What stands above it once: what was before, notices.
        opened: The cards opened on it.
        within: The id of the act that it stands in.
    """

    def __init__(
        self,
        chosen: tuple[Span, ...],
        title: str,
        before: tuple[Block, ...],
        blocks: tuple[Block, ...],
        act: str = "",
    ) -> None:
        self.chosen, self.title, self.act = chosen, title, act
        self.before, self.blocks = before, blocks
        self.preface: tuple[Block, ...] = ()
        self.opened: set[str] = set()
        self.within = ""

    @property
    def cards(self) -> list[str]:
        """The cards that lie on it, in reading order."""
        blocks = (*self.before, *self.blocks)
        return [block.ref for block in blocks if block.kind == "card"]

    @property
    def shut(self) -> list[str]:
        """Those of them that are not open."""
        return [card for card in self.cards if card not in self.opened]

    def set(self, program: Program, width: int) -> list[Row]:
        """Its rows, the last one blank."""
        rows = self._blocks(program, self.preface, width)
        if self.chosen:
            rows += wrap(pieces(self.chosen, "quiet"), width, sign(signs.TAKEN))
            rows.append(NO_ROW)
        rows += self._blocks(program, self.before, width)
        if self.act:
            rows += [
                *wrap([Piece(self.act, "heading")], width, sign(signs.ACT)),
                NO_ROW,
            ]
        if self.title or (self.before and self.blocks):
            rows += [_rule(self.title, width), NO_ROW]
        return rows + self._blocks(program, self.blocks, width)

    def known_rows(self, known: Container[str], program: Program, width: int) -> int:
        """How many of its rows come before the first block that is not known."""
        blocks = (*self.before, *self.blocks)
        new = (at for at, block in enumerate(blocks) if block.plain not in known)
        first = next(new, len(blocks))
        if self.preface or not first:
            return 0
        shown = len(self.before)
        read = Sheet(
            self.chosen,
            self.title if first > shown else "",
            self.before[:first],
            self.blocks[: max(0, first - shown)],
            self.act if first > shown else "",
        )
        return len(read.set(program, width))

    def _blocks(
        self, program: Program, blocks: Sequence[Block], width: int
    ) -> list[Row]:
        """Blocks with a blank row after them; nothing for none."""
        if not blocks:
            return []
        return [*set_blocks(program, blocks, width, self.opened), NO_ROW]


class Reading(Sequence[Row]):
    """The rows of all sheets, set when they are looked at.

    There is one sheet for the beginning and one per move that stands, so taking a
    move back takes its sheet away.
    """

    def __init__(self, program: Program, width: int) -> None:
        self.program = program
        self.sheets: list[Sheet] = []
        self._width = width
        self._set: list[list[Row] | None] = []
        self._heights: list[int] = []
        self._last: Page | None = None
        self._ends: list[int] | None = None

    def follow(self, play: Play) -> None:
        """Read on to where the play stands, or back."""
        wanted = len(play.steps) + 1
        del self.sheets[wanted:], self._set[wanted:], self._heights[wanted:]
        self._ends = None
        while len(self.sheets) < wanted:
            at = len(self.sheets)
            step = play.steps[at - 1] if at else None
            state = step.state if step else play.begun.state
            is_last = at == wanted - 1
            new = play.page if is_last else page(self.program, state, play.steps[:at])
            self._add(self._sheet(new, step.move if step else ""))
            self._last = new
        self._last = play.page

    def set_width(self, width: int) -> None:
        """Set everything again to another width in cells."""
        if width != self._width:
            self._width = width
            self._set = [None] * len(self.sheets)
            self._heights = [
                len(sheet.set(self.program, width)) for sheet in self.sheets
            ]
            self._ends = None

    def prefaced(self, preface: tuple[Block, ...]) -> None:
        """Put something above the latest sheet."""
        self.sheets[-1].preface += preface
        self._renew()

    def unfold(self, card: str) -> bool:
        """Open a card on the latest sheet, or close it; whether it is open now."""
        self.sheets[-1].opened ^= {card}
        self._renew()
        return card in self.sheets[-1].opened

    @property
    def fresh_from(self) -> int:
        """The row at which the latest sheet begins."""
        return self._bounds()[-1] - self._heights[-1]

    def new_from(self, known: Container[str]) -> int:
        """The row at which the latest sheet first says something that is not known.

        Args:
            known: Paragraphs as plain text.
        """
        return self.fresh_from + self.sheets[-1].known_rows(
            known, self.program, self._width
        )

    def __len__(self) -> int:
        # The blank row after the last sheet is worth no reading on.
        return self._bounds()[-1] - 1 if self.sheets else 0

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> list[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | list[Row]:
        if isinstance(at, slice):
            return [self[row] for row in range(*at.indices(len(self)))]
        ends = self._bounds()
        sheet = bisect_right(ends, at)
        return self._rows(sheet)[at - ends[sheet] + self._heights[sheet]]

    def _bounds(self) -> list[int]:
        if self._ends is None:
            self._ends = list(accumulate(self._heights))
        return self._ends

    def _rows(self, at: int) -> list[Row]:
        rows = self._set[at]
        if rows is None:
            rows = self._set[at] = self.sheets[at].set(self.program, self._width)
        return rows

    def _sheet(self, new: Page, move: str) -> Sheet:
        old = self._last
        offers = (*old.offers, *old.aside) if old else ()
        chosen = next((offer.spans for offer in offers if offer.id == move), ())
        enters = old is None or old.scene != new.scene
        title = new.title if enters and new.blocks else ""
        # A scene outside the acts stands with those before it.
        within = self.sheets[-1].within if self.sheets else ""
        begins = new.act not in ("", within)
        act = self.program.acts[new.act].title if begins else ""
        # An act that is called like its first scene says nothing of its own.
        opener = act if act != title else ""
        sheet = Sheet(chosen, title, new.before, new.blocks, opener)
        sheet.within = new.act or within
        return sheet

    def _add(self, sheet: Sheet) -> None:
        rows = sheet.set(self.program, self._width)
        self.sheets.append(sheet)
        self._set.append(rows)
        self._heights.append(len(rows))
        self._ends = None
        if len(self._set) > KEPT_SET:
            self._set[-KEPT_SET - 1] = None

    def _renew(self) -> None:
        rows = self.sheets[-1].set(self.program, self._width)
        self._set[-1], self._heights[-1] = rows, len(rows)
        self._ends = None


def _rule(title: str, width: int) -> Row:
    if not title:
        return (Piece(signs.THIN * width, "quiet"),)
    name = cut((Piece(f" {title} ", "heading"),), width - 3)
    rest = width - measure(name) - 3
    return (Piece(signs.THIN * 3, "quiet"), *name, Piece(signs.THIN * rest, "quiet"))
