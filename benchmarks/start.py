"""Cold start to the first painted scene, in CPU time, paired with a bare Textual app.

    python benchmarks/start.py [--runs 9]

Both run in a pseudo-terminal of 100 by 32 cells and are killed when their text has
been painted; CPU is what all their threads have used until then. `warm` has the
compiled story in its cache, `cold` has never seen the story.
"""

import argparse
import statistics
import sys
import tempfile
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


def cpu_to(
    command: list[str], text: str, env: dict[str, str], *, leave: bool = False
) -> float:
    """CPU seconds until a text is on the terminal; then it is left or killed."""
    terminal = Terminal(command, env=env)
    terminal.until(text)
    seconds = terminal.cpu()
    if leave:
        terminal.settle()
        terminal.send("q")
        terminal.wait()
    else:
        terminal.kill()
    return seconds


def main() -> None:
    """Print the medians and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--text", default="photograph")
    parser.add_argument("arguments", nargs="*", help="for octgame")
    options = parser.parse_args()
    octgame = str(Path(sys.executable).with_name("octgame"))
    pairs: dict[str, list[tuple[float, float]]] = {"warm": [], "cold": []}
    with tempfile.TemporaryDirectory() as folder:
        env = {"OCTGAME_CACHE_DIR": f"{folder}/cache"}
        play = [octgame, *options.arguments]
        cpu_to([sys.executable, "-c", BARE], "Bare", env)
        cpu_to(play, options.text, env, leave=True)  # what was compiled is kept
        for run in range(options.runs):
            fresh = {**env, "OCTGAME_CACHE_DIR": f"{folder}/never-{run}"}
            for name, where in (("warm", env), ("cold", fresh)):
                base = cpu_to([sys.executable, "-c", BARE], "Bare", env)
                pairs[name].append((cpu_to(play, options.text, where), base))
    print(f"{'':6} {'octgame':>8} {'bare':>8} {'ratio of pairs: median, min, max':>36}")
    for name, both in pairs.items():
        ours, bare = (statistics.median(side) for side in zip(*both, strict=True))
        ratios = sorted(one / base for one, base in both)
        shown = (statistics.median(ratios), ratios[0], ratios[-1])
        print(f"{name:6} {ours * 1000:6.0f}ms {bare * 1000:6.0f}ms", end=" ")
        print(" ".join(f"{ratio:11.2f}" for ratio in shown))


if __name__ == "__main__":
    main()
