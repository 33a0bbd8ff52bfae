"""The stage: what is read and what can be done, in one widget painted at once."""

from collections.abc import Container, Iterator, Sequence

from textual.events import MouseScrollDown, MouseScrollUp
from textual.message import Message

from octgame.game.offers import KEEP
from octgame.game.page import Block, Offer
from octgame.game.play import Play
from octgame.ui import signs
from octgame.ui.column import Column
from octgame.ui.offering import set_hint, set_offers
from octgame.ui.reading import Reading
from octgame.ui.typeset import Piece, Row, measure
from octgame.ui.widgets.painted import Line, Painted

TEXT_WIDTH = 76
"""The widest a line of text gets, in cells; longer ones are hard to read."""
AIRY_FROM = 24
"""The height in rows from which a row is left blank above the text."""
LEAST_PROSE = 4
"""Rows that the text keeps however many choices there are."""


class Stage(Painted):
    """Prose above, choices below; the prose scrolls back through the whole play."""

    class Arranged(Message):
        """Text and choices have another share of the stage."""

    def __init__(self, play: Play) -> None:
        super().__init__()
        self.prose = Column()
        self.choices = Column()
        self.reading = Reading(play.program, TEXT_WIDTH)
        self._above = self._below = 0
        """Blank rows above the text, and between the text and the rule."""
        self._prompt = self._hint = ""
        self._offers: Sequence[Offer] = ()

    def follow(
        self,
        play: Play,
        prompt: str,
        offers: Sequence[Offer],
        *,
        preface: tuple[Block, ...] = (),
        hint: str = "",
        known: Container[str] = (),
    ) -> None:
        """Show where the play stands, from the beginning of its page on.

        Without offers, while a sentence is written, the end of the page is shown.

        Args:
            play: What is read of.
            prompt: A line above the offers, or "".
            offers: What can be chosen.
            preface: What stands above the page once.
            hint: How to choose, below the offers, or "".
            known: Paragraphs that are passed over where the page begins with them.
        """
        self.reading.follow(play)
        if preface:
            self.reading.prefaced(preface)
        self._prompt, self._offers, self._hint = prompt, offers, hint
        self._arrange()
        self.choices.show(self.choices.rows)
        first = self.reading.new_from(known) if offers else len(self.reading)
        self.prose.show(self.reading, first)
        self.repaint()

    def restart(self, play: Play) -> None:
        """Forget what was read: another play is on the table."""
        self.reading = Reading(play.program, self.text_width)

    def unfold(self, card: str) -> bool:
        """Open a card of this page where it lies, or close it; whether it is open."""
        is_open = self.reading.unfold(card)
        self._arrange()
        if is_open and self.prose.below:
            fresh = self.reading.fresh_from
            self.prose.scroll_to(self.prose.row_of(f"open:{card}", fresh))
        self.repaint()
        return is_open

    def read(self, pages: int) -> bool:
        """Read on or back by so many panes; whether there was anything to read."""
        moved = self.prose.scroll(pages * max(1, self.prose.height - 2))
        self.repaint()
        return moved

    def point(self, step: int) -> None:
        """Point at the next choice, or the one before."""
        self.prose.cursor = ""
        self.choices.point(step)
        self.repaint()

    def link(self, step: int) -> bool:
        """Point at the next link of this page, or the one before."""
        self.choices.cursor = ""
        found = self.prose.point(step, self.reading.fresh_from)
        if not found:
            self.prose.cursor = ""
        self.repaint()
        return found

    @property
    def pointed(self) -> str:
        """Where the place pointed at leads, or ""."""
        return self.prose.cursor or self.choices.cursor

    @property
    def text_width(self) -> int:
        """The width of the text column in cells."""
        return min(TEXT_WIDTH, (self.size.width or TEXT_WIDTH) - 4)

    def fit(self) -> None:
        """Set everything to the new width, the page as `follow` would show it."""
        self._arrange()
        first = self.reading.fresh_from if self._offers else len(self.reading)
        self.prose.scroll_to(first)
        self.post_message(self.Arranged())

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Read on by a few rows."""
        self._wheel(event.y, 3)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Read back by a few rows."""
        self._wheel(event.y, -3)

    def paint(self) -> Iterator[Line]:
        """The text, a rule, the choices."""
        margin = (self.size.width - self.text_width) // 2
        fresh = self.reading.fresh_from - self.prose.top
        for _ in range(self._above):
            yield self.line(())
        yield from self._column(self.prose, margin, fresh)
        for _ in range(self._below):
            yield self.line(())
        yield self.line(self._rule(), margin=margin)
        yield from self._column(self.choices, margin)

    def _column(self, column: Column, margin: int, fresh: int = 0) -> Iterator[Line]:
        thumb = column.thumb()
        for y, row in enumerate(column.shown()):
            yield self.line(
                row,
                margin=margin,
                cursor=column.cursor,
                inks=self.faded if y < fresh else None,
                thumb=y in thumb,
            )

    def _rule(self) -> Row:
        """The line between text and choices; it says what is not in sight yet."""
        unseen = []
        if self.reading.sheets[-1].shut and any(
            offer.id.startswith(KEEP) for offer in self._offers
        ):
            unseen.append("o: open the card")
        if self.prose.below:
            # While a sentence is written, a space is a space.
            unseen.append(f"{'space' if self._offers else 'page down'}: read on")
        if self.choices.below:
            unseen.append("down: more choices")
        word = f" {'  '.join(unseen)} " if unseen else ""
        tail = (Piece(word, "mark"), Piece(signs.THICK * 3, "mark")) if word else ()
        return (Piece(signs.THICK * (self.text_width - measure(tail)), "mark"), *tail)

    def _arrange(self) -> None:
        """Share the height between text and choices."""
        if not self.size:
            return
        width, height = self.text_width, self.size.height
        self.reading.set_width(width)
        half = max(height // 2, 3)
        most = max(0, min(half, height - LEAST_PROSE - 1))
        choices = set_offers(self._prompt, self._offers, width)
        hint = set_hint(self._hint, width)
        fits = len(choices) + len(hint) <= most
        self.choices.rows = [*choices, *hint] if fits else choices
        self.choices.fit(min(len(self.choices.rows), most))
        self.prose.rows = self.reading
        self._above = int(height >= AIRY_FROM)
        room = height - 1 - self.choices.height - self._above
        self.prose.fit(max(0, min(room, len(self.reading))))
        self._below = min(1, room - self.prose.height)

    def _wheel(self, y: int, by: int) -> None:
        column = self.prose if y <= self._above + self.prose.height else self.choices
        column.scroll(by)
        self.repaint()
