"""A play: the journal's lines as they are made, with undo and redo without limit."""

from collections.abc import Callable

from octgame.game import journal
from octgame.game.events import Event
from octgame.game.journal import Header, Kind, Line
from octgame.game.page import Page
from octgame.game.paging import page
from octgame.game.path import Step
from octgame.game.program import Program
from octgame.game.state import State, digest
from octgame.game.step import begin, step

Keep = Callable[[str], None]
"""Takes a journal line to a safe place; called before the next page exists."""


class Play:
    """One playthrough.

    Attributes:
        program: The story that is played.
        header: What it began with.
        text: Every line of the journal so far, the header first.
        steps: The moves that stand.
        notes: (scene, note) of everything looked at and written.
    """

    def __init__(
        self, program: Program, header: Header, keep: Keep | None = None
    ) -> None:
        self.program = program
        self.header = header
        self.begun = begin(program, header.role, header.chapter, header.box)
        self.steps: list[Step] = []
        self.notes: list[tuple[str, str]] = []
        self._undone: list[Step] = []
        self._page: Page | None = None
        self._wrote = ""
        first, self._check = journal.head(header)
        self.text = [first]
        self.keep = keep

    @property
    def state(self) -> State:
        """Where the play stands."""
        return self.steps[-1].state if self.steps else self.begun.state

    @property
    def events(self) -> tuple[Event, ...]:
        """What happened on the way to this page."""
        return self.steps[-1].events if self.steps else self.begun.events

    @property
    def page(self) -> Page:
        """What is shown now."""
        if self._page is None:
            self._page = page(self.program, self.state, self.steps)
        return self._page

    @property
    def can_undo(self) -> bool:
        """Whether there is a move to take back."""
        return bool(self.steps)

    @property
    def can_redo(self) -> bool:
        """Whether a move was taken back and nothing else done since."""
        return bool(self._undone)

    def take(self, move: str) -> None:
        """Take a move; it is in the journal before the next page exists.

        Raises:
            ChoiceError: The move does not exist here, or is closed.
            StoryError: The story leads nowhere from here.
        """
        state = self.state
        turn = step(self.program, state, move)
        scene = self.program.scenes.ids[state.scene]
        self._write("move", scene, move, turn.state)
        self.steps.append(Step(scene, move, turn.events, turn.state, self._wrote))
        self._wrote = ""
        self._undone.clear()

    def undo(self) -> bool:
        """Take the last move back; False where there is none."""
        if not self.steps:
            return False
        taken_back = self.steps[-1]
        before = self.steps[-2].state if len(self.steps) > 1 else self.begun.state
        self._write("undo", taken_back.scene, taken_back.move, before)
        self._undone.append(self.steps.pop())
        self._wrote = ""
        return True

    def redo(self) -> bool:
        """Take the move again that was taken back; False where there is none."""
        if not self._undone:
            return False
        again = self._undone[-1]
        self._write("redo", again.scene, again.move, again.state)
        self.steps.append(self._undone.pop())
        self._wrote = ""
        return True

    def note(self, what: str) -> None:
        """Note a look: "card:photo_1920", "view:was_it_a_storming:soviet"."""
        scene = self.program.scenes.ids[self.state.scene]
        self._write("note", scene, what, self.state)
        self.notes.append((scene, what))
        self._wrote = journal.sentence_of(what) or self._wrote

    def write(self, sentence: str) -> None:
        """Note a free sentence; it is never part of the state."""
        self.note(journal.sentence_note(sentence))

    def _write(self, kind: Kind, scene: str, choice: str, after: State) -> None:
        line = Line(kind, scene, choice, digest(self.program, after))
        text, check = journal.write(len(self.text), line, self._check)
        if self.keep is not None:
            self.keep(text)
        self.text.append(text)
        self._check = check
        self._page = None
