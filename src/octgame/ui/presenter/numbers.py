"""Numbers in letters that are three rows high, for the back row of a class."""

from octgame.ui.lettering import letter

HIGH = 3
"""Rows of a big number."""

WIDEST = 17
"""Cells that three digits take."""

_HALVES = " ▀▄█"


def big(number: int) -> list[str]:
    """A number from 0 to 999 in half blocks, each row of the same width."""
    drawn = letter(str(number), WIDEST, 2 * HIGH)
    if drawn is None:
        return [str(number), "", ""]
    halves = [*drawn.rows, *[0] * (2 * HIGH - len(drawn.rows))]
    return [
        "".join(
            _HALVES[(upper >> x & 1) | (lower >> x & 1) << 1]
            for x in range(drawn.width)
        )
        for upper, lower in zip(halves[::2], halves[1::2], strict=True)
    ]
