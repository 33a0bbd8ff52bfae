"""What several plays met together, without telling what was missed."""

from mini import begun, mini_program, wander
from octgame.game.play import Play
from octgame.game.progress import progress


def finished(seed: int) -> Play:
    """A play that was wandered to its end."""
    play = begun()
    wander(play, 400, seed)
    assert play.state.ended
    return play


def test_nothing_was_met_before_the_first_play() -> None:
    """Every count is nought, and no witness was heard."""
    met = progress(mini_program(), [])
    assert (met.plays, met.ended, met.heard.have) == (0, 0, 0)
    assert all(count.have == 0 for count in met.counts)


def test_a_witness_is_heard_when_a_play_in_the_role_is_finished() -> None:
    """An unfinished play counts for scenes, and not for its witness."""
    play = begun()
    play.take("be_keeper")
    met = progress(mini_program(), [play])
    assert (met.plays, met.ended, met.heard.have) == (1, 0, 0)
    assert met.counts[0].have > 0
    assert progress(mini_program(), [finished(1)]).heard.have == 1


def test_a_thing_met_in_two_plays_counts_once() -> None:
    """The same play twice is as much as once; another adds to it."""
    one = progress(mini_program(), [finished(1)])
    two = progress(mini_program(), [finished(1), finished(1)])
    assert one.counts == two.counts
    many = progress(mini_program(), [finished(seed) for seed in range(6)])
    assert many.heard.have == many.heard.there
    assert all(m.have >= o.have for m, o in zip(many.counts, one.counts, strict=True))
    assert all(count.have <= count.there for count in many.counts)
