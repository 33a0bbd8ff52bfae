"""A player's record as one HTML page: no script, no font, no picture from elsewhere."""

from html import escape

from octgame.pages.record import Part, Record, Row

_STYLE = """
:root { --ink: #1b1714; --paper: #f6f0e2; --red: #b3201b; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1.05rem/1.55 Georgia, "Times New Roman", serif; }
main { max-width: 44rem; margin: 0 auto; padding: 0 1.2rem 3rem; }
header { background: var(--red); color: #fff; padding: 2.2rem 1.2rem 1.4rem;
  border-bottom: .6rem solid var(--ink); }
header > * { max-width: 41.6rem; margin: 0 auto; }
h1 { font: 900 2.6rem/1.05 Impact, "Arial Narrow", sans-serif; letter-spacing: .04em;
  text-transform: uppercase; }
h2 { font: 700 1.05rem/1.3 "Arial Narrow", Arial, sans-serif; letter-spacing: .08em;
  text-transform: uppercase; border-top: .25rem solid var(--red); padding-top: .4rem;
  margin: 2.2rem 0 .6rem; break-after: avoid; }
ul { margin: 0; padding-left: 1.1rem; }
li { margin: .3rem 0; break-inside: avoid; }
.bar { display: block; width: 12rem; max-width: 100%; height: .55rem; margin-top: .2rem;
  border: 1px solid var(--ink); background: #fff; }
.bar i { display: block; height: 100%; background: var(--red);
  print-color-adjust: exact; }
footer { margin-top: 2.5rem; font-size: .9rem; }
@media print { body { background: #fff; font-size: 10.5pt; }
  header { background: #fff; color: #000; padding-left: 0; } }
"""


def html(record: Record) -> str:
    """The record as a whole HTML page that needs nothing else and can be printed."""
    title = escape(record.title)
    opening = "".join(f"<p>{escape(line)}</p>" for line in record.opening)
    parts = "\n".join(map(_part, record.parts))
    thanks = "".join(f"<p>{escape(line)}</p>" for line in record.credits)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<header><h1>{title}</h1>{opening}</header>\n<main>\n{parts}\n"
        f"<footer><h2>Credits</h2>{thanks}</footer>\n</main>\n</body>\n</html>\n"
    )


def _part(part: Part) -> str:
    """A section; the rows below a row are a list inside its item."""
    items: list[str] = []
    below: list[str] = []
    for row in part.rows:
        if row.under:
            below.append(f"<li>{_row(row)}</li>")
            continue
        _close(items, below)
        items.append(f"<li>{_row(row)}")
    _close(items, below)
    body = f"<ul>\n{''.join(items)}</ul>" if items else f"<p>{escape(part.nothing)}</p>"
    return f"<section>\n<h2>{escape(part.title)}</h2>\n{body}\n</section>"


def _close(items: list[str], below: list[str]) -> None:
    """End the open item with the rows that stand below it."""
    if items:
        items.append(f"<ul>{''.join(below)}</ul></li>\n" if below else "</li>\n")
    elif below:
        items.append(f"<li><ul>{''.join(below)}</ul></li>\n")
    below.clear()


def _row(row: Row) -> str:
    lead = f"<strong>{escape(row.lead)}</strong> " if row.lead else ""
    return f"{lead}{escape(row.text)}{_bar(row)}"


def _bar(row: Row) -> str:
    """A measure as a bar; its number stands in the text for those who cannot see."""
    if row.share < 0:
        return ""
    width = f"{row.share:.0%}"
    return f'<span class="bar" aria-hidden="true"><i style="width:{width}"></i></span>'
