"""A whole story proved: what plays meet, what none meets, what could not be told."""

from collections.abc import Iterator
from dataclasses import dataclass

from octgame.authoring.proof.endings import Trap, circle, trap
from octgame.authoring.proof.goals import WANTED, Goal, Kind, goals, unfolded_goals
from octgame.authoring.proof.net import Net
from octgame.authoring.proof.prove import Prover
from octgame.authoring.proof.sweep import Sweep
from octgame.authoring.proof.unfold import Unfolded, unfolded
from octgame.game.program import Program

Moves = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoryProof:
    """What was proved of a story.

    Attributes:
        never: The goals that no play meets.
        faults: What no play should meet and some play does, by the shortest one.
        there: The shortest play to each scene where something is never met.
        left: The goals that were given up, each with what they came to hang on.
        states: How many states were searched.
    """

    never: frozenset[Goal]
    faults: dict[Goal, Moves]
    there: dict[int, Moves]
    left: dict[Goal, tuple[str, ...]]
    states: int


def prove(program: Program) -> StoryProof:
    """Prove everything of a story that there is to prove."""
    net = Net(program)
    open_net = unfolded(net)
    wanted = unfolded_goals(goals(net), open_net)
    sweep = Sweep(open_net, wanted)
    sweep.run()
    prover = Prover(open_net, wanted)
    found = prover.prove(goal for goal in wanted if goal not in sweep.met)
    found.met |= sweep.met
    met = {goal for goal in found.met if goal.kind not in WANTED}
    never = frozenset(goal for goal in found.never if goal.kind in WANTED)
    places = {Goal("scene", goal.scene) for goal in never} & found.met
    shortest = {**found.plays, **prover.prove(met, plays=True).plays}
    faults = {
        goal: shortest[goal]
        for goal in sorted(met)
        if goal in shortest and goal._replace(kind="shut") not in met - {goal}
    }
    there = prover.prove(places, plays=True).plays
    words = net.variables.words
    left = {goal: tuple(words(hangs)) for goal, hangs in found.left.items()}
    states = sweep.states + found.states
    for kind, one in _lasting(program, open_net, found.met):
        states += one.states
        if one.scene >= 0:
            faults.setdefault(Goal(kind, one.scene), one.moves)
        elif one.left is not None:
            left[Goal(kind, program.core.start)] = tuple(words(one.left))
    return StoryProof(
        never=never,
        faults=faults,
        there={goal.scene: moves for goal, moves in there.items()},
        left=left,
        states=states,
    )


def _lasting(
    program: Program, net: Unfolded, met: set[Goal]
) -> Iterator[tuple[Kind, Trap]]:
    """What keeps a play for ever; where there is no ending, every place does."""
    endings = [at for at, scene in enumerate(program.scenes.values()) if scene.ending]
    if any(Goal("scene", at) in met for at in endings):
        yield "trap", trap(net)
    yield "broken", circle(net)
