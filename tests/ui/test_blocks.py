"""Blocks as rows: what a colour says, a sign or a measure says too."""

from hypothesis import given
from hypothesis import strategies as st

from mini import mini_program
from octgame.game.page import Block
from octgame.story.frame import SURENESS
from octgame.story.prose import Span
from octgame.ui import signs
from octgame.ui.blocks import set_blocks
from octgame.ui.typeset import measure


@given(sureness=st.sampled_from(SURENESS), width=st.integers(8, 120))
def test_a_belief_has_a_bar_as_long_as_it_was_sure(sureness: int, width: int) -> None:
    """Full cells and empty ones together make the whole, at any width."""
    told = Block("line", (Span(f"Seized ({sureness} of 4)"),), sureness=sureness)
    *_, bar = set_blocks(mini_program(), [told], width)
    full = sum(piece.text.count(signs.FULL) for piece in bar)
    empty = sum(piece.text.count(signs.EMPTY) for piece in bar)
    assert full * len(SURENESS) == sureness * (full + empty)
    assert full
    assert measure(bar) <= width


def test_a_row_that_measures_nothing_has_no_bar() -> None:
    """Only a belief is measured."""
    rows = set_blocks(mini_program(), [Block("line", (Span("No measure"),))], 40)
    assert len(rows) == 1
