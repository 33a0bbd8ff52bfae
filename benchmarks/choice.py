"""A choice in a real terminal: key to last byte, repaints, bytes, idle, memory.

    python benchmarks/choice.py [--choices 40] [--memory 1000]

Paired with a bare Textual app that refreshes the same three panes with constant text
on a key. At 100 by 32 cells; the terminal says that it can hold a frame until it is
whole, so every repaint is bracketed and can be counted. The sync to disk is measured
apart, as the time of one append.
"""

import argparse
import os
import random
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path

from terminal import FRAME_BEGINS, Terminal

BARE = """
from textual.app import App
from textual.widgets import Static
WORDS = "Somebody in a room, at an hour, with cold hands, counts the men who pass. " * 4
class Bare(App):
    CSS = "#top {height: 2;} #page {height: 1fr;} #keys {height: 1;}"
    def compose(self):
        yield Static("top", id="top")
        yield Static(WORDS, id="page")
        yield Static("keys", id="keys")
    def on_key(self, event):
        self.turn = getattr(self, "turn", 0) + 1
        mark = "ab"[self.turn % 2]
        page = (WORDS.replace("m", mark) + "\\n\\n") * 4
        self.query_one("#top", Static).update("The top line " + mark, layout=False)
        self.query_one("#page", Static).update(page, layout=False)
        self.query_one("#keys", Static).update("1 2 3 q ? " + mark, layout=False)
Bare().run()
"""
OFFER = re.compile(rb"(?<![0-9])([1-9])\. ")


class Measured:
    """What one build's choices cost."""

    def __init__(self) -> None:
        self.delays: list[float] = []
        self.bytes: list[int] = []
        self.frames: list[int] = []
        self.cpu: list[float] = []

    def press(self, terminal: Terminal, key: str) -> bytes:
        """Press a key and note what came of it."""
        before = terminal.cpu()
        sent = terminal.send(key)
        data, last = terminal.settle()
        self.cpu.append(terminal.cpu() - before)
        self.delays.append(last - sent)
        self.bytes.append(len(data))
        self.frames.append(data.count(FRAME_BEGINS))
        return data

    def row(self, name: str) -> str:
        """The figures in one line."""
        delays = sorted(self.delays)
        p95 = delays[int(len(delays) * 0.95)]
        return (
            f"{name:8} p50 {statistics.median(delays) * 1000:6.1f} ms  "
            f"p95 {p95 * 1000:6.1f} ms  bytes p50 {statistics.median(self.bytes):6.0f} "
            f"max {max(self.bytes):6d}  repaints max {max(self.frames)} "
            f"min {min(self.frames)}  CPU {statistics.median(self.cpu) * 1000:.1f} ms"
        )


def idle(terminal: Terminal, seconds: float = 5) -> int:
    """Bytes written while nothing happens."""
    end, count = time.perf_counter() + seconds, 0
    while time.perf_counter() < end:
        count += len(terminal.read(0.2))
    return count


def main() -> None:
    """Print the figures of both builds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--choices", type=int, default=40)
    parser.add_argument("--memory", type=int, default=1000)
    options = parser.parse_args()
    octgame = str(Path(sys.executable).with_name("octgame"))
    rng = random.Random(1917)
    bare, ours = Measured(), Measured()
    with tempfile.TemporaryDirectory() as folder:
        env = {"OCTGAME_CACHE_DIR": f"{folder}/c", "OCTGAME_SAVE_DIR": f"{folder}/s"}
        plain = Terminal([sys.executable, "-c", BARE])
        plain.until("keys")
        plain.settle()
        game = Terminal([octgame, "--new"], env=env)
        game.until("photograph")
        game.settle()
        for _ in range(options.choices):
            bare.press(plain, "x")
            ours.press(game, rng.choice("12"))
        print(bare.row("bare"))
        print(ours.row("octgame"))
        ratio = statistics.median(ours.delays) / statistics.median(bare.delays)
        spent = statistics.median(ours.cpu) / statistics.median(bare.cpu)
        print(f"ratio of medians {ratio:.2f}; of CPU {spent:.2f}, sync and all")
        print(f"idle 5 s: bare {idle(plain)} bytes, octgame {idle(game)} bytes")
        print(f"sync to disk, median of 50 appends: {sync(folder) * 1000:.2f} ms")
        plain.kill()
        before = game.memory()
        for turn in range(options.memory):
            game.send("u" if turn % 5 == 4 else rng.choice("12"))
            game.settle(1)
        print(
            f"memory over {options.memory} choices: {before:.1f} MB to "
            f"{game.memory():.1f} MB"
        )
        game.kill()


def sync(folder: str) -> float:
    """The median time of an append that is on the disk."""
    times = []
    with (Path(folder) / "line").open("ab", buffering=0) as file:
        for _ in range(50):
            start = time.perf_counter()
            file.write(b"12 move scene choice 0123456789abcdef 0123456789abcdef\n")
            os.fsync(file.fileno())
            times.append(time.perf_counter() - start)
    return statistics.median(times)


if __name__ == "__main__":
    main()
