"""Dates in words: in both styles where the story tells of a land with its own."""

from octgame.story.calendar.julian import Calendar
from octgame.story.calendar.when import Moment, When

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DASH = "\N{EN DASH}"

_Parts = tuple[str, ...]
"""A date from its smallest known part to its year: ("25", "October", "1917")."""


def show(when: When) -> str:
    """The date in words, in both styles where it says so.

    "25 October 1917 Old Style (7 November New Style), 23:50"; "16 August 1819". The
    style in which the source gives a day comes first. A year or a month stands as it
    was given. Of a rough moment with an hour it is the hour that is rough.
    """
    return _roughly("about ", when, _in_words(when, short=False))


def show_short(when: When) -> str:
    """The date in few cells: "25 Oct O.S. / 7 Nov N.S. 1917, 23:50"."""
    return _roughly("c. ", when, _in_words(when, short=True))


def _roughly(word: str, when: When, words: str) -> str:
    """Words for a date, and before what is rough in it the word for that."""
    if not when.about:
        return words
    if when.start.precision == "minute" and when.end is None:
        day, _, hour = words.rpartition(", ")
        return f"{day}, {word}{hour}"
    return word + words


def _in_words(when: When, *, short: bool) -> str:
    start, end = when.start, when.end or when.start
    if start.precision == "today":
        return "today"
    if _is_a_day(start) and _is_a_day(end) and _share_their_styles(start, end):
        return _days(start, end, short=short) + _hours(start, when.end)
    if start.precision == end.precision and not _is_a_day(start):
        return _span(
            _parts(start, start.calendar, short=short),
            _parts(end, end.calendar, short=short),
        )
    ends = (_in_words(When(moment), short=short) for moment in (start, end))
    return " to ".join(ends)


def _is_a_day(moment: Moment) -> bool:
    return moment.precision in ("day", "minute")


def _share_their_styles(start: Moment, end: Moment) -> bool:
    """Whether one pair of brackets can give the other style of both."""
    one_style = not start.two_styles and not end.two_styles
    return one_style or start[-2:] == end[-2:]


def _days(start: Moment, end: Moment, *, short: bool) -> str:
    """The days in the style they were given in, then in the other one."""

    def both_ends(calendar: Calendar) -> tuple[_Parts, _Parts]:
        first = _parts(start, calendar, short=short)
        return first, _parts(end, calendar, short=short)

    if not start.two_styles:
        return _span(
            _parts(start, start.calendar, short=short),
            _parts(end, end.calendar, short=short),
        )
    given, other = both_ends("old_style"), both_ends("new_style")
    style, other_style = ("O.S.", "N.S.") if short else ("Old Style", "New Style")
    if start.calendar == "new_style":
        given, other, style, other_style = other, given, other_style, style
    years = {parts[-1] for parts in given + other}
    # The year is said once if it is one: not so around the turn of a year.
    other_words = _span(*(parts[: -1 if len(years) == 1 else None] for parts in other))
    if not short:
        return f"{_span(*given)} {style} ({other_words} {other_style})"
    if len(years) > 1:
        return f"{_span(*given)} {style} / {other_words} {other_style}"
    given_words = _span(*(parts[:-1] for parts in given))
    return f"{given_words} {style} / {other_words} {other_style} {years.pop()}"


def _hours(start: Moment, end: Moment | None) -> str:
    """The hours of the first and the last day: ", 21:40 to 02:10"."""
    first = _clock(start) if start.precision == "minute" else ""
    last = _clock(end) if end and end.precision == "minute" else ""
    if first and last:
        return f", {first} to {last}"
    if first:
        return f", from {first}" if end else f", {first}"
    return f", until {last}" if last else ""


def _clock(moment: Moment) -> str:
    return f"{moment.minute // 60:02}:{moment.minute % 60:02}"


def _parts(moment: Moment, calendar: Calendar, *, short: bool) -> _Parts:
    """What is known of a moment, in one calendar."""
    year, month, day = moment.date_in(calendar)
    name = _MONTHS[month - 1]
    parts = str(day), name[:3] if short else name, str(year)
    return parts[{"year": 2, "month": 1}.get(moment.precision, 0) :]


def _span(first: _Parts, last: _Parts) -> str:
    """Both ends with what they share said once: "25-26 October 1917"."""
    own = next(n for n in range(len(first) + 1) if first[n:] == last[n:])
    if own == 0:
        return " ".join(first)
    dash = _DASH if own == 1 else f" {_DASH} "
    return " ".join(
        [dash.join([" ".join(first[:own]), " ".join(last[:own])]), *first[own:]]
    )
