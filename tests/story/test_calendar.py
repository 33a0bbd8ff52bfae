"""Days have one number and two names; dates are read and said as precisely as given."""
# ruff: noqa: RUF001 - the dashes between dates are part of what is tested

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octgame.story.calendar import (
    Calendar,
    DateError,
    distance,
    order_key,
    parse_when,
    show,
    show_short,
)
from octgame.story.calendar.julian import date_of, day_number, exists

SAME_DAY = [  # Old Style, New Style
    ("1582-10-05", "1582-10-15"),
    ("1600-02-29", "1600-03-10"),
    ("1700-02-18", "1700-02-28"),
    ("1700-02-19", "1700-03-01"),
    ("1700-02-28", "1700-03-10"),
    ("1700-02-29", "1700-03-11"),
    ("1700-03-01", "1700-03-12"),
    ("1725-01-28", "1725-02-08"),
    ("1762-06-28", "1762-07-09"),
    ("1796-11-06", "1796-11-17"),
    ("1800-02-28", "1800-03-11"),
    ("1800-02-29", "1800-03-12"),
    ("1800-03-01", "1800-03-13"),
    ("1825-12-14", "1825-12-26"),
    ("1861-02-19", "1861-03-03"),
    ("1870-04-10", "1870-04-22"),
    ("1881-03-01", "1881-03-13"),
    ("1894-10-20", "1894-11-01"),
    ("1899-12-31", "1900-01-12"),
    ("1900-02-28", "1900-03-12"),
    ("1900-02-29", "1900-03-13"),
    ("1900-03-01", "1900-03-14"),
    ("1905-01-09", "1905-01-22"),
    ("1905-10-17", "1905-10-30"),
    ("1914-07-19", "1914-08-01"),
    ("1916-02-29", "1916-03-13"),
    ("1916-12-17", "1916-12-30"),
    ("1917-02-23", "1917-03-08"),
    ("1917-03-02", "1917-03-15"),
    ("1917-04-03", "1917-04-16"),
    ("1917-07-03", "1917-07-16"),
    ("1917-08-27", "1917-09-09"),
    ("1917-10-25", "1917-11-07"),
    ("1917-12-18", "1917-12-31"),
    ("1917-12-19", "1918-01-01"),
    ("1918-01-05", "1918-01-18"),
    ("1918-01-31", "1918-02-13"),
]
SHOWN = [  # in an Old Style story: as written, in words, in few cells
    ("1917", "1917", "1917"),
    ("1917-10", "October 1917", "Oct 1917"),
    (
        "1917-10-25",
        "25 October 1917 Old Style (7 November New Style)",
        "25 Oct O.S. / 7 Nov N.S. 1917",
    ),
    (
        "1917-10-25 23:50",
        "25 October 1917 Old Style (7 November New Style), 23:50",
        "25 Oct O.S. / 7 Nov N.S. 1917, 23:50",
    ),
    (
        "1917-11-07 ns",
        "7 November 1917 New Style (25 October Old Style)",
        "7 Nov N.S. / 25 Oct O.S. 1917",
    ),
    (
        "1917-12-20",
        "20 December 1917 Old Style (2 January 1918 New Style)",
        "20 Dec 1917 O.S. / 2 Jan 1918 N.S.",
    ),
    ("1920-11-07", "7 November 1920", "7 Nov 1920"),
    ("1920-11-07 ns", "7 November 1920", "7 Nov 1920"),
    ("1918-02-14", "14 February 1918", "14 Feb 1918"),
    ("about 1938", "about 1938", "c. 1938"),
    (
        "about 1917-10-25",
        "about 25 October 1917 Old Style (7 November New Style)",
        "c. 25 Oct O.S. / 7 Nov N.S. 1917",
    ),
    (
        "about 1917-10-25 21:40",
        "25 October 1917 Old Style (7 November New Style), about 21:40",
        "25 Oct O.S. / 7 Nov N.S. 1917, c. 21:40",
    ),
    ("today", "today", "today"),
    ("1936/1938", "1936–1938", "1936–1938"),
    ("1917-02/1917-10", "February–October 1917", "Feb–Oct 1917"),
    ("1917-10/1918-03", "October 1917 – March 1918", "Oct 1917 – Mar 1918"),
    ("1991/today", "1991 to today", "1991 to today"),
    (
        "1917-10-25/1917-10-26",
        "25–26 October 1917 Old Style (7–8 November New Style)",
        "25–26 Oct O.S. / 7–8 Nov N.S. 1917",
    ),
    (
        "1917-10-25/1917-11-03",
        "25 October – 3 November 1917 Old Style (7–16 November New Style)",
        "25 Oct – 3 Nov O.S. / 7–16 Nov N.S. 1917",
    ),
    (
        "1917-12-20/1918-01-05",
        "20 December 1917 – 5 January 1918 Old Style (2–18 January 1918 New Style)",
        "20 Dec 1917 – 5 Jan 1918 O.S. / 2–18 Jan 1918 N.S.",
    ),
    (
        "1917-10-25 21:40/1917-10-26 02:10",
        "25–26 October 1917 Old Style (7–8 November New Style), 21:40 to 02:10",
        "25–26 Oct O.S. / 7–8 Nov N.S. 1917, 21:40 to 02:10",
    ),
    (
        "1917-10-25 21:40/1917-10-26",
        "25–26 October 1917 Old Style (7–8 November New Style), from 21:40",
        "25–26 Oct O.S. / 7–8 Nov N.S. 1917, from 21:40",
    ),
    (
        "1917-10-25/1917-10-26 02:10",
        "25–26 October 1917 Old Style (7–8 November New Style), until 02:10",
        "25–26 Oct O.S. / 7–8 Nov N.S. 1917, until 02:10",
    ),
    (
        "1918-01-31/1918-02-14",
        "31 January 1918 Old Style (13 February New Style) to 14 February 1918",
        "31 Jan O.S. / 13 Feb N.S. 1918 to 14 Feb 1918",
    ),
    (
        "1917-10-25 os/1917-11-10 ns",
        (
            "25 October 1917 Old Style (7 November New Style) to "
            "10 November 1917 New Style (28 October Old Style)"
        ),
        "25 Oct O.S. / 7 Nov N.S. 1917 to 10 Nov N.S. / 28 Oct O.S. 1917",
    ),
]


