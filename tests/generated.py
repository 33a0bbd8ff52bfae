"""Small stories made up by dice, with every kind of choice and condition in them."""

from functools import cache
from random import Random

from octgame.game.program import Program
from small import small

CARDS = ("keeper_log", "pay_list", "handbill", "evening_paper", "letter_home")
FACTS = ("hour_of_opening", "hundred_men")
ANSWERS = ("seized", "opened", "both", "none")
VARIABLES = """
nerve: {type: number, start: 0, min: -1, max: 2}
brave: {type: flag, start: no}
word: {type: word, start: none_yet, words: [none_yet, coup, rising]}
"""


@cache
def generated(seed: int, scenes: int = 5, *, dead_ends: bool = False) -> Program:
    """A story of a few scenes, the same for the same seed."""
    return small(scenes_of(seed, scenes, dead_ends=dead_ends), variables=VARIABLES)


def scenes_of(seed: int, scenes: int = 5, *, dead_ends: bool = False) -> str:
    """The scenes of such a story, as an author would have written them.

    Args:
        seed: Of the dice.
        scenes: How many.
        dead_ends: Whether there may be scenes in which no choice is open.
    """
    return _Dice(seed, scenes, dead_ends=dead_ends).story()


class _Dice:
    """Makes the YAML of a story up, line by line."""

    def __init__(self, seed: int, scenes: int, *, dead_ends: bool) -> None:
        self.dice, self.dead_ends = Random(seed), dead_ends
        self.scenes = [f"s{number}" for number in range(scenes)]

    def story(self) -> str:
        """Scenes, and an ending whose text waits for things."""
        end = f"end: {{title: End, text: [The end., {self.passage()}], ending: yes}}"
        return "\n".join([*map(self.scene, self.scenes), end])

    def sometimes(self, text: str, chance: float = 0.3) -> str:
        return text if self.dice.random() < chance else ""

    def scene(self, key: str) -> str:
        first = key == self.scenes[0]
        fields = [
            f"title: {key}",
            f"text: [T., {self.passage()}, {self.passage()}]",
            self.sometimes("note: N., step_back: S.", 0.1),
            self.sometimes(f"if: {self.condition()}") if not first else "",
            self.sometimes("asks: was_it_seized", 0.2),
            self.sometimes("shows: [newsreel], reveals: [hundred_men]", 0.2),
            self.sometimes(f"roles: [{self.role()}]", 0.1) if not first else "",
            self.going_on(automatic=not first and self.dice.random() < 0.15),
        ]
        return f"{key}: {{{', '.join(filter(None, fields))}}}"

    def going_on(self, *, automatic: bool) -> str:
        if automatic:
            way = f"{{if: {self.condition()}, to: {self.dice.choice(self.scenes)}}}"
            return f"ways: [{way}, {{to: end}}]"
        keys = [f"c{number}" for number in range(self.dice.randint(1, 3))]
        choices = ", ".join(f"{key}: {{{self.choice()}}}" for key in keys)
        closed = f"if: {self.condition()}, " if self.shuts() else ""
        out = f"out: {{text: Out., {closed}to: {self.target()}}}"
        return f"choices: {{{choices}, {out}}}"

    def shuts(self) -> bool:
        """Whether even the last choice of a scene has a condition."""
        return self.dead_ends and self.dice.random() < 0.2

    def choice(self) -> str:
        per_card = self.dice.random() < 0.3
        told = f"it == {self.card()}" if per_card else self.condition()
        closed = self.sometimes(", else: Not now.")
        fields = [
            "text: Take it.",
            self.sometimes(f"then: [{{if: {told}, text: P.}}]", 0.5),
            self.sometimes(f"if: {self.condition()}{closed}", 0.4),
            self.sometimes(f"finds: [{', '.join(self.dice.sample(CARDS, 2))}]", 0.4),
            self.sometimes(f"reveals: [{self.dice.choice(FACTS)}]", 0.2),
            self.sometimes(f"set: {{{self.setting()}}}"),
            self.sometimes(f"add: {{nerve: {self.dice.choice((-1, 1))}}}"),
            f"to: {self.target()}",
            self.sometimes("once: yes"),
            self.per_card() if per_card else self.asking(),
        ]
        return ", ".join(filter(None, fields))

    def per_card(self) -> str:
        fits = self.dice.choice(
            ("cards: [pay_list, handbill]", "kinds: [memo, press]", "puts_out: it")
        )
        return f"each: box, times: {self.dice.randint(1, 2)}, {fits}"

    def asking(self) -> str:
        return self.dice.choice(
            (
                *("", "", f"puts_out: [{self.card()}]"),
                "believes: was_it_seized",
                "orders: {a: A., b: B., c: C.}, right: brave",
                "sorts: [hundred_men, hour_of_opening]",
            )
        )

    def setting(self) -> str:
        return self.dice.choice(
            (
                *("brave: yes", "brave: no", "word: coup", "word: rising"),
                f"nerve: {self.dice.randint(-1, 2)}",
                f"role: {self.role()}",
            )
        )

    def passage(self) -> str:
        return f"{{if: {self.condition()}, text: P.}}"

    def condition(self) -> str:
        first = self.term()
        if self.dice.random() < 0.5:
            return first
        return f"{first} {self.dice.choice(('and', 'or'))} {self.term()}"

    def term(self) -> str:
        inverted = self.sometimes("not ", 0.25)
        compared = self.dice.choice((">=", "<", "=="))
        return inverted + self.dice.choice(
            (
                f"nerve {compared} {self.dice.choice('012')}",
                *("brave", f"word == {self.dice.choice(('coup', 'rising'))}"),
                *(f"seen({self.dice.choice(self.scenes)})", f"found({self.card()})"),
                *(f"kept({self.card()})", f"role == {self.role()}"),
                f"believes(was_it_seized) == {self.dice.choice(ANSWERS)}",
                f"sure(was_it_seized) >= {self.dice.randint(1, 4)}",
            )
        )

    def card(self) -> str:
        return self.dice.choice(CARDS)

    def role(self) -> str:
        return self.dice.choice(("keeper", "carter"))

    def target(self) -> str:
        return self.dice.choice((*self.scenes, "next", "next", "here", "end"))
