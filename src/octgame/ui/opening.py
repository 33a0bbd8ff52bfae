"""The title page, and which play is on the table."""

from collections.abc import Iterator

from octgame.errors import OctgameError
from octgame.game.page import Block
from octgame.game.play import Play
from octgame.game.recall import previously
from octgame.story.prose import Span
from octgame.story.safe import safe_line
from octgame.ui.keys import ANYWHERE
from octgame.ui.layout import Layout

OVER_TITLE = ANYWHERE | {
    *("up", "down", "tab", "shift+tab", "enter", "space", "escape", "backspace"),
    *("pageup", "pagedown", "home", "end", "left", "p", "question_mark", "f1"),
}
"""Those that do something in a panel over it: the play behind it is out of reach."""


class Opening(Layout):
    """The title page before the play, and the change from one play to another."""

    def on_mount(self) -> None:
        """Open the title page, or the play where it stands."""
        if self.at_title:
            self._offer_entries()
        else:
            self.show(self._greeting())

    def show_title(self) -> None:
        """Lay the title page over the play."""
        if self.title_page is None:
            self.mount(self.make_title_page())
        self.panel.close()
        self.at_title = True
        self._offer_entries()
        self.share()

    def go_to_play(self) -> None:
        """From the title page to the play, with a movement where one is welcome."""
        if self.table.motion and self.title_page is not None:
            self.title_page.drive(self.leave_title)
        else:
            self.leave_title()

    def leave_title(self) -> None:
        """To the play on the table, as it stands."""
        self.at_title = False
        self.panel.close()
        if not self.stage.is_attached:
            self.mount(self.top, self.stage)
            self.show(self._greeting())
        self.share()

    def title_key(self, key: str, sign: str) -> str:
        """Where a key leads on the title page.

        Args:
            key: As Textual names it.
            sign: The character that it types, or "".

        Returns:
            "title:KEY" for an entry, "" for nothing, "-" where the key keeps its own
            meaning.
        """
        if self.panel.leaf:
            return "-" if key in OVER_TITLE else ""
        if self.title_page is None or key in ANYWHERE:
            return "-"
        if self.title_page.is_moving:
            return "title:c"
        entry = self.title_page.answer(key, sign)
        return f"title:{entry}" if entry else ""

    def put_on_table(self, name: str = "") -> None:
        """Go on with a kept play, or begin a new one.

        Args:
            name: The kept play's name, or "" for a new one.
        """
        saves = self.table.saves
        try:
            play, notices = saves.open(name) if name else (saves.new(), ())
        except OctgameError as error:
            self.foot.say(safe_line(f"{error.message}. {error.hint}"))
            return
        self._begin(play, (*previously(play), *_told(notices)))

    def play_again(self, moves: int) -> None:
        """Put another play on the table, with the first moves of this one."""
        try:
            play = self.table.saves.again(self.desk.play, moves)
        except OctgameError as error:
            self.foot.say(safe_line(f"{error.message}. {error.hint}"))
            return
        self._begin(play, (*_told(("The other play is kept as it was.",)),))

    def _begin(self, play: Play, preface: tuple[Block, ...]) -> None:
        self.desk.play = play
        self.desk.unfolded.clear()
        self.stage.restart(play)
        self.leave_title()
        self.show(preface)

    def _greeting(self) -> tuple[Block, ...]:
        """What stands above the first page."""
        recalled = previously(self.desk.play) if self.table.resume else ()
        return (*recalled, *_told(self.table.notices))

    def _offer_entries(self) -> None:
        if self.title_page is not None:
            begun = bool(self.desk.play.steps) or self.stage.is_attached
            self.title_page.offer(safe_line(self.desk.page.title) if begun else "")


def _told(sentences: tuple[str, ...]) -> Iterator[Block]:
    for sentence in sentences:
        yield Block("line", (Span(safe_line(sentence, 400), "strong"),))
