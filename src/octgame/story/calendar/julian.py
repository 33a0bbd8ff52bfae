"""Day numbers: one count of days that the Julian and Gregorian calendars share.

The formulas are E. G. Richards, "Calendars", in Explanatory Supplement to the
Astronomical Almanac, 3rd ed. (2013), 15.11.3, algorithms 3 and 4, with the
constants of its table 15.14; integer arithmetic throughout. The Gregorian
calendar is carried back before 1582, the Julian one on after 1918.
"""

from typing import Literal

Calendar = Literal["old_style", "new_style"]

_FOUR_YEARS, _FOUR_CENTURIES = 1461, 146097  # in days
_FIVE_MONTHS = 153  # the days from March to July, and from August to December


def day_number(year: int, month: int, day: int, calendar: Calendar) -> int:
    """The Julian day number of a date, which need not exist: 31 June is 1 July."""
    before_march = 1 if month <= 2 else 0
    shifted_year = year + 4716 - before_march
    months_since_march = (month + 9) % 12
    number = (
        _FOUR_YEARS * shifted_year // 4
        + (_FIVE_MONTHS * months_since_march + 2) // 5
        + day
        - 1402
    )
    if calendar == "new_style":
        number -= 3 * ((shifted_year + 184) // 100) // 4 - 38
    return number


def date_of(number: int, calendar: Calendar) -> tuple[int, int, int]:
    """The (year, month, day) that a calendar gives to a Julian day number."""
    shifted = number + 1401
    if calendar == "new_style":
        shifted += (4 * number + 274277) // _FOUR_CENTURIES * 3 // 4 - 38
    quarters = 4 * shifted + 3
    day_of_year = quarters % _FOUR_YEARS // 4
    fifths = 5 * day_of_year + 2
    month = (fifths // _FIVE_MONTHS + 2) % 12 + 1
    year = quarters // _FOUR_YEARS - 4716 + (14 - month) // 12
    return year, month, fifths % _FIVE_MONTHS // 5 + 1


def exists(year: int, month: int, day: int, calendar: Calendar) -> bool:
    """Whether a calendar has the date: 29 February 1900 is an Old Style day only."""
    if not 1 <= month <= 12:
        return False
    return date_of(day_number(year, month, day, calendar), calendar) == (
        year,
        month,
        day,
    )
