"""An address as a QR code of text lines."""

import segno

QUIET_ZONE = 2
"""Light modules around the code; phones need no more, and rows are dear."""

_HALVES = {(0, 0): " ", (1, 0): "▀", (0, 1): "▄", (1, 1): "█"}


def qr_lines(url: str) -> list[str]:
    """Two rows of modules a line; paint it dark on light, whatever the theme.

    Args:
        url: Its scheme and host may be in any case; capitals make the code smaller.
    """
    code = segno.make(url.upper(), error="m", micro=False)
    rows = [list(row) for row in code.matrix_iter(border=QUIET_ZONE)]
    if len(rows) % 2:
        rows.append([0] * len(rows[0]))
    return [
        "".join(_HALVES[upper, lower] for upper, lower in zip(*pair, strict=True))
        for pair in zip(rows[::2], rows[1::2], strict=True)
    ]
