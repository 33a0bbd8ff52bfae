"""The presenter's keys in one table: bindings, bar and help are made of it."""

from octgame.ui.keys import Key

KEYS = (
    Key("space,pagedown,right", "space", "go_on", "next", "The next paragraph"),
    Key("v", "v", "make('open')", "open the vote", "Open the vote"),
    Key("h", "h", "hands", "count hands", "Type the hands counted: 12 7 4, then enter"),
    Key("c", "c", "close_vote", "close the vote", "Close the vote and show the result"),
    Key("o", "o", "make('both')", "read both", "After a near tie: read both branches"),
    Key("m", "m", "write('reason')", "minority", "Type a reason of the minority"),
    Key("e", "e", "write('sentence')", "sentence", "Type the class's sentence"),
    Key("k", "k", "make('step_back')", "step back", "A summary instead of the scene"),
    Key("p", "p", "make('short')", "short path", "Behind the plan: the short path"),
    Key("u", "u", "make('undo')", "undo", "Undo, as often as you like"),
    Key("j", "j", "leaf('jump')", "jump", "Jump to a step, by its number too"),
    Key(
        "greater_than_sign",
        ">",
        "make('jump')",
        "",
        "Skip to what cannot be dropped",
    ),
    Key("b", "b", "blank", "blank", "Blank the wall, and back"),
    Key("s", "s", "leaf('source')", "source", "Where what is on the wall comes from"),
    Key("l", "l", "leaf('phones')", "phones", "How phones join"),
    Key("n", "n", "leaf('notes')", "", "Where your notes are"),
    Key("plus,equals_sign", "+", "density(1)", "", "More on a row"),
    Key("minus", "-", "density(-1)", "", "Less on a row, more air"),
    Key("t", "t", "theme", "", "Light or dark"),
    Key("r", "r", "resume", "", "At the start: go on with an unfinished class"),
    Key("a", "a", "anew", "", "At the start: begin another class"),
    Key("up,pageup", "up", "point(-1)", "", "In a list: up; else read back"),
    Key("down", "down", "point(1)", "", "In a list: down"),
    Key("enter", "enter", "choose", "", "In a list: take it; else like space"),
    Key("escape", "esc", "back", "", "Back to the wall"),
    Key("question_mark,f1", "?", "leaf('help')", "keys", "These keys"),
    Key("q,ctrl+q", "q", "leave", "leave", "Leave; asks once, the class is kept"),
)

MOVES = {
    "space": "next",
    "v": "open",
    "c": "close",
    "o": "both",
    "m": "reason",
    "e": "sentence",
    "k": "step_back",
    "p": "short",
    ">": "jump",
    "u": "undo",
}
"""The keys that make a move of the class, where the slide allows it."""

WAITS = {
    "ready": "v opens the vote; h counts hands and closes it.",
    "open": "c closes the vote; h counts hands and closes it.",
}
"""What space says of a vote that is not over."""

LEAVING = {"q", "ctrl+q", "ctrl+c"}
"""Keys that leave."""

ASKS = {
    "hands": "Hands, such as {}; enter closes, esc lets it be.",
    "reason": "A reason of the minority; enter keeps it, esc lets it be.",
    "sentence": "The sentence of the class; enter keeps it, esc lets it be.",
}
"""What a field asks for."""
