"""How fast `octgame check` proves: states a second, bytes a state, whole stories.

The states are those of the big story with few enough variables told apart. Each way to
hold them is measured on the same search, and must find as many.

Usage: python benchmarks/proof.py [STORY_FOLDER …]
"""

import gc
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

import big_story

from octgame.authoring.proof.bitmaps import Bitmaps
from octgame.authoring.proof.net import Net
from octgame.authoring.proof.search import Search
from octgame.authoring.proof.sets import Sets
from octgame.authoring.proof.states import Space
from octgame.authoring.proof.unfold import Unfolded, unfolded
from octgame.authoring.proof.whole import prove
from octgame.game.compile import compile_story
from octgame.game.program import Program
from octgame.loading.load import load

BITS = 17
"""Flags that are told apart."""
TIMES = 3
NO_CAP = 1 << 60


def main() -> None:
    """Print what was measured of the big story, then of each story that is named."""
    with tempfile.TemporaryDirectory() as folder:
        big = Path(folder) / "big"
        big_story.write(big)
        exploring(unfolded(Net(program(big))))
        for story in (big, *map(Path, sys.argv[1:])):
            proving(story)


def program(folder: Path) -> Program:
    """The story in a folder, compiled."""
    story = load(folder, catalogue=False).story
    if story is None:
        sys.exit(f"{folder} has errors: octgame check names them")
    return compile_story(story)


def exploring(net: Unfolded) -> None:
    """States a second and bytes a state, by sets and by bitmaps."""
    flags = [n for n, name in enumerate(net.variables.names) if name[0] == "value"]
    tracked = sum(1 << n for n in flags if net.variables.sizes[n] == 2)
    while tracked.bit_count() > BITS:
        tracked &= tracked - 1
    counts = set()
    spaces: tuple[tuple[str, Space], ...] = (
        ("sets", Sets(net.variables, tracked, net.begins)),
        ("bitmaps", Bitmaps(net.variables, [tracked], net.begins)),
    )
    for name, space in spaces:
        rates = []
        for _ in range(TIMES):
            began = perf_counter()
            search = searched(net, space)
            rates.append(search.states / (perf_counter() - began))
        search = searched(net, space)
        held = sum(sys.getsizeof(known) for known in search.known.values())
        if name == "sets":
            held += sum(28 * len(known) for known in search.known.values())
        counts.add(search.states)
        print(
            f"{name}: {search.states:,} states, {median(rates) / 1e6:.1f} M states/s,"
            f" {held / search.states:.1f} B a state"
        )
    if len(counts) > 1:
        sys.exit("they are not as many")


def searched(net: Unfolded, space: Space) -> Search:
    """One search through everything."""
    search = Search(net, space, cap=NO_CAP)
    for _ in search.walk():
        pass
    return search


def proving(folder: Path) -> None:
    """The proof alone; `check.py` beside this measures whole commands."""
    times = []
    story = program(folder)
    gc.disable()  # as the command does
    for _ in range(TIMES):
        began = perf_counter()
        proof = prove(story)
        times.append(perf_counter() - began)
    gc.enable()
    print(
        f"{folder.name}: proof {median(times):.2f} s, {proof.states:,} states, "
        f"{len(proof.left)} things left open"
    )


if __name__ == "__main__":
    main()
