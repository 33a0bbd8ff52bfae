"""`kill -9` at random moments of a real play: is a choice lost that was painted?

    python benchmarks/kill.py [--runs 200]

A play in a pseudo-terminal is killed somewhere between a key and its page, or between
pages. A choice counts as painted when its frame was whole on the terminal; every
painted choice must be in the journal.
"""

import argparse
import os
import random
import sys
import tempfile
from pathlib import Path

from octgame.game.journal import Header, read
from octgame.game.play import Play
from octgame.game.program import Program
from octgame.game.replay import replay
from octgame.loading.open import open_story
from octgame.loading.places import story_folder
from terminal import FRAME_ENDS, Terminal


def keys_of(program: Program, rng: random.Random) -> tuple[Play, list[str]]:
    """A short random play and the digits that play it."""
    play = Play(program, Header(program.core.id, program.core.content))
    keys: list[str] = []
    while len(keys) < 12 and not play.page.ended:
        offers = list(play.page.offers[:9])
        can = [n for n, o in enumerate(offers) if o.open and not o.writes]
        number = rng.choice(can)
        play.take(offers[number].id)
        keys.append(str(number + 1))
    return play, keys


def one(program: Program, octgame: str, folder: Path, rng: random.Random) -> str:
    """Play, kill, read the journal; a line that says what was found, or ""."""
    play, keys = keys_of(program, rng)
    env = {
        "OCTGAME_CACHE_DIR": str(folder.parent / "cache"),
        "OCTGAME_SAVE_DIR": str(folder),
    }
    terminal = Terminal([octgame, "--new"], env=env)
    terminal.until("photograph")
    terminal.settle()
    at = rng.randrange(len(keys))
    painted = 0
    for key in keys[:at]:
        terminal.send(key)
        data, _ = terminal.settle()
        painted += FRAME_ENDS in data
    terminal.send(keys[at])
    data = b""
    for _ in range(rng.randrange(4)):
        data += terminal.read(rng.random() * 0.01)
    terminal.kill()
    painted += FRAME_ENDS in data
    journals = sorted(folder.rglob("*.journal"))
    # A journal without a byte was begun by a game that was killed in that moment.
    text = journals[-1].read_text("ascii") if journals else ""
    if not text:
        return f"no journal, {painted} choices painted" if painted else ""
    journal = read(text)
    moves = [line.choice for line in journal.lines if line.kind == "move"]
    expected = [step.move for step in play.steps]
    if len(moves) < painted or moves != expected[: len(moves)]:
        return f"{painted} painted, journal has {moves}"
    back = replay(program, journal)
    if back.notices and not journal.damage:
        return f"replay says {back.notices}"
    return ""


def main() -> None:
    """Run, and print how many choices were lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=200)
    runs = parser.parse_args().runs
    program = open_story(story_folder())
    octgame = str(Path(sys.executable).with_name("octgame"))
    lost = 0
    with tempfile.TemporaryDirectory() as folder:
        for run in range(runs):
            saves = Path(folder) / f"saves-{run}"
            os.makedirs(saves)
            found = one(program, octgame, saves, random.Random(run))
            if found:
                lost += 1
                print(f"run {run}: {found}")
    print(f"{runs} kills, {lost} with a painted choice lost")
    sys.exit(1 if lost else 0)


if __name__ == "__main__":
    main()
