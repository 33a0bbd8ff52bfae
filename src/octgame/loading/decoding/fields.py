"""The types of single values: how a scalar is read, and what it looks like.

`decode` gives the value, or None where the value was refused and reported.
"""
# ruff: noqa: ARG002 - every `read` is called alike

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from octgame.loading.decoding.context import Asked, Context, Path
from octgame.loading.source.nodes import ListNode, Node, ScalarNode
from octgame.story import conditions
from octgame.story.calendar import DateError, When, parse_when
from octgame.story.conditions import ConditionError, Expr

T_co = TypeVar("T_co", covariant=True)

ID = re.compile(r"[a-z][a-z0-9_]{0,47}")
CLAIM_ID = re.compile(r"[A-Z][0-9]{1,4}")
WHOLE = re.compile(r"[+-]?[0-9]{1,7}")
DEGREES = re.compile(r"-?[0-9]{1,3}(\.[0-9]{1,6})?")
URL = re.compile(r"https?://[!-~]+")
FLAGS = {"yes": True, "true": True, "no": False, "false": False}


class Field(ABC, Generic[T_co]):
    """How one value is read."""

    doc: ClassVar[str]
    """What such a value looks like, one sentence for the reference."""

    @abstractmethod
    def decode(self, node: Node, ctx: Context, path: Path) -> T_co | None:
        """The value, or None where it was refused and reported."""


def shape(node: Node) -> str:
    """What a node is, in an author's words."""
    if isinstance(node, ScalarNode):
        return "text"
    return "a list" if isinstance(node, ListNode) else "a mapping"


def label(path: Path) -> str:
    """The field that a path leads to, passing over the numbers of list items."""
    return next((part for part in reversed(path) if not part.isdigit()), "")


class Scalar(Field[T_co]):
    """A value that is one piece of text."""

    def decode(self, node: Node, ctx: Context, path: Path) -> T_co | None:
        """See `Field.decode`; a list or a mapping is refused here for all."""
        if not isinstance(node, ScalarNode):
            ctx.report(
                node.at,
                "wrong-type",
                f"“{label(path)}” is one value, not {shape(node)}",
                hint=self.doc,
            )
            return None
        if not node.text or node.text.isspace():
            ctx.report(node.at, "empty-value", f"“{label(path)}” has no value")
            return None
        return self.read(node, ctx, path)

    @abstractmethod
    def read(self, node: ScalarNode, ctx: Context, path: Path) -> T_co | None:
        """The value of a scalar that is not empty, or None."""


class Line(Scalar[str]):
    """Text on one line."""

    doc = "One line of text; line breaks are read as spaces."

    def read(self, node: ScalarNode, ctx: Context, path: Path) -> str:
        """The words of the line, one space apart."""
        return " ".join(node.text.split())


class Url(Scalar[str]):
    """An address on the web."""

    doc = "An address that begins with https:// or http://."

    def read(self, node: ScalarNode, ctx: Context, path: Path) -> str | None:
        """The address, if it is one."""
        if URL.fullmatch(node.text):
            return node.text
        message = f"“{node.text}” is not a web address"
        ctx.report(node.at, "wrong-type", message, hint=self.doc)
        return None


class Verbatim(Scalar[ScalarNode]):
    """A value whose type another field decides."""

    doc = "A value of the variable's own type."

    def read(self, node: ScalarNode, ctx: Context, path: Path) -> ScalarNode:
        """The scalar itself."""
        return node


@dataclass(eq=False, repr=False)
class Id(Scalar[str]):
    """The name of a thing: small Latin letters, digits and underscores."""

    doc = "Small Latin letters, digits and _, a letter first, at most 48 signs."
    pattern: re.Pattern[str] = ID
    reserved: tuple[str, ...] = ()

    def read(self, node: ScalarNode, ctx: Context, path: Path) -> str | None:
        """The id, if it is one."""
        if not self.pattern.fullmatch(node.text):
            hint = self.doc if self.pattern is ID else "A capital letter and digits."
            ctx.report(node.at, "bad-id", f"“{node.text}” is not an id", hint=hint)
            return None
        if node.text in self.reserved:
            ctx.report(
                node.at,
                "reserved-id",
                f"“{node.text}” has a meaning of its own in the format",
                hint="Choose another id.",
            )
            return None
        return node.text


@dataclass(eq=False, repr=False)
class Reference(Scalar[str]):
    """The id of a thing that is declared elsewhere in the story.

    Attributes:
        section: Where it is declared; "places" are the codex entries of that kind.
        words: Words that may stand in its stead, as `next` for a scene.
    """

    doc = "The id of something declared in this story."
    section: str
    words: tuple[str, ...] = ()

    def read(self, node: ScalarNode, ctx: Context, path: Path) -> str | None:
        """The id as written; one that leads to nothing is reported later."""
        names = node.text.replace(",", " ").split()
        if "," in node.text or (len(names) > 1 and all(map(ID.fullmatch, names))):
            ctx.report(
                node.at,
                "wrong-type",
                f"“{node.text}” is several ids in one text",
                hint=f"Write them in brackets: [{', '.join(names)}]",
            )
            return None
        if node.text not in self.words:
            ctx.look_up(node.text, (self.section,), node, words=self.words)
        return node.text


