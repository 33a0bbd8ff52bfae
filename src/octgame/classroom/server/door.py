"""How many connections come in, from where, and how long they may say nothing."""

import asyncio
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

HEAD_WITHIN = 10.0
"""Seconds in which a new connection must have sent the head of its first request."""

MOST_SOCKETS = 1000
MOST_FROM_ONE = 600
"""Connections from one address: a whole class may sit behind a single one."""

MUTE_AT_LEAST = 0.2
"""Seconds for which a connection is safe from others of its own address."""

RESERVE = 64
"""Open files that the rest of the program needs beside the phones."""


def allowed_sockets() -> int:
    """Ask the system for as many open files as it grants, and say what is left."""
    try:
        import resource  # noqa: PLC0415 - Windows has no such limit
    except ImportError:  # pragma: no cover
        return MOST_SOCKETS
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_SOCKETS + RESERVE
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        soft = wanted
    if soft == resource.RLIM_INFINITY:
        return MOST_SOCKETS
    return min(MOST_SOCKETS, soft - RESERVE)


class Mute(NamedTuple):
    """A connection that has asked nothing yet: since when, and its last moment."""

    since: float
    end: asyncio.TimerHandle


class Door:
    """Lets connections in.

    When it is full, one that has asked nothing yet goes: the oldest from the address
    that has most of them.

    Args:
        most: Connections at a time.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._inside: dict[asyncio.Transport, str] = {}
        self._from: Counter[str] = Counter()
        self._mute: dict[str, dict[asyncio.Transport, Mute]] = {}

    def enter(self, visitor: asyncio.Transport) -> bool:
        """Let a connection in, or not."""
        address = str((visitor.get_extra_info("peername") or ("",))[0])
        full = len(self._inside) >= self._most
        if self._from[address] >= MOST_FROM_ONE or (
            full and not self._room_for(address)
        ):
            return False
        self._inside[visitor] = address
        self._from[address] += 1
        loop = asyncio.get_running_loop()
        end = loop.call_later(HEAD_WITHIN, self._drop, visitor)
        self._mute.setdefault(address, {})[visitor] = Mute(loop.time(), end)
        return True

    def heard(self, visitor: asyncio.BaseTransport | None) -> None:
        """A request has come through a connection, and is served now."""
        if isinstance(visitor, asyncio.Transport):
            address = self._inside.get(visitor, "")
            mute = self._mute.get(address, {}).pop(visitor, None)
            if mute is not None:
                mute.end.cancel()
                if not self._mute[address]:
                    del self._mute[address]

    def leave(self, visitor: asyncio.Transport) -> None:
        """The connection is gone."""
        self.heard(visitor)
        address = self._inside.pop(visitor, None)
        if address is not None:
            self._from[address] -= 1
            if not self._from[address]:
                del self._from[address]

    def _room_for(self, address: str) -> bool:
        """Make room, unless the same address would only push out its own."""
        if not self._mute:
            return False
        busiest = max(self._mute, key=lambda other: len(self._mute[other]))
        visitor, mute = next(iter(self._mute[busiest].items()))
        age = asyncio.get_running_loop().time() - mute.since
        if busiest == address and age < MUTE_AT_LEAST:
            return False
        self._drop(visitor)
        return True

    def _drop(self, visitor: asyncio.Transport) -> None:
        self.leave(visitor)
        visitor.abort()


class Visitor(asyncio.Protocol):
    """A connection at the door; hands everything on to what speaks HTTP.

    Args:
        door: Decides whether it comes in.
        speaker: Makes what speaks HTTP.
    """

    def __init__(self, door: Door, speaker: Callable[[], asyncio.Protocol]) -> None:
        self._door = door
        self._speaker = speaker
        self._transport: asyncio.Transport | None = None
        self._inner = asyncio.Protocol()  # does nothing, for who is turned away

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Come in, or be turned away."""
        if not isinstance(transport, asyncio.Transport):
            raise TypeError(transport)
        if self._door.enter(transport):
            self._transport = transport
            self._inner = self._speaker()
            self._inner.connection_made(transport)
        else:
            transport.abort()

    def data_received(self, data: bytes) -> None:
        """Hand on."""
        self._inner.data_received(data)

    def eof_received(self) -> bool | None:
        """Hand on."""
        return self._inner.eof_received()

    def pause_writing(self) -> None:
        """Hand on."""
        self._inner.pause_writing()

    def resume_writing(self) -> None:
        """Hand on."""
        self._inner.resume_writing()

    def connection_lost(self, exc: Exception | None) -> None:
        """Leave."""
        if self._transport is not None:
            self._door.leave(self._transport)
        self._inner.connection_lost(exc)
