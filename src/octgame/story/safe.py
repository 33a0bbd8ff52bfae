"""The gate: the one place that makes text from outside safe to show."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NewType

SafeText = NewType("SafeText", str)

MOST_MARKS = 8
"""Combining marks on one base; more pile up over the neighbouring lines."""

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"

_KINDS = (
    ("a tab", r"\t"),
    ("a carriage return", r"\r"),
    ("a control character", r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"),
    ("a bidirectional control", r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"),
    # Terminals disagree about its width, and it makes equal-looking words differ.
    ("a soft hyphen", r"\u00ad"),
    (
        "an invisible character",
        (
            r"\u034f\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"
            r"\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
        ),
    ),
    ("a line or paragraph separator", r"\u2028\u2029"),
    ("half of a surrogate pair", r"\ud800-\udfff"),
    ("a private-use character", r"\ue000-\uf8ff\U000f0000-\U0010ffff"),
    ("a tag character", r"\U000e0000-\U000e0fff"),
    (
        "no character",
        (
            r"\ufdd0-\ufdef\ufffe\uffff\U0001fffe\U0001ffff\U0002fffe\U0002ffff"
            r"\U0003fffe-\U000dffff\U000e1000-\U000effff"
        ),
    ),
)
_UNSAFE = "[" + "".join(chars for _, chars in _KINDS) + "]"

# Most text is Latin, Greek, Cyrillic and typography: one look and it is through.
_MARKLESS = r"\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027"
_ORDINARY = rf"[\n -~{_MARKLESS}\u2030-\u205e\u20a0-\u20cf\u2100-\u2cee]*"
_MAYBE_MARKS = rf"[^\x00-\x7f{_MARKLESS}]{{{MOST_MARKS + 1},}}"

# Compiled when first needed: a start that shows no outside text needs none of them.
_pattern = cache(re.compile)


def unsafe_at(text: str) -> tuple[int, str] | None:
    """The first character that no terminal should be sent, as (index, what it is).

    Only line feed is let through of the control characters; tab is not. Refused
    are C0, C1, DEL, surrogates, bidi controls, soft hyphens, zero-width and tag
    characters, line and paragraph separators, private-use and unassigned planes,
    and more than eight combining marks on one base. A no-break space is let
    through: typography needs it and every terminal draws one cell. Unassigned
    places in planes that are in use are let through, or a story would be good
    under one Python and bad under the next.
    """
    if _pattern(_ORDINARY).fullmatch(text):
        return None
    found = _pattern(_UNSAFE).search(text)
    mark = next(_crowding_marks(text), None)
    if found and (mark is None or found.start() <= mark):
        return found.start(), _what(found.group())
    if mark is not None:
        return mark, f"a ninth combining mark in a row, {_code_point(text[mark])}"
    return None


def safe_text(text: str) -> SafeText:
    """The text with every unsafe character replaced by U+FFFD, one for one."""
    if (text.isascii() and text.isprintable()) or _pattern(_ORDINARY).fullmatch(text):
        return SafeText(text)
    characters = list(_pattern(_UNSAFE).sub(_REPLACEMENT, text))
    for at in _crowding_marks("".join(characters)):
        characters[at] = _REPLACEMENT
    return SafeText("".join(characters))


def safe_line(text: str, most: int = 200) -> SafeText:
    """`safe_text` on one line and at most `most` characters, cut with an ellipsis.

    Args:
        text: Anything: an error's text, a file's name, an argument.
        most: The length in characters that is kept, at least 1.
    """
    line = safe_text(re.sub(r"[ \t\r\n]*[\r\n][ \t\r\n]*", " ", text))
    return line if len(line) <= most else SafeText(line[: most - 1] + _ELLIPSIS)


def _crowding_marks(text: str) -> Iterator[int]:
    """The index of each mark that has eight marks right before it."""
    for run in _pattern(_MAYBE_MARKS).finditer(text):
        marks = 0
        for at in range(run.start(), run.end()):
            is_mark = unicodedata.category(text[at]).startswith("M")
            marks = marks + 1 if is_mark else 0
            if marks > MOST_MARKS:
                yield at


def _what(character: str) -> str:
    what = next(name for name, chars in _KINDS if re.match(f"[{chars}]", character))
    return f"{what}, {_code_point(character)}"


def _code_point(character: str) -> str:
    return f"U+{ord(character):04X}"
