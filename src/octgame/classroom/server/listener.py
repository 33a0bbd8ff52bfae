"""The socket that phones connect to, and the HTTP server behind it."""

import asyncio
import errno
import logging
import os
import socket
from typing import Self

from aiohttp import web

from octgame.classroom.server.asked import hosts
from octgame.classroom.server.door import Door, Visitor, allowed_sockets
from octgame.classroom.server.voting import Voting
from octgame.classroom.server.web import PhoneSite
from octgame.errors import OctgameError

_AT_ONCE = 8
"""Connections taken in before the door looks at them: it must not find open files
used up."""

_BACKLOG = 512
"""Connections that may wait to be taken in."""

_LINGERING = 1.0
_LAST_ANSWERS = 0.2
"""Seconds for the rest of a refused body, and for answers when the room closes."""

_SILENT = logging.getLogger("octgame.phones")
_SILENT.addHandler(logging.NullHandler())
_SILENT.propagate = False  # nothing of a phone is logged, nor painted over the screen


class Listener:
    """A server on one address.

    Attributes:
        address: It and the port, as they are typed into a phone.
        site: Answers.
    """

    def __init__(
        self,
        address: str,
        site: PhoneSite,
        server: asyncio.Server,
        runner: web.AppRunner,
    ) -> None:
        self.address = address
        self.site = site
        self._server = server
        self._runner = runner

    @classmethod
    async def open(cls, voting: Voting, ip: str, port: int) -> Self:
        """Listen; port 0 means any that is free.

        Raises:
            OctgameError: The port is taken or forbidden.
        """
        door = Door(allowed_sockets())

        bound = _bound(ip, port)
        port = bound.getsockname()[1]
        site = PhoneSite(voting, hosts(ip, port), door)
        runner = web.AppRunner(
            site.app(),
            access_log=None,
            logger=_SILENT,
            auto_decompress=False,
            lingering_time=_LINGERING,
            shutdown_timeout=_LAST_ANSWERS,
        )
        await runner.setup()
        speaker = runner.server
        if speaker is None:
            raise AssertionError
        loop = asyncio.get_running_loop()
        server = await loop.create_server(
            lambda: Visitor(door, speaker), sock=bound, backlog=_AT_ONCE
        )
        bound.listen(_BACKLOG)
        return cls(f"{ip}:{port}", site, server, runner)

    async def close(self) -> None:
        """Stop listening, and end every connection."""
        self._server.close()
        await self._runner.cleanup()


def _bound(ip: str, port: int) -> socket.socket:
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere it would share the port with others
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((ip, port))
    except OSError as error:
        bound.close()
        raise _refused(error, port) from error
    return bound


def _refused(error: OSError, port: int) -> OctgameError:
    if error.errno == errno.EADDRINUSE:
        return OctgameError(
            f"port {port} is taken by another program", "Name another one."
        )
    return OctgameError(f"port {port} cannot be opened", "Name one above 1024.")
