"""Playing again from a scene of a play: the same choices up to it, then new ones."""

from typing import NamedTuple

from octgame.game.play import Play


class Visit(NamedTuple):
    """A scene that was come to.

    Attributes:
        scene: Its id.
        title: Its title.
        moves: How many moves led to it.
    """

    scene: str
    title: str
    moves: int


def visits(play: Play) -> list[Visit]:
    """The scenes of a play in the order in which they were come to."""
    scenes = play.program.scenes
    stood = [play.begun.state, *(step.state for step in play.steps)]
    found: list[Visit] = []
    last = -1
    for moves, state in enumerate(stood):
        if state.scene != last:
            scene = scenes.nth(state.scene)
            found.append(Visit(scene.id, scene.title, moves))
            last = state.scene
    return found


def again(play: Play, moves: int) -> Play:
    """Another play that begins with the first moves of this one.

    What was looked at and written on the way stays with the first.
    """
    other = Play(play.program, play.header)
    for step in play.steps[:moves]:
        other.take(step.move)
    return other
