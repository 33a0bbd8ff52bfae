"""The workbench: the story as its files are now, and the play that goes on through it.

What cannot be played is told and not played: the page stays as it was read last. An
error is believed when it stands at the next look too, for many an editor empties a
file before it writes it.
"""

from octgame.authoring.preview.landing import Move, landed, look_ahead, moves_of
from octgame.authoring.preview.reading import Reader, Reading, unplayable
from octgame.authoring.preview.rehearsal import STORYS_OWN, Rehearsal, Start
from octgame.errors import StoryError
from octgame.loading.diagnostics import Position
from octgame.loading.source.listing import signature


class Bench:
    """A story that is played while it is written.

    Attributes:
        reading: What was read last and told.
        played: What was read last and can be played; the play is of it.
        play: Where the author stands in it.
        notices: Sentences about the last landing, or none.
    """

    def __init__(
        self,
        reader: Reader,
        reading: Reading,
        start: Start = STORYS_OWN,
    ) -> None:
        """Begin to play what was read.

        Args:
            reader: Reads the story whenever it changes.
            reading: What it was read to; it can be played.
            start: Where the play begins.

        Raises:
            UsageError: The story has nothing of what the start names.
            StoryError: It has errors, or leads nowhere from there.
        """
        self._reader, self.start = reader, start
        self.reading = self.played = reading
        self.notices: tuple[str, ...] = ()
        self._doubted: Reading | None = None
        self._parked: tuple[Move, ...] = ()
        self._stood: tuple[Move, ...] = ()
        if reading.program is None:
            raise StoryError(f"the story has {reading.counts}")
        self.play = Rehearsal(reading.program, start)

    def look(self) -> bool:
        """Read the story again if a file changed; whether there is something to tell.

        It costs a listing of the files where none did.
        """
        now = signature(self._reader.folder)
        if now == self.reading.signature:
            return False
        reading = self._doubted
        if reading is None or reading.signature != now:
            reading = self._reader.read()
            if reading.errors:
                self._doubted = reading
                return False
        self._doubted = None
        self._tell(reading)
        return True

    @property
    def is_current(self) -> bool:
        """Whether the play is of the story as its files are now."""
        return self.reading is self.played

    def begin(self) -> Rehearsal:
        """Begin again where the rehearsal began; redo takes the same moves."""
        return self.again(0)

    def again(self, moves: int) -> Rehearsal:
        """Go back to where the play was after so many moves; redo takes the rest."""
        self._parked = ()
        taken = moves_of(self.play.steps)
        program = self.play.program
        self.play, _, self.notices = landed(program, self.start, taken[:moves])
        look_ahead(self.play, taken[moves:])
        return self.play

    def place(self, *path: str) -> Position | None:
        """Where something stands in the files as they were read for the play.

        Args:
            path: The keys that lead to it, such as "scenes", "back_door".
        """
        node = self.played.loaded.nodes.get(path)
        return node.at if node else None

    def _tell(self, reading: Reading) -> None:
        self.reading, self.notices = reading, ()
        if reading.program is None:
            return
        stood = moves_of(self.play.steps)
        # What the story lacked for a while is taken up where nothing was done since.
        wanted = (*stood, *(self._parked if stood == self._stood else ()))
        before = self.play
        try:
            self.play, parked, notices = landed(reading.program, self.start, wanted)
        except StoryError as problem:
            self.reading = unplayable(reading, problem)
            return
        self.played, self._parked = reading, parked
        self._stood = moves_of(self.play.steps)
        if not parked:
            look_ahead(self.play, moves_of(before.taken_back))
        self.play.notes.extend(before.notes)
        self.notices = notices
