"""Seeded plays of a story by the game and, written out as ink, by inkcpp, compared.

    python benchmarks/oracle.py [--story FOLDER] [--plays 500] [--made-up 40]

A play is equal if every page has the same lines and the same open moves on both sides.
CONTRIBUTING.md says what it needs beside Python.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from generated import VARIABLES, scenes_of  # noqa: E402 - tests are no package
from octgame.errors import StoryError  # noqa: E402
from octgame.loading.load import load  # noqa: E402
from octgame.loading.places import story_folder  # noqa: E402
from octgame.story.model import Story  # noqa: E402
from oracle.replay import Oracle, oracle, play  # noqa: E402
from small import small_story  # noqa: E402

MADE_UP_PLAYS = 30
"""How many plays each story by dice is given."""


class Met:
    """What the plays came to.

    Attributes:
        offers: How often each open move was shown, an author's by scene and key, one
            of the engine's by its key.
    """

    def __init__(self) -> None:
        self.plays = self.equal = self.ended = self.pages = 0
        self.offers: Counter[str] = Counter()

    def play(self, both: Oracle, role: str, seed: int) -> None:
        """Play once on both sides, up to the first page that differs."""
        self.plays += 1
        try:
            for turn in play(both, role, seed):
                self.pages += 1
                for offer in (*turn.page.offers, *turn.page.aside):
                    if offer.open:
                        key = offer.id.partition(":")[0]
                        scene = "" if key.startswith("_") else f"{turn.page.scene}."
                        self.offers[scene + key] += 1
                if turn.game != turn.ink:
                    print(f"  {role}, play {seed}: {turn.page.scene} differs")
                    return
                self.ended += turn.page.ended
        except StoryError:  # by dice some stories lead nowhere
            pass
        self.equal += 1


def shipped(story: Story, plays: int, folder: Path) -> bool:
    """Compare plays of each role; whether all are equal."""
    started = perf_counter()
    both, met = oracle(story, folder), Met()
    for role in story.roles:
        before = met.equal
        for seed in range(plays):
            met.play(both, role, seed)
        print(f"{story.id}, {role}: {met.equal - before} of {plays} plays equal")
    choices = sum(len(scene.choices) for scene in story.scenes.values())
    offered = [key for key in met.offers if not key.startswith("_")]
    print(f"{met.pages:,} pages, {met.ended:,} plays to an ending")
    print(f"{len(offered)} of {choices} choices were open in at least one of them")
    asked = {key: n for key, n in met.offers.items() if key.startswith("_")}
    print("the engine's own moves:", asked)
    print(f"{perf_counter() - started:.0f} s")
    return met.equal == met.plays


def made_up(stories: int, folder: Path) -> bool:
    """Compare plays of stories by dice; whether all are equal."""
    met = Met()
    for seed in range(stories):
        story = small_story(scenes_of(seed), variables=VARIABLES).story
        if story is None:
            sys.exit(f"the story by dice {seed} has errors")
        both = oracle(story, folder)
        for number in range(MADE_UP_PLAYS):
            met.play(both, "keeper", number)
    print(f"{stories} stories by dice: {met.equal} of {met.plays} plays equal")
    return met.equal == met.plays


def main() -> None:
    """Play, compare and print; exit 1 where anything differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--story", type=Path, default=story_folder())
    parser.add_argument("--plays", type=int, default=500)
    parser.add_argument("--made-up", type=int, default=40)
    given = parser.parse_args()
    story = load(given.story).story
    if story is None:
        sys.exit(f"{given.story} has errors: octgame check names them")
    with TemporaryDirectory() as folder:
        alike = shipped(story, given.plays, Path(folder))
        alike &= made_up(given.made_up, Path(folder))
    sys.exit(0 if alike else 1)


if __name__ == "__main__":
    main()
