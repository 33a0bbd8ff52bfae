"""A player's record as Markdown."""

import re

from octgame.pages.record import Part, Record, Row

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~&])")


def markdown(record: Record) -> str:
    """The record as Markdown that ends with a line feed."""
    blocks = [f"# {_plain(record.title)}", *map(_plain, record.opening)]
    for part in record.parts:
        blocks += [f"## {_plain(part.title)}", *_list(part)]
    blocks += ["## Credits", *map(_plain, record.credits)]
    return "\n\n".join(blocks) + "\n"


def _list(part: Part) -> list[str]:
    """One block of list items; a row below another is indented."""
    text = "\n".join(map(_item, part.rows)) or _plain(part.nothing)
    return [text] if text else []


def _item(row: Row) -> str:
    lead = f"**{_plain(row.lead)}**" if row.lead else ""
    joined = f"{lead} {_plain(row.text)}" if row.lead and row.text else lead
    return f"{'    ' if row.under else ''}- {joined or _plain(row.text)}"


def _plain(text: str) -> str:
    """The text with Markdown's signs taken literally."""
    return _SIGNS.sub(r"\\\1", text)
