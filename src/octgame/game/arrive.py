"""Coming into a scene: the list's next one, and the automatic ones on the way."""

from collections.abc import Iterable

from octgame.errors import StoryError
from octgame.game.conditions import holds
from octgame.game.events import Event, Turn, told
from octgame.game.program import HERE, Program, SceneCode
from octgame.game.state import Ask, State, bits

AUTOMATIC_STEPS = 50
"""How many automatic scenes may follow each other before a story counts as looping."""


def first_of(program: Program, state: State, listed: Iterable[int]) -> int:
    """The first scene of a list that this role comes to now, or -1."""
    for index in listed:
        scene = program.scenes.nth(index)
        if scene.roles >> state.role & 1 and holds(scene.condition, state):
            return index
    return -1


def enter(program: Program, state: State, target: int, events: list[Event]) -> Turn:
    """Come into a scene, through the automatic ones before it.

    Raises:
        StoryError: The automatic scenes lead nowhere, or round in a circle.
    """
    passed: list[int] = []
    for _ in range(AUTOMATIC_STEPS):
        scene = program.scenes.nth(target)
        events.append(Event("entered", scene.id))
        if scene.reveals or scene.asks:
            events += told(program, scene.reveals, state.known)
            state = state._replace(
                known=state.known | bits(scene.reveals),
                news=state.news | bits(scene.reveals) & ~state.known,
                opened=state.opened | bits(scene.asks),
            )
            events += [Event("asked", program.questions.ids[q]) for q in scene.asks]
        if not scene.ways:
            return _arrive(state, target, scene, tuple(passed), events)
        passed.append(target)
        state = state._replace(seen=state.seen | 1 << target)
        target = _way(state, scene)
    raise StoryError(
        f"the story goes round by itself at {program.scenes.ids[target]!r}",
        "Your play is kept up to the last choice.",
    )


def _arrive(
    state: State,
    target: int,
    scene: SceneCode,
    passed: tuple[int, ...],
    events: list[Event],
) -> Turn:
    if scene.ending:
        events.append(Event("ended", scene.id))
    arrived = state._replace(
        scene=target,
        asks=(Ask("note", target),) if scene.note else (),
        target=HERE,
        passed=passed,
        stayed=False,
        used=(),
        stepped=False,
        ended=scene.ending,
    )
    return Turn(arrived, tuple(events))


def _way(state: State, scene: SceneCode) -> int:
    for condition, target in scene.ways:
        if holds(condition, state):
            return target
    raise StoryError(f"no way leads on from {scene.id!r}")
