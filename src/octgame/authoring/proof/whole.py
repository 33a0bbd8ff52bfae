"""A whole story proved: what plays meet, what none meets, what could not be told."""

import marshal
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from octgame.authoring.proof.endings import Trap, circle, trap
from octgame.authoring.proof.goals import WANTED, Goal, Kind, goals, unfolded_goals
from octgame.authoring.proof.halves import aside, halves
from octgame.authoring.proof.net import Net
from octgame.authoring.proof.prove import Prover
from octgame.authoring.proof.sweep import Sweep
from octgame.authoring.proof.unfold import unfolded
from octgame.game.program import Program

Moves = tuple[str, ...]
Words = tuple[str, ...]


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
    left: dict[Goal, Words]
    states: int


class Part(NamedTuple):
    """What was proved of a story, or of half of it.

    Attributes:
        met: The goals that some play meets.
        never, faults, left, states: As of a story.
    """

    met: set[Goal]
    never: set[Goal]
    faults: dict[Goal, Moves]
    left: dict[Goal, Words]
    states: int


def prove(program: Program) -> StoryProof:
    """Prove everything of a story that there is to prove."""
    net = Net(program)
    mine, *others = halves(net)
    waiting = [(half, aside(partial(_written, half))) for half in others]
    proving = _Proving(mine)
    parts = [proving.part()]
    for half, result in waiting:
        written = result()
        parts.append(_read(written) if written else _Proving(half).part())
    proof = _joined(program, parts)
    unmet = {goal.scene for goal in proof.never}
    met = set().union(*(part.met for part in parts))
    scenes = {Goal("scene", scene) for scene in unmet} & met
    if scenes and others:
        proving = _Proving(net)
    proof.there.update(proving.ways_to(scenes))
    return proof


class _Proving:
    """Proves what there is in a net."""

    def __init__(self, net: Net) -> None:
        self._program = net.program
        self._net = unfolded(net)
        self._goals = unfolded_goals(goals(net), self._net)
        self._prover = Prover(self._net, self._goals)

    def part(self) -> Part:
        """Everything that can be told without the other half."""
        sweep = Sweep(self._net, self._goals)
        sweep.run()
        found = self._prover.prove(g for g in self._goals if g not in sweep.met)
        met = found.met | sweep.met
        faults = {goal for goal in met if goal.kind not in WANTED}
        shortest = {**found.plays, **self._prover.prove(faults, plays=True).plays}
        words = self._net.variables.words
        part = Part(
            met,
            {goal for goal in found.never if goal.kind in WANTED},
            {goal: shortest[goal] for goal in faults if goal in shortest},
            {goal: tuple(words(hangs)) for goal, hangs in found.left.items()},
            sweep.states + found.states,
        )
        return self._with_lasting(part)

    def _with_lasting(self, part: Part) -> Part:
        """What keeps a play for ever, too."""
        states = part.states
        lasting: dict[Kind, Trap] = {
            "trap": trap(self._net),
            "broken": circle(self._net),
        }
        for kind, one in lasting.items():
            states += one.states
            if one.scene >= 0:
                part.faults.setdefault(Goal(kind, one.scene), one.moves)
            elif one.left is not None:
                start = Goal(kind, self._program.core.start)
                part.left[start] = tuple(self._net.variables.words(one.left))
        return part._replace(states=states)

    def ways_to(self, scenes: Iterable[Goal]) -> dict[int, Moves]:
        """The shortest play to each of some scenes."""
        plays = self._prover.prove(scenes, plays=True).plays
        return {goal.scene: moves for goal, moves in plays.items()}


def _joined(program: Program, parts: list[Part]) -> StoryProof:
    """The proof of a story from those of its halves."""
    met = set().union(*(part.met for part in parts))
    scenes = enumerate(program.scenes.values())
    endings = {Goal("scene", at) for at, scene in scenes if scene.ending}

    def counts(goal: Goal) -> bool:
        """Whether a fault is none that another one says already."""
        if goal.kind == "dead":
            return goal._replace(kind="shut") not in met
        # Where there is no ending, every place keeps a play for ever.
        return goal.kind != "trap" or bool(endings & met)

    faults: dict[Goal, Moves] = {}
    left: dict[Goal, Words] = {}
    for part in parts:
        for goal, moves in part.faults.items():
            known = faults.get(goal)
            if known is None or len(moves) < len(known):
                faults[goal] = moves
        left |= part.left
    return StoryProof(
        never=frozenset.intersection(*(frozenset(part.never) for part in parts)),
        faults={goal: faults[goal] for goal in sorted(faults) if counts(goal)},
        there={},
        left={
            goal: words
            for goal, words in left.items()
            if goal not in met and counts(goal)
        },
        states=sum(part.states for part in parts),
    )


def _written(net: Net) -> bytes:
    """What was proved of a net, in types that marshal writes."""
    met, never, faults, left, states = _Proving(net).part()
    return marshal.dumps(
        (
            [tuple(goal) for goal in met],
            [tuple(goal) for goal in never],
            [(tuple(goal), moves) for goal, moves in faults.items()],
            [(tuple(goal), words) for goal, words in left.items()],
            states,
        )
    )


def _read(written: bytes) -> Part:
    met, never, faults, left, states = marshal.loads(written)  # noqa: S302 - our own
    return Part(
        {Goal(*goal) for goal in met},
        {Goal(*goal) for goal in never},
        {Goal(*goal): moves for goal, moves in faults},
        {Goal(*goal): words for goal, words in left},
        states,
    )
