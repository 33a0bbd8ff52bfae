"""The socket that phones connect to, and the HTTP server behind it."""

import asyncio
import errno
import logging
from typing import Self

from aiohttp import web

from octgame.classroom.server.asked import hosts
from octgame.classroom.server.door import Door, Visitor, allowed_sockets
from octgame.classroom.server.voting import Voting
from octgame.classroom.server.web import PhoneSite
from octgame.errors import OctgameError

_BACKLOG = 512
_IDLE_CONNECTION = 15.0
_LINGERING = 1.0
_LAST_ANSWERS = 0.2
"""Seconds: a connection without a request, the rest of a refused body, the close."""

_SILENT = logging.getLogger("octgame.phones")
_SILENT.addHandler(logging.NullHandler())
_SILENT.propagate = False  # nothing of a phone is logged, nor painted over the screen


class Listener:
    """A server on one address.

    Attributes:
        address: It and the port, as they are typed into a phone.
    """

    def __init__(
        self, address: str, server: asyncio.Server, runner: web.AppRunner
    ) -> None:
        self.address = address
        self._server = server
        self._runner = runner

    @classmethod
    async def open(cls, voting: Voting, ip: str, port: int) -> Self:
        """Listen; port 0 means any that is free.

        Raises:
            OctgameError: The port is taken or forbidden.
        """
        door = Door(allowed_sockets())

        def visitor() -> Visitor:
            if runner.server is None:
                raise AssertionError
            return Visitor(door, runner.server())

        try:
            server = await asyncio.get_running_loop().create_server(
                visitor, ip, port, backlog=_BACKLOG, start_serving=False
            )
        except OSError as error:
            raise _refused(error, port) from error
        port = server.sockets[0].getsockname()[1]
        site = PhoneSite(voting, hosts(ip, port), door)
        runner = web.AppRunner(
            site.app(),
            access_log=None,
            logger=_SILENT,
            auto_decompress=False,
            keepalive_timeout=_IDLE_CONNECTION,
            lingering_time=_LINGERING,
            shutdown_timeout=_LAST_ANSWERS,
        )
        await runner.setup()
        await server.start_serving()
        return cls(f"{ip}:{port}", server, runner)

    async def close(self) -> None:
        """Stop listening, and end every connection."""
        self._server.close()
        await self._runner.cleanup()


def _refused(error: OSError, port: int) -> OctgameError:
    if error.errno == errno.EADDRINUSE:
        return OctgameError(
            f"port {port} is taken by another program", "Name another one."
        )
    return OctgameError(f"port {port} cannot be opened", "Name one above 1024.")
