"""From the text of a date to what it says, or a sentence that helps."""

import re
from typing import cast

from octgame.story.calendar.julian import Calendar, exists
from octgame.story.calendar.when import Moment, Precision, When, order_key
from octgame.story.safe import safe_line

_SUFFIXES: dict[str, Calendar] = {"os": "old_style", "ns": "new_style"}
_NAMES = {"old_style": "Old Style", "new_style": "New Style"}
_DATE = re.compile(
    r"(?P<year>[12]\d{3})"
    r"(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?: (?P<hour>\d\d):(?P<minute>\d\d))?)?)?",
    re.ASCII,
)
_LOOKS_LIKE = (
    "a date looks like 1917, 1917-10, 1917-10-25, 1917-10-25 23:50, "
    "1917-10-25/1917-10-27, about 1938 or today, with os or ns after it where needed"
)


class DateError(ValueError):
    """The text is no date; the message says what would be."""


def parse_when(text: str, calendar: Calendar) -> When:
    """Read `1917`, `1917-10`, `1917-10-25`, `1917-10-25 23:50`, `today`.

    `a/b` is a span, `about a` is rough, and a last word `os` or `ns` overrides
    the story's calendar; the start of a span may have its own. In an Old Style
    story days from 14 February 1918 are New Style by themselves; 1 to 13
    February 1918 did not exist in Russia and are refused without `ns`.

    Raises:
        DateError: With a sentence that says what a date looks like.
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
    """One point in time, in the calendar of its suffix, its day or its story."""
    if text == "today" and not suffix:
        return Moment("today")
    match = _DATE.fullmatch(text)
    if match is None:
        raise DateError(f"{safe_line(text, 40) or 'nothing'} is no date: {_LOOKS_LIKE}")
    date = int(match["year"]), int(match["month"] or 1), int(match["day"] or 1)
    calendar = _SUFFIXES.get(suffix, story_calendar)
    if calendar == "old_style" and date >= (1918, 2, 1):
        _refuse_lost_days(text, date, suffix)
        calendar = "new_style"
    if not exists(*date, calendar):
        raise DateError(f"{text} does not exist in {_NAMES[calendar]}")
    hour, minute = int(match["hour"] or 0), int(match["minute"] or 0)
    if hour > 23 or minute > 59:
        raise DateError(f"{text} is no hour of a day: they run from 00:00 to 23:59")
    precision = cast("Precision", match.lastgroup)  # the groups are named so
    return Moment(precision, *date, 60 * hour + minute, calendar)


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
