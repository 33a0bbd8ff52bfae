"""How many connections come in, from where, and how long they may say nothing."""

import asyncio
from collections import Counter

HEAD_WITHIN = 10.0
"""Seconds in which a new connection must have sent the head of its first request."""

MOST_SOCKETS = 1000
MOST_FROM_ONE = 400
"""Connections from one address: a whole class may sit behind a single one."""

RESERVE = 48
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


class Door:
    """Lets connections in; when it is full, those that have said nothing go first.

    Args:
        most: Connections at a time.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._inside: dict[asyncio.BaseTransport, str] = {}
        self._mute: dict[asyncio.BaseTransport, asyncio.TimerHandle] = {}
        self._from: Counter[str] = Counter()

    @property
    def is_crowded(self) -> bool:
        """Whether connections should end with their answer."""
        return len(self._inside) > self._most // 2

    def enter(self, visitor: asyncio.Transport) -> bool:
        """Let a connection in, or not."""
        address = str((visitor.get_extra_info("peername") or ("",))[0])
        if self._from[address] >= MOST_FROM_ONE:
            return False
        if len(self._inside) >= self._most:
            mute = next(iter(self._mute), None)
            if not isinstance(mute, asyncio.Transport):
                return False
            self._drop(mute)
        self._inside[visitor] = address
        self._from[address] += 1
        loop = asyncio.get_running_loop()
        self._mute[visitor] = loop.call_later(HEAD_WITHIN, self._drop, visitor)
        return True

    def heard(self, visitor: asyncio.BaseTransport | None) -> None:
        """The head of a request has come through a connection."""
        timer = self._mute.pop(visitor, None) if visitor else None
        if timer is not None:
            timer.cancel()

    def leave(self, visitor: asyncio.BaseTransport) -> None:
        """The connection is gone."""
        self.heard(visitor)
        address = self._inside.pop(visitor, None)
        if address is not None:
            self._from[address] -= 1
            if not self._from[address]:
                del self._from[address]

    def _drop(self, visitor: asyncio.Transport) -> None:
        self.leave(visitor)
        visitor.abort()


class Visitor(asyncio.Protocol):
    """A connection at the door; hands everything on to the protocol that speaks HTTP.

    Args:
        door: Which decides whether it comes in.
        inner: What speaks HTTP.
    """

    def __init__(self, door: Door, inner: asyncio.Protocol) -> None:
        self._door = door
        self._inner = inner
        self._transport: asyncio.BaseTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Come in, or be turned away."""
        self._transport = transport
        self._inner.connection_made(transport)
        if isinstance(transport, asyncio.Transport) and not self._door.enter(transport):
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
