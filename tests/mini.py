"""The small story, compiled, and plays wandered through it."""

import random
from functools import cache
from pathlib import Path

from octgame.game.compile import compile_story
from octgame.game.journal import Header
from octgame.game.play import Play
from octgame.game.program import Program
from octgame.loading.load import load

MINI = Path(__file__).parent / "stories" / "mini"


@cache
def mini_program() -> Program:
    """The small story, compiled once for all tests."""
    loaded = load(MINI)
    assert loaded.story is not None
    return compile_story(loaded.story, loaded.content)


def begun() -> Play:
    """A play of the small story that is kept nowhere."""
    core = mini_program().core
    return Play(mini_program(), Header(core.id, core.content))


def wander(play: Play, moves: int, seed: int = 1) -> None:
    """Take at most that many moves, the same ones for the same seed."""
    dice = random.Random(seed)
    for _ in range(moves):
        offers = [offer.id for offer in play.page.offers if offer.open]
        if not offers:
            return
        play.take(dice.choice(offers))
