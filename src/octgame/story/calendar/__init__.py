"""Dates as sources give them, in Old and New Style, and how far apart two lie."""

from octgame.story.calendar.julian import Calendar
from octgame.story.calendar.reading import DateError, parse_when
from octgame.story.calendar.when import (
    Moment,
    Precision,
    When,
    distance,
    first_year,
    order_key,
    year_of,
)
from octgame.story.calendar.wording import show, show_short

__all__ = [
    "Calendar",
    "DateError",
    "Moment",
    "Precision",
    "When",
    "distance",
    "first_year",
    "order_key",
    "parse_when",
    "show",
    "show_short",
    "year_of",
]
