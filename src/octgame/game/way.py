"""How far a play is along the scenes of its role."""

from typing import Literal, NamedTuple

from octgame.game.program import NO_ROLE, Program
from octgame.game.state import State

Standing = Literal["done", "here", "ahead"]


class Stop(NamedTuple):
    """A scene on the way: the index of one, and how it stands to the play."""

    scene: int
    standing: Standing


def is_known(program: Program, state: State) -> bool:
    """Whether it is known what is ahead: a role was taken, or none is needed."""
    core = program.core
    return core.roles[state.role] != NO_ROLE or all(
        roles >> state.role & 1 for _, roles in core.stops
    )


def stops(program: Program, state: State) -> list[Stop]:
    """The scenes of the role in the acts' order; what was passed over is left out.

    A scene that is ahead may be passed over too, so the number of them is about right.
    Where the way is not known, nothing is ahead.
    """
    known = is_known(program, state)
    way = [scene for scene, roles in program.core.stops if roles >> state.role & 1]
    seen = [at for at, scene in enumerate(way) if state.seen >> scene & 1]
    if state.scene in way:
        here = way.index(state.scene)
    else:
        here = seen[-1] + 1 if seen else 0
        way.insert(here, state.scene)
    found = []
    for at, scene in enumerate(way):
        if at == here:
            found.append(Stop(scene, "here"))
        elif state.seen >> scene & 1:
            found.append(Stop(scene, "done"))
        elif at > here and known:
            found.append(Stop(scene, "ahead"))
    return found


def by_act(program: Program, state: State) -> list[tuple[str, list[Stop]]]:
    """(act, its stops) for each act on the way."""
    acts = {key: act.id for act in program.acts.values() for key in act.scenes}
    groups: dict[str, list[Stop]] = {}
    for stop in stops(program, state):
        # A scene outside the acts stands with those before it.
        act = acts.get(program.scenes.ids[stop.scene]) or next(reversed(groups), "")
        groups.setdefault(act, []).append(stop)
    return list(groups.items())


def how_far(program: Program, state: State) -> str:
    """Say "Scene 5 of about 19", or "" where that is not known."""
    if not is_known(program, state):
        return ""
    way = stops(program, state)
    here = next(at for at, stop in enumerate(way) if stop.standing == "here")
    about = "about " if here + 1 < len(way) else ""
    return f"Scene {here + 1} of {about}{len(way)}"
