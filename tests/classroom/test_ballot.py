"""A vote of the class: what counts, what is refused, what came of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octgame.classroom.ballot import Ballot, Motion, Option, Tally, counted, doubted
from octgame.errors import UsageError

MOTION = Motion(
    "back_door",
    "do",
    "What now?",
    (Option("go_in", "Go in."), Option("stay", "Stay."), Option("count", "Count.")),
)


def opened(number: int = 1) -> Ballot:
    """A ballot on the motion, nobody has voted."""
    return Ballot(MOTION, number)


def tally(*counts: int) -> Tally:
    """What comes of so many hands."""
    return counted(MOTION, counts)


def test_the_last_vote_of_a_seat_before_the_close_counts_once() -> None:
    """Who changes their mind is counted where they stand at the end."""
    ballot = opened()
    for option in ("go_in", "go_in", "stay"):
        ballot, verdict = ballot.cast("a", 1, option)
        assert verdict == "accepted"
    assert ballot.close()[1].counts == (0, 1, 0)


def test_the_same_vote_again_changes_nothing() -> None:
    """A phone that sends twice gets the same answer and is the same ballot."""
    once, _ = opened().cast("a", 1, "stay")
    assert once.cast("a", 1, "stay") == (once, "accepted")


def test_a_vote_for_another_ballot_is_old() -> None:
    """A late phone cannot vote in the round that came after."""
    ballot = opened(number=4)
    assert ballot.cast("a", 3, "stay") == (ballot, "old")
    assert ballot.cast("a", 5, "stay") == (ballot, "old")


def test_a_vote_after_the_close_is_refused() -> None:
    """What was shown on the wall cannot change any more."""
    ballot, _ = opened().cast("a", 1, "stay")
    ballot, tally = ballot.close()
    assert ballot.cast("b", 1, "go_in") == (ballot, "closed")
    assert ballot.close()[1] == tally


def test_an_option_that_is_not_there_is_unknown() -> None:
    """A vote for something else is no vote."""
    ballot = opened()
    assert ballot.cast("a", 1, "flee") == (ballot, "unknown")


@pytest.mark.parametrize("counts", [(), (1, 2), (1, 2, 3, 4), (1, -1, 0), (1, 0, 1000)])
def test_counts_that_cannot_be_are_refused(counts: tuple[int, ...]) -> None:
    """One number for each option, none below nothing, none past all sense."""
    with pytest.raises(UsageError):
        counted(MOTION, counts)


def test_of_equals_the_first_listed_wins() -> None:
    """A tie is decided by the order on the wall, which everybody can see."""
    came = tally(3, 7, 7)
    assert (came.winner, came.minority) == ("stay", "count")


def test_a_vote_without_votes_has_no_winner() -> None:
    """Nobody wins where nobody voted."""
    came = tally(0, 0, 0)
    assert (came.winner, came.minority, came.is_split) == ("", "", False)


def test_a_class_that_agrees_has_no_minority() -> None:
    """There is nobody to ask for the other reason."""
    assert (tally(0, 9, 0).winner, tally(0, 9, 0).minority) == ("stay", "")


@pytest.mark.parametrize(
    ("counts", "is_split"),
    [
        ((10, 10, 0), True),
        ((11, 9, 0), True),
        ((12, 9, 0), False),
        ((2, 1, 0), False),
        ((9, 0, 0), False),
    ],
)
def test_a_vote_is_split_within_a_tenth_of_all(
    counts: tuple[int, ...], is_split: bool
) -> None:
    """The other branch is read too where the room was nearly even."""
    assert tally(*counts).is_split is is_split


@pytest.mark.parametrize(
    ("counts", "places", "drawn"),
    [
        ((9, 9, 0), 1, ("go_in",)),
        ((3, 7, 7), 1, ("stay",)),
        ((9, 8, 0), 1, ()),
        ((0, 0, 0), 1, ()),
        ((9, 4, 4), 2, ("stay",)),
        ((4, 4, 4), 2, ("go_in", "stay")),
        ((9, 4, 0), 3, ()),
    ],
)
def test_a_tie_names_the_winners_that_the_list_alone_set_first(
    counts: tuple[int, ...], places: int, drawn: tuple[str, ...]
) -> None:
    """However many of them win."""
    assert tally(*counts).drawn(places) == drawn


@pytest.mark.parametrize(
    ("hands", "doubt"),
    [
        ((44, 1, 0), 0),
        ((100, 2, 0), 100),
        ((1000, 2, 0), 0),
        ((12, 7, 4), 0),
        ((20, 15, 9), 0),
        ((20, 15, 11), 46),
    ],
)
def test_hands_that_a_room_can_hardly_hold_are_doubted(
    hands: tuple[int, ...], doubt: int
) -> None:
    """More than sixty for an option, or twice as many as ever before in all."""
    assert doubted(hands, [tally(12, 7, 4), tally(1, 1, 1)]) == doubt
    assert doubted((20, 15, 11), []) == 0


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(MOTION.keys))))
def test_the_tally_is_what_each_seat_said_last(votes: list[tuple[str, str]]) -> None:
    """Whatever the order of votes, every seat counts once, with its last word."""
    ballot = opened()
    for seat, key in votes:
        ballot, _ = ballot.cast(seat, 1, key)
    last = list(dict(votes).values())
    assert ballot.close()[1].counts == tuple(map(last.count, MOTION.keys))
