"""What the panels read: the play as it stands, and what has been opened in it."""

from collections.abc import Sequence

from octgame.game.page import Page
from octgame.game.play import Play
from octgame.game.program import Program
from octgame.ui.keys import KEYS, Key
from octgame.ui.table import Others, Saves


class Desk:
    """The play on the table, for those who only look at it.

    Attributes:
        play, saves: What lies on the table.
        unfolded: What is open in a panel: "card:ID", "view:QUESTION:SCHOOL".
        query: What is searched for in the codex.
        read_before: The paragraphs that are skipped, because other plays showed them.
        ascii_only: Whether nothing outside ASCII is drawn.
        others: Looks up the other stories there are: title and command of each.
    """

    keys: Sequence[Key] = KEYS
    """What there is to press, in the order of the bar and the help."""

    def __init__(
        self,
        play: Play,
        saves: Saves,
        *,
        ascii_only: bool = False,
        others: Others = tuple,
    ) -> None:
        self.play = play
        self.saves = saves
        self.unfolded: set[str] = set()
        self.query = ""
        self.read_before: set[str] = set()
        self.ascii_only = ascii_only
        self.others = others

    @property
    def program(self) -> Program:
        """The story."""
        return self.play.program

    @property
    def page(self) -> Page:
        """What is shown on the stage."""
        return self.play.page

    def unfold(self, what: str) -> None:
        """Open something, noting the look, or close it."""
        self.unfolded ^= {what}
        if what in self.unfolded:
            self.note(what)

    def note(self, what: str) -> None:
        """Note a look, once in a scene."""
        if (self.page.scene, what) not in self.play.notes:
            self.play.note(what)