@pytest.mark.parametrize(("old", "new"), SAME_DAY)
def test_both_names_of_a_day_are_one_day(old: str, new: str) -> None:
    """Old and New Style names of a day have one day number, both ways."""
    old_date, new_date = _date(old), _date(new)
    number = day_number(*old_date, "old_style")
    assert number == day_number(*new_date, "new_style")
    assert date_of(number, "old_style") == old_date
    assert date_of(number, "new_style") == new_date
    assert (
        parse_when(old, "old_style").start.julian_day
        == parse_when(f"{new} ns", "old_style").start.julian_day
    )


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)))
def test_new_style_days_are_those_of_the_standard_library(day: date) -> None:
    """The formula agrees with Python's own calendar over two thousand years."""
    number = day_number(day.year, day.month, day.day, "new_style")
    assert number == day.toordinal() + 1721425
    assert date_of(number, "new_style") == (day.year, day.month, day.day)


@given(st.integers(2086308, 2816787), st.sampled_from(["old_style", "new_style"]))
def test_every_day_has_one_name_in_each_calendar(
    number: int, calendar: Calendar
) -> None:
    """A day number comes back from its date, and the next day has another name."""
    there = date_of(number, calendar)
    assert day_number(*there, calendar) == number
    assert exists(*there, calendar)
    assert there < date_of(number + 1, calendar)


@pytest.mark.parametrize("year", [1700, 1800, 1900])
def test_the_leap_day_of_a_century_year_is_an_old_style_day_only(year: int) -> None:
    """The two calendars part where a century year has 29 February in one."""
    assert parse_when(f"{year}-02-29", "old_style")
    with pytest.raises(DateError, match="does not exist in New Style"):
        parse_when(f"{year}-02-29", "new_style")
    assert parse_when("2000-02-29", "new_style")


@pytest.mark.parametrize(("written", "long", "short"), SHOWN)
def test_a_date_is_shown_as_precisely_as_it_was_given(
    written: str, long: str, short: str
) -> None:
    """Days until the reform in both styles, later ones and rough ones plainly."""
    when = parse_when(written, "old_style")
    assert show(when) == long
    assert show_short(when) == short


