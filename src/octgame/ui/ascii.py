"""What stands in for a sign where a terminal's font has only ASCII and letters.

One for one, so that every row keeps its width: it is put in as the row is painted.
"""

import unicodedata

from rich.cells import cell_len

from octgame.ui import signs

_STAND_INS = {
    "-": (signs.ROW, signs.THIN, *"\u2010\u2011\u2012\u2013\u2014\u2212"),
    "=": (signs.THICK,),
    "|": (signs.EDGE, signs.THUMB),
    "+": signs.CORNERS,
    ">": (signs.TAKEN,),
    "x": (signs.CLOSED,),
    "*": (signs.SEEN, signs.LEFT),
    "o": (signs.TO_COME,),
    "#": (signs.FULL,),
    ".": (signs.EMPTY,),
    "~": (signs.CUT,),
    '"': tuple("\u201c\u201d\u201e\u00ab\u00bb"),
    "'": tuple("\u2018\u2019\u201a"),
    " ": ("\u00a0",),
}


class _Table(dict[int, str]):
    """Letters stay themselves, and no other sign is let through."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        is_text = sign.isascii() or unicodedata.category(sign)[0] in "LM"
        self[code] = sign if is_text else "?" * cell_len(sign)
        return self[code]


IN_ASCII = _Table((ord(sign), to) for to, group in _STAND_INS.items() for sign in group)
"""For `str.translate`."""
