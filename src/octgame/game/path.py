"""The steps of a play that count: what undo took back is not among them."""

from typing import NamedTuple

from octgame.game.events import Event
from octgame.game.state import State


class Step(NamedTuple):
    """One move that was taken and stands.

    Attributes:
        scene: The scene it was taken in.
        move: The move's id.
        events: What happened.
        state: The state after.
        wrote: The free sentence that was written with it, or ""; no state knows it.
    """

    scene: str
    move: str
    events: tuple[Event, ...]
    state: State
    wrote: str = ""

    @property
    def key(self) -> str:
        """The choice's key: the move's id without the card or answer it stood for."""
        return self.move.partition(":")[0]

    @property
    def item(self) -> str:
        """The card or answer that the move stood for, or ""."""
        return self.move.partition(":")[2]
