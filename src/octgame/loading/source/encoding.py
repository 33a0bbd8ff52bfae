"""A story file's bytes to text that holds nothing a terminal should not be sent."""

import re

from octgame.loading.diagnostics import Diagnostics, Position
from octgame.story.safe import unsafe_at

MOST_BYTES = 256 * 1024
"""The largest story file, in bytes."""

_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_BREAKS = {
    "\r": "a carriage return alone",
    "\x85": "NEL",
    "\u2028": "a line separator",
    "\u2029": "a paragraph separator",
}
_CYRILLIC_RUN = re.compile(rb"[\xc0-\xff]{3}")


def decode(file: str, data: bytes, into: Diagnostics) -> str | None:
    """Decode a file strictly and check every character of it.

    Args:
        file: Its name in the story's folder, for positions.
        data: What was in it.
        into: Told what is wrong, and given the lines for later findings to quote.

    Returns:
        The text with line feeds only and one at its end, or None where refused.
    """
    if len(data) > MOST_BYTES:
        kib = MOST_BYTES // 1024
        into.error(
            Position(file),
            "file-too-large",
            f"the file is larger than {kib} KiB",
            "Move some of its scenes to a second file.",
        )
        return None
    data = data.removeprefix(_UTF8_MARK)
    try:
        text = _text_of(data)
    except UnicodeDecodeError as wrong:
        _refuse_encoding(file, data, wrong.start, into)
        return None
    if _looks_like_utf16(data):
        _refuse_encoding(file, data, 0, into)
        return None
    into.sources[file] = text.split("\n")
    found = unsafe_at(text)
    if found:
        _refuse_character(file, text, found, into)
        return None
    return text


def lines_of(data: bytes) -> list[str]:
    """The lines of a file that was decoded before."""
    return _text_of(data.removeprefix(_UTF8_MARK)).split("\n")


def _text_of(data: bytes) -> str:
    text = data.decode("utf-8").replace("\r\n", "\n")
    return text if text.endswith("\n") else text + "\n"


def _looks_like_utf16(data: bytes) -> bool:
    return data.startswith(_UTF16_MARKS) or data.count(0) * 4 > len(data)


def _likely_encoding(data: bytes) -> str:
    """Guess from the bytes: Russian is mostly small letters, and their rows differ."""
    if _looks_like_utf16(data):
        return "UTF-16"
    if not _CYRILLIC_RUN.search(data):
        return "Windows-1252"
    upper_rows = sum(byte >= 0xE0 for byte in data)
    lower_rows = sum(0xC0 <= byte < 0xE0 for byte in data)
    return "Windows-1251 (cp1251)" if upper_rows >= lower_rows else "KOI8-R"


def _refuse_encoding(file: str, data: bytes, start: int, into: Diagnostics) -> None:
    into.sources[file] = data.decode("utf-8", "replace").split("\n")
    before = data[:start].decode("utf-8")
    into.error(
        _position(file, before, len(before)),
        "not-utf8",
        f"the file is not UTF-8; it looks like {_likely_encoding(data)}",
        "Save it again in your editor with the encoding UTF-8.",
    )


def _refuse_character(
    file: str, text: str, found: tuple[int, str], into: Diagnostics
) -> None:
    index, what = found
    at = _position(file, text, index)
    sign = text[index]
    if sign == "\t":
        into.error(at, "tab", "a tab", "Use spaces: two for each step inwards.")
    elif sign in _BREAKS:
        into.error(
            at,
            "line-break",
            f"{_BREAKS[sign]} (U+{ord(sign):04X}) instead of a line feed",
            "Save the file with ordinary line ends (LF or CRLF).",
        )
    else:
        into.error(
            at,
            "unsafe-character",
            f"a character that may not stand in a story: {what}",
            "Delete it, and type the text around it anew.",
        )


def _position(file: str, text: str, index: int) -> Position:
    before = text[:index]
    return Position(file, before.count("\n") + 1, index - before.rfind("\n"))
