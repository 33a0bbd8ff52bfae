"""Which thing of a story a place in its files belongs to."""

from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property

from octgame.loading.diagnostics import Position

Path = tuple[str, ...]
Positions = Mapping[Path, Position]


class Enclosing:
    """Looks up the way to a place.

    Args:
        positions: Where each entry and each field of the story begins.
    """

    def __init__(self, positions: Positions) -> None:
        self._positions = positions

    def path(self, at: Position) -> Path:
        """The innermost entry or field that begins at a place or before it.

        Returns:
            Its keys, or () where none does in that file.
        """
        number = bisect_right(self._begins, at, key=lambda begin: begin[0]) - 1
        if number < 0 or self._begins[number][0].file != at.file:
            return ()
        return self._begins[number][1]

    @cached_property
    def _begins(self) -> list[tuple[Position, Path]]:
        """In the order of the files; a large story has many, and few are asked for."""
        return sorted((at, path) for path, at in self._positions.items())
