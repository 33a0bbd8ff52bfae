"""The room that phones join: open on one address of this machine, and only there."""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

from octgame.classroom.ballot import Motion
from octgame.classroom.server.addresses import address_of
from octgame.classroom.server.listener import Listener
from octgame.classroom.server.news import Stage
from octgame.classroom.server.qr import qr_lines
from octgame.classroom.server.voting import Standing, Voting
from octgame.errors import OctgameError

PORT = 8917
"""The port that is used unless another is asked for."""

PLACES = 60
"""Phones that may join, unless another number is asked for."""

IDLE_FOR = 90 * 60.0
"""Seconds without a vote or a new snapshot after which the room closes by itself."""

GOODBYE = 1.5
"""Seconds that phones are given to forget their seat."""


class Room:
    """A server for phones in the running event loop.

    Args:
        folder: Where seats and votes are kept for a restart; of this class alone.
        places: Phones that may join.
        on_vote: Called when a phone has joined or voted, to look at `standing`.
    """

    def __init__(
        self,
        folder: Path,
        *,
        places: int = PLACES,
        on_vote: Callable[[], None] = lambda: None,
    ) -> None:
        self._folder = folder
        self._places = places
        self._on_vote = on_vote
        self._voting: Voting | None = None
        self._listener: Listener | None = None
        self._idle: asyncio.TimerHandle | None = None
        self._closing: asyncio.Task[None] | None = None

    async def open(self, host: str, port: int = PORT) -> None:
        """Listen; a class that was interrupted goes on with its code, seats and votes.

        Args:
            host: One interface's name or one address of this machine.
            port: The same as before, if phones are to find the room again.

        Raises:
            UsageError: This machine has no such address.
            SaveError: The folder cannot be written, or another octgame has it open.
            OctgameError: The port is taken.
        """
        ip = address_of(host)
        voting = await Voting.open(self._folder, self._places, time.time())
        voting.on_vote = self._stir
        try:
            self._listener = await Listener.open(voting, ip, port)
        except OctgameError:
            await voting.close()
            raise
        self._voting = voting
        self._stir()

    @property
    def is_open(self) -> bool:
        """Whether phones can reach it."""
        return self._voting is not None

    @property
    def code(self) -> str:
        """The six letters and digits that let a phone in, or ""."""
        return self._voting.code if self._voting else ""

    @property
    def address(self) -> str:
        """What is typed into a phone: address and port, without the code."""
        return self._listener.address if self._listener else ""

    @property
    def url(self) -> str:
        """What the QR code holds."""
        return f"http://{self.address}/{self.code}"

    @property
    def standing(self) -> Standing:
        """How many phones have joined and voted."""
        return self._voting.standing if self._voting else Standing(0, 0, "")

    def qr(self) -> list[str]:
        """The QR code as lines, to be painted dark on light."""
        return qr_lines(self.url)

    def publish(
        self, motion: Motion | None, number: int = 0, stage: Stage = "wait"
    ) -> None:
        """Show all phones what is put to the vote; nothing happens in a closed room.

        Args:
            motion: What is asked, or None.
            number: The ballot's; rises with every opening. With the number of before
                a restart the votes of before the restart count on.
            stage: "open" takes votes; "closed" shows them closed; "wait" without a
                motion.
        """
        if self._voting is not None:
            self._voting.publish(motion, number, stage)
            self._stay()

    def counts(self) -> tuple[int, ...]:
        """The phones' votes per option of the motion last published, or ()."""
        return self._voting.counts() if self._voting else ()

    async def close(self) -> None:
        """Stop listening; seats and votes stay on disk for a restart."""
        voting = await self._stop()
        if voting is not None:
            await voting.close()

    async def end(self) -> None:
        """End the class: phones forget their seats, and the disk every vote."""
        if self._voting is not None:
            joined = len(self._voting.seats)
            self._voting.publish(None, self._voting.news.number, "over")
            await asyncio.sleep(GOODBYE if joined else 0)
        voting = await self._stop()
        if voting is not None:
            await voting.delete()

    async def _stop(self) -> Voting | None:
        voting, self._voting = self._voting, None
        listener, self._listener = self._listener, None
        if self._idle is not None:
            self._idle.cancel()
        if listener is not None:
            await listener.close()
        return voting

    def _stir(self) -> None:
        self._stay()
        self._on_vote()

    def _stay(self) -> None:
        """Put off the closing of a room that nobody uses."""
        if self._idle is not None:
            self._idle.cancel()
        self._idle = asyncio.get_running_loop().call_later(IDLE_FOR, self._give_up)

    def _give_up(self) -> None:
        self._closing = asyncio.create_task(self.close())
