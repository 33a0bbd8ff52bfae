"""How long `octgame check` takes, whole commands, against the bars of each.

    python benchmarks/check.py [STORY_FOLDER]

The story that is named is checked with its proof, then again unchanged. The made-up
ones: the big story with its proof; 1 000 scenes against inkjs-compiler, which compiles
the same story; 1 000 and 10 000 scenes without the proof against `yaml.load`.
Each figure is the median of some runs, each run beside the one it is compared with.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

import big_story
import long_story

HERE = Path(__file__).resolve().parent
INKJS = HERE.parent / "tests/oracle/node_modules/inkjs/bin/inkjs-compiler.js"
OCTOBER = HERE.parent / "scenes" / "october"
OCTGAME = (
    sys.executable,
    "-c",
    "import sys; from octgame.__main__ import main; sys.exit(main())",
    "check",
)
"""As the script does that pip installs, without what older ones load for its name."""

LOAD = """
import pathlib, sys, yaml
for file in pathlib.Path(sys.argv[1]).glob("*.yaml"):
    yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)
"""
YAML = (sys.executable, "-c", LOAD)
RUNS = 5


class Run(NamedTuple):
    """One process: seconds by the clock, megabytes at most, and what it said."""

    seconds: float
    megabytes: float
    said: str


def run(*command: str | Path) -> Run:
    """Run a command to its end."""
    began = time.perf_counter()
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(
            [str(word) for word in command], stdout=out, stderr=subprocess.DEVNULL
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - began
        if process.returncode not in (0, 1):
            sys.exit(f"{command}: exit code {process.returncode}")
        out.seek(0)
        said = out.read().decode()
    return Run(seconds, usage.ru_maxrss / 1024, said)


def cold(*arguments: str | Path) -> Run:
    """A check of which nothing is remembered."""
    for kept in Path(os.environ["OCTGAME_CACHE_DIR"]).glob("*"):
        kept.unlink()
    return run(*OCTGAME, *arguments)


def warm(*arguments: str | Path) -> Run:
    """A check of what did not change; the one before made it be remembered."""
    return run(*OCTGAME, *arguments)


def paired(
    ours: Callable[[], Run], theirs: Callable[[], Run], runs: int = RUNS
) -> tuple[Run, Run, float]:
    """The median runs of two commands, and of how they compare in time."""
    both = [(ours(), theirs()) for _ in range(runs)]
    mine = sorted(one for one, _ in both)[runs // 2]
    other = sorted(two for _, two in both)[runs // 2]
    return mine, other, median(one.seconds / two.seconds for one, two in both)


def tell(what: str, figure: str, bar: str, *, met: bool) -> None:
    """One line of the report."""
    print(f"{'ok  ' if met else 'OVER'} {what}: {figure} (bar: {bar})", flush=True)


def nothing() -> Run:
    """A Python that does nothing."""
    return run(sys.executable, "-c", "pass")


def shipped(story: Path) -> None:
    """The named story with its proof, then unchanged."""
    one, _, _ = paired(lambda: cold(story), nothing)
    figure = f"{one.seconds:.2f} s, {one.said.strip().splitlines()[-1:]}"
    tell(f"{story.name}, proved", figure, "0.5 s", met=one.seconds <= 0.5)
    time.sleep(2.5)  # files that are quite new are compared by their contents
    cold(story)
    again, _, ratio = paired(lambda: warm(story), nothing, 4 * RUNS + 1)
    figure = f"{ratio:.2f} times python -c pass ({again.seconds * 1000:.0f} ms)"
    tell(f"{story.name}, unchanged", figure, "2 times", met=ratio <= 2)


def big(folder: Path) -> None:
    """The big story with its proof."""
    big_story.write(folder)
    one, _, _ = paired(lambda: cold(folder), nothing, 3)
    bounded = "not-proved" in one.said
    figure = f"{one.seconds:.2f} s{', bounded' if bounded else ''}"
    most = 5 if bounded else 1
    bar = "1 s, or bounded within 5 s"
    tell("the big story, proved", figure, bar, met=one.seconds <= most)


def against_ink(folder: Path) -> None:
    """1 000 scenes with their proof against the same story compiled as ink."""
    long_story.write(folder, 1000)
    source, compiled = folder / "story.ink", folder / "story.json"
    source.write_text(long_story.ink(1000), "utf-8")
    if not INKJS.exists():
        print("     inkjs is not installed: npm install in tests/oracle")
        return
    one, other, ratio = paired(
        lambda: cold(folder), lambda: run("node", INKJS, source, "-o", compiled)
    )
    figure = (
        f"{ratio:.2f} times inkjs-compiler ({one.seconds:.2f} s, {other.seconds:.2f})"
    )
    tell("1 000 scenes, proved", figure, "0.25 times", met=ratio <= 0.25)


def in_proportion(folder: Path) -> None:
    """1 000 and 10 000 scenes without the proof."""
    found = {}
    for count, runs in ((1000, RUNS), (10_000, 3)):
        place = folder / str(count)
        long_story.write(place, count)
        one, _, ratio = paired(
            lambda place=place: cold(place, "--no-proof"),
            lambda place=place: run(*YAML, place),
            runs,
        )
        found[count] = one
        figure = f"{one.seconds:.2f} s, {one.megabytes:.0f} MB"
        bar = "6 s, 500 MB"
        met = one.seconds <= 6 and one.megabytes <= 500
        tell(f"{count:,} scenes, not proved", figure, bar, met=met)
        figure = f"{ratio:.2f} times yaml.load(CSafeLoader)"
        tell(f"{count:,} scenes, not proved", figure, "1.2 times", met=ratio <= 1.2)
    more = found[10_000].seconds / found[1000].seconds
    tell("10 times the scenes", f"{more:.1f} times as long", "11", met=more <= 11)
    time.sleep(2.5)
    cold(folder / "10000", "--no-proof")
    again = sorted(warm(folder / "10000", "--no-proof") for _ in range(RUNS))[RUNS // 2]
    figure, met = f"{again.seconds:.3f} s", again.seconds <= 0.4
    tell("10,000 scenes, unchanged", figure, "0.4 s", met=met)


def main() -> None:
    """Print every figure with its bar."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        os.environ["OCTGAME_CACHE_DIR"] = str(folder / "cache")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        (folder / "cache").mkdir()
        shipped(Path(sys.argv[1]) if len(sys.argv) > 1 else OCTOBER)
        big(folder / "big")
        against_ink(folder / "ink")
        in_proportion(folder)


if __name__ == "__main__":
    main()
