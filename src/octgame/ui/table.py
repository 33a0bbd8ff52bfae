"""What the interface is handed: the story, the play and where plays are kept."""

from typing import NamedTuple, Protocol

from octgame.game.play import Play
from octgame.game.program import Program


class SlotInfo(NamedTuple):
    """A play that is kept.

    Attributes:
        name: What opens it.
        title: What it is called on the screen.
        when_played: When it was last played, in words.
        finished: Whether it has ended.
    """

    name: str
    title: str
    when_played: str
    finished: bool


class Saves(Protocol):
    """Where plays are kept."""

    @property
    def problem(self) -> str:
        """Why the play is not being kept, in one sentence, or ""."""

    def slots(self) -> list[SlotInfo]:
        """The plays that are kept, the latest first."""

    def new(self) -> Play:
        """Begin another play.

        Raises:
            OctgameError: It cannot be begun.
        """

    def open(self, name: str) -> tuple[Play, tuple[str, ...]]:
        """A kept play as it stood, and sentences about what is not as it was.

        Raises:
            OctgameError: It cannot be read.
        """


class Table(NamedTuple):
    """Everything that lies on the table when the interface opens.

    Attributes:
        notices: Sentences for the player about this play, shown once.
        theme: The name of one of the interface's themes, or "" for the first.
        resume: Whether the play is gone on with, so that it is recalled.
        at_title: Whether the title page stands before the play.
        ascii_only: Whether the interface draws nothing outside ASCII.
        motion: Whether the title page may move.
    """

    program: Program
    play: Play
    saves: Saves
    notices: tuple[str, ...] = ()
    theme: str = ""
    resume: bool = False
    at_title: bool = False
    ascii_only: bool = False
    motion: bool = False
