"""From a condition's characters to its words and signs, with hints for slips."""

import re
import unicodedata
from typing import NamedTuple

FUNCTIONS = ("seen", "found", "kept", "believes", "sure", "fed")
KEYWORDS = ("and", "or", "not")
FLAGS = {"yes": True, "true": True, "no": False, "false": False}
RESERVED = frozenset((*FUNCTIONS, *KEYWORDS, *FLAGS, "it"))
"""Words with a meaning of their own: no variable and no word may be called so."""

_TOKEN = re.compile(
    r"(?P<word>[A-Za-z_][A-Za-z0-9_]*)|(?P<number>-?[0-9][0-9A-Za-z_.]*)"
    r"|(?P<sign>==|!=|<=|>=|<>|=>|=<|&&|\|\||[<>()=&|!])|(?P<stray>[^ \n])"
)
_WRITE_INSTEAD = {
    "=": "==",
    "<>": "!=",
    "=>": ">=",
    "=<": "<=",
    "&&": "and",
    "&": "and",
    "||": "or",
    "|": "or",
    "!": "not",
    "\N{NOT EQUAL TO}": "!=",
    "\N{LESS-THAN OR EQUAL TO}": "<=",
    "\N{GREATER-THAN OR EQUAL TO}": ">=",
    "\N{MINUS SIGN}": "-",
    "\N{EN DASH}": "-",
}
_LATIN_TWINS = dict(
    zip(
        "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0455\u0458\u03bf\u03b1\u03bd",
        "aeopcyxisjoav",
        strict=True,
    )
)
"""Cyrillic and Greek letters that a reader cannot tell from a Latin one."""

_MOST_CHARACTERS = 200
_MOST_IN_A_NAME = 48
_GREATEST_NUMBER = 1_000_000


class ConditionError(Exception):
    """The text is not a condition.

    Attributes:
        message: What is wrong.
        at: The column in the condition's own text, from 0.
        hint: What to do, or "".
    """

    def __init__(self, message: str, at: int, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.at, self.hint = message, at, hint


class Token(NamedTuple):
    """A word, a number or a sign of a condition, and its column from 0.

    The last token of a condition has the kind "end" and no text.
    """

    kind: str
    text: str
    at: int


def tokenize(text: str) -> list[Token]:
    """The condition's tokens, and one that marks the end.

    Raises:
        ConditionError: At the first character that no condition holds.
    """
    if len(text) > _MOST_CHARACTERS:
        raise ConditionError(
            f"a condition has at most {_MOST_CHARACTERS} signs, this one {len(text)}",
            _MOST_CHARACTERS,
            "put a part of it into a flag that a choice sets",
        )
    tokens = [_token(match) for match in _TOKEN.finditer(text)]
    return [*tokens, Token("end", "", len(text))]


def _token(match: re.Match[str]) -> Token:
    kind, text, at = match.lastgroup, match.group(), match.start()
    if kind == "stray":
        raise _stray(text, at)
    if kind == "sign":
        if text in _WRITE_INSTEAD:
            raise _slip(text, at)
        return Token("sign", text, at)
    if kind == "number":
        if not text.removeprefix("-").isdecimal():
            raise ConditionError(f"`{text}` is no whole number", at)
        if len(text) > 8 or abs(int(text)) > _GREATEST_NUMBER:
            raise ConditionError(f"`{text}` is past {_GREATEST_NUMBER}", at)
        return Token("number", text, at)
    lower = text.lower()
    if text != lower:
        raise ConditionError(f"`{text}` has capitals", at, f"write `{lower}`")
    if text.startswith("_") or len(text) > _MOST_IN_A_NAME:
        raise ConditionError(
            f"`{text}` is no name",
            at,
            f"a name starts with a letter and has at most {_MOST_IN_A_NAME} signs",
        )
    return Token("word", text, at)


def _slip(written: str, at: int) -> ConditionError:
    return ConditionError(
        f"`{written}` means nothing in a condition",
        at,
        f"write `{_WRITE_INSTEAD[written]}`",
    )


def _stray(character: str, at: int) -> ConditionError:
    """The error for a character that begins no token."""
    if character in _WRITE_INSTEAD:
        return _slip(character, at)
    if character in "'\"":
        return ConditionError("words need no quotes here", at, "leave them out")
    if character in "+-*/%":
        return ConditionError(
            f"`{character}` means nothing in a condition",
            at,
            "conditions compare; they do not reckon",
        )
    if character in _LATIN_TWINS:
        name = unicodedata.name(character).lower().replace(" small", "")
        return ConditionError(
            f"this is no `{_LATIN_TWINS[character]}` but the {name}",
            at,
            f"type the Latin letter `{_LATIN_TWINS[character]}` in its place",
        )
    code_point = f"U+{ord(character):04X}"
    name = unicodedata.name(character, code_point).lower()
    shown = f"`{character}` ({name})" if character.isprintable() else code_point
    return ConditionError(
        f"{shown} means nothing in a condition",
        at,
        "names are written in small Latin letters, digits and _",
    )