@pytest.mark.parametrize(
    ("written", "long", "short"),
    [
        ("1819-08-16", "16 August 1819", "16 Aug 1819"),
        ("1819-08-16 13:40", "16 August 1819, 13:40", "16 Aug 1819, 13:40"),
        ("about 1819-08-16", "about 16 August 1819", "c. 16 Aug 1819"),
        ("about 1819-08-16 13:40", "16 August 1819, about 13:40", None),
        ("1819-08-16/1819-08-17", "16–17 August 1819", "16–17 Aug 1819"),
        ("1066-10-14", "14 October 1066", "14 Oct 1066"),
        ("1066-10-14/1819-08-16", "14 October 1066 – 16 August 1819", None),
        ("1917-11-07", "7 November 1917", "7 Nov 1917"),
        ("1917-10-25 os", "7 November 1917", "7 Nov 1917"),
        ("1917-10 os", "October 1917", "Oct 1917"),
    ],
)
def test_a_new_style_story_gives_each_day_one_name_without_a_label(
    written: str, long: str, short: str | None
) -> None:
    """What it writes with `os` is shown as the New Style day that it was."""
    when = parse_when(written, "new_style")
    assert show(when) == long
    assert show_short(when) == short or short is None


@pytest.mark.parametrize("calendar", ["old_style", "new_style"])
def test_a_day_before_15_october_1582_is_never_converted(calendar: Calendar) -> None:
    """There was one calendar, and nobody had to say which."""
    assert show(parse_when("1066-10-14", calendar)) == "14 October 1066"
    assert show(parse_when("1582-10-14", calendar)) == "14 October 1582"
    assert parse_when("1066-10-14 os", calendar) == parse_when("1066-10-14", calendar)
    with pytest.raises(DateError, match="which began on 15 October 1582"):
        parse_when("1066-10-14 ns", calendar)


def test_the_first_new_style_day_is_shown_in_both_by_an_old_style_story() -> None:
    """Ten days apart, as the calendar began."""
    assert (
        show(parse_when("1582-10-15 ns", "old_style"))
        == "15 October 1582 New Style (5 October Old Style)"
    )


def test_an_old_style_day_of_a_new_style_story_is_the_same_day() -> None:
    """The story's calendar decides where no suffix does."""
    old, new = (
        parse_when(text, "new_style") for text in ("1917-10-25 os", "1917-11-07")
    )
    assert old == new


def test_a_suffix_at_the_end_of_a_span_serves_both_ends() -> None:
    """What is written once holds for the whole span."""
    assert show(parse_when("1917-11-07/1917-11-08 ns", "old_style")).startswith(
        "7–8 November 1917 New Style"
    )


@pytest.mark.parametrize(
    ("written", "part"),
    [
        ("", "nothing is no date"),
        ("25 October 1917", "is written with the year first: 1917-10-25"),
        ("5 Oct. 1917", "is written with the year first: 1917-10-05"),
        ("25.10.1917", "is written with the year first: 1917-10-25"),
        ("25 Brumaire 1917", "25 Brumaire 1917 is no date"),
        ("25.13.1917", "25.13.1917 is no date"),
        ("1917-10-25 9:00", "hours have two digits: 1917-10-25 09:00"),
        ("1917-10-5", "1917-10-5 is no date"),
        ("917", "917 is no date"),
        ("١٩١٧", "is no date"),
        ("1917-13", "does not exist in Old Style"),
        ("1917-00", "does not exist in Old Style"),
        ("1917-06-31", "does not exist in Old Style"),
        ("1917-02-29", "does not exist in Old Style"),
        ("1917-10-25 24:00", "from 00:00 to 23:59"),
        ("1917-10-25 23:60", "from 00:00 to 23:59"),
        ("1918-02-01", "did not exist in Russia"),
        ("1918-02-13", "write 1918-02-13 ns"),
        ("1918-02-05 os", "Old Style ended on 31 January 1918"),
        ("1920-11-07 os", "Old Style ended on 31 January 1918"),
        ("1917-10-26/1917-10-25", "does not end after it starts"),
        ("1917-10-25/1917-10-25", "does not end after it starts"),
        ("today/1991", "does not end after it starts"),
        ("1917/", "nothing is no date"),
        ("today os", "today is no date"),
        ("about today", "write it without about"),
    ],
)
def test_what_is_no_date_is_refused_with_a_sentence_that_helps(
    written: str, part: str
) -> None:
    """Each refusal says what is wrong or what a date looks like."""
    with pytest.raises(DateError) as refused:
        parse_when(written, "old_style")
    assert part in str(refused.value)


