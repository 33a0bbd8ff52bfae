"""Reading files over and over: one whose bytes are as they were is not parsed again."""

from typing import NamedTuple

from octgame.loading.diagnostics import Diagnostics
from octgame.loading.source.nodes import MapNode
from octgame.loading.source.reader import read


class _Known(NamedTuple):
    data: bytes
    tree: MapNode | None
    found: Diagnostics


class Rereader:
    """Reads as `source.reader.read` does, and knows each file as it was read last."""

    def __init__(self) -> None:
        self._known: dict[str, _Known] = {}

    def __call__(self, file: str, data: bytes, into: Diagnostics) -> MapNode | None:
        """The tree of a file, or None; `into` is told of every finding."""
        known = self._known.get(file)
        if known is None or known.data != data:
            found = Diagnostics()
            known = _Known(data, read(file, data, found), found)
            self._known[file] = known
        into.sources.update(known.found.sources)
        into.take(known.found)
        return known.tree
