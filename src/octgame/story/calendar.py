"""Dates as sources give them, in Old and New Style, and how far apart two lie."""

from dataclasses import dataclass
from typing import Literal

Calendar = Literal["old_style", "new_style"]
Precision = Literal["year", "month", "day", "minute", "today"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time as precisely as its source gives it.

    Attributes:
        precision: What of it is known.
        year, month, day: In `calendar`; 1 where the precision does not reach.
        minute: Minutes after midnight, 0 where not known.
        calendar: The calendar of year, month and day.
    """

    precision: Precision
    year: int = 0
    month: int = 1
    day: int = 1
    minute: int = 0
    calendar: Calendar = "new_style"

    @property
    def julian_day(self) -> int:
        """The Julian day number: the same for both names of one day."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class When:
    """A moment or a span of time, perhaps only about then.

    Attributes:
        start: The first moment.
        end: The last moment of a span, or None.
        about: Whether the source gives it only roughly.
    """

    start: Moment
    end: Moment | None = None
    about: bool = False


class DateError(ValueError):
    """The text is no date; the message says what would be."""


def parse_when(text: str, calendar: Calendar) -> When:
    """Read `1917`, `1917-10`, `1917-10-25`, `1917-10-25 23:50`, `today`.

    `a/b` is a span, `about a` is rough, and a last word `os` or `ns` overrides
    the story's calendar. In an Old Style story days from 14 February 1918 are
    New Style by themselves; 1 to 13 February 1918 did not exist in Russia and
    are refused without `ns`.

    Raises:
        DateError: With a sentence that says what a date looks like.
    """
    raise NotImplementedError


def show(when: When) -> str:
    """The date in words, both styles up to 31 January 1918 Old Style.

    "25 October 1917 Old Style (7 November New Style), 23:50".
    """
    raise NotImplementedError


def show_short(when: When) -> str:
    """The date in few cells: "25 Oct O.S. / 7 Nov N.S. 1917, 23:50"."""
    raise NotImplementedError


def distance(about: When, made: When) -> str:
    """How long after: "+0 d", "+12 d", "+5 mo", "+3 y", "about +20 y".

    Days below 60, months below two years, else years, and never finer than the
    rougher of the two dates.
    """
    raise NotImplementedError


def order_key(when: When) -> tuple[int, int]:
    """A value by which moments sort: Julian day, minute; `today` is last."""
    raise NotImplementedError
