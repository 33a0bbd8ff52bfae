"""From the text of a date to what it says, or a sentence that helps."""

import re
from typing import cast

from octgame.story.calendar.julian import Calendar, day_number, exists
from octgame.story.calendar.when import Moment, Precision, When, order_key
from octgame.story.safe import safe_line

_SUFFIXES: dict[str, Calendar] = {"os": "old_style", "ns": "new_style"}
_NAMES = {"old_style": "Old Style", "new_style": "New Style"}
_DATE = re.compile(
    r"(?P<year>[12]\d{3})"
    r"(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?: (?P<hour>\d\d):(?P<minute>\d\d))?)?)?",
    re.ASCII,
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun"]
_MONTHS += ["jul", "aug", "sep", "oct", "nov", "dec"]
_DAY_FIRST = re.compile(r"(\d{1,2})[. ]+(\d{1,2}|[A-Za-z]{3,9})[. ]+(\d{4})", re.ASCII)
_ONE_DIGIT = re.compile(r"(\d{4}-\d\d-\d\d) (\d:\d\d)", re.ASCII)

_FIRST_NEW_STYLE_DAY = 1582, 10, 15
"""Before it there was one calendar, so that no day has a second name."""

_REFORM = day_number(1918, 2, 14, "new_style")
"""The Julian day that followed 31 January 1918 Old Style in Russia."""


class DateError(ValueError):
    """The text is no date; the message says why, or what would be one."""


def parse_when(text: str, calendar: Calendar) -> When:
    """Read `1917`, `1917-10`, `1917-10-25`, `1917-10-25 23:50`, `today`.

    `a/b` is a span, `about a` is rough, and a last word `os` or `ns` overrides
    the story's calendar; the start of a span may have its own. In an Old Style
    story days from 14 February 1918 are New Style by themselves; 1 to 13
    February 1918 did not exist in Russia and are refused without `ns`. A New Style
    story has one name for each day: what it gives with `os` becomes New Style.
    Days before 15 October 1582 stay as they are in every story.

    Raises:
        DateError: With a sentence that says why.
    """
    written = " ".join(text.split())
    bare = written.removeprefix("about ")
    about = bare != written
    first, slash, last = (part.strip() for part in bare.partition("/"))
    if not slash:
        if about and bare == "today":
            raise DateError("today is exact: write it without about")
        return When(_moment(*_without_suffix(first), calendar), None, about)
    last, suffix = _without_suffix(last)
    first, own_suffix = _without_suffix(first)
    start = _moment(first, own_suffix or suffix, calendar)
    end = _moment(last, suffix if last != "today" else "", calendar)
    if order_key(When(start)) >= order_key(When(end)):
        raise DateError(f"the span {bare} does not end after it starts")
    return When(start, end, about)


def _without_suffix(text: str) -> tuple[str, str]:
    head, _, word = text.rpartition(" ")
    return (head, word) if word in _SUFFIXES else (text, "")


def _moment(text: str, suffix: str, story_calendar: Calendar) -> Moment:
    """One point in time, as its suffix, its day and its story have it."""
    if text == "today" and not suffix:
        return Moment("today")
    match = _DATE.fullmatch(text)
    if match is None:
        raise DateError(_no_date(text))
    date = int(match["year"]), int(match["month"] or 1), int(match["day"] or 1)
    calendar = _calendar(text, date, suffix, story_calendar)
    if not exists(*date, calendar):
        raise DateError(f"{text} does not exist in {_NAMES[calendar]}")
    hour, minute = int(match["hour"] or 0), int(match["minute"] or 0)
    if hour > 23 or minute > 59:
        raise DateError(f"{text} is no hour of a day: they run from 00:00 to 23:59")
    precision = cast("Precision", match.lastgroup)  # the groups are named so
    moment = Moment(precision, *date, 60 * hour + minute, calendar)
    if precision in ("year", "month") or date < _FIRST_NEW_STYLE_DAY:
        return moment
    if story_calendar == "old_style":
        return moment._replace(two_styles=moment.julian_day < _REFORM)
    year, month, day = moment.date_in("new_style")
    return moment._replace(year=year, month=month, day=day, calendar="new_style")


def _calendar(
    text: str, date: tuple[int, int, int], suffix: str, story_calendar: Calendar
) -> Calendar:
    """The calendar that a date is given in."""
    if date < _FIRST_NEW_STYLE_DAY:
        if suffix == "ns" and len(text) > len("1582-10"):
            raise DateError(f"{text} has no New Style, which began on 15 October 1582")
        return "old_style"
    calendar = _SUFFIXES.get(suffix, story_calendar)
    if calendar == "new_style" or date < (1918, 2, 1):
        return calendar
    _refuse_lost_days(text, date, suffix)
    return "new_style"


def _no_date(text: str) -> str:
    """Why a text is no date: with the date that may be meant, if one can be told."""
    one_digit = _ONE_DIGIT.fullmatch(text)
    if one_digit:
        return f"hours have two digits: {one_digit[1]} 0{one_digit[2]}"
    shown = safe_line(text, 40) or "nothing"
    day_first = _DAY_FIRST.fullmatch(text)
    if day_first:
        day, month, year = day_first.groups()
        name = month[:3].lower()
        number = int(month) if month.isdigit() else (*_MONTHS, name).index(name) + 1
        if number <= len(_MONTHS):
            meant = f"{year}-{number:02}-{int(day):02}"
            return f"{shown} is written with the year first: {meant}"
    return f"{shown} is no date"


def _refuse_lost_days(text: str, date: tuple[int, int, int], suffix: str) -> None:
    """Old Style ends on 31 January 1918; the next day in Russia was 14 February."""
    if suffix:
        raise DateError(
            f"Old Style ended on 31 January 1918: give {text} in New Style, with ns"
        )
    if date < (1918, 2, 14) and len(text) > len("1918-02"):
        raise DateError(
            f"{text} did not exist in Russia, which went from 31 January to "
            f"14 February 1918: for a New Style day elsewhere write {text} ns"
        )
