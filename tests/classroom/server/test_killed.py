"""The program is killed in a round: what was acknowledged is there when it is back."""

from phones import kill


async def test_a_kill_in_a_round_loses_no_acknowledged_vote_and_no_seat() -> None:
    """Twenty phones over real connections; nobody joins a second time."""
    missed = await kill(number=20, runs=1)
    assert not set(missed) & {"votes lost", "rejoined", "errors"}
