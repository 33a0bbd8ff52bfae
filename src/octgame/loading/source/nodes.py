"""The tree that the YAML reader gives: text, lists and mappings with positions."""

from collections.abc import Iterable
from dataclasses import dataclass

from octgame.loading.diagnostics import Position


@dataclass(slots=True)
class Placed:
    """What stands somewhere in a story; line and column count from 1.

    Most places are never asked for, so none is made before.
    """

    file: str
    line: int
    column: int

    @property
    def at(self) -> Position:
        """Where it begins."""
        return Position(self.file, self.line, self.column)


@dataclass(slots=True)
class ScalarNode(Placed):
    """A scalar: always text, whatever it looks like.

    Attributes:
        text: What it says.
        style: The sign that begins it, one of `'`, `"`, `|` and `>`; "" without one.
    """

    text: str
    style: str = ""


@dataclass(slots=True)
class ListNode(Placed):
    """A sequence."""

    items: list["Node"]


@dataclass(slots=True)
class MapNode(Placed):
    """A mapping: keys are text, each once, each with its own position.

    Attributes:
        keys: In the order written.
        values: By the text of their keys, in the same order.
    """

    keys: list[ScalarNode]
    values: dict[str, "Node"]

    @property
    def pairs(self) -> Iterable[tuple[ScalarNode, "Node"]]:
        """Each key with its value."""
        return zip(self.keys, self.values.values(), strict=True)


Node = ScalarNode | ListNode | MapNode
