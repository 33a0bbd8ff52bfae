"""From a play of a story as it was to the same play of the story as it is now."""

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

from octgame.authoring.preview.rehearsal import TO, Rehearsal, Start
from octgame.errors import ChoiceError, StoryError, UsageError
from octgame.game.path import Step
from octgame.game.program import Program


class Move(NamedTuple):
    """A move and the scene it was taken in."""

    scene: str
    move: str


class Landing(NamedTuple):
    """Where a play came to.

    Attributes:
        play: As far as the moves could be taken.
        parked: The moves that could not, from the first such one on.
        notices: What there is to say about it.
    """

    play: Rehearsal
    parked: tuple[Move, ...]
    notices: tuple[str, ...]


def moves_of(steps: Iterable[Step]) -> tuple[Move, ...]:
    """The moves of steps that were taken."""
    return tuple(Move(step.scene, step.move) for step in steps)


def landed(program: Program, start: Start, moves: Sequence[Move]) -> Landing:
    """Begin a rehearsal and take these moves, as far as the story lets it.

    Raises:
        StoryError: Not even the story's own start can be come to.
    """
    notices: list[str] = []
    try:
        play = Rehearsal(program, start)
    except UsageError as problem:
        why = f"{problem.message[:1].upper()}{problem.message[1:]}. {problem.hint}"
        notices = [f"{why.rstrip()} The play begins where the story does."]
        play = Rehearsal(program)
    for done, move in enumerate(moves):
        why = _take(play, move)
        if why:
            notices.append(_stopped(play, why, len(moves) - done))
            return Landing(play, tuple(moves[done:]), tuple(notices))
    return Landing(play, (), tuple(notices))


def look_ahead(play: Rehearsal, moves: Iterable[Move]) -> None:
    """Take moves as far as possible, and all of them back: redo takes them again."""
    taken = len(tuple(takewhile(lambda move: not _take(play, move), moves)))
    for _ in range(taken):
        play.undo()


def _take(play: Rehearsal, move: Move) -> str:
    """Take a move; why it cannot be taken, or ""."""
    here = play.program.scenes.ids[play.state.scene]
    if here != move.scene and not move.move.startswith(TO):
        return f"“{move.move}” was chosen in “{move.scene}”"
    try:
        play.take(move.move)
    except (ChoiceError, StoryError) as problem:
        return problem.message
    return ""


def _stopped(play: Rehearsal, why: str, left: int) -> str:
    """What there is to say about a move that could not be taken."""
    here = play.program.scenes.ids[play.state.scene]
    waits = "1 move waits until it" if left == 1 else f"{left} moves wait until they"
    return f"The play stops in “{here}”: {why}. {waits} can be taken."
