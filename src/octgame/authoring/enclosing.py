"""Which thing of a story a place in its files belongs to."""

from bisect import bisect_right
from collections.abc import Mapping
from functools import cache

from octgame.loading.diagnostics import Position
from octgame.loading.source.nodes import Node

Path = tuple[str, ...]
Positions = Mapping[Path, Position]


class Enclosing:
    """Looks up the way to a place.

    Args:
        nodes: The key of each entry and the value of each field of the story.
    """

    def __init__(self, nodes: Mapping[Path, Node]) -> None:
        self._nodes = nodes
        self._begins = cache(self._begins_in)

    def path(self, at: Position) -> Path:
        """The innermost entry or field that begins at a place or before it.

        Returns:
            Its keys, or () where none does in that file.
        """
        begins = self._begins(at.file)
        number = bisect_right(begins, at, key=lambda begin: begin[0]) - 1
        return begins[number][1] if number >= 0 else ()

    def _begins_in(self, file: str) -> list[tuple[Position, Path]]:
        """What begins in a file, in its order; few files are ever asked for."""
        each = self._nodes.items()
        return sorted((node.at, path) for path, node in each if node.file == file)
