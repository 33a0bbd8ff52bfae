"""How many random plays a second: by the tables with and without text, and plainly.

The ways take turns, so that a slow minute of the machine is slow for all of them; the
median of the turns is printed. The tables have met most of the story before.

Usage: python benchmarks/random_play.py [STORY_FOLDER] [SECONDS]
"""

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from octgame.game.compile import compile_story
from octgame.game.offers import moves
from octgame.game.paging import page
from octgame.game.program import Program
from octgame.game.step import begin, take
from octgame.game.tables import Tables
from octgame.loading.load import load

MINI = Path(__file__).parents[1] / "tests" / "stories" / "mini"
CHOICES = 40
"""How many choices a play has; it is over before where the story ends."""
WARM = 20_000
"""How many plays the tables are filled by."""
TURNS = 5

Play = Callable[[Callable[[], float]], int]
"""Plays once with these dice; how many choices were made."""


def main() -> None:
    """Print plays and choices per second, and how much faster the tables are."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else MINI
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 8.0
    story = load(folder).story
    if story is None:
        sys.exit(f"{folder} has errors: octgame check names them")
    program = compile_story(story)
    tables = Tables(program)
    ways = {
        "tables, with text": by_tables(tables, shown=True),
        "tables, rules only": by_tables(tables, shown=False),
        "plain, with text": plainly(program, shown=True),
        "plain, rules only": plainly(program, shown=False),
    }
    warming, dice = perf_counter(), Random(0)
    for _ in range(WARM):
        ways["tables, with text"](dice.random)
    print(f"tables filled by {WARM} plays in {perf_counter() - warming:.1f} s")
    gc.collect()
    gc.freeze()  # the tables stay; looking through them again takes half of the time
    rates: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
    for turn in range(TURNS):
        for name, way in ways.items():
            rates[name].append(_rate(way, Random(turn), seconds / TURNS / len(ways)))
    middle = {
        name: (median(plays for plays, _ in found), median(each for _, each in found))
        for name, found in rates.items()
    }
    for name, (plays, choices) in middle.items():
        print(f"{name}: {plays:,.0f} plays/s, {choices:,.0f} choices/s")
    for kind in ("with text", "rules only"):
        ratio = middle[f"tables, {kind}"][1] / middle[f"plain, {kind}"][1]
        print(f"{kind}: {ratio:.1f} times as fast by the tables")


def by_tables(tables: Tables, *, shown: bool) -> Play:
    """A play that looks up, and whether it makes each page."""
    start = tables.pack(begin(tables.program).state)

    def play(dice: Callable[[], float]) -> int:
        at, page, moves, take = start, tables.page, tables.moves, tables.take
        for made in range(CHOICES):
            if shown:
                page(at)
            there = moves(at)
            if not there:
                return made
            at = take(at, there[int(dice() * len(there))])
        return CHOICES

    return play


def plainly(program: Program, *, shown: bool) -> Play:
    """A play that works everything out, and whether it makes each page."""
    start = begin(program).state

    def play(dice: Callable[[], float]) -> int:
        state = start
        for made in range(CHOICES):
            if shown:
                page(program, state)
            there = [move for move in moves(program, state) if move.open]
            if not there:
                return made
            state = take(program, state, there[int(dice() * len(there))]).state
        return CHOICES

    return play


def _rate(play: Play, dice: Random, seconds: float) -> tuple[float, float]:
    """(plays, choices) per second."""
    plays = choices = 0
    started = perf_counter()
    while (spent := perf_counter() - started) < seconds:
        choices += play(dice.random)
        plays += 1
    return plays / spent, choices / spent


if __name__ == "__main__":
    main()
