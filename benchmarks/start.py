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


def cpu_to(command: list[str], text: str, env: dict[str, str]) -> float:
    """CPU seconds until a text is on the terminal."""
    terminal = Terminal(command, env=env)
    try:
        terminal.until(text)
        return terminal.cpu()
    finally:
        terminal.kill()


def main() -> None:
    """Print the medians and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--text", default="photograph")
    parser.add_argument("arguments", nargs="*", help="for octgame")
    options = parser.parse_args()
    octgame = str(Path(sys.executable).with_name("octgame"))
    times: dict[str, list[float]] = {"bare": [], "warm": [], "cold": []}
    with tempfile.TemporaryDirectory() as folder:
        env = {"OCTGAME_CACHE_DIR": f"{folder}/cache"}
        play = [octgame, *options.arguments]
        for warm_up in ("bare", "octgame"):
            bare = warm_up == "bare"
            command = [sys.executable, "-c", BARE] if bare else play
            cpu_to(command, "Bare" if bare else options.text, env)
        for run in range(options.runs):
            fresh = {**env, "OCTGAME_CACHE_DIR": f"{folder}/never-{run}"}
            times["bare"].append(cpu_to([sys.executable, "-c", BARE], "Bare", env))
            times["warm"].append(cpu_to(play, options.text, env))
            times["bare"].append(cpu_to([sys.executable, "-c", BARE], "Bare", env))
            times["cold"].append(cpu_to(play, options.text, fresh))
    bare = statistics.median(times["bare"])
    print(f"{'':6} {'median':>8} {'min':>8} {'max':>8} {'ratio':>6}")
    for name, seconds in times.items():
        median = statistics.median(seconds)
        row = (median, min(seconds), max(seconds))
        print(f"{name:6} " + " ".join(f"{s * 1000:6.0f}ms" for s in row), end=" ")
        print(f"{median / bare:6.2f}")


if __name__ == "__main__":
    main()
