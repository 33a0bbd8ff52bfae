"""Cold start to the first painted page, in CPU time, paired with a bare Textual app.

    python benchmarks/start.py [--runs 9]

Both run in a pseudo-terminal of 100 by 32 cells and are killed when their text has
been painted; CPU is what all their threads have used until then. `warm` has the
compiled story in its cache, `cold` has never seen the story; both end with the title
page. A story never seen is read while its title page stands, so `cold` alone would
hide that: `cold scene` presses, at once, the key that leads to the first scene, and
`scene` does so warm. `goes on` opens a kept play, which stands before any title page.
The clock is told beside, for what a player waits.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from terminal import Terminal

BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("Bare and painted")
Bare().run()
"""


TITLE = ("New play",)
"""What is waited for on the title page; a key is pressed between two texts."""
SCENE = (*TITLE, "n", "photograph")


class Cost(NamedTuple):
    """CPU seconds of all threads, and seconds by the clock."""

    cpu: float
    wall: float


def cost_to(
    command: list[str], texts: Sequence[str], env: dict[str, str], last: str = ""
) -> Cost:
    """What it costs until the last of the texts is on the terminal.

    Args:
        command: What is started.
        texts: A text that is waited for, a key that is pressed then, and so on.
        env: Variables beside our own.
        last: Keys that leave; without them it is killed.
    """
    terminal = Terminal(command, env=env)
    for at, text in enumerate(texts):
        if at % 2:
            terminal.send(text)
        else:
            terminal.until(text)
    cost = Cost(terminal.cpu(), time.perf_counter() - terminal.started)
    for key in last:
        terminal.settle()
        terminal.send(key)
    if last:
        terminal.wait()
    terminal.kill()
    return cost


def main() -> None:
    """Print the medians and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("arguments", nargs="*", help="for octgame")
    options = parser.parse_args()
    play = [str(Path(sys.executable).with_name("octgame")), *options.arguments]
    bare = [sys.executable, "-c", BARE]
    pairs: dict[str, list[tuple[Cost, Cost]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        env = {
            "OCTGAME_CACHE_DIR": f"{folder}/cache",
            "OCTGAME_SAVE_DIR": f"{folder}/none",
        }
        kept = {**env, "OCTGAME_SAVE_DIR": f"{folder}/kept"}
        cost_to(bare, ["Bare"], env)
        cost_to(play, SCENE, kept, "1q")  # what was compiled and played is kept
        for run in range(options.runs):
            fresh = {**env, "OCTGAME_CACHE_DIR": f"{folder}/never-{run}"}
            for name, where, texts in (
                ("warm", env, TITLE),
                ("cold", fresh, TITLE),
                ("scene", env, SCENE),
                ("cold scene", fresh, SCENE),
                ("goes on", kept, ("Previously",)),
            ):
                base = cost_to(bare, ["Bare"], env)
                pairs.setdefault(name, []).append((cost_to(play, texts, where), base))
    print(
        f"{'':10} {'CPU, bare':>18} {'ratio: median, min, max':>24} {'clock, bare':>18}"
    )
    for name, both in pairs.items():
        ours, base = (
            Cost(*map(median, zip(*side, strict=True)))
            for side in zip(*both, strict=True)
        )
        ratios = sorted(one.cpu / other.cpu for one, other in both)
        shown = (median(ratios), ratios[0], ratios[-1])
        print(f"{name:10} {ours.cpu * 1000:6.0f} ms {base.cpu * 1000:6.0f} ms", end=" ")
        print(" ".join(f"{ratio:7.2f}" for ratio in shown), end=" ")
        print(f"{ours.wall * 1000:7.0f} ms {base.wall * 1000:6.0f} ms")


if __name__ == "__main__":
    main()
