"""The machine that looks up is the machine that works out, move by move."""

from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generated import generated
from mini import mini_program
from octgame.errors import StoryError
from octgame.game.compile import compile_story
from octgame.game.offers import asides, moves
from octgame.game.paging import page
from octgame.game.path import Step
from octgame.game.step import begin, take
from octgame.game.tables import Tables
from octgame.loading.load import load

OCTOBER = Path(__file__).parents[2] / "scenes" / "october"
MOST_MOVES = 120


mini_tables = cache(lambda: Tables(mini_program()))
made_up = cache(lambda seed: Tables(generated(seed)))


def both(tables: Tables, seed: int) -> int:
    """Play both machines side by side; how many moves they agreed on."""
    program, dice = tables.program, Random(seed)
    box = program.cards.ids[: seed % 10]
    try:
        state = begin(program, box=box).state
    except StoryError:
        return 0
    packed, path = tables.pack(state), list[Step]()
    for made in range(MOST_MOVES):
        assert tables.state(packed) == state
        assert tables.page(packed, path) == page(program, state, path)
        there = [move for move in moves(program, state) if move.open]
        edges = tables.moves(packed)
        if dice.random() < 0.1:
            there = list(asides(program, state)) or there
            edges = tables.asides(packed) or edges
        assert [edge.move for edge in edges] == there
        if not there:
            return made
        edge = dice.choice(edges)
        scene = program.scenes.ids[state.scene]
        try:
            turn = take(program, state, edge.move)
        except StoryError as broken:
            with pytest.raises(StoryError, match=broken.message):
                tables.take(packed, edge)
            return made
        state, packed = turn.state, tables.take(packed, edge)
        path.append(Step(scene, edge.move.id, turn.events, state))
    return MOST_MOVES


@given(st.integers(0, 2**32 - 1))
def test_the_small_story_plays_the_same_by_both(seed: int) -> None:
    """Each state and each page on the way, stepping aside now and then."""
    assert both(mini_tables(), seed) > 0


@given(st.integers(0, 400), st.integers(0, 2**32 - 1))
def test_a_made_up_story_plays_the_same_by_both(story: int, seed: int) -> None:
    """Every kind of choice and condition, and stories that break."""
    both(made_up(story), seed)


def test_the_shipped_story_plays_the_same_by_both() -> None:
    """As far as random plays come."""
    story = load(OCTOBER, catalogue=False).story
    assert story is not None
    tables = Tables(compile_story(story))
    assert all(both(tables, seed) for seed in range(20))
