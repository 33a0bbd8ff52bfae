"""What is planned for a lesson is what a class meets, whatever it decides."""

import random

import pytest

from classroom import bridge, october
from octgame.classroom.lesson import Class
from octgame.classroom.moves import advance, close
from octgame.game.lesson.pace import pace
from octgame.game.lesson.polls import Poll


def words(group: Class) -> int:
    """What a class reads in the step in which it stands, all of it."""
    read = 0
    for stop in group.stops:
        if isinstance(stop, Poll):
            texts = [stop.ask, *(text for _, text in stop.options)]
            read += sum(len(text.split()) for text in texts)
        else:
            read += stop.words
    return read


def walk(group: Class, seed: int) -> dict[str, int]:
    """The seconds that each step of a lesson takes, with votes at random."""
    dice = random.Random(seed)
    taken = {}
    while True:
        step = group.step
        while group.step is step:
            taken[step.id] = step.planned(words(group), group.length)
            if group.poll is not None and group.tally is None:
                hands = [dice.randrange(30) for _ in group.poll.options]
                group = advance(
                    advance(group, "open"), close([*hands[:-1], hands[-1] + 1])
                )
            elif group.at + 1 == len(group.path) and group.stop + 1 == len(group.stops):
                return taken
            else:
                group = advance(group, "next")


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("length", [35, 45, 50])
def test_the_lesson_on_the_palace_takes_what_is_planned(length: int, seed: int) -> None:
    """Within the bounds of each step; what is kept changes a few words."""
    group = october.begun(length)
    planned = {p.step: p for p in pace(group.program, group.lesson, length)}
    slack = {"class_history": 30, "ticket": 30, "which_three": 30}
    for step, seconds in walk(group, seed).items():
        least, most = planned[step].least, planned[step].most
        spare = slack.get(step, 0)
        assert least - spare <= seconds <= most + spare, step


@pytest.mark.parametrize("seed", range(12))
def test_a_small_lesson_takes_what_is_planned(seed: int) -> None:
    """The same of the small story."""
    group = bridge.begun(10)
    planned = {p.step: p for p in pace(group.program, group.lesson, 10)}
    for step, seconds in walk(group, seed).items():
        spare = 20 if step in ("uncovered", "ticket") else 0
        assert planned[step].least - spare <= seconds <= planned[step].most + spare
