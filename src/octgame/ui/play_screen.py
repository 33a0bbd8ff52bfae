"""What keys, clicks and choices do."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.events import Key as KeyPress

from octgame.errors import OctgameError
from octgame.game.offers import PUT_OUT, STEP_BACK
from octgame.game.page import Offer
from octgame.story.safe import safe_line
from octgame.ui.keys import KEYS
from octgame.ui.look import dress
from octgame.ui.offering import DIGITS, numbered, open_offers
from octgame.ui.opening import Opening
from octgame.ui.widgets.painted import Painted
from octgame.ui.window import LEAVING

if TYPE_CHECKING:
    from octgame.ui.widgets.sentence import Sentence

POINT_FIRST = "Press the number of a choice, or point with the arrows."
POINT_IN_PANEL = "Point with the arrows at what to open; esc closes this."


class PlayScreen(Opening):
    """The one screen of the game."""

    BINDINGS: ClassVar = [
        Binding(key.keys, key.action, key.help, show=False)
        for key in KEYS
        if key.action
    ]

    # Where things lead

    async def on_key(self, event: KeyPress) -> None:
        """Digits choose; in the codex and its like, letters search."""
        self.foot.say("")
        if self.is_small(self.size):
            if event.key not in LEAVING:
                event.stop()
        elif self.at_title:
            goes = self.title_key(event.key, event.character or "")
            if goes != "-":
                event.stop()
                await self.go(goes)
        elif self.panel.is_searched and self._search(event.key, event.character):
            event.stop()
        elif event.key in DIGITS and self.focused is None:
            event.stop()
            await self._choose_digit(event.key)

    async def on_painted_went(self, event: Painted.Went) -> None:
        """Something was clicked."""
        event.stop()
        self.foot.say("")
        await self.go(event.goes)

    async def go(self, goes: str) -> None:
        """Go where a piece leads: "take:MOVE", "look:ID", "key:b" and so on."""
        verb, _, what = goes.partition(":")
        match verb:
            case "take":
                await self._choose(what)
            case "open":
                self._open_card(what)
            case "look":
                self.panel.look(what)
                self.share()
            case "unfold":
                self.panel.unfold(what)
                self.foot.repaint()
            case "slot":
                self.put_on_table(what)
            case "title":
                await self._from_title(what)
            case "again":
                self.play_again(int(what))
            case "do":
                await self._after_the_end(what)
            case "key":
                key = next(key for key in self.desk.keys if key.shown == what)
                await self.run_action(key.action or "read(1)")

    async def _from_title(self, key: str) -> None:
        """Take an entry of the title page."""
        if key == "n" and self.desk.play.steps:
            self.put_on_table()
        elif key in ("n", "c"):
            self.go_to_play()
        else:
            await self.go(f"key:{key}")

    def action_title(self) -> None:
        """The title page."""
        self.show_title()

    # Reading

    def action_point(self, step: int) -> None:
        """Point at the next choice; where a panel is open, at the next thing in it."""
        if self.panel.leaf:
            self.panel.point(step)
            self.foot.repaint()
        else:
            self.stage.point(step)

    def action_link(self, step: int) -> None:
        """Point at the next link."""
        if self.panel.leaf:
            self.panel.point(step)
        elif not self.stage.link(step):
            self.foot.say("There is no further link on this page.")

    async def action_enter(self) -> None:
        """Take what is pointed at, or the only choice there is."""
        column = self.panel.column if self.panel.leaf else None
        pointed = column.cursor if column else self.stage.pointed
        taking = open_offers(self.offers)
        if pointed:
            await self.go(pointed)
        elif len(taking) == 1 and not self.panel.leaf:
            await self._choose(taking[0].id)
        else:
            self.foot.say(POINT_IN_PANEL if self.panel.leaf else POINT_FIRST)

    async def action_read(self, pages: int) -> None:
        """Read on or back; at the end of the page, take the only choice there is.

        A panel beside the stage is read on once the stage has been.
        """
        moved = not self.covered and self.stage.read(pages)
        if not moved and self.panel.leaf:
            self.panel.read(pages)
        elif not moved and pages == 1:
            await self.action_enter()
        self.foot.repaint()

    def action_open_card(self) -> None:
        """Open the first closed card of the page, or close the last one."""
        sheet = self.stage.reading.sheets[-1]
        if sheet.cards:
            self._open_card(sheet.shut[0] if sheet.shut else sheet.cards[-1])
        else:
            self.foot.say("No card lies here.")

    def _open_card(self, card: str) -> None:
        if card not in self.stage.reading.sheets[-1].cards:
            self.panel.look(card)
            self.share()
        elif self.stage.unfold(card):
            self.desk.note(f"card:{card}")
        self.foot.repaint()

    # Panels

    def action_panel(self, name: str) -> None:
        """Open a panel, or close it where it is open."""
        if self.panel.leaf == name:
            self.action_close()
            return
        self.desk.query = ""
        self.panel.open(name)
        self.share()

    def action_back(self) -> None:
        """To what the panel showed before."""
        if self.panel.back():
            self.share()

    def action_close(self) -> None:
        """Close the panel, or let a sentence be."""
        if self.sentence is not None and self.sentence.wanted:
            self.show()
        elif self.panel.leaf:
            self.panel.close()
            self.share()

    def _search(self, key: str, character: str | None) -> bool:
        """Take a letter into the search, or one back; whether it was one."""
        query = self.desk.query
        if key == "backspace" and query:
            self.panel.search(query[:-1])
        elif character and character.isprintable() and (query or character != " "):
            self.panel.search(query + safe_line(character))
        else:
            return False
        return True

    # Choosing

    async def _choose_digit(self, digit: str) -> None:
        offer = numbered(self.offers, digit)
        if self.covered:
            self.foot.say("The panel is over the choices: esc closes it.")
        elif offer is None:
            self.foot.say("There is no such choice here.")
        else:
            await self._choose(offer.id)

    async def _choose(self, move: str) -> None:
        page = self.desk.page
        offer = next((o for o in (*self.offers, *page.aside) if o.id == move), None)
        if offer is None or not offer.open:
            return
        if page.ended:
            await self._after_the_end(move)
        elif offer.writes:
            await self._ask_sentence(offer)
        else:
            self._take(move)

    def _take(self, move: str, sentence: str = "") -> None:
        """Take a move; the page after it is the answer."""
        try:
            if sentence:
                self.desk.play.write(sentence)
            self.desk.play.take(move)
        except OctgameError as error:
            self.foot.say(safe_line(f"{error.message}. {error.hint}"))
            return
        self.show()
        if move.startswith(PUT_OUT):
            self.foot.say("It is out of the box. u takes that back.")

    async def action_step_back(self) -> None:
        """Read the summary instead, where that is offered."""
        page = self.desk.page
        if any(offer.id == STEP_BACK for offer in (*page.offers, *page.aside)):
            self._take(STEP_BACK)
        else:
            self.foot.say("There is nothing to step back from here.")

    def action_undo(self) -> None:
        """Take the last choice back."""
        if self.desk.play.undo():
            self.show()
            self.foot.say("Taken back. r takes it again.")
        else:
            self.foot.say("There is nothing to take back.")

    def action_redo(self) -> None:
        """Take the choice again that was taken back."""
        if self.desk.play.redo():
            self.show()
        else:
            self.foot.say("There is nothing to take again.")

    # A free sentence

    async def _ask_sentence(self, offer: Offer) -> None:
        if self.sentence is None:
            from octgame.ui.widgets.sentence import Sentence  # noqa: PLC0415 - an import

            dress(self.app)
            self.sentence = Sentence(ascii_only=self.table.ascii_only)
            await self.mount(self.sentence)
        self.sentence.ask(offer.id)
        self.share()
        self.stage.follow(self.desk.play, offer.writes, ())
        self.foot.say("enter keeps the sentence and goes on; esc lets it be")

    def on_sentence_written(self, event: "Sentence.Written") -> None:
        """A sentence was written: note it, then take the move it was asked for."""
        self.foot.say("")
        self._take(event.move, event.text)

    # Plays and looks

    async def _after_the_end(self, what: str) -> None:
        match what:
            case "new":
                self.put_on_table()
            case "undo":
                self.action_undo()
            case "record" | "again":
                self.action_panel(what)
            case "quit":
                await self.run_action("app.quit")

    def action_skip(self) -> None:
        """Pass over what other plays have shown, from the next page on; or no more."""
        if self.desk.read_before:
            self.desk.read_before.clear()
            self.foot.say("Every page begins at its beginning again.")
            return
        self.desk.read_before |= self.table.saves.read_before()
        if self.desk.read_before:
            self.show()
            self.foot.say("What other plays have read is skipped; f: no more.")
        else:
            self.foot.say("No other play has read anything yet.")