def test_the_days_that_russia_skipped_may_be_named_in_new_style() -> None:
    """1 to 13 February 1918 passed elsewhere; in Russia it was still January."""
    assert (
        show(parse_when("1918-02-13 ns", "old_style"))
        == "13 February 1918 New Style (31 January Old Style)"
    )
    assert show(parse_when("1918-02", "old_style")) == "February 1918"


@given(st.text(st.sampled_from("0123456789-/: osnabut\u0660"), max_size=30))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    """No text breaks the reader, and every date it reads can be shown."""
    try:
        when = parse_when(text, "old_style")
    except DateError:
        return
    assert show(when)
    assert show_short(when)


@pytest.mark.parametrize(
    ("about", "made", "expected"),
    [
        ("1917-10-25", "1917-10-25", "+0 d"),
        ("1917-10-25", "1917-11-07 ns", "+0 d"),
        ("1917-10-25", "1917-11-06", "+12 d"),
        ("1917-10-25", "1917-12-23", "+59 d"),
        ("1917-10-25", "1917-12-24", "+2 mo"),
        ("1917-10-25", "1918-04-10", "+5 mo"),
        ("1917-10-26", "1920-11-07 ns", "+3 y"),
        ("1917-10-25", "1920-11-07 ns", "+3 y"),
        ("1917-10-25", "1919-11-07", "+2 y"),
        ("1917-10-25 21:40", "1917-10-26 02:10", "+1 d"),
        ("1917-10-25", "1917-11", "+1 mo"),
        ("1917-10", "1917-11-07 ns", "+0 mo"),
        ("1917-10", "1919-10", "+2 y"),
        ("1917-10-25", "1938", "+21 y"),
        ("1917", "1917-11-06", "the same year"),
        ("1917-12-25", "1918 ns", "the same year"),
        ("about 1917", "1917-11-06", "the same year"),
        ("1917-10-25", "about 1938", "about +21 y"),
        ("about 1917", "1996", "about +79 y"),
        ("1917-10-25/1917-10-26", "1917-10-27", "+1 d"),
        ("1917-10-25/1917-10-30", "1917-10-27", "+0 d"),
        ("1917-10-25/1918-06-01", "1917-10-27", "+0 d"),
        ("1917-02/1917-10", "1917-08", "+0 mo"),
        ("1917-10-25", "1917-10-20", "-5 d"),
        ("1917-10-25", "1910", "-7 y"),
        ("1917-10-25", "1917", "the same year"),
        ("1917-10-25", "1996", "+79 y"),
        ("1917-10-25", "1917-10-25/1917-10-26", "+0 d"),
        ("1917-07-04", "1917/2017", "+0 to +100 y"),
        ("1917-10-25", "1917-10-26/1938", "+1 d to +21 y"),
        ("1917-10-25", "today", "today"),
        ("today", "1917", "today"),
    ],
)
def test_the_distance_is_never_finer_than_the_rougher_date(
    about: str, made: str, expected: str
) -> None:
    """Days, months or years, as far as both dates bear it."""
    whens = parse_when(about, "old_style"), parse_when(made, "old_style")
    assert distance(*whens) == expected


def test_dates_sort_by_day_and_hour_and_today_is_last() -> None:
    """One order holds for both calendars."""
    written = [
        "1917",
        "1917-10-25",
        "1917-11-07 12:00 ns",
        "1917-10-25 23:50",
        "1917-10-26/1917-10-30",
        "1920-11-07",
        "today",
    ]
    keys = [order_key(parse_when(text, "old_style")) for text in written]
    assert keys == sorted(keys)
    assert keys[1][0] == keys[2][0]


def _date(text: str) -> tuple[int, int, int]:
    year, month, day = map(int, text.split("-"))
    return year, month, day
