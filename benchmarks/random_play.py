"""How fast the machine plays at random: with its pages' text, and by its rules alone.

Usage: python benchmarks/random_play.py [STORY_FOLDER] [SECONDS]
"""

import sys
from itertools import count
from pathlib import Path
from random import Random
from time import perf_counter

from octgame.game.compile import compile_story
from octgame.game.offers import Move, moves
from octgame.game.paging import page
from octgame.game.program import Program
from octgame.game.step import begin, take
from octgame.loading.load import load

MINI = Path(__file__).parents[1] / "tests" / "stories" / "mini"
MOST_MOVES = 1000
"""How many moves a play may have; a story may let a player stay for ever."""


def main() -> None:
    """Print plays and choices per second."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else MINI
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 2.0
    story = load(folder).story
    if story is None:
        sys.exit(f"{folder} has errors: octgame check names them")
    program = compile_story(story)
    for name, shown in (("with text", True), ("rules only", False)):
        plays, choices, spent = _random_plays(program, seconds, shown=shown)
        print(f"{name}: {plays / spent:,.0f} plays/s, {choices / spent:,.0f} choices/s")
    choices, spent = _known_plays(program, seconds)
    print(f"step alone: {choices / spent:,.0f} choices/s")


def _random_plays(
    program: Program, seconds: float, *, shown: bool
) -> tuple[int, int, float]:
    """(plays, choices, seconds) of random plays, each seeded by its number."""
    choices, started = 0, perf_counter()
    for plays in count(1):
        choices += len(_one_play(program, Random(plays), shown=shown))
        spent = perf_counter() - started
        if spent >= seconds:
            return plays, choices, spent
    raise AssertionError


def _one_play(program: Program, dice: Random, *, shown: bool) -> list[Move]:
    state = begin(program).state
    taken: list[Move] = []
    while len(taken) < MOST_MOVES:
        if shown:
            page(program, state)
        there = [move for move in moves(program, state) if move.open]
        if not there:
            break
        taken.append(there[int(dice.random() * len(there))])
        state = take(program, state, taken[-1]).state
    return taken


def _known_plays(program: Program, seconds: float) -> tuple[int, float]:
    """(choices, seconds) of plays whose moves were found before."""
    known = [_one_play(program, Random(seed), shown=False) for seed in range(100)]
    choices, started = 0, perf_counter()
    while (spent := perf_counter() - started) < seconds:
        for play in known:
            state = begin(program).state
            for move in play:
                state = take(program, state, move).state
            choices += len(play)
    return choices, spent


if __name__ == "__main__":
    main()
