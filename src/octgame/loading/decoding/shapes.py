"""Lists, mappings and records: the types of values that hold other values."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from octgame.loading.decoding.acceptances import Acceptable
from octgame.loading.decoding.context import Context, Path
from octgame.loading.decoding.fields import Field, Id, Line, Scalar, label, shape
from octgame.loading.source.nodes import ListNode, MapNode, Node, ScalarNode

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
U = TypeVar("U")

Values = dict[str, Any]
"""What a record's keys gave, by the names of the model."""

Make = Callable[[Values, Context, Path], T | None]
"""Builds a thing from its values; reports and gives None where they clash."""


@dataclass(eq=False, repr=False)
class ListOf(Field[tuple[T, ...]]):
    """Values in a row.

    Attributes:
        item: What each is.
        once: Whether the same text may stand in it only once.
        size: How many there are, exactly, or 0 for any number.
        filled: Whether there must be one at least.
    """

    doc = "A list; one value alone may be written without brackets."
    item: Field[T]
    once: bool = False
    size: int = 0
    filled: bool = False

    def decode(self, node: Node, ctx: Context, path: Path) -> tuple[T, ...] | None:
        """See `Field.decode`."""
        nodes = node.items if isinstance(node, ListNode) else [node]
        if self.size and len(nodes) != self.size:
            message = f"“{label(path)}” takes {self.size} values, not {len(nodes)}"
            ctx.report(node.at, "wrong-type", message)
            return None
        if self.filled and not nodes:
            ctx.report(node.at, "empty-value", f"“{label(path)}” names nothing")
            return None
        whole = not (self.once and self._repeats(nodes, ctx))
        values: list[T] = []
        for number, item in enumerate(nodes):
            here = (*path, str(number))
            ctx.nodes[here] = item
            value = self.item.decode(item, ctx, here)
            if value is None:
                whole = False
            else:
                values.append(value)
        return tuple(values) if whole else None

    def _repeats(self, nodes: Sequence[Node], ctx: Context) -> bool:
        scalars = [node for node in nodes if isinstance(node, ScalarNode)]
        seen = {node.text for node in scalars}
        if len(seen) == len(scalars):
            return False
        for node in scalars:
            if node.text not in seen:
                ctx.report(node.at, "repeated", f"“{node.text}” stands here twice")
            seen.discard(node.text)
        return True


@dataclass(eq=False, repr=False)
class MapOf(Field[dict[str, T]]):
    """Values by name, in the order written."""

    doc = "A mapping."
    item: Field[T]
    key: Scalar[str] = Id()  # noqa: RUF009 - a frozen value

    def decode(self, node: Node, ctx: Context, path: Path) -> dict[str, T] | None:
        """See `Field.decode`."""
        if not isinstance(node, MapNode):
            ctx.report(
                node.at,
                "wrong-type",
                f"“{label(path)}” is a mapping, not {shape(node)}",
                hint="Write each on its own line, as `name: value`.",
            )
            return None
        values: dict[str, T] = {}
        for name, item in node.pairs:
            here = (*path, name.text)
            ctx.nodes[here] = name
            key = self.key.decode(name, ctx, here)
            value = self.item.decode(item, ctx, here)
            if key is not None and value is not None:
                values[key] = value
        return values if len(values) == len(node.keys) else None


@dataclass(eq=False, repr=False)
class Made(Field[U], Generic[T, U]):
    """A value built from another."""

    doc = "See the type it is made from."
    field: Field[T]
    make: Callable[[T], U]

    def decode(self, node: Node, ctx: Context, path: Path) -> U | None:
        """See `Field.decode`."""
        value = self.field.decode(node, ctx, path)
        return None if value is None else self.make(value)


@dataclass(eq=False, repr=False)
class Key:
    """One key of a record.

    Attributes:
        name: As the author writes it.
        type: What its value is.
        doc: What it is for, one sentence.
        required: Whether it must be there.
        into: The name in the model, where it is another.
    """

    name: str
    type: Field[object]
    doc: str
    required: bool = False
    into: str = ""


