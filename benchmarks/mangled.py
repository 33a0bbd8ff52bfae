"""Stories spoilt by dice, each put to every command: how many break one? None may.

    python benchmarks/mangled.py [--cases 5000] [--processes 40]

Each case is the story of five scenes after one to four slips of bytes, lines, indents,
keys or values; check with its proof, play, report, new, schema and a preview's reload
meet it in one process, a few also as processes of their own. A crash, a traceback, an
exit code other than 0, 1 and 2, or more than twenty seconds is a fault.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from enduring import LONGEST, TROUBLE, Endurance  # noqa: E402 - tests are no package
from mangling import lay, mangled  # noqa: E402

SHOWN = 20
"""Faults that are told one by one."""

AT_ONCE = 100
"""Cases that one worker takes before the next are dealt out."""


def endured(begin: int, end: int) -> list[str]:
    """The faults of the cases from one number up to another."""
    with tempfile.TemporaryDirectory() as folder:
        endurance = Endurance(Path(folder))
        return [fault for seed in range(begin, end) for fault in endurance.faults(seed)]


def as_process(seed: int) -> list[str]:
    """The faults of one case, each command a process of its own."""
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        story = Path(folder, "story")
        story.mkdir()
        lay(mangled(seed), story)
        own = {"OCTGAME_SAVE_DIR": folder, "OCTGAME_CACHE_DIR": folder}
        for words in (["check", str(story)], ["play", str(story), "--plain"]):
            done = subprocess.run(
                [sys.executable, "-m", "octgame", *words],
                input=b"1\n2\n1\n1\n",
                capture_output=True,
                check=False,
                timeout=LONGEST,
                env=os.environ | own,
            )
            said = (done.stdout + done.stderr).decode("utf-8", "replace")
            if done.returncode not in (0, 1, 2) or TROUBLE.search(said):
                faults.append(f"{seed}: {words[0]}, a process: {said[-300:]}")
    return faults


def main() -> int:
    """Spoil, run and print; the exit code is 1 where something broke."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=5000)
    parser.add_argument("--processes", type=int, default=40)
    wanted = parser.parse_args()
    begun = time.perf_counter()
    begins = range(0, wanted.cases, AT_ONCE)
    ends = [min(begin + AT_ONCE, wanted.cases) for begin in begins]
    with ProcessPoolExecutor() as workers:
        faults = [*chain.from_iterable(workers.map(endured, begins, ends))]
    for seed in range(wanted.processes):
        faults += as_process(seed)
    print(*faults[:SHOWN], sep="\n", end="\n" if faults else "")
    print(
        f"spoilt stories: {wanted.cases} in process, {wanted.processes} as processes;"
        f" commands that broke: {len(faults)} (bar 0);"
        f" {time.perf_counter() - begun:.0f} s"
    )
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
