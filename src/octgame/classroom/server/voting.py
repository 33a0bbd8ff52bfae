"""The phones' votes: seats, the open ballot and their journal behind one door."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from octgame.classroom.ballot import Ballot, Motion, Verdict
from octgame.classroom.server.news import News, Stage
from octgame.classroom.server.seats import Seats, new_code
from octgame.classroom.server.votelog import Kept, VoteLog

if TYPE_CHECKING:
    from collections.abc import Callable


class Standing(NamedTuple):
    """How far a vote has come, for the projector; it says nothing of who or what.

    Attributes:
        joined: Phones in the room.
        voted: Phones that have voted in this ballot.
        problem: Why votes are not on the disk, or "".
    """

    joined: int
    voted: int
    problem: str


class Voting:
    """What phones may do: take a seat, see the snapshot, vote.

    Attributes:
        code: Lets a phone in.
        seats: The seats given away.
        news: What the phones see.
        on_vote: Called after a vote or a seat, when the disk has it.
    """

    def __init__(self, log: VoteLog, kept: Kept, places: int) -> None:
        self.code = kept.code or new_code()
        self.seats = Seats(places)
        for seat in kept.seats:
            self.seats.restore(seat)
        self.news = News(kept.starts)
        self.on_vote: Callable[[], None] = lambda: None
        self._log = log
        self._before = kept.votes
        self._ballot: Ballot | None = None

    @classmethod
    async def open(cls, folder: Path, places: int, now: float) -> Self:
        """Go on with the class in a folder, or begin one.

        Raises:
            SaveError: The journal cannot be opened.
        """
        log, kept = VoteLog.open(folder, now)
        voting = cls(log, kept, places)
        if not kept.code:
            await log.add(f"room {voting.code}")
        await log.add("start")
        return voting

    @property
    def standing(self) -> Standing:
        """How many are in the room and have voted."""
        voted = len(self._ballot.votes) if self._ballot else 0
        return Standing(len(self.seats), voted, self._log.problem)

    def publish(self, motion: Motion | None, number: int, stage: Stage) -> None:
        """Show all phones what is put to the vote now.

        Args:
            motion: What is asked, or None.
            number: The ballot's; a number seen before goes on with its votes.
            stage: Only "open" takes votes.
        """
        if motion is None:
            self._ballot = None
        elif self._ballot and (self._ballot.motion, self._ballot.number) == (
            motion,
            number,
        ):
            self._ballot = self._ballot._replace(closed=stage != "open")
        else:
            kept = self._before.pop(number, {})
            votes = {seat: key for seat, key in kept.items() if key in motion.keys}
            self._ballot = Ballot(motion, number, votes, closed=stage != "open")
        self.news.tell(motion, number, stage)

    def counts(self) -> tuple[int, ...]:
        """The phones' votes per option of what is put to the vote, or ()."""
        return self._ballot.close()[1].counts if self._ballot else ()

    def snapshot(self, seat: str) -> dict[str, object]:
        """What one phone sees."""
        return self.news.snapshot(self.vote_of(seat))

    def vote_of(self, seat: str) -> str:
        """The key that a seat has voted for in this ballot, or ""."""
        return self._ballot.votes.get(seat, "") if self._ballot else ""

    async def join(self) -> str:
        """A new seat's token, when the disk knows the seat.

        Raises:
            RoomFullError: There is no place left.
        """
        token = self.seats.give()
        await self._log.add(f"seat {self.seats.seat_of(token)}")
        self.on_vote()
        return token

    async def cast(self, seat: str, number: int, option: str) -> Verdict:
        """Take a vote; a counted one is on the disk when this returns."""
        if self._ballot is None:
            return "closed" if number == self.news.number else "old"
        ballot, verdict = self._ballot.cast(seat, number, option)
        if ballot is not self._ballot:
            self._ballot = ballot
            await self._log.add(f"vote {number} {seat} {option}")
            self.on_vote()
        elif verdict == "accepted":
            await self._log.synced()  # its first sending may not be on the disk yet
        return verdict

    async def close(self) -> None:
        """Stop, and keep the journal for a restart."""
        await self._log.close()

    async def delete(self) -> None:
        """Stop, and forget every seat and vote."""
        await self._log.delete()
