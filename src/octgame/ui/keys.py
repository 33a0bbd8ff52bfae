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
        "Take a choice at once (0 is the tenth)",
    ),
    Key("up", "up", "point(-1)", "", "Point at the choice before"),
    Key("down", "down", "point(1)", "", "Point at the next choice"),
    Key("enter", "enter", "enter", "", "Take what is pointed at, or the only choice"),
    Key("space,pagedown", "space", "read(1)", "read on", "Read on"),
    Key("pageup", "page up", "read(-1)", "", "Read back, as far as this play goes"),
    Key("home", "home", "read(-1000000)", "", "To the beginning of what was read"),
    Key("end", "end", "read(1000000)", "", "To the end of what was read"),
    Key("tab", "tab", "link(1)", "", "Point at the next link; enter opens it"),
    Key("shift+tab", "shift+tab", "link(-1)", "", "Point at the link before"),
    Key(
        "o", "o", "open_card", "open card", "Open the card that lies here, or close it"
    ),
    Key(
        "b", "b", "panel('box')", "box", "The box: nine places for cards", command=True
    ),
    Key(
        "v",
        "v",
        "panel('views')",
        "views",
        "The questions and what four schools make of them",
        command=True,
    ),
    Key(
        "c",
        "c",
        "panel('codex')",
        "codex",
        "People, places, terms and sources; type to search",
        command=True,
    ),
    Key("w", "w", "panel('where')", "where", "Where and when you are", command=True),
    Key(
        "u",
        "u",
        "undo",
        "undo",
        "Take the last choice back, as often as you like",
        command=True,
    ),
    Key("r", "r", "redo", "redo", "Take it again", command=True),
    Key(
        "s",
        "s",
        "step_back",
        "step back",
        "Read the archivist's summary instead, where it is offered",
        command=True,
    ),
    Key(
        "p",
        "p",
        "panel('plays')",
        "plays",
        "Your plays: go on with one, or begin another",
        command=True,
    ),
    Key(
        "d", "d", "panel('record')", "", "The record of this play so far", command=True
    ),
    Key(
        "backspace,left",
        "backspace",
        "back",
        "",
        "Back to what the panel showed before",
    ),
    Key("escape", "esc", "close", "", "Close the panel"),
    Key(
        "t",
        "t",
        "theme",
        "",
        "The next theme: dark, light, high contrast",
        command=True,
    ),
    Key("question_mark,f1", "?", "panel('help')", "help", "This help", command=True),
    Key(
        "q",
        "q",
        "app.quit",
        "quit",
        "Leave; every choice is kept already",
        command=True,
    ),
    Key("ctrl+p", "ctrl+p", "app.command_palette", "", "Find a command by its name"),
    Key(
        "ctrl+z",
        "ctrl+z",
        "app.suspend_process",
        "",
        "To the shell for a moment; `fg` comes back",
    ),
    Key(
        "ctrl+q",
        "ctrl+q",
        "app.quit",
        "",
        "Leave, from anywhere (so does ctrl+c twice)",
    ),
)
