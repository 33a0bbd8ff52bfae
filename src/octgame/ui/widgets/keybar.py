"""The bar at the foot: the keys, or a word about what just happened."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from octgame.ui.keys import Key
from octgame.ui.typeset import Piece, Row, cut, measure
from octgame.ui.widgets.painted import Line, Painted


class KeyBar(Painted):
    """As many keys as fit, each to be clicked too.

    Args:
        words: Tells what stands instead of a key's own word, by the key, whenever the
            bar is painted; "" leaves the key out.
        keys: The keys there are.
    """

    def __init__(
        self, words: Callable[[], Mapping[str, str]], keys: Sequence[Key]
    ) -> None:
        super().__init__()
        self._hint = ""
        self._words = words
        self._keys = keys

    def say(self, hint: str) -> None:
        """Show one sentence instead; an empty one brings the keys back."""
        if hint != self._hint:
            self._hint = hint
            self.repaint()

    def paint(self) -> Iterator[Line]:
        """The row, filled to its end."""
        width = self.size.width
        row: Row = (Piece(" ", "key_label"),)
        if self._hint:
            row = cut((*row, Piece(self._hint, "key")), width)
        else:
            row += tuple(piece for item in self._items(width) for piece in item)
        yield self.line((*row, Piece(" " * (width - measure(row)), "key_label")))

    def _items(self, width: int) -> list[Row]:
        """The keys that fit; help and leaving are the last to go."""
        words = self._words()
        items: list[Row] = [
            (
                Piece(f"{key.shown} ", "key", f"key:{key.shown}"),
                Piece(f"{word}  ", "key_label", f"key:{key.shown}"),
            )
            for key in self._keys
            if (word := words.get(key.shown, key.bar))
        ]
        spare = width - 1 - sum(map(measure, items))
        while len(items) > 2 and spare < 0:
            spare += measure(items.pop(-3))
        return items
