"""The text subset: emphasis, quotation and links; everything else is literal."""

import re
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Literal, NamedTuple

from octgame.story.safe import safe_text

Style = Literal["", "em", "strong"]


class Span(NamedTuple):
    """A run of characters in one style.

    Attributes:
        text: What is shown, already passed by the gate.
        style: "" for plain, "em" or "strong".
        link: The id that the run leads to, or "".
    """

    text: str
    style: Style = ""
    link: str = ""


class Paragraph(NamedTuple):
    """One paragraph: its spans, and whether the author marked it a quotation."""

    spans: tuple[Span, ...]
    quoted: bool = False

    @property
    def plain(self) -> str:
        """The paragraph's characters without style or link."""
        spans = self.spans
        return spans[0].text if len(spans) == 1 else "".join([s.text for s in spans])

    @property
    def links(self) -> tuple[str, ...]:
        """The ids that the paragraph links to, each once, in reading order."""
        links = [span.link for span in self.spans if span.link]
        return tuple(dict.fromkeys(links)) if links else ()

    @property
    def words(self) -> int:
        """How many words a reader counts."""
        return len(self.plain.split())


Prose = tuple[Paragraph, ...]
_Look = tuple[Style, str]  # a style and a link

_BLANK_LINES = re.compile(r"\n *(?:\n *)+")
_SIGNS = re.compile(r"(\\.|\*\**|\[|\]\([a-z][a-z0-9_]{0,47}\)|\])")
_STYLES: dict[str, Style] = {"*": "em", "**": "strong"}


def parse(text: str) -> Prose:
    r"""Read author's text into paragraphs.

    A blank line ends a paragraph; single line breaks are spaces. `*em*`,
    `**strong**`, `[label](id)`, a leading `> ` for a quotation and a backslash
    before any sign are all there is. A sign that closes nothing is literal.

    Stars open before a sign and close after one, never beside a space. Styles do
    not nest: in `**a *b* c**` the single stars are literal, and three stars in a
    row always are. A link may stand in a style and a style in a label; of two
    that overlap the one that opens first holds. A label holds no brackets but
    escaped ones.
    """
    text = safe_text(text).strip(" \n")
    marked = "*" in text or "[" in text or "\\" in text or "\n" in text
    if not marked and text[:1] != ">":  # most paragraphs are one line of plain text
        return (Paragraph((Span(text),)),) if text else ()
    blocks = _BLANK_LINES.split(text)
    return tuple([_paragraph(block) for block in blocks if block])


def _paragraph(block: str) -> Paragraph:
    lines = [line.strip(" ") for line in block.split("\n")]
    quoted = lines[0].startswith("> ")
    if quoted:
        lines = [_unquoted(line) for line in lines]
    text = " ".join(filter(None, lines))
    parts = _SIGNS.split(text)
    if len(parts) == 1:
        return Paragraph((Span(text),) if text else (), quoted)
    runs = _runs(parts, _partners(parts), 0, len(parts), ("", ""))
    spans = [
        Span("".join([text for text, _ in alike]), *look)
        for look, alike in groupby(runs, itemgetter(1))
    ]
    return Paragraph(tuple(spans), quoted)


def _unquoted(line: str) -> str:
    return line[1:].lstrip(" ") if line == ">" or line.startswith("> ") else line


def _partners(parts: list[str]) -> dict[int, int]:
    """Where each sign that opens something finds the sign that closes it.

    One pass from the end, so that a text full of openers costs no more than any.

    Args:
        parts: Texts and signs by turns: a text is at each even place, perhaps "".
    """
    partners: dict[int, int] = {}
    nearest: dict[str, int] = {}
    for at in range(len(parts) - 2, 0, -2):
        sign = parts[at]
        if sign in _STYLES:
            after, before = parts[at + 1 : at + 3], parts[max(at - 2, 0) : at]
            if sign in nearest and _is_sign("".join(after)[:1]):
                partners[at] = nearest[sign]
            if _is_sign("".join(before)[-1:]):
                nearest[sign] = at
        elif sign.startswith("]("):
            nearest["["] = at
        elif sign in ("[", "]"):
            end = nearest.pop("[", at)
            if sign == "[" and any(parts[at + 1 : end]):
                partners[at] = end
    return partners


def _is_sign(character: str) -> bool:
    return bool(character) and not character.isspace()


def _runs(
    parts: list[str], partners: dict[int, int], start: int, end: int, look: _Look
) -> Iterator[tuple[str, _Look]]:
    """What is shown of the parts from start to end, inside a style and a link."""
    style, link = look
    at = start
    while at < end:
        part, partner = parts[at], partners.get(at, end)
        inner = look
        if partner < end and part == "[":
            inner = style, parts[partner][2:-1]
        elif partner < end and not style:
            inner = _STYLES[part], link
        if inner is not look:
            yield from _runs(parts, partners, at + 1, partner, inner)
            at = partner
        elif part:
            is_escape = part[0] == "\\" and len(part) > 1
            yield part[1:] if is_escape else part, look
        at += 1
