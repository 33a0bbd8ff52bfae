"""The tree that the YAML reader gives: text, lists and mappings with positions."""

from typing import NamedTuple

from octgame.loading.diagnostics import Position


class ScalarNode(NamedTuple):
    """A scalar: always text, whatever it looks like."""

    at: Position
    text: str
    quoted: bool = False
    block: bool = False


class ListNode(NamedTuple):
    """A sequence."""

    at: Position
    items: tuple["Node", ...]


class MapNode(NamedTuple):
    """A mapping: keys are text, each once, each with its own position."""

    at: Position
    pairs: tuple[tuple[ScalarNode, "Node"], ...]

    def get(self, key: str) -> "Node | None":
        """The value under a key, or None."""
        return next((value for name, value in self.pairs if name.text == key), None)


Node = ScalarNode | ListNode | MapNode
