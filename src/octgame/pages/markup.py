"""HTML made of elements: what is not markup already is escaped, and safe to show."""

from collections.abc import Iterable
from html import escape

from octgame.story.prose import Paragraph, Span
from octgame.story.safe import safe_text


class Markup(str):
    """HTML that may stand in a page as it is; only this module makes any."""

    __slots__ = ()


def tag(name: str, *inside: str, **attributes: str) -> Markup:
    """An element.

    Args:
        name: Its tag.
        inside: Elements, and text that is escaped.
        attributes: Its attributes; `class_` stands for `class`.
    """
    named = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_text(value)}"'
        for key, value in attributes.items()
    )
    return Markup(f"<{name}{named}>{joined(inside)}</{name}>")


def joined(parts: Iterable[str]) -> Markup:
    """Elements and texts after each other."""
    return Markup("".join(map(_text, parts)))


def run(paragraph: Paragraph) -> Markup:
    """The words of a paragraph in their styles; on paper a link leads nowhere."""
    return joined(map(_span, paragraph.spans))


def prose(paragraphs: Iterable[Paragraph]) -> Markup:
    """Paragraphs and quotations."""
    return joined(map(_paragraph, paragraphs))


def listed(items: Iterable[str], **attributes: str) -> Markup:
    """A list of points."""
    return tag("ul", *(tag("li", item) for item in items), **attributes)


def table(
    head: Iterable[str], rows: Iterable[Iterable[str]], **attributes: str
) -> Markup:
    """A table; the first cell of a row is its heading."""
    top = tag("tr", *(tag("th", cell, scope="col") for cell in head))
    body = (_row(*cells) for cells in rows)
    return tag("table", tag("thead", top), tag("tbody", *body), **attributes)


def _row(first: str, *rest: str) -> Markup:
    return tag("tr", tag("th", first, scope="row"), *(tag("td", cell) for cell in rest))


def _paragraph(paragraph: Paragraph) -> Markup:
    words = tag("p", run(paragraph))
    return tag("blockquote", words) if paragraph.quoted else words


def _span(span: Span) -> str:
    return tag(span.style, span.text) if span.style else span.text


def _text(text: str) -> str:
    return text if isinstance(text, Markup) else escape(safe_text(text))
