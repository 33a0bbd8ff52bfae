"""The folder of a class: its journal, and what is written from it at the end."""

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path

from octgame.classroom.lesson import Class
from octgame.classroom.record import cards_met, record, votes_csv
from octgame.errors import SaveError
from octgame.pages.markdown import markdown
from octgame.pages.prints.bundle import after_class, as_html
from octgame.pages.prints.paper import ANY
from octgame.saves.files import reason
from octgame.story.safe import safe_line

VOTES = "votes.csv"
_DATED = re.compile(r"class-(\d{4}-\d\d-\d\d)-", re.ASCII)
BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Tells spreadsheets that the table is UTF-8."""


def folder_name(lesson: str, day: dt.date) -> str:
    """What a class's folder is called: “class-2025-11-07-palace”."""
    return f"class-{day.isoformat()}-{lesson}"


def held(folder: Path) -> str:
    """The day of a class as its folder's name has it, “7 November 2025”, or ""."""
    dated = _DATED.match(folder.resolve().name)
    try:
        day = dt.date.fromisoformat(dated[1] if dated else "")
    except ValueError:
        return ""
    return f"{day.day} {day:%B} {day.year}"


def papers(group: Class, day: str = "") -> dict[str, str]:
    """Each file's text by its name, as a class leaves them behind.

    Args:
        group: The class.
        day: When it was held, in words, or "".
    """
    page = record(group, day)
    prints = after_class(group.program, group.lesson, cards_met(group), page)
    return {
        **as_html(prints, ANY),
        "class-record.md": markdown(page),
        VOTES: BYTE_ORDER_MARK + votes_csv(group),
    }


def write(folder: Path, files: Mapping[str, str]) -> list[str]:
    """Write a class's papers, in place of those written from it before.

    Args:
        folder: Where to; made where it is missing.
        files: Each file's text by its name.

    Returns:
        The names of the files, sorted.

    Raises:
        SaveError: The disk does not take them.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            new = folder / f".{name}.new"
            new.write_text(text, "utf-8", newline="")
            new.replace(folder / name)
    except OSError as error:
        shown = safe_line(str(folder))
        raise SaveError(f"{shown} cannot be written: {reason(error)}") from error
    return sorted(files)
