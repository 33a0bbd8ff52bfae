"""What the interface is handed: the plays on disk, in the words it shows them in."""

from octgame.game.play import Play
from octgame.game.program import Program
from octgame.game.progress import Progress, progress
from octgame.game.recall import paragraphs
from octgame.saves.shelf import Kept, Saves
from octgame.ui.table import SlotInfo, Table


class Drawer:
    """The plays on disk, as the interface wants them: the latest first."""

    def __init__(self, program: Program, saves: Saves) -> None:
        self._program = program
        self._saves = saves

    @property
    def problem(self) -> str:
        """Why the play is not being kept, in one sentence, or ""."""
        return self._saves.problem

    def slots(self) -> list[SlotInfo]:
        """The plays that are kept, the latest first."""
        return [_info(kept) for kept in reversed(self._saves.slots())]

    def new(self) -> Play:
        """Begin another play."""
        return self._saves.new()

    def open(self, name: str) -> tuple[Play, tuple[str, ...]]:
        """A kept play as it stood, and sentences about what is not as it was."""
        replayed = self._saves.open(name)
        return replayed.play, replayed.notices

    def again(self, play: Play, moves: int) -> Play:
        """Begin another play with the first moves of one, which stays as it is."""
        return self._saves.again(play, moves)

    def progress(self) -> Progress:
        """What all plays together met."""
        return progress(self._program, self._saves.plays())

    def read_before(self) -> set[str]:
        """The paragraphs that were shown in other plays than the open one."""
        others = self._saves.plays(besides=self._saves.current)
        return {text for play in others for text in paragraphs(play)}


def laid(
    program: Program,
    play: Play,
    saves: Saves,
    notices: tuple[str, ...],
    theme: str,
    *,
    resume: bool,
) -> Table:
    """Everything that lies on the table when the interface opens."""
    drawer = Drawer(program, saves)
    return Table(program, play, drawer, notices, theme, resume)


def _info(kept: Kept) -> SlotInfo:
    title = f"{kept.name}. {kept.heading or 'Cannot be opened'}"
    return SlotInfo(kept.name, title, kept.problem or kept.progress)