ACCEPTS = Key(
    "accepts",
    MapOf(Line(), Acceptable()),
    "Findings of `octgame check` that are meant so, each with the reason.",
)
"""A key that every record takes; it is for `check`, and no part of the thing."""


def build(thing: Callable[..., T], identity: str = "") -> Make[T]:
    """Make a thing of the model from its values and, as `identity`, its own key."""

    def make(values: Values, _ctx: Context, path: Path) -> T:
        own = {identity: path[-1]} if identity else {}
        return thing(**own, **values)

    return make


@dataclass(eq=False, repr=False)
class Record(Field[T_co]):
    """A mapping whose keys are declared one by one.

    Attributes:
        noun: What it is, in a sentence: "a scene".
        keys: Its keys, in the order of the reference.
        make: Builds the thing, and applies the rules that hold within it.
    """

    doc = "A mapping with the keys below."
    noun: str
    keys: tuple[Key, ...]
    make: Make[T_co]

    def __post_init__(self) -> None:
        """What every reading of such a mapping asks for."""
        self.decoders = {k.name: (k.type, k.into or k.name) for k in self.keys}
        self.required = {key.name for key in self.keys if key.required}
        self.names = frozenset(key.name for key in (*self.keys, ACCEPTS))

    def decode(self, node: Node, ctx: Context, path: Path) -> T_co | None:
        """See `Field.decode`."""
        if not isinstance(node, MapNode):
            ctx.report(
                node.at,
                "wrong-type",
                f"{self.noun} is a mapping of keys, not {shape(node)}",
                hint="It takes: " + ", ".join(key.name for key in self.keys) + ".",
            )
            return None
        given = node.values
        meant: set[str] = set()
        whole = given.keys() <= self.names
        if not whole:
            meant = self._report_unknown(node, ctx)
        values: Values = {}
        for name, value in given.items():
            if name not in self.decoders:
                continue
            type_, into = self.decoders[name]
            here = (*path, name)
            ctx.nodes[here] = value
            values[into] = decoded = type_.decode(value, ctx, here)
            whole = whole and decoded is not None
        if not given.keys() >= self.required:
            self._report_missing(node, meant, ctx, path)
            whole = False
        if ACCEPTS.name in given:
            whole = self._accepts(given[ACCEPTS.name], ctx, path) and whole
        return self.make(values, ctx, path) if whole else None

    def _accepts(self, node: Node, ctx: Context, path: Path) -> bool:
        """Whether what is accepted here can be; `check` finds it by its path."""
        here = (*path, ACCEPTS.name)
        ctx.nodes[here] = node
        return ACCEPTS.type.decode(node, ctx, here) is not None

    def _report_unknown(self, node: MapNode, ctx: Context) -> set[str]:
        """Report keys that are not declared; gives those they may stand for."""
        declared = [key.name for key in (*self.keys, ACCEPTS)]
        free = [name for name in declared if name not in node.values]
        unknown = [name for name in node.keys if name.text not in declared]
        meant: set[str] = set()
        for name in unknown:
            suggestion = ctx.nearest(name.text, free)
            meant.add(suggestion)
            ctx.report(
                name.at,
                "unknown-key",
                f"{self.noun} has no key “{name.text}”",
                suggestion=suggestion,
                hint="It takes: " + ", ".join(declared) + ".",
            )
        return meant

    def _report_missing(
        self, node: MapNode, meant: set[str], ctx: Context, path: Path
    ) -> None:
        """Report keys that must be there, but for those that are only misspelt."""
        for key in self.keys:
            if key.required and key.name not in node.values and key.name not in meant:
                ctx.report(
                    ctx.nodes.get(path, node).at,
                    "missing-field",
                    f"{self.noun} needs “{key.name}”",
                    hint=key.doc,
                )


def listed(value: Mapping[str, T]) -> tuple[T, ...]:
    """The values of a mapping whose keys they carry themselves."""
    return tuple(value.values())
