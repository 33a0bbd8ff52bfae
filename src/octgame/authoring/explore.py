"""Plain exploration: seeded plays, every other one trying what was tried least.

What a play reaches is certain. What no play reached may still be reachable: `reach`
searches for it. What even a story without conditions cannot reach (`linked`) is
unreachable for certain.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from octgame.errors import StoryError
from octgame.game.conditions import holds
from octgame.game.offers import Move, asides, moves
from octgame.game.program import NEXT, PassageCode, Program
from octgame.game.state import State
from octgame.game.step import begin, take

PLAYS = 400
"""How many plays are made where something stays unreached."""

BESIDE = 0.05
"""How often a play steps beside the story where it can."""

STEPS = 400
"""How many moves a play may have before it counts as going in circles."""


@dataclass(slots=True)
class Reached:
    """What the plays met.

    Attributes:
        scenes: Scene ids stood in or passed.
        choices: (scene, choice) that were taken.
        cards: Card ids found or lying open.
        facts: Fact ids told.
        questions: Question ids asked, and so the views that opened.
        passages: (scene, choice or "", number) of the paragraphs shown.
        plays: How many plays were made.
        ended: How many of them reached an ending.
        stuck: (scene, moves to it) of the first place found without a way on.
        failed: (message, moves to it) of the first play that the story broke.
        states: How many states were searched where plays left something.
        whole: Whether they were all that there are.
        given_up: The choices and paragraphs for which there were too many.
    """

    scenes: set[str] = field(default_factory=set)
    choices: set[tuple[str, str]] = field(default_factory=set)
    cards: set[str] = field(default_factory=set)
    facts: set[str] = field(default_factory=set)
    questions: set[str] = field(default_factory=set)
    passages: set[tuple[str, str, int]] = field(default_factory=set)
    plays: int = 0
    ended: int = 0
    stuck: tuple[str, tuple[str, ...]] | None = None
    failed: tuple[str, tuple[str, ...]] | None = None
    states: int = 0
    whole: bool = False
    given_up: set[tuple[str, str, int]] = field(default_factory=set)

    def among(self, spot: tuple[str, str, int] | None = None) -> str:
        """Where what was not met was looked for: in every play, if that is proved."""
        if self.whole and spot not in self.given_up:
            return "in any play"
        searched = f" and {self.states} states" if self.states else ""
        return f"in {self.plays} plays{searched}"


def explore(program: Program, plays: int = PLAYS) -> Reached:
    """Play until everything was reached, or `plays` plays were made."""
    reached = Reached()
    everything = _everything(program)
    tried: Counter[tuple[str, str]] = Counter()
    while reached.plays < plays and _count(reached) < everything:
        _play(program, reached, tried, Random(reached.plays))  # noqa: S311
        reached.plays += 1
    return reached


def complete(program: Program, reached: Reached) -> bool:
    """Whether everything was reached."""
    return _count(reached) >= _everything(program)


def linked(program: Program) -> set[str]:
    """The scenes that could be come to if every condition could hold."""
    found: set[int] = set()
    ahead = [program.core.start]
    while ahead:
        index = ahead.pop()
        if index in found:
            continue
        found.add(index)
        scene = program.scenes.nth(index)
        targets = [choice.target for choice in scene.choices]
        ahead += [target for _, target in scene.ways]
        ahead += [target for target in targets if target >= 0]
        if NEXT in targets:
            ahead += program.core.order[scene.after :]
    return {program.scenes.ids[index] for index in found}


def passages_of(program: Program) -> Iterator[tuple[str, str, int, PassageCode]]:
    """Every paragraph with its place: scene, choice or "", number."""
    for scene in program.scenes.values():
        for number, passage in enumerate(scene.passages):
            yield scene.id, "", number, passage
        for choice in scene.choices:
            for number, passage in enumerate(choice.then):
                yield scene.id, choice.key, number, passage


def _everything(program: Program) -> int:
    choices = sum(len(scene.choices) for scene in program.scenes.values())
    passages = sum(1 for _ in passages_of(program))
    shelves = (program.scenes, program.cards, program.facts, program.questions)
    return choices + passages + sum(len(shelf) for shelf in shelves)


def _count(reached: Reached) -> int:
    return sum(
        len(found)
        for found in (
            reached.scenes,
            reached.choices,
            reached.cards,
            reached.facts,
            reached.questions,
            reached.passages,
        )
    )


def _play(
    program: Program, reached: Reached, tried: Counter[tuple[str, str]], rng: Random
) -> None:
    taken: list[str] = []
    try:
        curious = reached.plays % 2 == 0
        turn = begin(program)
        note(program, reached, turn.state)
        for _ in range(STEPS):
            state = turn.state
            if state.ended:
                reached.ended += 1
                return
            move = _pick(program, state, tried, rng, curious=curious)
            if move is None:
                reached.stuck = reached.stuck or (_scene(program, state), tuple(taken))
                return
            taken.append(move.id)
            turn = take(program, state, move)
            if move.choice >= 0:
                chose(program, reached, state.scene, move)
            note(program, reached, turn.state)
    except StoryError as broken:
        reached.failed = reached.failed or (broken.message, tuple(taken))


def _pick(
    program: Program,
    state: State,
    tried: Counter[tuple[str, str]],
    rng: Random,
    *,
    curious: bool,
) -> Move | None:
    here = _scene(program, state)
    candidates = [move for move in moves(program, state) if move.open]
    if not candidates:
        return None
    if curious:
        least = min(tried[here, move.id] for move in candidates)
        candidates = [move for move in candidates if tried[here, move.id] == least]
    if rng.random() < BESIDE:
        candidates = list(asides(program, state)) or candidates
    move = rng.choice(candidates)
    tried[here, move.id] += 1
    return move


def chose(program: Program, reached: Reached, scene: int, move: Move) -> None:
    """Note what a choice gives; its text is noted when it is told."""
    here = program.scenes.nth(scene)
    choice = here.choices[move.choice]
    reached.choices.add((here.id, choice.key))
    reached.cards.update(program.cards.ids[card] for card in choice.finds)
    reached.facts.update(program.facts.ids[fact] for fact in choice.reveals)


def note(program: Program, reached: Reached, state: State) -> None:
    """Note what the page of a state shows."""
    for index in (*state.passed, state.scene):
        scene = program.scenes.nth(index)
        reached.scenes.add(scene.id)
        reached.cards.update(program.cards.ids[card] for card in scene.shows)
        reached.facts.update(program.facts.ids[fact] for fact in scene.reveals)
        reached.questions.update(program.questions.ids[q] for q in scene.asks)
        if index != state.scene or not (state.asks or state.stayed or state.stepped):
            _shown(reached, state, (scene.id, ""), scene.passages)
    if state.telling and state.telling[1] >= 0:
        at, number, card = state.telling
        scene = program.scenes.nth(at)
        choice = scene.choices[number]
        _shown(reached, state, (scene.id, choice.key), choice.then, it=card)


def _shown(
    reached: Reached,
    state: State,
    place: tuple[str, str],
    passages: tuple[PassageCode, ...],
    *,
    it: int = -1,
) -> None:
    reached.passages.update(
        (*place, number)
        for number, passage in enumerate(passages)
        if holds(passage.condition, state, it)
    )


def _scene(program: Program, state: State) -> str:
    return program.scenes.ids[state.scene]
