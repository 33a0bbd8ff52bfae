"""A column of rows that is longer than the place it is shown in."""

from collections.abc import Iterator
from itertools import pairwise

from octgame.ui.typeset import Row, Rows


class Column:
    """Rows, the part of them that is shown, and the place that is pointed at.

    Attributes:
        rows: All of them.
        top: The first that is shown.
        height: How many are shown at most.
        cursor: Where the place pointed at leads, or "".
        at: The row of that place.
    """

    def __init__(self) -> None:
        self.rows: Rows = ()
        self.top = 0
        self.height = 0
        self.cursor = ""
        self.at = 0

    def show(self, rows: Rows, top: int = 0) -> None:
        """Show other rows, nothing pointed at."""
        self.rows, self.cursor, self.at = rows, "", top
        self.scroll_to(top)

    def renew(self, rows: Rows, height: int) -> None:
        """Show the same thing set anew; what was pointed at stays pointed at."""
        self.rows = rows
        self.fit(height)
        if self.cursor and not (self.at < len(rows) and self._leads(self.at)):
            places = (at for at in range(len(rows)) if self._leads(at))
            self.at = next(places, -1)
            self.cursor = self.cursor if self.at >= 0 else ""

    def fit(self, height: int) -> None:
        """Give the column another height in rows."""
        self.height = height
        self.scroll_to(self.top)

    def scroll_to(self, top: int) -> bool:
        """Show the rows from `top` on; whether anything moved."""
        before = self.top
        self.top = max(0, min(top, len(self.rows) - self.height))
        return self.top != before

    def scroll(self, by: int) -> bool:
        """Show later rows, or earlier ones; whether anything moved."""
        return self.scroll_to(self.top + by)

    def row_of(self, goes: str, first: int = 0) -> int:
        """The first row from `first` on that leads there; `first` where none does."""
        rows = range(first, len(self.rows))
        return next(
            (y for y in rows if any(p.goes == goes for p in self.rows[y])), first
        )

    def last_row_of(self, goes: str) -> int:
        """The first row of the last place that leads there; 0 where none does."""
        leads = [
            y
            for y, row in enumerate(self.rows)
            if any(piece.goes == goes for piece in row)
        ]
        return next(
            (
                y
                for y, before in zip(leads[::-1], leads[-2::-1], strict=False)
                if y - before > 1
            ),
            leads[0] if leads else 0,
        )

    @property
    def below(self) -> int:
        """How many rows are hidden below."""
        return max(0, len(self.rows) - self.top - self.height)

    def shown(self) -> list[Row]:
        """The rows that are shown."""
        return list(self.rows[self.top : self.top + self.height])

    def thumb(self) -> range:
        """The shown rows, counted from the top, that the scroll bar's thumb covers."""
        if len(self.rows) <= self.height:
            return range(0)
        size = max(1, self.height * self.height // len(self.rows))
        way = len(self.rows) - self.height
        start = (self.height - size) * self.top // way
        return range(start, start + size)

    def point(self, step: int, first: int = 0) -> bool:
        """Point at the next place that leads somewhere, or the one before.

        Args:
            step: 1 or -1.
            first: The row before which nothing is pointed at.

        Returns:
            Whether there was one; it is scrolled into view.
        """
        start = self.at if self.cursor else max(self.top, first) - (step > 0)
        spots = self._spots(start, first, step)
        if self.cursor:
            found = next((b for a, b in pairwise(spots) if a[1] == self.cursor), None)
        else:
            found = next(spots, None)
        if found is None:
            return False
        self.at, self.cursor = found
        self._reveal()
        return True

    def _spots(self, start: int, first: int, step: int) -> Iterator[tuple[int, str]]:
        """(row, where it leads) from a row on, each place once."""
        met = set()
        at = max(start, first)
        while first <= at < len(self.rows):
            for piece in self.rows[at][::step]:
                if piece.goes and piece.goes not in met:
                    met.add(piece.goes)
                    yield at, piece.goes
            at += step

    def _reveal(self) -> None:
        """Bring all rows of the place into sight, the first above all."""
        end = self.at
        while self.at and self._leads(self.at - 1):
            self.at -= 1
        while end + 1 < len(self.rows) and self._leads(end + 1):
            end += 1
        if end >= self.top + self.height:
            self.scroll_to(end - self.height + 1)
        if self.at < self.top:
            self.scroll_to(self.at)

    def _leads(self, at: int) -> bool:
        return any(piece.goes == self.cursor for piece in self.rows[at])
