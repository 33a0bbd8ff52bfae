"""Trees as plain tuples, for another process, and as trees again."""

from typing import Any, cast

from octgame.loading.source.nodes import ListNode, MapNode, Node, ScalarNode

Packed = tuple[int, int, Any, Any]
"""Line, column, what stands there; a style, or the values of a mapping's keys."""


def pack(node: Node) -> Packed:
    """A tree as tuples, lists and text."""
    if isinstance(node, ScalarNode):
        return node.line, node.column, node.text, node.style
    if isinstance(node, ListNode):
        return node.line, node.column, [pack(item) for item in node.items], None
    keys = [pack(key) for key in node.keys]
    return node.line, node.column, keys, [pack(value) for value in node.values.values()]


def unpack(file: str, packed: Packed) -> Node:
    """The tree of a file that was packed."""
    line, column, what, more = packed
    if isinstance(what, str):
        return ScalarNode(file, line, column, what, more)
    if more is None:
        return ListNode(file, line, column, _unpack_all(file, what))
    keys = [ScalarNode(file, *key) for key in what]
    texts = [key.text for key in keys]
    values = dict(zip(texts, _unpack_all(file, more), strict=True))
    return MapNode(file, line, column, keys, values)


def _unpack_all(file: str, packed: list[Packed]) -> list[Node]:
    """Several trees; most are scalars, and made here at once."""
    return [
        ScalarNode(file, *each) if isinstance(each[2], str) else unpack(file, each)
        for each in packed
    ]


def unpack_file(file: str, packed: Packed) -> MapNode:
    """The mapping on top of a file that was packed."""
    return cast("MapNode", unpack(file, packed))
