"""The types of texts: paragraphs with emphasis and links, within a number of words."""

from dataclasses import dataclass

from octgame.loading.decoding.context import Context, Path
from octgame.loading.decoding.fields import (
    ConditionField,
    Field,
    OneOf,
    Reference,
    Scalar,
    label,
)
from octgame.loading.decoding.shapes import Key, Record, Values, build
from octgame.loading.source.nodes import ListNode, MapNode, Node, ScalarNode
from octgame.story import prose
from octgame.story.conditions import Expr
from octgame.story.prose import Paragraph, Prose
from octgame.story.scenes import INSERTS, Insert, Passage, Text

LINKED = ("codex", "cards", "facts", "questions", "sources")
"""The sections whose entries a link may lead to."""

PARAGRAPH_WORDS = 45

REFUSED: Text = (Passage(Paragraph(())),)
"""Stands for a paragraph that was refused, so that the others keep their numbers."""


def paragraphs(node: ScalarNode, ctx: Context) -> Prose:
    """The paragraphs of a scalar; its links are looked up later."""
    text = node.text.strip()
    parsed = prose.parse(text.replace("\n", "\n\n") if node.style != "|" else text)
    if "](" in text:
        for paragraph in parsed:
            for link in paragraph.links:
                ctx.look_up(link, LINKED, node, linked=True)
    return parsed


def report_length(
    what: str, words: int, most: int, node: ScalarNode, ctx: Context
) -> None:
    """Report a text that has too many words."""
    ctx.report(
        node.at,
        "too-long",
        f"{what} has {words} words; at most {most} fit",
        hint="Cut it, or make two paragraphs of it where that is allowed.",
    )


@dataclass(eq=False, repr=False)
class ParagraphField(Scalar[Paragraph]):
    """One paragraph."""

    doc = "One paragraph, with `*emphasis*` and `[links](id)`."
    words: int = PARAGRAPH_WORDS

    def read(self, node: ScalarNode, ctx: Context, path: Path) -> Paragraph | None:
        """The paragraph, if it is one and not too long."""
        parsed = paragraphs(node, ctx)
        if len(parsed) != 1:
            message = f"“{label(path)}” is one paragraph, not {len(parsed)}"
            ctx.report(node.at, "wrong-type", message)
            return None
        words = parsed[0].words
        if words > self.words:
            report_length(f"“{label(path)}”", words, self.words, node, ctx)
            return None
        return parsed[0]


@dataclass(eq=False, repr=False)
class Passages(Scalar[Prose]):
    """The paragraphs of one scalar, each within the limit."""

    doc = "One paragraph or several, a blank line between them."
    words: int = PARAGRAPH_WORDS

    def read(self, node: ScalarNode, ctx: Context, path: Path) -> Prose | None:
        """The paragraphs, if none is too long."""
        parsed = paragraphs(node, ctx)
        whole = True
        for number, part in enumerate(parsed, 1):
            words = part.words
            if words > self.words:
                which = f"paragraph {number} of " if len(parsed) > 1 else ""
                what = f"{which}“{label(path)}”"
                report_length(what, words, self.words, node, ctx)
                whole = False
        return parsed if whole else None


@dataclass(eq=False, repr=False)
class ProseField(Field[Prose]):
    """Paragraphs without conditions, in one text or a list of texts.

    Attributes:
        words: The most words of each paragraph, or with `whole` of them all.
    """

    doc = "A text of one paragraph or several, or a list of paragraphs."
    words: int = PARAGRAPH_WORDS
    whole: bool = False

    def __post_init__(self) -> None:
        """Every text of the list is read alike."""
        self.part = Passages(self.words)

    def decode(self, node: Node, ctx: Context, path: Path) -> Prose | None:
        """See `Field.decode`."""
        nodes = node.items if isinstance(node, ListNode) else [node]
        found = [self.part.decode(item, ctx, path) for item in nodes]
        joined = tuple([part for parsed in found for part in parsed or ()])
        if None in found:
            return None
        first = nodes[0] if nodes else node
        if self.whole and len(joined) > 1 and isinstance(first, ScalarNode):
            words = sum(paragraph.words for paragraph in joined)
            if words > self.words:
                report_length(f"“{label(path)}”", words, self.words, first, ctx)
                return None
        return joined


def _conditional(text: Prose, condition: Expr | None = None) -> Text:
    return tuple([Passage(paragraph, condition) for paragraph in text])


def _make_conditional(values: Values, _ctx: Context, _path: Path) -> Text:
    return _conditional(**values)


IF = ConditionField()
PASSAGES = Passages()

PASSAGE = Record(
    "a paragraph with a condition",
    (
        Key("if", IF, "When it is shown.", into="condition"),
        Key("text", PASSAGES, "What is shown.", required=True),
    ),
    _make_conditional,
)

INSERT = Record(
    "a block of the debrief",
    (
        Key("show", OneOf(INSERTS), "Which block.", required=True),
        Key("question", Reference("questions"), "The question it is about."),
        Key("if", IF, "When it is shown.", into="condition"),
    ),
    build(Insert),
)


class TextField(Field[Text]):
    """A text whose paragraphs may have conditions and stand beside blocks."""

    doc = (
        "A text, or a list of paragraphs, `{if: CONDITION, text: …}` and "
        "`{show: BLOCK}`."
    )

    def decode(self, node: Node, ctx: Context, path: Path) -> Text | None:
        """See `Field.decode`."""
        if not isinstance(node, ListNode):
            return self._item(node, ctx, path)
        told: list[Passage | Insert] = []
        whole = True
        for item in node.items:
            first = len(told)
            part = self._item(item, ctx, (*path, str(first)))
            whole = whole and part is not None
            told += part or REFUSED
            for number in range(first, len(told)):  # each paragraph stands in its item
                ctx.nodes[*path, str(number)] = item
        return tuple(told) if whole else None

    def _item(self, node: Node, ctx: Context, path: Path) -> Text | None:
        if not isinstance(node, MapNode):
            parsed = PASSAGES.decode(node, ctx, path)
            return None if parsed is None else _conditional(parsed)
        if "show" not in node.values:
            return PASSAGE.decode(node, ctx, path)
        insert = INSERT.decode(node, ctx, path)
        return None if insert is None else (insert,)
