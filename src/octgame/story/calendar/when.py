"""Moments and spans as precisely as a source gives them, and how far apart they lie."""

from typing import Literal, NamedTuple

from octgame.story.calendar.julian import Calendar, date_of, day_number

Precision = Literal["year", "month", "day", "minute", "today"]

_AFTER_EVERY_DATE = 9_999_999


class Moment(NamedTuple):
    """A point in time as precisely as its source gives it.

    Attributes:
        precision: What of it is known.
        year, month, day: In `calendar`; 1 where the precision does not reach.
        minute: Minutes after midnight, 0 where not known.
        calendar: The calendar of year, month and day.
        two_styles: Whether the day is to be named in the other calendar as well.
    """

    precision: Precision
    year: int = 0
    month: int = 1
    day: int = 1
    minute: int = 0
    calendar: Calendar = "new_style"
    two_styles: bool = False

    @property
    def julian_day(self) -> int:
        """The Julian day number: the same for both names of one day.

        That of its first day for a year or a month; `today` has one that comes
        after every written date.
        """
        if self.precision == "today":
            return _AFTER_EVERY_DATE
        return day_number(self.year, self.month, self.day, self.calendar)

    def date_in(self, calendar: Calendar) -> tuple[int, int, int]:
        """The (year, month, day) that either calendar gives to this day."""
        return date_of(self.julian_day, calendar)


class When(NamedTuple):
    """A moment or a span of time, perhaps only about then.

    Attributes:
        start: The first moment.
        end: The last moment of a span, or None.
        about: Whether the source gives it only roughly.
    """

    start: Moment
    end: Moment | None = None
    about: bool = False


def order_key(when: When) -> tuple[int, int]:
    """A value by which moments sort: Julian day, minute; `today` is last.

    A span sorts by its start, a year or a month by its first day.
    """
    return when.start.julian_day, when.start.minute


def first_year(when: When) -> int:
    """The year in which a moment or a span begins, New Style; `today` has the last."""
    return year_of(when.start.julian_day)


def year_of(julian_day: int) -> int:
    """The New Style year of a day."""
    return date_of(julian_day, "new_style")[0]


def distance(about: When, made: When) -> str:
    """How long after: "+0 d", "+12 d", "+5 mo", "+3 y", "about +20 y".

    Days below 60, months below two years, else years, and never finer than the
    rougher of the two dates. From the end of a span that came before to the start
    of one that came after; zero where they meet, but "the same year". What was made
    over years has both ends: "+0 to +100 y". What was made before what it
    tells of has a minus. With `today` on either side it is "today": only a clock
    could say more.
    """
    if "today" in (about.start.precision, made.start.precision):
        return "today"
    if made.start.julian_day >= about.start.julian_day:
        amount, unit = _gap(about.end or about.start, made.start)
    else:
        amount, unit = _gap(made.end or made.start, about.start)
        amount = -amount
    rough = "about " if about.about or made.about else ""
    last, last_unit = _gap(about.end or about.start, made.end or made.start)
    if made.end and amount >= 0 and last_unit == "y" and (last, "y") != (amount, unit):
        first = f"{amount:+d}" if unit == "y" else f"{amount:+d} {unit}"
        return f"{rough}{first} to {last:+d} y"
    if (amount, unit) == (0, "y"):
        return "the same year"
    return f"{rough}{amount:+d} {unit}"


def _gap(earlier: Moment, later: Moment) -> tuple[int, str]:
    """The time from one moment to a later one, in a unit that both bear."""
    known = {earlier.precision: earlier.calendar, later.precision: later.calendar}
    if "year" in known:
        years = _year(later, known["year"]) - _year(earlier, known["year"])
        return max(0, years), "y"
    if "month" in known:
        months = _month(later, known["month"]) - _month(earlier, known["month"])
    else:
        days = max(0, later.julian_day - earlier.julian_day)
        if days < 60:
            return days, "d"
        months = (days * 4800 + 73049) // 146097  # to the nearest 30.436875 days
    months = max(0, months)
    return (months, "mo") if months < 24 else (months // 12, "y")


def _year(moment: Moment, calendar: Calendar) -> int:
    return _month(moment, calendar) // 12


def _month(moment: Moment, calendar: Calendar) -> int:
    """Months since year 0: of a day in this calendar, else as the source names them."""
    rough = moment.precision in ("year", "month")
    year, month, _ = moment.date_in(moment.calendar if rough else calendar)
    return 12 * year + month - 1
