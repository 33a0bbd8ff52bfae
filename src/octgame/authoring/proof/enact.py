"""From the player's decisions in the net to the moves of a play, by the game itself."""

from collections.abc import Iterator

from octgame.authoring.proof.follow import Decision
from octgame.authoring.proof.goals import Goal
from octgame.authoring.proof.meets import shown
from octgame.authoring.proof.unfold import Unfolded
from octgame.authoring.proof.variables import KEPT
from octgame.errors import StoryError
from octgame.game import offers
from octgame.game.offers import Move, asides, moves
from octgame.game.state import Ask, State
from octgame.game.step import begin, take
from octgame.story.evidence import FACT_STATUSES


class Enactment:
    """A play that is made of decisions, until it meets its goal.

    Attributes:
        moves: The moves so far.
        met: Whether the goal was met.
        problem: What the game said where the story led nowhere, or "".
    """

    def __init__(self, net: Unfolded, goal: Goal) -> None:
        self._net = net
        self._program = net.program
        self._goal = goal
        self.moves: list[str] = []
        self.met = False
        self.problem = ""

    def play(self, decisions: list[Decision]) -> bool:
        """Decide so; whether the goal was met."""
        try:
            state = begin(self._program).state
            self._look(state)
            last = self._start()
            for decision in decisions:
                if self.met:
                    return True
                state = self._answered(state, last)
                move = self._move(state, decision)
                if self.met or move is None:
                    return self.met
                state, last = self._take(state, move), decision.after
            self._end(self._answered(state, last), last)
        except StoryError as broken:
            self.problem = broken.message
            self.met = self._goal.kind == "broken"
        return self.met

    def _start(self) -> list[int]:
        return list(self._net.variables.starts)

    def _take(self, state: State, move: Move) -> State:
        self.moves.append(move.id)
        after = take(self._program, state, move).state
        self._look(after)
        return after

    def _look(self, state: State) -> None:
        """Whether the page shows what is looked for."""
        goal = self._goal
        if goal.kind in ("scene", "text"):
            self.met = self.met or any(
                tuple(spot) == tuple(goal) for spot in shown(self._program, state)
            )
        elif not state.asks and not state.ended and state.scene == goal.scene:
            there = list(moves(self._program, state))
            if goal.kind in ("dead", "shut"):
                fresh = goal.kind == "dead" or not state.stayed
                self.met = fresh and not any(move.open for move in there)
            elif goal.kind == "same":
                is_open = {move.choice for move in there if move.open}
                self.met = {goal.choice, goal.number} <= is_open
            elif goal.kind in ("choice", "closed"):
                open_now = any(m.open for m in there if m.choice == goal.choice)
                wanted = goal.kind == "choice"
                self.met = open_now == wanted and (wanted or not self._taken(state))

    def _taken(self, state: State) -> bool:
        """Whether the choice looked for is gone for good, having been taken `once`."""
        scene = self._program.scenes.nth(self._goal.scene)
        number = scene.choices[self._goal.choice].number
        return number >= 0 and bool(state.taken >> number & 1)

    def _answered(self, state: State, after: list[int]) -> State:
        """The state when all that the engine asks is answered."""
        while state.asks and not self.met and not state.ended:
            wanted = set(self._answers(state, state.asks[0], after))
            there = list(moves(self._program, state))
            move = next((move for move in there if move.id in wanted), there[0])
            state = self._take(state, move)
        return state

    def _answers(self, state: State, ask: Ask, after: list[int]) -> Iterator[str]:
        """The moves that answer as was decided; any other where there is none."""
        cards = self._program.cards.ids
        if ask.kind == "keep":
            kept = self._value(after, "card", ask.about) == KEPT
            yield f"{offers.KEEP if kept else offers.LEAVE}:{cards[ask.about]}"
        elif ask.kind == "put_out":
            spare = [c for c in state.box if self._value(after, "card", c) != KEPT]
            yield f"{offers.OUT}:{cards[spare[0] if spare else ask.about]}"
        elif ask.kind == "sure":
            yield f"{offers.SURE}:{self._value(after, 'sure', ask.about) or 1}"
        elif ask.kind == "order":
            choice = self._program.scenes.nth(state.scene).choices[ask.about]
            if choice.right >= 0 and self._value(after, "value", choice.right):
                yield f"{offers.PLACE}:{choice.slips[len(ask.so_far)][0]}"
        elif ask.kind == "sort":
            choice = self._program.scenes.nth(state.scene).choices[ask.about]
            fact = self._program.facts.nth(choice.sorts[len(ask.so_far)])
            if choice.right >= 0:
                belongs = self._value(after, "value", choice.right) > len(ask.so_far)
                piles = [s for s in FACT_STATUSES if (s == fact.status) is belongs]
                yield f"{offers.SORT}:{piles[0]}"

    def _value(self, after: list[int], *name: str | int) -> int:
        number = self._net.variables.of(*name)
        return after[number] if number < len(after) else 0

    def _move(self, state: State, decision: Decision) -> Move | None:
        """The move that does what was decided."""
        edge, card, after = decision
        if edge.choice < 0:
            aside = asides(self._program, state)
            return next((move for move in aside if move.item == card), None)
        choice = self._program.scenes.nth(state.scene).choices[edge.choice]
        item = card
        if choice.believes >= 0:
            item = self._value(after, "believes", choice.believes) - 1
        there = [
            move
            for move in moves(self._program, state)
            if move.open and move.choice == edge.choice
        ]
        if item >= 0:
            there = [move for move in there if move.item == item]
        return there[0] if there else None

    def _end(self, state: State, after: list[int]) -> None:
        """Do what the goal itself asks for, when the way to it was gone."""
        if self._goal.kind in ("dead", "shut"):
            for card in state.box:
                if not self.met:
                    out = next(
                        m for m in asides(self._program, state) if m.item == card
                    )
                    state = self._take(state, out)
        elif self._goal.kind == "text" and self._goal.choice >= 0:
            made = len(self.moves)
            for move in list(moves(self._program, state)):
                if move.open and move.choice == self._goal.choice and not self.met:
                    del self.moves[made:]
                    self._answered(self._take(state, move), after)
