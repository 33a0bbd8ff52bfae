"""The keys of the preview: the game's, but for saves, and the workbench's own."""

from octgame.ui.keys import KEYS as PLAYED
from octgame.ui.keys import Key

LEFT_OUT = {"p", "f", "m"}
"""Keys of the game about plays that are kept, and the title page."""

OWN = (
    Key(
        "i",
        "i",
        "panel('inspector')",
        "inspect",
        "Inspector: what choices do and why they are closed; what is remembered",
        command=True,
    ),
    Key(
        "e",
        "e",
        "panel('findings')",
        "findings",
        "Errors and warnings, with their places",
        command=True,
    ),
    Key("g", "g", "panel('scenes')", "go to", "Go to any scene", command=True),
    Key("n", "n", "begin", "begin", "Begin again where you began", command=True),
)
LEAVE = "Leave; no play is kept"

KEYS = (
    *(key for key in PLAYED if key.shown in ("1-9", "space")),
    *OWN,
    *(
        key._replace(help=LEAVE) if key.shown == "q" else key
        for key in PLAYED
        if key.shown not in (LEFT_OUT | {"1-9", "space"})
    ),
)
