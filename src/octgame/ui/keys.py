"""The keys in one table: bindings, bar at the foot and help are made of it."""

from typing import NamedTuple


class Key(NamedTuple):
    """A key and what it does.

    Attributes:
        keys: As Textual names them, with commas between.
        shown: How the player reads it.
        action: The screen's action.
        bar: Its word in the bar at the foot, or "".
        help: Its line in the help.
        command: Whether the command palette has it too.
    """

    keys: str
    shown: str
    action: str
    bar: str
    help: str
    command: bool = False


KEYS = (
    Key(
        "1,2,3,4,5,6,7,8,9,0",
        "1-9",
        "",
        "choose",
        "Take that choice; 0 is the tenth",
    ),
    Key("up", "up", "point(-1)", "", "Point at the choice before"),
    Key("down", "down", "point(1)", "", "Point at the next choice"),
    Key("enter", "enter", "enter", "", "Take or open what is pointed at"),
    Key("space,pagedown", "space", "read(1)", "read on", "Read on"),
    Key("pageup", "page up", "read(-1)", "", "Read back, to the very beginning"),
    Key("home", "home", "read(-1000000)", "", "The beginning of what was read"),
    Key("end", "end", "read(1000000)", "", "The end of what was read"),
    Key("tab", "tab", "link(1)", "", "Point at the next underlined word"),
    Key("shift+tab", "shift+tab", "link(-1)", "", "Point at the one before"),
    Key("o", "o", "open_card", "open card", "Open the card here, or close it"),
    Key(
        "b", "b", "panel('box')", "box", "The box: nine places for cards", command=True
    ),
    Key(
        "v",
        "v",
        "panel('views')",
        "views",
        "Views: how four schools tell it",
        command=True,
    ),
    Key(
        "c",
        "c",
        "panel('codex')",
        "codex",
        "Codex: people, places, sources",
        command=True,
    ),
    Key("w", "w", "panel('where')", "where", "Where you are: the map", command=True),
    Key(
        "h",
        "h",
        "panel('hours')",
        "hours",
        "How far you are, hour by hour",
        command=True,
    ),
    Key(
        "u",
        "u",
        "undo",
        "undo",
        "Take the last choice back",
        command=True,
    ),
    Key("r", "r", "redo", "redo", "Take it again after all", command=True),
    Key(
        "s",
        "s",
        "step_back",
        "step back",
        "Step back: a summary instead",
        command=True,
    ),
    Key(
        "p",
        "p",
        "panel('plays')",
        "plays",
        "Your plays; begin another",
        command=True,
    ),
    Key("a", "a", "panel('again')", "", "Play again from a scene", command=True),
    Key("f", "f", "skip", "", "Skip what other plays have read", command=True),
    Key("m", "m", "title", "", "The title page", command=True),
    Key(
        "d", "d", "panel('record')", "", "The record of this play so far", command=True
    ),
    Key(
        "backspace,left",
        "backspace",
        "back",
        "",
        "Back to what the panel showed",
    ),
    Key("escape", "esc", "close", "", "Close the panel"),
    Key(
        "t",
        "t",
        "theme",
        "",
        "Colours: dark, light, contrast",
        command=True,
    ),
    Key("question_mark,f1", "?", "panel('help')", "help", "This help", command=True),
    Key(
        "q",
        "q",
        "app.quit",
        "quit",
        "Leave; every choice is kept",
        command=True,
    ),
    Key("ctrl+p", "ctrl+p", "app.command_palette", "", "Find a command by its name"),
    Key(
        "ctrl+z",
        "ctrl+z",
        "app.suspend_process",
        "",
        "To the shell; fg comes back",
    ),
    Key(
        "ctrl+q",
        "ctrl+q",
        "app.quit",
        "",
        "Leave (so does ctrl+c twice)",
    ),
)

ANYWHERE = {"q", "t", "ctrl+q", "ctrl+c", "ctrl+z"}
"""Keys that do on the title page what they do everywhere."""
TITLE_KEYS = {"down": "point", "enter": "choose", "t": "colours", "q": "quit"}
"""The bar's words on the title page."""
