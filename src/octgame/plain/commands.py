"""What a player types, and what is meant by it."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import NamedTuple

from octgame.errors import ChoiceError
from octgame.story.safe import safe_line


class Word(NamedTuple):
    """A word that the game understands.

    Attributes:
        usage: The word and what follows it.
        help: What it does, in a line.
        needs: Whether something must follow it.
    """

    usage: str
    help: str
    needs: bool = False


WORDS = {
    "help": Word("help", "This list."),
    "again": Word("again", "The page once more."),
    "box": Word("box", "What is in your box."),
    "open": Word("open CARD", "Read a card, by its title or a part of it.", needs=True),
    "out": Word("out CARD", "Put a card out of the box.", needs=True),
    "views": Word("views", "The questions opened so far."),
    "view": Word(
        "view QUESTION, SCHOOL", "What a school makes of a question.", needs=True
    ),
    "codex": Word("codex WORD", "People, places, terms and sources."),
    "where": Word("where", "Where and when you are, and the days so far."),
    "places": Word("places", "The places of the map, and how far they are."),
    "record": Word("record", "The record of this play so far."),
    "step back": Word("step back", "Read the summary instead."),
    "undo": Word("undo", "Take the last choice back, as often as you like."),
    "redo": Word("redo", "Take it again."),
    "plays": Word("plays", "Your plays, and how much of the story they met."),
    "play": Word("play NUMBER", "Go on with another of your plays.", needs=True),
    "way": Word("way", "The scenes of this play, numbered."),
    "from": Word(
        "from NUMBER",
        "Play again from a scene of this play, by its number in way; this one is kept.",
        needs=True,
    ),
    "new": Word("new", "Begin a new play; this one is kept."),
    "save": Word("save FILE", "Copy this play's journal into a new file.", needs=True),
    "quit": Word("quit", "Leave; every choice is kept already."),
}
"""In the order of the help."""

_MEANT = {
    "?": "help", "h": "help", "look": "again", "l": "again", "b": "box", "o": "open",
    "v": "views", "c": "codex", "w": "where", "map": "places", "u": "undo", "r": "redo",
    "q": "quit",
    "exit": "quit", "leave": "quit", "back": "step back", "step": "step back",
    "export": "save", "continue": "play", "load": "play", "journal": "record",
    "progress": "plays", "scenes": "way", "replay": "from",
}  # fmt: skip
_LONGEST = 2000


class Said(NamedTuple):
    """What was typed, understood.

    Attributes:
        word: A key of `WORDS`, "choose", or "" where it is not understood.
        rest: What follows the word; the number for "choose".
        answer: What to say where it is not understood.
    """

    word: str
    rest: str = ""
    answer: str = ""


def understand(typed: str) -> Said:
    """What a line means."""
    line = " ".join(safe_line(typed, _LONGEST).split())
    lowered = line.casefold()
    if not line:
        return Said("again")
    number = line.rstrip(".)")
    if number.isascii() and number.isdigit():
        return Said("choose", number)
    if lowered == "step back":
        return Said("step back")
    first, _, rest = line.partition(" ")
    word = first.casefold()
    word = _MEANT.get(word, word)
    if word not in WORDS:
        return Said("", answer=_unknown(first))
    if WORDS[word].needs and not rest:
        usage = WORDS[word]
        return Said("", answer=f"{usage.help} Type it like this: {usage.usage}.")
    return Said(word, rest)


def find(wanted: str, names: Mapping[str, str]) -> list[str]:
    """The ids that somebody may mean, the best fit alone if there is one.

    Args:
        wanted: An id, a title, or a part of a title.
        names: Titles by id.
    """
    text = wanted.casefold().strip(" .")
    if not text:
        return []
    titles = {key: title.casefold() for key, title in names.items()}
    exact = [key for key, title in titles.items() if text in (key, title)]
    if exact:
        return exact[:1]
    words = text.split()
    begins = [key for key, title in titles.items() if title.startswith(text)]
    within = [k for k, title in titles.items() if all(word in title for word in words)]
    return begins if len(begins) == 1 else within


def not_found(what: str, wanted: str, names: Iterable[str]) -> ChoiceError:
    """That nothing is called so, and what comes nearest."""
    near = get_close_matches(wanted, list(names), 1, 0.5)
    return ChoiceError(
        f"there is no {what} {safe_line(wanted, 60)} here",
        f"Did you mean {near[0]}?" if near else "",
    )


def _unknown(word: str) -> str:
    near = get_close_matches(word.casefold(), [*WORDS, *_MEANT], 1)
    meant = f"Did you mean {near[0]}? " if near else ""
    shown = safe_line(word, 40)
    return f"I do not know {shown}. {meant}Type a number to choose, or help."
