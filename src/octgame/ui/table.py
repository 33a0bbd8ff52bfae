"""What the interface is handed: the story, the play and where plays are kept."""

from collections.abc import Callable
from typing import NamedTuple, Protocol

from octgame.game.play import Play
from octgame.game.program import Program
from octgame.game.progress import Progress

Others = Callable[[], tuple[tuple[str, str], ...]]


class SlotInfo(NamedTuple):
    """A play that is kept.

    Attributes:
        name: What opens it.
        title: What it is called on the screen: number, witness, scene.
        progress: How far along it is, in words.
    """

    name: str
    title: str
    progress: str


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

    def again(self, play: Play, moves: int) -> Play:
        """Begin another play with the first moves of one, which stays as it is."""

    def progress(self) -> Progress:
        """What all plays together met."""

    def read_before(self) -> set[str]:
        """The paragraphs that were shown in other plays than the open one."""


class Table(NamedTuple):
    """Everything that lies on the table when the interface opens.

    Attributes:
        notices: Sentences for the player about this play, shown once.
        theme: The name of one of the interface's themes, or "" for the first.
        resume: Whether the play is gone on with, so that it is recalled.
        at_title: Whether the title page stands before the play.
        ascii_only: Whether the interface draws nothing outside ASCII.
        motion: Whether the title page may move.
        others: Looks up the other stories there are: title and command of each.
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
    others: Others = tuple


class Cover(NamedTuple):
    """A story of which nothing is read yet but what its title page says.

    Attributes:
        title: The story's title.
        about: The story in a line.
        read: Reads it and lays the table; raises an OctgameError where it cannot.
        theme: As the table has it.
        ascii_only: As the table has it.
    """

    title: str
    about: str
    read: Callable[[], Table]
    theme: str = ""
    ascii_only: bool = False
