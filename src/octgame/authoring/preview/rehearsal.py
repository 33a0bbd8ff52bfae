"""A play for authors: it begins anywhere, goes to any scene, and is not kept."""

from difflib import get_close_matches
from typing import NamedTuple

from octgame.authoring.preview.given import with_given
from octgame.errors import ChoiceError, UsageError
from octgame.game.arrive import enter
from octgame.game.events import Turn
from octgame.game.journal import Header
from octgame.game.path import Step
from octgame.game.play import Play
from octgame.game.program import Program
from octgame.game.state import State, members
from octgame.game.step import untouched
from octgame.story.safe import safe_line

TO = "_at:"
"""How a move begins that goes to a scene, whatever leads there; then the scene's id."""


class Start(NamedTuple):
    """Where a rehearsal begins.

    Attributes:
        scene: The scene's id, or "" for the story's own start.
        given: What holds there, as `given.with_given` reads it.
    """

    scene: str = ""
    given: tuple[str, ...] = ()


STORYS_OWN = Start()
"""The beginning that players have."""


class Rehearsal(Play):
    """A play that may begin in any scene and be taken to any other.

    Raises:
        UsageError: The story has no such scene, role, variable, card or question.
        StoryError: It leads nowhere from there.
    """

    def __init__(self, program: Program, start: Start = STORYS_OWN) -> None:
        super().__init__(program, Header(program.core.id, program.core.content))
        if start != STORYS_OWN:
            self.begun = _first(program, start)

    @property
    def taken_back(self) -> tuple[Step, ...]:
        """The moves that were taken back, in the order in which redo takes them."""
        return tuple(reversed(self._undone))

    def take(self, move: str) -> None:
        """Take a move, or go to the scene that it names.

        Raises:
            ChoiceError: There is no such move or scene.
            StoryError: The story leads nowhere from there.
        """
        if not move.startswith(TO):
            super().take(move)
            return
        scene = move.removeprefix(TO)
        if scene not in self.program.scenes.at:
            raise ChoiceError(f"there is no scene {safe_line(scene)!r}")
        here = self.program.scenes.ids[self.state.scene]
        turn = arrival(self.program, self.state, scene)
        self._write("move", here, move, turn.state)
        self.steps.append(Step(here, move, turn.events, turn.state))
        self._undone.clear()


def arrival(program: Program, state: State, scene: str) -> Turn:
    """Come to a scene with all that is known and kept; as somebody who comes there.

    Raises:
        StoryError: It passes on by itself, and leads nowhere.
    """
    at = program.scenes.at[scene]
    roles = program.scenes.nth(at).roles
    role = state.role if roles >> state.role & 1 else members(roles)[0]
    ready = state._replace(role=role, asks=(), told=(), stepped=False, ended=False)
    return enter(program, ready, at, [])


def _first(program: Program, start: Start) -> Turn:
    scene = start.scene or program.scenes.ids[program.core.start]
    if scene not in program.scenes.at:
        near = get_close_matches(scene, program.scenes.ids, 1)
        meant = f"Did you mean {near[0]}? " if near else ""
        raise UsageError(
            f"there is no scene {safe_line(scene)}",
            f"{meant}The first one is {program.scenes.ids[program.core.start]}.",
        )
    state = untouched(program, 0, ())
    for word in start.given:
        state = with_given(program, state, word)
    return arrival(program, state, scene)
