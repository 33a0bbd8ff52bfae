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

_HEAD_ENDS = b"\r\n\r\n"


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
        self._inside: set[Visitor] = set()
        self._mute: dict[Visitor, None] = {}
        self._from: Counter[str] = Counter()

    @property
    def is_crowded(self) -> bool:
        """Whether connections should end with their answer."""
        return len(self._inside) > self._most // 2

    def enter(self, visitor: "Visitor") -> bool:
        """Let a connection in, or not."""
        full = len(self._inside) >= self._most
        if full or self._from[visitor.address] >= MOST_FROM_ONE:
            mute = next(iter(self._mute), None)
            if mute is None:
                return False
            mute.abort()
        self._inside.add(visitor)
        self._mute[visitor] = None
        self._from[visitor.address] += 1
        return True

    def spoke(self, visitor: "Visitor") -> None:
        """The connection has asked something."""
        self._mute.pop(visitor, None)

    def leave(self, visitor: "Visitor") -> None:
        """The connection is gone."""
        self._mute.pop(visitor, None)
        if visitor in self._inside:
            self._inside.remove(visitor)
            self._from[visitor.address] -= 1
            self._from += Counter()  # forget addresses with none


class Visitor(asyncio.Protocol):
    """A connection; hands everything on to the protocol that speaks HTTP.

    Attributes:
        address: Where it comes from.
    """

    def __init__(self, door: Door, inner: asyncio.Protocol) -> None:
        self.address = ""
        self._door = door
        self._inner = inner
        self._transport: asyncio.Transport | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._tail: bytes | None = b""

    def abort(self) -> None:
        """Drop the connection, now."""
        self._door.leave(self)
        if self._transport is not None:
            self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Stand at the door."""
        if not isinstance(transport, asyncio.Transport):
            raise TypeError(transport)
        self._transport = transport
        self.address = str((transport.get_extra_info("peername") or ("",))[0])
        self._inner.connection_made(transport)
        if not self._door.enter(self):
            transport.abort()
            return
        loop = asyncio.get_running_loop()
        self._timer = loop.call_later(HEAD_WITHIN, self.abort)

    def data_received(self, data: bytes) -> None:
        """Listen for the end of the first head, and hand on."""
        if self._tail is not None:
            seen = self._tail + data
            self._tail = seen[-3:]
            if _HEAD_ENDS in seen:
                self._tail = None
                self._be_patient()
                self._door.spoke(self)
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
        self._be_patient()
        self._door.leave(self)
        self._inner.connection_lost(exc)

    def _be_patient(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
