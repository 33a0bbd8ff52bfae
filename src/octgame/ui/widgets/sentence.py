"""A row to write a sentence in; it costs an import, so it is fetched when needed."""

from textual.message import Message
from textual.widgets import Input

LONGEST = 400
"""Signs that a journal keeps of a sentence."""


class Sentence(Input):
    """The free sentence that some choices ask for."""

    DEFAULT_CSS = """
    Sentence, Sentence:focus {
        border: heavy $primary; background: $background; color: $foreground;
    }
    Sentence.-ascii, Sentence.-ascii:focus { border: ascii $primary; }
    """

    class Written(Message):
        """A sentence was written for a move."""

        def __init__(self, move: str, text: str) -> None:
            super().__init__()
            self.move, self.text = move, text

    def __init__(self, *, ascii_only: bool = False) -> None:
        super().__init__(max_length=LONGEST, select_on_focus=False)
        self.set_class(ascii_only, "-ascii")
        self.cursor_blink = False
        self.wanted = False
        """Whether it is shown."""
        self._move = ""

    def ask(self, move: str) -> None:
        """Ask for the sentence of a move, on an empty row.

        It has the focus at once: a key that waits already is no command any more.
        """
        self._move, self.value, self.wanted = move, "", True
        self.screen.set_focus(self)

    async def action_submit(self) -> None:
        """Hand over what is written; an empty row stays."""
        if self.value.strip():
            self.post_message(self.Written(self._move, self.value.strip()))
