"""Codes that nobody mistypes, seats that nobody guesses, buckets that refill."""

import pytest

from octgame.classroom.server import buckets
from octgame.classroom.server.addresses import addresses
from octgame.classroom.server.buckets import Buckets
from octgame.classroom.server.seats import (
    RoomFullError,
    Seats,
    hidden,
    new_code,
    typed_code,
)


def test_a_code_has_no_letter_that_looks_like_another() -> None:
    """Six of them, without 0, O, 1 and I; hardly ever the same twice."""
    codes = {new_code() for _ in range(500)}
    assert len(codes) > 490
    assert all(len(code) == 6 and typed_code(code) == code for code in codes)
    assert not set("".join(codes)) & set("0O1I")


@pytest.mark.parametrize("typed", ["k7m4pq", " K7M 4PQ ", "K7M-4PQ", "k7m-4pq\n"])
def test_a_code_is_read_as_people_type_it(typed: str) -> None:
    """In small letters, with a gap or a dash."""
    assert typed_code(typed) == "K7M4PQ"


@pytest.mark.parametrize(
    "typed", ["", "K7M4P", "K7M4PQQ", "K7M4PO", "\u041a7M4PQ", "x" * 99]
)
def test_what_is_no_code_is_none(typed: str) -> None:
    """Too short, too long, a letter that codes do not have, another alphabet's."""
    assert typed_code(typed) == ""


def test_a_seat_is_known_by_its_token_alone() -> None:
    """Its name in memory and on disk gives no way back."""
    seats = Seats(2)
    token = seats.give()
    assert seats.seat_of(token) == hidden(token)
    assert seats.seat_of(hidden(token)) == ""
    assert token not in hidden(token)


def test_places_are_limited_also_after_a_restart() -> None:
    """Seats that were given before count."""
    seats = Seats(2)
    seats.restore("aa")
    seats.give()
    with pytest.raises(RoomFullError):
        seats.give()
    assert len(seats) == 2


def test_a_bucket_empties_and_refills_for_each_by_itself() -> None:
    """Three at once, then one a second."""
    bucket = Buckets(burst=3, per_second=1)
    assert [bucket.take("a", 0) for _ in range(4)] == [True, True, True, False]
    assert bucket.is_empty("a", 0.5)
    assert bucket.take("b", 0.5)
    assert [bucket.take("a", 1.0), bucket.take("a", 1.5)] == [True, False]


def test_buckets_of_many_passers_by_do_not_pile_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Those that are full again are forgotten, the empty ones are not."""
    monkeypatch.setattr(buckets, "MOST_OWNERS", 10)
    bucket = Buckets(burst=2, per_second=1)
    for _ in range(2):
        bucket.take("hasty", 99)
    for passer in range(50):
        bucket.take(f"passer {passer}", passer)
    bucket.take("last", 100)
    assert bucket.is_empty("hasty", 99.5)
    assert len(bucket._levels) <= 11


def test_this_machines_addresses_are_told_without_the_loopback() -> None:
    """Each once, as four numbers."""
    found = [address.ip for address in addresses()]
    assert len(found) == len(set(found))
    assert not any(ip.startswith("127.") for ip in found)
