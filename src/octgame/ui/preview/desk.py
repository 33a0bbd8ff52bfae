"""What the preview's panels read, and plays that are kept nowhere."""

from collections.abc import Sequence

from octgame.authoring.preview.bench import Bench
from octgame.errors import SaveError
from octgame.game.play import Play
from octgame.game.progress import Progress, progress
from octgame.ui.desk import Desk
from octgame.ui.keys import Key
from octgame.ui.preview.keys import KEYS
from octgame.ui.table import SlotInfo


class Unkept:
    """Saves that keep nothing: another play is the workbench's own begun again."""

    problem = ""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    def slots(self) -> list[SlotInfo]:
        """None."""
        return []

    def new(self) -> Play:
        """Begin again."""
        return self._bench.begin()

    def open(self, name: str) -> tuple[Play, tuple[str, ...]]:
        """Nothing.

        Raises:
            SaveError: Always.
        """
        raise SaveError(f"a preview keeps no play {name}")

    def again(self, play: Play, moves: int) -> Play:  # noqa: ARG002 - there is one
        """Go back to where the play was after so many moves."""
        return self._bench.again(moves)

    def progress(self) -> Progress:
        """What this play met."""
        return progress(self._bench.play.program, [self._bench.play])

    def read_before(self) -> set[str]:
        """Nothing: every page is shown from its beginning."""
        return set()


class PreviewDesk(Desk):
    """The play on the workbench, for those who only look at it.

    Attributes:
        bench: Where it is played.
    """

    keys: Sequence[Key] = KEYS

    def __init__(self, bench: Bench, *, ascii_only: bool = False) -> None:
        super().__init__(bench.play, Unkept(bench), ascii_only=ascii_only)
        self.bench = bench
