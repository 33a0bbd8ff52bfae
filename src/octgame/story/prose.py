"""The text subset: emphasis, quotation and links; everything else is literal."""

import re
from collections.abc import Iterator
from itertools import groupby
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
        return "".join(span.text for span in self.spans)

    @property
    def links(self) -> tuple[str, ...]:
        """The ids that the paragraph links to, each once, in reading order."""
        return tuple(dict.fromkeys(span.link for span in self.spans if span.link))

    @property
    def words(self) -> int:
        """How many words a reader counts."""
        return len(self.plain.split())


Prose = tuple[Paragraph, ...]

_TOKENS = re.compile(
    r"\\(?P<escaped>.)"
    r"|(?P<stars>\*+)"
    r"|(?P<opens>\[)"
    r"|(?P<links>\]\((?P<id>[a-z][a-z0-9_]{0,47})\))"
    r"|(?P<closes>\])"
    r"|(?P<text>[^\\*\[\]]+|\\)"
)
_MARKUP = re.compile(r"[*\\[\]]")  # without one of these a text is one run
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
    lines = [line.strip(" ") for line in safe_text(text).split("\n")]
    return tuple(
        _paragraph(list(block)) for full, block in groupby(lines, bool) if full
    )


def _paragraph(lines: list[str]) -> Paragraph:
    quoted = lines[0].startswith("> ")
    if quoted:
        lines = [_unquoted(line) for line in lines]
    text = " ".join(filter(None, lines))
    if not _MARKUP.search(text):
        return Paragraph((Span(text),) if text else (), quoted)
    tokens = _tokens(text)
    spans = _spans(tokens, _partners(tokens), 0, len(tokens), Span(""))
    joined = (
        Span("".join(span.text for span in alike), style, link)
        for (style, link), alike in groupby(spans, lambda span: (span.style, span.link))
    )
    return Paragraph(tuple(joined), quoted)


def _unquoted(line: str) -> str:
    return line[1:].lstrip(" ") if line == ">" or line.startswith("> ") else line


class _Token(NamedTuple):
    """A sign that may be markup, or a run of characters that is none.

    Attributes:
        kind: "*", "**", "[" or "](" for what may be markup, "]", or "" for text.
        shown: Its characters if it is shown as it stands.
        opens, closes: Whether stars may open or close a style here.
        link: The id of a "](".
    """

    kind: str
    shown: str
    opens: bool = False
    closes: bool = False
    link: str = ""


def _tokens(text: str) -> list[_Token]:
    return [_token(text, match) for match in _TOKENS.finditer(text)]


def _token(text: str, match: re.Match[str]) -> _Token:
    shown = match.group()
    if match["stars"] and shown in _STYLES:
        before, after = text[: match.start()][-1:], text[match.end() :][:1]
        return _Token(
            shown,
            shown,
            opens=bool(after) and not after.isspace(),
            closes=bool(before) and not before.isspace(),
        )
    if match["links"]:
        return _Token("](", shown, link=match["id"])
    if match["opens"] or match["closes"]:
        return _Token(shown, shown)
    return _Token("", match["escaped"] or shown)


def _partners(tokens: list[_Token]) -> dict[int, int]:
    """Where each sign that opens something finds the sign that closes it.

    One pass from the end, so that a text full of openers costs no more than any.
    """
    partners: dict[int, int] = {}
    nearest: dict[str, int] = {}
    for at in reversed(range(len(tokens))):
        kind = tokens[at].kind
        if kind in _STYLES:
            if tokens[at].opens and kind in nearest:
                partners[at] = nearest[kind]
            if tokens[at].closes:
                nearest[kind] = at
        elif kind == "](":
            nearest["["] = at
        elif kind:
            end = nearest.pop("[", at)
            if kind == "[" and end > at + 1:
                partners[at] = end
    return partners


def _spans(
    tokens: list[_Token], partners: dict[int, int], start: int, end: int, within: Span
) -> Iterator[Span]:
    """The runs of tokens from start to end, inside the style and link of `within`."""
    at = start
    while at < end:
        token, partner = tokens[at], partners.get(at, end)
        inner = within
        if partner < end and token.kind == "[":
            inner = within._replace(link=tokens[partner].link)
        elif partner < end and not within.style:
            inner = within._replace(style=_STYLES[token.kind])
        if inner is within:
            yield within._replace(text=token.shown)
            at += 1
        else:
            yield from _spans(tokens, partners, at + 1, partner, inner)
            at = partner + 1
