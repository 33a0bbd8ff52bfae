"""A small story played in every way there is, one state after another."""

from collections.abc import Iterator

from hypothesis import assume

from octgame.authoring.proof.meets import Spot, shown
from octgame.errors import StoryError
from octgame.game.offers import asides, moves
from octgame.game.program import Program
from octgame.game.state import State
from octgame.game.step import begin, take

MOST_STATES = 3000


class Enumerated:
    """Everything that the states of a story show, one by one.

    Attributes:
        met: What is met, as goals are.
        broken: Whether a move leads nowhere.
        endless: The scenes from which no ending and no dead end can be reached.
    """

    def __init__(self, program: Program) -> None:
        self.program = program
        self.met: set[tuple[object, ...]] = set()
        self.broken = False
        first = begin(program).state
        self._after: dict[State, set[State]] = {}
        self._over: set[State] = set()
        new = [first]
        for state in new:
            if state in self._after:
                continue
            if len(self._after) > MOST_STATES:
                raise OverflowError
            self._after[state] = set(self._steps(state))
            new += self._after[state]

    def _steps(self, state: State) -> Iterator[State]:
        self.met.update(map(tuple, shown(self.program, state)))
        there = list(moves(self.program, state))
        taken = [move for move in there if move.open]
        if not state.asks and not state.ended:
            self._look(state, there_open=bool(taken))
            self.met |= {Spot("closed", state.scene, at) for at in self._closed(state)}
        if not taken:
            self._over.add(state)
        for move in (*taken, *asides(self.program, state)):
            if move.choice >= 0:
                self.met.add(Spot("choice", state.scene, move.choice))
            try:
                yield take(self.program, state, move).state
            except StoryError:
                self.broken = True
                self._over.add(state)

    def _closed(self, state: State) -> Iterator[int]:
        """The choices with a condition that cannot be taken now, nor have been."""
        is_open = {move.choice for move in moves(self.program, state) if move.open}
        choices = self.program.scenes.nth(state.scene).choices
        for at, choice in enumerate(choices):
            done = choice.number >= 0 and state.taken >> choice.number & 1
            if choice.condition and not choice.each and not done and at not in is_open:
                yield at

    def _look(self, state: State, *, there_open: bool) -> None:
        if not there_open:
            self.met.add(Spot("dead", state.scene))
            if not state.stayed:
                self.met.add(Spot("shut", state.scene))

    @property
    def endless(self) -> set[int]:
        """The scenes of states from which every play goes on for ever."""
        good = set(self._over)
        changed = True
        while changed:
            more = {s for s, after in self._after.items() if after & good} - good
            good |= more
            changed = bool(more)
        return {state.scene for state in self._after.keys() - good}


def enumerated(program: Program) -> Enumerated:
    """A story that is small enough, enumerated."""
    try:
        return Enumerated(program)
    except (OverflowError, StoryError):
        assume(False)
        raise AssertionError from None
