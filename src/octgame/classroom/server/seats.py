"""Who sits in the room: a code lets in, and a random token is a seat."""

import re
import secrets
from hashlib import sha256

from octgame.errors import OctgameError

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Letters and digits that nobody mistakes for one another: without 0, O, 1 and I."""

CODE_LENGTH = 6
_CODE = re.compile(f"[{ALPHABET}]{{{CODE_LENGTH}}}")
_TOKEN_BYTES = 16
_TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")


class RoomFullError(OctgameError):
    """Every place in the room is taken."""


def new_code() -> str:
    """A room code, one of a thousand million."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def typed_code(text: str) -> str:
    """A code as somebody typed it, or "" where it cannot be one."""
    code = re.sub(r"[\s-]", "", text[:32]).upper()
    return code if _CODE.fullmatch(code) else ""


def hidden(token: str) -> str:
    """The seat's name in memory and on disk; nobody gets from it to the token."""
    return sha256(token.encode()).hexdigest()[:32]


class Seats:
    """The seats that were given away, at most so many.

    Attributes:
        places: How many there are.
    """

    def __init__(self, places: int) -> None:
        self.places = places
        self._taken: set[str] = set()

    def __len__(self) -> int:
        return len(self._taken)

    def seat_of(self, token: str) -> str:
        """The seat that a cookie stands for, or "" if it was never given."""
        seat = hidden(token) if _TOKEN.fullmatch(token) else ""
        return seat if seat in self._taken else ""

    def give(self) -> str:
        """A new seat's token.

        Raises:
            RoomFullError: There is no place left.
        """
        if len(self._taken) >= self.places:
            raise RoomFullError("all places are taken")
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        self._taken.add(hidden(token))
        return token

    def restore(self, seat: str) -> None:
        """Know a seat again that was given before a restart."""
        self._taken.add(seat)
