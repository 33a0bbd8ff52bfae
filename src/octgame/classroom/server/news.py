"""What all phones see: the newest snapshot, its version, and those who wait for it."""

import asyncio
from contextlib import suppress
from typing import Literal

from octgame.classroom.ballot import Motion

Stage = Literal["wait", "open", "closed", "over"]
"""Nothing to vote on yet, a vote that is open, one that is closed, the class ended."""

SPACING = 0.1
"""Seconds between two announcements; what comes in between goes out with the next."""

STARTS = 1_000_000
"""By so much the version rises at a restart, so that it never falls."""


class News:
    """The newest snapshot; nobody queues, a slow phone simply skips to the newest.

    Attributes:
        version: Rises with every change, also over a restart.
        stage: What the phones are shown.
        motion, number: What is put to the vote, and as which ballot.
    """

    def __init__(self, starts: int) -> None:
        self.version = starts * STARTS
        self.stage: Stage = "wait"
        self.motion: Motion | None = None
        self.number = 0
        self._changed = asyncio.Event()
        self._announced = float("-inf")
        self._timer: asyncio.TimerHandle | None = None

    def tell(self, motion: Motion | None, number: int, stage: Stage) -> None:
        """Take the next snapshot, and wake the streams at most ten times a second."""
        self.version += 1
        self.motion, self.number, self.stage = motion, number, stage
        if self._timer is None:
            loop = asyncio.get_running_loop()
            due = max(loop.time(), self._announced + SPACING)
            self._timer = loop.call_at(due, self._announce)

    async def later_than(self, version: int, patience: float) -> None:
        """Wait for a newer snapshot, at most so many seconds."""
        if self.version == version or self._timer is not None:
            with suppress(TimeoutError):
                async with asyncio.timeout(patience):
                    await self._changed.wait()

    def snapshot(self, yours: str) -> dict[str, object]:
        """The whole state, as it goes to a phone.

        Args:
            yours: The key that this phone voted for in this ballot, or "".
        """
        motion = self.motion
        return {
            "version": self.version,
            "state": self.stage,
            "round": self.number,
            "kind": motion.kind if motion else "",
            "ask": motion.ask if motion else "",
            "options": [o._asdict() for o in motion.options] if motion else [],
            "yours": yours,
        }

    def _announce(self) -> None:
        self._timer = None
        self._announced = asyncio.get_running_loop().time()
        self._changed.set()
        self._changed = asyncio.Event()
