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


def seat_page(seat: Seat) -> str:
    """The page of a phone that has a seat."""
    opened = "" if seat.state == "open" else " disabled"
    buttons = "\n".join(
        f'<button name="option" value="{escape(answer.key)}"'
        f' aria-pressed="{"true" if answer.key == seat.yours else "false"}"{opened}>'
        f"<b>{letter}</b> {escape(answer.text)}</button>"
        for letter, answer in zip("ABCDEFGHI", seat.answers, strict=False)
    )
    if seat.kind:
        kind = f'<p id="kind" class="{seat.kind}">{KINDS[seat.kind]}</p>'
    else:
        kind = '<p id="kind" hidden></p>'
    ask = escape(seat.ask) or "The class votes"
    return _page(
        '<noscript><meta http-equiv="refresh" content="4"></noscript>',
        f'<main data-page="seat">\n<div aria-live="polite">{kind}\n'
        f'<h1 id="ask">{ask}</h1></div>\n'
        '<form id="options" method="post" action="/vote">\n'
        f'<input type="hidden" name="round" value="{seat.number}">\n'
        f'<input type="hidden" name="seal" value="{escape(seat.seal)}">\n'
        f'<div id="answers" role="group" aria-labelledby="ask">{buttons}</div>\n'
        f'</form>\n<p id="status" role="status">{_status(seat)}</p>\n</main>',
    )


def door_page(code: str, message: str = "") -> str:
    """The page before a seat is taken.

    Args:
        code: The room's code from the address, or "" where it must be typed.
        message: Why no seat was given, or "".
    """
    if code:
        field = f'<input type="hidden" name="code" value="{escape(code)}">'
    else:
        field = (
            '<label for="code">The six letters and digits on the wall</label>\n'
            '<input id="code" name="code" required maxlength="12" autocomplete="off"'
            ' autocapitalize="characters" spellcheck="false">'
        )
    return _page(
        "",
        f'<main data-page="door" data-code="{escape(code)}">\n'
        "<h1>The class votes</h1>\n"
        f'<form id="join" method="post" action="/join">{field}\n'
        "<button>Take a seat</button></form>\n"
        f'<p id="status" role="status">{escape(message)}</p>\n</main>',
    )


@cache
def security_policy() -> str:
    """The page's Content-Security-Policy: its own style and script, by their hashes."""
    return (
        f"default-src 'none'; script-src '{_hash(_part('phone.js'))}'; "
        f"style-src '{_hash(_part('phone.css'))}'; connect-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    )


def _status(seat: Seat) -> str:
    if seat.state == "open":
        return COUNTED if seat.yours else CHOOSE
    return {"closed": CLOSED, "over": OVER}.get(seat.state, WAITING)


def _page(head: str, main: str) -> str:
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>The class votes</title>\n<style>{_part('phone.css')}</style>\n"
        f"{head}</head>\n<body>\n{main}\n<footer><p>{_PRIVACY}</p></footer>\n"
        f"<script>{_part('phone.js')}</script>\n</body>\n</html>\n"
    )


@cache
def _part(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
