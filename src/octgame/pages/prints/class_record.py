"""What a class leaves behind, on one sheet of paper to hang up or to file."""

from collections.abc import Iterator

from octgame.pages.markup import Markup, joined, listed, tag
from octgame.pages.prints.paper import Print
from octgame.pages.record import Part, Record, Row


def class_record(record: Record) -> Print:
    """A class's record as one page: its first part large, the others in two columns."""
    first, *rest = record.parts
    body = joined(
        [
            tag("p", "Class record", class_="kicker"),
            tag("h1", record.title),
            tag("p", " ".join(record.opening), class_="small"),
            tag("section", *_part(first), class_="say first"),
            tag(
                "div",
                *(tag("section", *_part(part)) for part in rest),
                class_="record",
            ),
            tag("footer", *(tag("p", line) for line in record.credits)),
        ]
    )
    return Print("Class record", "one, for the wall or the file.", body, numbered=False)


def _part(part: Part) -> Iterator[Markup]:
    """A heading and its rows; rows of mere words run on in one paragraph."""
    yield tag("h2", part.title)
    if not part.rows:
        yield tag("p", part.nothing)
    elif all(row == Row(row.text) for row in part.rows):
        yield tag("p", " · ".join(row.text for row in part.rows))
    else:
        yield listed(_entries(part.rows))


def _entries(rows: tuple[Row, ...]) -> Iterator[Markup]:
    """Each row, with the rows that stand below it."""
    for at, row in enumerate(rows):
        if row.under:
            continue
        end = at + 1
        while end < len(rows) and rows[end].under:
            end += 1
        below = [_row(under) for under in rows[at + 1 : end]]
        yield joined([_row(row), *([listed(below)] if below else [])])


def _row(row: Row) -> Markup:
    lead = [tag("strong", row.lead), " "] if row.lead else []
    return joined([*_bar(row), *lead, row.text])


def _bar(row: Row) -> Iterator[Markup]:
    """A measure as a bar; its number stands in the text beside it."""
    if row.share >= 0:
        filled = tag("i", style=f"width:{row.share:.0%}")
        yield tag("span", filled, class_="bar", aria_hidden="true")
