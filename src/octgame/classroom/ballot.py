"""One vote of a class, as a value: who may still vote, and what came of it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple, Self

from octgame.errors import UsageError

VoteKind = Literal["do", "believe", "print"]
"""What is decided: a choice of the story, an answer to its question, a word."""

Verdict = Literal["accepted", "closed", "old", "unknown"]
"""What becomes of a vote: it counts, or the ballot is over, was another one, or has
no such option."""

MOST_VOTES = 999
"""The largest number of votes that one option can have."""

MOST_IN_A_ROOM = 60
"""Hands for one option from which a slip of the finger is likelier."""

SPLIT_SHARE = 0.1
"""A vote is split where the first two lie no further apart than this share of all."""

_NOBODY: Mapping[str, str] = MappingProxyType({})


class Option(NamedTuple):
    """One answer; `key` is its identity in the story, the journal and the export."""

    key: str
    text: str


class Motion(NamedTuple):
    """What is put to the vote.

    Attributes:
        id: The lesson's step that asks it.
        kind: What is decided.
        ask: The question, one sentence.
        options: In the order of the paper cards A, B, C, D.
    """

    id: str
    kind: VoteKind
    ask: str
    options: tuple[Option, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The options' keys, in their order."""
        return tuple(option.key for option in self.options)


class Tally(NamedTuple):
    """What came of a vote: totals, and nobody's own vote.

    Attributes:
        motion: What was put to the vote.
        counts: Votes per option, in the options' order.
    """

    motion: Motion
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """How many votes were counted."""
        return sum(self.counts)

    @property
    def winner(self) -> str:
        """The option with most votes, of equals the first listed; "" without a vote."""
        return self._place(0)

    @property
    def minority(self) -> str:
        """The option with most votes after the winner, or "" where all agreed."""
        return self._place(1)

    @property
    def is_split(self) -> bool:
        """Whether the first two lie within a tenth of all votes of each other."""
        first, second, *_ = (*sorted(self.counts, reverse=True), 0, 0)
        return second > 0 and first - second <= SPLIT_SHARE * self.total

    def drawn(self, places: int = 1) -> tuple[str, ...]:
        """The winners that only their place in the list sets before an equal.

        Args:
            places: How many options win.
        """
        ranked = (*sorted(self.counts, reverse=True), *[0] * (places + 1))
        last = ranked[places - 1]
        if not last or ranked[places] != last:
            return ()
        above = sum(count > last for count in self.counts)
        pairs = zip(self.motion.keys, self.counts, strict=True)
        return tuple(key for key, count in pairs if count == last)[: places - above]

    def _place(self, place: int) -> str:
        ranked = sorted(
            (-count, index) for index, count in enumerate(self.counts) if count
        )
        return self.motion.options[ranked[place][1]].key if place < len(ranked) else ""


def counted(motion: Motion, counts: Sequence[int]) -> Tally:
    """What came of a vote by its totals.

    Whoever voted by phone keeps the hand down: phones and hands are added.

    Raises:
        UsageError: There is not one number from 0 to 999 for each option.
    """
    options = len(motion.options)
    if len(counts) != options:
        raise UsageError(
            f"{len(counts)} counts for {options} options",
            "Type one number for each option, in their order.",
        )
    if not all(0 <= count <= MOST_VOTES for count in counts):
        raise UsageError(f"a count lies between 0 and {MOST_VOTES}")
    return Tally(motion, tuple(counts))


def doubted(hands: Sequence[int], before: Sequence[Tally]) -> int:
    """The number to ask about once more before it is taken; 0 where there is none.

    Args:
        hands: As they were typed.
        before: The votes of the class so far.
    """
    if MOST_IN_A_ROOM < max(hands) <= MOST_VOTES:
        return max(hands)
    most = max((tally.total for tally in before), default=0)
    return sum(hands) if most and 2 * most <= sum(hands) <= MOST_VOTES else 0


class Ballot(NamedTuple):
    """A vote by phone while it is taken; each move gives the next ballot.

    Attributes:
        motion: What is put to the vote.
        number: Rises with every opening, so that a late vote is known as late.
        votes: The key that each seat chose last.
        closed: Whether it is over.
    """

    motion: Motion
    number: int
    votes: Mapping[str, str] = _NOBODY
    closed: bool = False

    def cast(self, seat: str, number: int, option: str) -> tuple[Self, Verdict]:
        """Take a seat's vote; its last one before the close counts, once.

        Args:
            seat: Whose vote it is.
            number: The ballot that the voter saw.
            option: The key chosen.
        """
        if number != self.number:
            return self, "old"
        if self.closed:
            return self, "closed"
        if option not in self.motion.keys:
            return self, "unknown"
        if self.votes.get(seat) == option:
            return self, "accepted"
        return self._replace(votes={**self.votes, seat: option}), "accepted"

    def close(self) -> tuple[Self, Tally]:
        """End the vote; only now is it counted."""
        chosen = Counter(self.votes.values())
        counts = tuple(chosen[key] for key in self.motion.keys)
        return self._replace(closed=True), Tally(self.motion, counts)
