"""A play can be played again from any of its scenes, and stays as it was."""

from hypothesis import given
from hypothesis import strategies as st

from mini import begun, wander
from octgame.game.again import again, visits


def test_the_visits_are_the_scenes_in_the_order_of_coming_to_them() -> None:
    """A scene that is stayed in is visited once."""
    play = begun()
    for move in ("caption:seized", "_sure:4", "be_keeper", "_go_on", "search_desk"):
        play.take(move)
    assert [(v.title, v.moves) for v in visits(play)] == [
        ("The Reading Room", 0),
        ("The Gatehouse", 3),
    ]


@given(seed=st.integers(0, 500), moves=st.integers(0, 40))
def test_a_play_begun_again_stands_where_the_first_one_stood(
    seed: int, moves: int
) -> None:
    """The state and the page of any visit, by the same moves."""
    play = begun()
    wander(play, moves, seed)
    before = list(play.text)
    for visit in visits(play):
        other = again(play, visit.moves)
        stood = [play.begun.state, *(step.state for step in play.steps)]
        assert other.state == stood[visit.moves]
        assert other.page.scene == visit.scene
        assert len(other.steps) == visit.moves
    assert play.text == before
