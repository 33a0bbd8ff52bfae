"""The text subset: emphasis, quotation and links; everything else is literal."""

from dataclasses import dataclass
from typing import Literal

Style = Literal["", "em", "strong"]


@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters in one style.

    Attributes:
        text: What is shown, already passed by the gate.
        style: "" for plain, "em" or "strong".
        link: The id that the run leads to, or "".
    """

    text: str
    style: Style = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its spans, and whether the author marked it a quotation."""

    spans: tuple[Span, ...]
    quoted: bool = False

    @property
    def plain(self) -> str:
        """The paragraph's characters without style or link."""
        return "".join(span.text for span in self.spans)

    @property
    def links(self) -> tuple[str, ...]:
        """The ids that the paragraph links to, in reading order."""
        return tuple(span.link for span in self.spans if span.link)

    @property
    def words(self) -> int:
        """How many words a reader counts."""
        return len(self.plain.split())


Prose = tuple[Paragraph, ...]


def parse(text: str) -> Prose:
    """Read author's text into paragraphs.

    A blank line ends a paragraph; single line breaks are spaces. `*em*`,
    `**strong**`, `[label](id)`, a leading `> ` for a quotation and a backslash
    before any sign are all there is. A sign that closes nothing is literal.
    """
    raise NotImplementedError
