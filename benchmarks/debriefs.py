"""How often each block of the debrief is met in random plays.

    python benchmarks/debriefs.py [STORY_FOLDER] [--plays 1000] [--least 1]

Blocks are the paragraphs of the debrief's scenes and of what comes of their choices,
and the composed ones. Every role is played equally often. The exit code is 1 where a
block is met in fewer than `least` per cent of the plays. Inside the histories, the
sentences that a school writes from a card of the box are counted beside them.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from octgame.authoring.consequences import debrief_scenes
from octgame.game.compile import compile_story
from octgame.game.conditions import holds
from octgame.game.offers import moves
from octgame.game.program import Program
from octgame.game.state import State
from octgame.game.step import begin, take
from octgame.loading.load import load

OCTOBER = Path(__file__).parents[1] / "scenes" / "october"
MOST_MOVES = 400


def main() -> int:
    """Print the blocks that are met least, and how many are met too seldom."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=OCTOBER)
    parser.add_argument("--plays", type=int, default=1000)
    parser.add_argument("--least", type=float, default=1.0)
    options = parser.parse_args()
    story = load(options.folder).story
    if story is None:
        sys.exit(f"{options.folder} has errors: octgame check names them")
    program, debrief = compile_story(story), debrief_scenes(story)
    met: Counter[str] = Counter()
    roles = program.core.roles[1:]
    for number in range(options.plays):
        role = roles[number % len(roles)] if roles else ""
        met.update(played(program, debrief, role, Random(number)))
    blocks = {block for key in debrief for block in all_blocks(program, key)}
    seldom = sorted(blocks, key=lambda block: met[block])
    few = [b for b in seldom if met[b] < options.plays * options.least / 100]
    for block in few or seldom[:5]:
        print(f"{met[block] * 100 / options.plays:5.1f} %  {block}")
    print(f"{len(blocks)} blocks, {len(few)} below {options.least} % of the plays")
    written = {
        s for at in range(len(program.questions)) for s in sentences(program, at)
    }
    never = sum(not met[sentence] for sentence in written)
    print(f"{len(written)} sentences written from a card, {never} of them never met")
    return 1 if few else 0


def all_blocks(program: Program, key: str) -> Iterator[str]:
    """Every block that a scene may show."""
    scene = program.scenes[key]
    yield from (f"{key} {number}" for number in range(len(scene.passages)))
    for choice in scene.choices:
        yield from (f"{key} {choice.key} {n}" for n in range(len(choice.then)))


def sentences(
    program: Program, question: int, box: Sequence[int] | None = None
) -> Iterator[str]:
    """The sentences of a question's histories: all, or those that a box allows."""
    asked = program.questions.nth(question)
    kept = None if box is None else {program.cards.ids[card] for card in box}
    for view in asked.views:
        for part in view.from_box:
            if kept is None or part.card in kept:
                yield f"{asked.id} {view.school} {part.card}"


def played(program: Program, debrief: set[str], role: str, dice: Random) -> set[str]:
    """The blocks of the debrief that one random play meets."""
    state, met = begin(program).state, set[str]()
    for _ in range(MOST_MOVES):
        met.update(shown(program, debrief, state))
        there = [move for move in moves(program, state) if move.open]
        if not there:
            break
        wanted = [
            move for move in there if sets_role(program, state, move.choice, role)
        ]
        state = take(program, state, dice.choice(wanted or there)).state
    return met


def sets_role(program: Program, state: State, choice: int, role: str) -> bool:
    """Whether a choice takes up this role."""
    if choice < 0 or not role or state.asks:
        return False
    taken = program.scenes.nth(state.scene).choices[choice].role
    return taken >= 0 and program.core.roles[taken] == role


def shown(program: Program, debrief: set[str], state: State) -> Iterator[str]:
    """The blocks of the debrief that a state's page shows."""
    scene = program.scenes.nth(state.scene)
    if scene.id in debrief and not state.stayed and not state.asks:
        for number, passage in enumerate(scene.passages):
            if holds(passage.condition, state):
                yield f"{scene.id} {number}"
                if passage.show == "histories":
                    yield from sentences(program, passage.question, state.box)
    if state.telling and state.telling[1] >= 0:
        at, index, card = state.telling
        told = program.scenes.nth(at)
        for number, passage in enumerate(told.choices[index].then):
            if told.id in debrief and holds(passage.condition, state, card):
                yield f"{told.id} {told.choices[index].key} {number}"


if __name__ == "__main__":
    sys.exit(main())
