"""A story made up by dice, large enough to measure `octgame check` on.

200 scenes in acts of ten, 600 choices, two roles, 24 flags, four counters from 0 to 9
that are raised and lowered, 40 once-only choices, 12 cards that conditions test;
conditions of one to three terms. Whatever the seed, a play can go on from every scene.

Usage: python benchmarks/big_story.py FOLDER [SEED]
"""

import sys
from pathlib import Path
from random import Random

SCENES, CHOICES, ONCE, ACT = 200, 3, 40, 10
FLAGS = [f"flag_{number}" for number in range(24)]
COUNTERS = [f"count_{number}" for number in range(4)]
CARDS = [f"card_{number}" for number in range(12)]
ROLES = ("first", "second")
NAMES = [f"scene_{number}" for number in range(SCENES)]

STORY = """story:
  id: big
  title: A big story
  about: Made up by dice.
  calendar: old_style
  start: scene_0
  schools: {a: {name: A, short: AAA, about: A.}, b: {name: B, short: BBB, about: B.}}
  roles: {first: {name: First, about: One.}, second: {name: Second, about: Two.}}
"""
CARD = (
    "{{title: {0}, kind: memo, maker: Dice, made: 1917-10-25, about: 1917-10-25, "
    "audience: Nobody, survived: By chance, text: Nothing., composed: yes}}"
)


class Dice:
    """Makes the story up, scene by scene."""

    def __init__(self, seed: int) -> None:
        self.dice = Random(seed)
        self.once = set(self.dice.sample(range(SCENES), ONCE))

    def files(self) -> dict[str, str]:
        """The story's files."""
        flags = [f"    {flag}: {{type: flag, start: no}}" for flag in FLAGS]
        counters = [
            f"    {count}: {{type: number, start: 3, min: 0, max: 9}}"
            for count in COUNTERS
        ]
        acts = [
            f"    act_{at}: {{title: Act, scenes: [{', '.join(NAMES[at : at + ACT])}]}}"
            for at in range(0, SCENES, ACT)
        ]
        frame = ["  acts:", *acts, "  variables:", *flags, *counters]
        cards = "\n".join(f"  {card}: {CARD.format(card)}" for card in CARDS)
        scenes = "\n".join(self.scene(at) for at in range(SCENES))
        return {
            "story.yaml": STORY + "\n".join(frame) + "\n",
            "cards.yaml": f"cards:\n{cards}\n",
            "scenes.yaml": f"scenes:\n{scenes}\n",
        }

    def scene(self, at: int) -> str:
        """One scene; the last one ends the story."""
        words = " ".join(f"word{self.dice.randrange(500)}" for _ in range(30))
        lines = [
            f"  {NAMES[at]}:",
            f"    title: Scene {at}",
            "    text:",
            f"      - {words}.",
            f"      - {{if: {self.condition(at)}, text: {words[:60]}.}}",
        ]
        if at == SCENES - 1:
            return "\n".join([*lines[:4], "    ending: yes"])
        return "\n".join([*lines, "    choices:", *self.choices(at)])

    def choices(self, at: int) -> list[str]:
        """One that is always open and leads on, and two with a condition."""
        found = []
        for number in range(CHOICES):
            found += [f"      choice_{number}:", f"        text: Take way {number}."]
            if number:
                found.append(f"        if: {self.condition(at)}")
            if number == 1 and at in self.once:
                found.append("        once: yes")
            found += self.effects(at, number)
            found.append(f"        to: {self.target(at, number)}")
        return found

    def effects(self, at: int, number: int) -> list[str]:
        """What a choice changes."""
        if at == 0:
            return [f"        set: {{role: {ROLES[number % 2]}}}"]
        found = []
        chance = self.dice.random()
        if chance < 0.5:
            value = self.dice.choice(("yes", "yes", "no"))
            found.append(f"        set: {{{self.dice.choice(FLAGS)}: {value}}}")
        elif chance < 0.8:
            by = self.dice.choice((1, 1, -1))
            found.append(f"        add: {{{self.dice.choice(COUNTERS)}: {by}}}")
        if self.dice.random() < 0.1:
            found.append(f"        finds: [{self.dice.choice(CARDS)}]")
        return found

    def target(self, at: int, number: int) -> str:
        """The next scene, one a little further, or here."""
        if number == 0:
            return NAMES[at + 1]
        if number == 1 and at in self.once:
            return "here"
        return NAMES[min(at + self.dice.randint(1, 3), SCENES - 1)]

    def condition(self, at: int) -> str:
        """One to three terms."""
        terms = [self.term(at) for _ in range(self.dice.randint(1, 3))]
        return f" {self.dice.choice(('and', 'or'))} ".join(terms)

    def term(self, at: int) -> str:
        """One term, of what may have been met before."""
        chance = self.dice.random()
        if chance < 0.5:
            return self.dice.choice(("", "not ")) + self.dice.choice(FLAGS)
        if chance < 0.75:
            sign = self.dice.choice((">=", "<"))
            return f"{self.dice.choice(COUNTERS)} {sign} {self.dice.randint(2, 6)}"
        if chance < 0.9:
            return f"kept({self.dice.choice(CARDS)})"
        return f"seen({NAMES[self.dice.randrange(max(at, 1))]})"


def write(folder: Path, seed: int = 1) -> None:
    """Write the story's files into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in Dice(seed).files().items():
        (folder / name).write_text(text, "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