@dataclass(eq=False, repr=False)
class OneOf(Scalar[str]):
    """One of a few words."""

    doc = "One of the words listed."
    words: tuple[str, ...]

    def read(self, node: ScalarNode, ctx: Context, path: Path) -> str | None:
        """The word, if it is one of them."""
        if node.text in self.words:
            return node.text
        ctx.report(
            node.at,
            "unknown-word",
            f"“{label(path)}” cannot be “{node.text}”",
            suggestion=ctx.nearest(node.text.lower(), self.words),
            hint="One of: " + ", ".join(self.words) + ".",
        )
        return None


class Checked(Scalar[str]):
    """How a source was used."""

    doc = "`read`, `excerpt`, or `cited by` and by whom."

    def read(self, node: ScalarNode, ctx: Context, path: Path) -> str | None:
        """The word, or `cited by …` with a name."""
        if node.text in ("read", "excerpt") or node.text.startswith("cited by "):
            return node.text
        known = ("read", "excerpt", "cited by")
        ctx.report(
            node.at,
            "unknown-word",
            f"“{label(path)}” cannot be “{node.text}”",
            suggestion=ctx.nearest(node.text.lower(), known),
            hint=f"Write {self.doc}",
        )
        return None


@dataclass(eq=False, repr=False)
class Whole(Scalar[int]):
    """A whole number between two bounds, both included."""

    doc = "A whole number."
    least: int
    greatest: int

    def read(self, node: ScalarNode, ctx: Context, path: Path) -> int | None:
        """The number, if it is one and within the bounds."""
        if not WHOLE.fullmatch(node.text):
            message = f"“{node.text}” is not a whole number"
            ctx.report(node.at, "wrong-type", message)
            return None
        value = int(node.text)
        if not self.least <= value <= self.greatest:
            ctx.report(
                node.at,
                "out-of-bounds",
                f"“{label(path)}” is from {self.least} to {self.greatest}, not {value}",
            )
            return None
        return value


class Flag(Scalar[bool]):
    """Yes or no."""

    doc = "`yes` or `no`."

    def read(self, node: ScalarNode, ctx: Context, path: Path) -> bool | None:
        """The flag, if it is one."""
        value = FLAGS.get(node.text)
        if value is None:
            message = f"“{label(path)}” is yes or no, not “{node.text}”"
            ctx.report(node.at, "wrong-type", message)
        return value


@dataclass(eq=False, repr=False)
class Degrees(Scalar[int]):
    """A latitude or longitude, kept in thousandths of a degree."""

    doc = "Degrees with a decimal point, as 59.940."
    most: int

    def read(self, node: ScalarNode, ctx: Context, path: Path) -> int | None:
        """The thousandths of a degree, rounded."""
        if not DEGREES.fullmatch(node.text):
            message = f"“{node.text}” is not a number of degrees"
            ctx.report(node.at, "wrong-type", message, hint=self.doc)
            return None
        value = round(float(node.text) * 1000)
        if abs(value) > self.most * 1000:
            message = f"{node.text} is more than {self.most} degrees"
            ctx.report(node.at, "out-of-bounds", message)
            return None
        return value


class DateField(Scalar[When]):
    """A date as its source gives it."""

    doc = (
        "`1917`, `1917-10`, `1917-10-25`, `1917-10-25 23:50`, `a/b`, `about a`, "
        "`today`; `os` or `ns` after it where needed."
    )

    def read(self, node: ScalarNode, ctx: Context, path: Path) -> When | None:
        """The date in the story's calendar."""
        try:
            return parse_when(node.text, ctx.calendar)
        except DateError as error:
            ctx.report(node.at, "bad-date", str(error).rstrip("."), hint=self.doc)
            return None


class ConditionField(Scalar[Expr]):
    """When something holds."""

    doc = "A condition, as `seen(aurora) and nerve >= 2`."

    def read(self, node: ScalarNode, ctx: Context, path: Path) -> Expr | None:
        """The condition; its names are checked when all files are read."""
        try:
            condition = ctx.parsed.get(node.text) or conditions.parse(node.text)
        except ConditionError as error:
            ctx.report(
                ctx.place_in(node, node.text.rstrip(), error.at),
                "bad-condition",
                error.message.rstrip("."),
                hint=error.hint,
            )
            return None
        ctx.parsed[node.text] = condition
        ctx.asked.append(Asked(condition, node, path))
        return condition
