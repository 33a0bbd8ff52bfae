"""What lies ready when a class comes in."""

from collections.abc import Callable
from typing import NamedTuple

from octgame.classroom.sitting import Sitting


class Lectern(NamedTuple):
    """What the presenter is opened with.

    Attributes:
        sitting: The class: a new one, or one that is not finished.
        anew: Begins another class, where the teacher has to say whether to go on with
            the unfinished one; None where there is nothing to ask.
        lan: The network's interface or address that phones may join over; "" asks for
            it; None lets no phones in.
        port: Where phones are listened for; None for the usual one.
        theme: The name of a theme for the wall, or "" for the light one.
        ascii_only: Whether nothing outside ASCII is drawn.
        notices: Sentences for the teacher, shown at the beginning.
    """

    sitting: Sitting
    anew: Callable[[], Sitting] | None = None
    lan: str | None = None
    port: int | None = None
    theme: str = ""
    ascii_only: bool = False
    notices: tuple[str, ...] = ()
