"""Random edits of the shipped story, each met by a random play from before it.

    python benchmarks/edits.py [--edits 500]

The edits are those of tests/game/test_edits.py. Every journal must replay without an
exception and land on a scene that exists; what was lost must be told.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import yaml

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from game import test_edits as machinery  # noqa: E402 - tests are no package
from mini import wander  # noqa: E402
from octgame.game import journal  # noqa: E402
from octgame.game.journal import Header  # noqa: E402
from octgame.game.play import Play  # noqa: E402
from octgame.game.program import Program  # noqa: E402
from octgame.game.replay import replay  # noqa: E402
from octgame.loading.open import open_story  # noqa: E402
from octgame.loading.places import story_folder  # noqa: E402


def by_section(folder: Path) -> dict[str, Any]:
    """A story's files as the edits know them: one for each section."""
    files: dict[str, Any] = {}
    for path in sorted(folder.rglob("*.yaml")):
        for section, content in yaml.load(path.read_bytes(), yaml.BaseLoader).items():
            files.setdefault(f"{section}.yaml", {section: {}})[section] |= content
    return files


def one(program: Program, edited: Program, dice: Random) -> str:
    """What became of one journal: where it stands, and what the player is told."""
    play = Play(program, Header(program.core.id, program.core.content))
    wander(play, dice.randint(1, 80), dice.randrange(1 << 30))
    play.write("A line.")
    back = replay(edited, journal.read("\n".join(play.text)))
    if back.play.page.scene not in edited.scenes.at:
        return "lost"
    if back.parked and not back.notices:
        return "parked, untold"
    return "parked" if back.parked else "edited" if back.edited_at else "as it was"


def main() -> None:
    """Edit, replay and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edits", type=int, default=500)
    wanted = parser.parse_args().edits
    folder = story_folder()
    program = open_story(folder)
    machinery.FILES = by_section(folder)
    outcomes: Counter[str] = Counter()
    refused = number = 0
    while outcomes.total() < wanted:
        number += 1
        dice = Random(number)
        edited = machinery._edited(dice)
        if edited is None:
            refused += 1
            continue
        try:
            outcomes[one(program, edited, dice)] += 1
        except Exception as error:  # noqa: BLE001 - any at all is a failure, to be counted
            outcomes["exception"] += 1
            print(f"edit {number}: {error!r}")
    landed = wanted - outcomes["exception"] - outcomes["lost"]
    print(f"{wanted} edited stories read ({refused} more were refused by the loader)")
    print(f"exceptions {outcomes['exception']}, landed {landed}, {dict(outcomes)}")
    sys.exit(1 if landed < wanted or outcomes["parked, untold"] else 0)


if __name__ == "__main__":
    main()
