"""Cold start to the first painted page, in CPU time, paired with a bare Textual app.

    python benchmarks/start.py [--runs 9]

Both run in a pseudo-terminal of 100 by 32 cells and are killed when their text has
been painted; CPU is what all their threads have used until then. `warm` has the
compiled story in its cache, `cold` has never seen the story; both end with the title
page. `scene` goes on from there, warm, by the one key that leads to the first scene;
`goes on` opens a kept play, which stands before any title page.
"""

import argparse
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

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


def cpu_to(
    command: list[str], texts: Sequence[str], env: dict[str, str], last: str = ""
) -> float:
    """CPU seconds until the last of the texts is on the terminal.

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
    seconds = terminal.cpu()
    for key in last:
        terminal.settle()
        terminal.send(key)
    if last:
        terminal.wait()
    terminal.kill()
    return seconds


def main() -> None:
    """Print the medians and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("arguments", nargs="*", help="for octgame")
    options = parser.parse_args()
    play = [str(Path(sys.executable).with_name("octgame")), *options.arguments]
    pairs: dict[str, list[tuple[float, float]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        env = {
            "OCTGAME_CACHE_DIR": f"{folder}/cache",
            "OCTGAME_SAVE_DIR": f"{folder}/none",
        }
        kept = {**env, "OCTGAME_SAVE_DIR": f"{folder}/kept"}
        cpu_to([sys.executable, "-c", BARE], ["Bare"], env)
        cpu_to(play, SCENE, kept, "1q")  # what was compiled and played is kept
        for run in range(options.runs):
            fresh = {**env, "OCTGAME_CACHE_DIR": f"{folder}/never-{run}"}
            for name, where, texts in (
                ("warm", env, TITLE),
                ("cold", fresh, TITLE),
                ("scene", env, SCENE),
                ("goes on", kept, ("Previously",)),
            ):
                base = cpu_to([sys.executable, "-c", BARE], ["Bare"], env)
                ours = cpu_to(play, texts, where)
                pairs.setdefault(name, []).append((ours, base))
    print(f"{'':7} {'octgame':>8} {'bare':>8} {'ratio of pairs: median, min, max':>36}")
    for name, both in pairs.items():
        ours, bare = (statistics.median(side) for side in zip(*both, strict=True))
        ratios = sorted(one / base for one, base in both)
        shown = (statistics.median(ratios), ratios[0], ratios[-1])
        print(f"{name:7} {ours * 1000:6.0f}ms {bare * 1000:6.0f}ms", end=" ")
        print(" ".join(f"{ratio:11.2f}" for ratio in shown))


if __name__ == "__main__":
    main()
