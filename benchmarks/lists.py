"""Long lists: from the key to the first rows of a codex, and a page down in it.

    python benchmarks/lists.py [--opens 7]

In a pseudo-terminal of 100 by 32 cells, key to last byte. The small story of the tests
is given 500 and 5 000 codex entries, then as many cards that were found; it is played
as it comes out of the cache, where nothing is unpacked yet. Each open is a new process.
"""

import argparse
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from terminal import Terminal

ROOT = Path(__file__).parents[1]
SIZES = (500, 5000)
PER_FILE = 500
PAGES = 12
ENTRIES = {
    "codex": """\
  entry_{n}:
    kind: term
    title: Word {n}
    text: The word that stands at place {n} of a long list.
""",
    "cards": """\
  paper_{n}:
    title: Paper {n}
    kind: memo
    maker: Somebody
    made: 1917-03-12
    about: 1917-03-12
    audience: Nobody
    survived: In a list
    text: The paper that stands at place {n} of a long list.
    composed: yes
""",
}


def written(folder: Path, section: str, count: int) -> Path:
    """The small story with so many entries more."""
    shutil.copytree(ROOT / "tests" / "stories" / "mini", folder)
    for first in range(0, count, PER_FILE):
        numbers = range(first, min(count, first + PER_FILE))
        rows = "".join(ENTRIES[section].format(n=n) for n in numbers)
        (folder / f"more_{first}.yaml").write_text(f"{section}:\n{rows}")
    return folder


def show(folder: Path) -> None:
    """The interface on that story, every card of it found."""
    sys.path.insert(0, str(ROOT / "tests"))
    from octgame.game.events import Turn  # noqa: PLC0415 - the shown process's alone
    from octgame.game.journal import Header  # noqa: PLC0415
    from octgame.game.play import Play  # noqa: PLC0415
    from octgame.loading.open import open_story  # noqa: PLC0415
    from octgame.ui.app import run  # noqa: PLC0415
    from ui.table import table  # noqa: PLC0415

    program = open_story(folder)
    play = Play(program, Header(program.core.id, program.core.content))
    found = (1 << len(program.cards)) - 1
    play.begun = Turn(play.begun.state._replace(found=found), ())
    run(table(play))


def opened(folder: Path, cache: str) -> tuple[float, list[float]]:
    """Seconds to the first rows, and of each page down."""
    command = [sys.executable, __file__, "--show", str(folder)]
    terminal = Terminal(command, env={"OCTGAME_CACHE_DIR": cache})
    terminal.until("caption")
    terminal.settle()
    times = []
    for key in ("c", *["\x1b[6~"] * PAGES):
        sent = terminal.send(key)
        _, last = terminal.settle()
        times.append(last - sent)
    terminal.kill()
    return times[0], times[1:]


def main() -> None:
    """Print the medians, and 5 000 entries as a multiple of 500."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--opens", type=int, default=7)
    parser.add_argument("--show", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.show:
        show(options.show)
        return
    for section in ENTRIES:
        small = 0.0
        for count in SIZES:
            with tempfile.TemporaryDirectory() as folder:
                story = written(Path(folder) / "story", section, count)
                opened(story, folder)  # the cache is written
                plays = [opened(story, folder) for _ in range(options.opens)]
            first = statistics.median(rows for rows, _ in plays)
            down = statistics.median(time for _, pages in plays for time in pages)
            small = small or first
            rows = f"first rows {first * 1000:6.1f} ms ({first / small:4.2f} x)"
            print(f"{section:6}{count:6,d}  {rows}  page down {down * 1000:5.1f} ms")


if __name__ == "__main__":
    main()
