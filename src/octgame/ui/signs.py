"""The signs that say what a row is, so that no colour has to."""

TAKEN = "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"
"""A choice that was taken, something that can be done, the place where you are."""
CLOSED = "\N{MULTIPLICATION SIGN}"
"""A closed choice, or a row that is struck out."""
ACT = "///"
"""An act begins."""
FACT = "="
QUESTION = "?"
CARD = "#"
NOTE = "!"
ROW = "\N{MIDDLE DOT}"
QUOTED = "\N{BOX DRAWINGS LIGHT VERTICAL}"
SEEN = "\N{BLACK CIRCLE}"
TO_COME = "\N{WHITE CIRCLE}"
LEFT = "\N{BULLET}"
"""A card that was found and is not in the box."""
THIN, THICK = "\N{BOX DRAWINGS LIGHT HORIZONTAL}", "\N{BOX DRAWINGS HEAVY HORIZONTAL}"
CORNERS = (
    "\N{BOX DRAWINGS LIGHT DOWN AND RIGHT}",
    "\N{BOX DRAWINGS LIGHT DOWN AND LEFT}",
    "\N{BOX DRAWINGS LIGHT UP AND RIGHT}",
    "\N{BOX DRAWINGS LIGHT UP AND LEFT}",
)
"""Of a card: two above, two below."""
EDGE = "\N{BOX DRAWINGS LIGHT VERTICAL}"
THUMB = "\N{BOX DRAWINGS HEAVY VERTICAL}"
FULL, EMPTY = "\N{FULL BLOCK}", "\N{LIGHT SHADE}"
"""The cells of a bar."""
CUT = "\N{HORIZONTAL ELLIPSIS}"
