"""From a save in the editor to the painted page, in a preview in a real terminal.

    python benchmarks/preview.py [--saves 40] [--scenes 300] [--path 40]

A long story is previewed, some moves into it; a word of the scene on the page is
changed, over and over, and the time until that word has been painted is measured. Then
the same with an error, which is told when it stands for two looks at the files. The
saves fall at any moment between two looks; CPU tells what each costs, whatever else
runs. At last, what an idle preview costs. It fails where a save takes more than half a
second.
"""

import argparse
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

from long_story import write

from terminal import Terminal

BAR = 0.5
"""Seconds from save to repaint."""
PHASES = 0.3
"""Seconds over which saves are strewn."""


class Edited:
    """A file of the story, and the terminal that shows it."""

    def __init__(self, file: Path, terminal: Terminal) -> None:
        self.file, self.terminal = file, terminal
        self.text = file.read_text("utf-8")

    def delay(self, old: str, new: str, wanted: str) -> float:
        """Seconds from a save to a text on the terminal."""
        time.sleep(PHASES * random.random())
        assert old in self.text, old
        changed = self.text.replace(old, new, 1)
        saved = time.perf_counter()
        self.file.write_text(changed, "utf-8")
        self.terminal.until(wanted)
        return time.perf_counter() - saved


def row(name: str, delays: list[float]) -> str:
    """Median and maximum in one line."""
    middle, most = statistics.median(delays), max(delays)
    return f"{name:22} median {middle * 1000:4.0f} ms  max {most * 1000:4.0f} ms"


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--saves", type=int, default=40)
    parser.add_argument("--scenes", type=int, default=300)
    parser.add_argument("--path", type=int, default=40)
    options = parser.parse_args()
    octgame = str(Path(sys.executable).with_name("octgame"))
    with tempfile.TemporaryDirectory() as folder:
        story = Path(folder) / "long"
        write(story, options.scenes)
        terminal = Terminal([octgame, "preview", str(story)])
        terminal.until("story read at")
        for _ in range(options.path):
            terminal.send("1")
            terminal.settle()
        edited = Edited(story / "scenes_0000.yaml", terminal)
        here = f"  scene_{options.path}:\n"
        title = f"    title: Scene {options.path}\n"
        before = terminal.cpu()
        pages = [
            edited.delay(
                here + title, f"{here}    title: Mark{number}.\n", f"Mark{number}."
            )
            for number in range(options.saves)
        ]
        each = (terminal.cpu() - before) / options.saves
        print(row("page, save to repaint", pages) + f"  CPU {each * 1000:.0f} ms each")
        errors = []
        for _ in range(options.saves // 4):
            errors.append(
                edited.delay(title, "    titel: None\n", "error[unknown-key]")
            )
            edited.delay(title, title, ", 0 errors")
        print(row("error, save to repaint", errors))
        terminal.settle()
        used, began = terminal.cpu(), time.perf_counter()
        quiet = sum(len(terminal.read(0.5)) for _ in range(20))
        share = (terminal.cpu() - used) / (time.perf_counter() - began)
        print(f"idle: {share:.1%} of a core, {quiet} bytes; {terminal.memory():.0f} MB")
        terminal.kill()
    return int(max(pages) > BAR)


if __name__ == "__main__":
    sys.exit(main())
