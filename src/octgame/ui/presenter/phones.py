"""Phones beside the hands: the room they join, as far as the wall needs it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from octgame.classroom.server.addresses import Address, addresses
from octgame.classroom.slide import Slide
from octgame.errors import OctgameError
from octgame.story.safe import safe_line
from octgame.ui.presenter.leaves import NETWORK, Leaf
from octgame.ui.typeset import Piece, Row, beside, wrap

if TYPE_CHECKING:
    from octgame.classroom.server.room import Room

NOT_THERE = (
    "Phones need two more packages (in the program's folder: "
    "pip install '.[classroom]'); this class goes on with hands."
)
QR_WIDTH = 29
GAP = 3


class Phones:
    """The room, opened when it is asked for; without it there are hands.

    Args:
        folder: Where seats and votes are kept for a restart.
        on_vote: Called when a phone has joined or voted.
        port: Where to listen; None for the usual one.
    """

    def __init__(
        self, folder: Path, on_vote: Callable[[], None], port: int | None = None
    ) -> None:
        self._folder = folder
        self._on_vote = on_vote
        self._port = port
        self._room: Room | None = None
        self._told: tuple[str, int, str] | None = None

    @property
    def is_open(self) -> bool:
        """Whether phones can join."""
        return self._room is not None and self._room.is_open

    @property
    def networks(self) -> list[Address]:
        """The addresses that phones may reach."""
        return addresses()

    async def open(self, host: str) -> str:
        """Let phones in at one address; "" or why there are only hands."""
        try:
            from octgame.classroom.server.room import PORT, Room  # noqa: PLC0415 - extra

            room = Room(self._folder, on_vote=self._on_vote)
            await room.open(host, PORT if self._port is None else self._port)
        except ImportError:
            return NOT_THERE
        except OctgameError as problem:
            why = f"{problem.message[:1].upper()}{problem.message[1:]}. {problem.hint}"
            return safe_line(f"{why} This class goes on with hands.".replace("  ", " "))
        self._room = room
        return ""

    def publish(self, slide: Slide) -> None:
        """Show phones what is put to the vote, where that has changed."""
        motion = slide.motion if slide.voting not in ("", "ready") else None
        stage = "wait" if motion is None else slide.voting.replace("sealed", "closed")
        told = (motion.id if motion else "", slide.number, stage)
        if self._room is None or told == self._told:
            return
        self._told = told
        if motion is None:
            self._room.publish(None, slide.number, "wait")
        else:
            is_open = slide.voting == "open"
            self._room.publish(motion, slide.number, "open" if is_open else "closed")

    def counts(self, options: int) -> tuple[int, ...]:
        """The phones' votes for each of so many options."""
        counted = self._room.counts() if self._room else ()
        return counted if len(counted) == options else (0,) * options

    @property
    def said(self) -> str:
        """How many have voted, or ""."""
        if not self.is_open or self._room is None:
            return ""
        joined, voted, problem = self._room.standing
        return problem or f"{voted} of {joined} phones have voted."

    async def close(self, *, over: bool = False) -> None:
        """Let the phones go; where the class is over, for good."""
        room, self._room = self._room, None
        if room is not None:
            await (room.end() if over else room.close())

    def join_leaf(self, width: int) -> Leaf:
        """How to join: QR code, address and code."""
        room = self._room
        if room is None or not room.is_open:
            return Leaf(
                wrap([Piece("Phones are not asked for: hands and paper cards.")], width)
            )
        words = self._words(room.address, room.code, width - QR_WIDTH - GAP)
        code: list[Row] = [(Piece(line),) for line in room.qr()]
        space = max((len(code) - len(words)) // 2, 0)
        return Leaf(beside([code, [()] * space + words], QR_WIDTH, GAP))

    def _words(self, address: str, code: str, width: int) -> list[Row]:
        joined = self._room.standing.joined if self._room else 0
        parts: Sequence[Piece] = (
            Piece("Join with a phone", "heading"),
            Piece(address, "strong"),
            Piece(f"Code: {code}", "strong"),
            Piece(f"{joined} joined"),
            Piece(NETWORK),
            Piece("No names. Hands count too."),
        )
        rows: list[Row] = []
        for part in parts:
            rows += [*([()] if rows else []), *wrap([part], width)]
        return rows
