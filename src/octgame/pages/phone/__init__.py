"""The page that a phone of the class shows: whole in itself, and usable without script.

Its style and its script lie beside this file and stand in the page; nothing else is
loaded.
"""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import NamedTuple

KINDS = {"do": "Do", "believe": "Believe", "print": "Print"}
"""The three kinds of vote, in a word; each has a colour too."""

WAITING = "Nothing to vote on now. Look at the wall."
CLOSED = "The vote is closed. Look at the wall."
OVER = "The class is over. This phone has forgotten its seat."
CHOOSE = "Tap one answer. Nobody sees which."
COUNTED = "Your vote counts. Until the vote is closed you can change it."
_PRIVACY = "No name is asked, and nothing leaves this room."


class Answer(NamedTuple):
    """One button: its key and its words."""

    key: str
    text: str


class Seat(NamedTuple):
    """What a phone in the room shows.

    Attributes:
        state: "wait", "open", "closed" or "over".
        number: The ballot's.
        kind: "do", "believe", "print", or "" where nothing is asked.
        ask: The question, or "".
        answers: The buttons.
        yours: The key that counts for this phone, or "".
        seal: Proves that a form was shown to this seat.
    """

    state: str
    number: int
    kind: str
    ask: str
    answers: tuple[Answer, ...]
    yours: str
    seal: str


NOBODY = Seat("wait", 0, "", "", (), "", "")
"""What is shown behind the door before the room has told anything."""


def seat_page(seat: Seat) -> str:
    """The page of a phone that has a seat."""
    refresh = '<noscript><meta http-equiv="refresh" content="4"></noscript>'
    return _page(refresh, "seat", _ballot(seat), _status(seat))


def door_page(code: str, message: str = "") -> str:
    """The page before a seat is taken; the script goes on in it when one is.

    Args:
        code: The room's code from the address, or "" where it must be typed.
        message: Why no seat was given, or "".
    """
    if code:
        field = f'<input type="hidden" id="code" name="code" value="{escape(code)}">'
    else:
        field = (
            '<label for="code">The six letters and digits on the wall</label>\n'
            '<input id="code" name="code" required maxlength="12" autocomplete="off"'
            ' autocapitalize="characters" spellcheck="false">'
        )
    door = (
        '<section id="door">\n<h1>The class votes</h1>\n'
        f'<form method="post" action="/join">{field}\n'
        "<button>Take a seat</button></form></section>\n"
    )
    return _page("", "door", door + _ballot(NOBODY, " hidden"), message)


@cache
def security_policy() -> str:
    """The page's Content-Security-Policy: its own style and script, by their hashes."""
    return (
        f"default-src 'none'; script-src '{_hash(_part('phone.js'))}'; "
        f"style-src '{_hash(_part('phone.css'))}'; connect-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    )


def _ballot(seat: Seat, hidden: str = "") -> str:
    opened = "" if seat.state == "open" else " disabled"
    buttons = "\n".join(
        f'<button name="option" value="{escape(answer.key)}"'
        f' aria-pressed="{"true" if answer.key == seat.yours else "false"}"{opened}>'
        f"<b>{letter}</b> {escape(answer.text)}</button>"
        for letter, answer in zip("ABCDEFGHI", seat.answers, strict=False)
    )
    kind = f'class="{seat.kind}"' if seat.kind else "hidden"
    return (
        f'<section id="seat"{hidden}>\n<div aria-live="polite">'
        f'<p id="kind" {kind}>{KINDS.get(seat.kind, "")}</p>\n'
        f'<h1 id="ask">{escape(seat.ask) or "The class votes"}</h1></div>\n'
        '<form id="options" method="post" action="/vote">\n'
        f'<input type="hidden" name="round" value="{seat.number}">\n'
        f'<input type="hidden" name="seal" value="{escape(seat.seal)}">\n'
        f'<div id="answers" role="group" aria-labelledby="ask">{buttons}</div>\n'
        "</form></section>\n"
    )


def _status(seat: Seat) -> str:
    if seat.state == "open":
        return COUNTED if seat.yours else CHOOSE
    return {"closed": CLOSED, "over": OVER}.get(seat.state, WAITING)


def _page(head: str, shown: str, sections: str, status: str) -> str:
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>The class votes</title>\n<style>{_part('phone.css')}</style>\n"
        f'{head}</head>\n<body>\n<main data-page="{shown}">\n{sections}'
        f'<p id="status" role="status">{escape(status)}</p>\n</main>\n'
        f"<footer><p>{_PRIVACY}</p></footer>\n"
        f"<script>{_part('phone.js')}</script>\n</body>\n</html>\n"
    )


@cache
def _part(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
