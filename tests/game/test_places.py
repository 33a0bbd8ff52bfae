"""Places: where a play is, where it has been, and how far the others are."""

import pytest

from mini import begun, mini_program
from octgame.game.places import path_to, places


def test_places_come_in_the_order_of_what_matters() -> None:
    """Here first, then where one has been; what has no coordinates is on no map."""
    play = begun()
    for move in ("caption:both", "_sure:2", "be_keeper", "_go_on"):
        play.take(move)
    found = places(mini_program(), play.state)
    assert [(place.id, place.standing) for place in found] == [
        ("bridge", "here"),
        ("orlovo", "been"),
    ]


def test_a_place_says_how_far_it_is_from_here() -> None:
    """The place itself says nothing."""
    play = begun()
    found = {place.id: place.way for place in places(mini_program(), play.state)}
    assert found == {"orlovo": "", "bridge": "0.7 km north"}


@pytest.mark.parametrize(
    ("end", "way"),
    [
        ((59_940, 30_314), ""),
        ((59_950, 30_314), "1.1 km north"),
        ((59_950, 30_334), "1.6 km north-east"),
        ((59_940, 30_294), "1.1 km west"),
        ((57_819, 28_332), "260 km south-west"),
    ],
)
def test_ways_are_told_in_kilometres_and_winds(end: tuple[int, int], way: str) -> None:
    """A degree of longitude is half as long up there as one of latitude."""
    assert path_to((59_940, 30_314), end) == way
