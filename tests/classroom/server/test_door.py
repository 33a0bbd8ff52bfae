"""How many connections the system grants, and what it is asked for."""

import resource

import pytest

from octgame.classroom.server.door import allowed_sockets


@pytest.mark.parametrize(
    ("soft", "hard", "asked", "sockets"),
    [
        (256, 256, None, 192),
        (256, 4096, 1064, 1000),
        (256, resource.RLIM_INFINITY, 1064, 1000),
        (20_000, 20_000, None, 1000),
        (resource.RLIM_INFINITY, resource.RLIM_INFINITY, None, 1000),
        (64, 500, 500, 436),
    ],
)
def test_more_open_files_are_asked_for_where_the_system_grants_them(
    soft: int,
    hard: int,
    asked: int | None,
    sockets: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Some stay reserved for the rest of the program."""
    set_to: list[int] = []
    monkeypatch.setattr(resource, "getrlimit", lambda _: (soft, hard))
    monkeypatch.setattr(
        resource, "setrlimit", lambda _, limits: set_to.append(limits[0])
    )
    assert allowed_sockets() == sockets
    assert set_to == ([] if asked is None else [asked])
