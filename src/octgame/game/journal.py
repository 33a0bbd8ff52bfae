"""A playthrough as text: a header and chained lines, append-only.

    octgame-journal 1 october 5f0c… 1 red_guard - - 9a31…
    1 move p00_reading_room caption:stormed 77e1… c0d2…

The header names format, story, its content hash, the rules' version, role, chapter
and box; a line is number, kind, scene, choice, digest of the state after, and check.
Each check hashes the one before together with its own line, so a line that was
changed, swapped or taken out of the middle is noticed. No code, name or path in it.
"""

import re
from collections.abc import Iterator
from hashlib import sha256
from typing import Literal, NamedTuple, cast
from urllib.parse import quote, unquote

from octgame.errors import JournalError
from octgame.game.program import RULES
from octgame.story.safe import safe_line

FORMAT = 1
SENTENCE = "say:"
"""How the note of a free sentence begins; the sentence follows, percent-encoded."""

Kind = Literal["move", "undo", "redo", "note"]

_TOKEN = r"[!-~]+"  # noqa: S105 - a word of a journal, no secret
_NUMBER = r"[0-9]{1,9}"
# Left to re's own cache to compile: a new play reads no journal.
_HEADER = rf"octgame-journal ({_NUMBER})((?: {_TOKEN}){{6}}) ([0-9a-f]{{16}})"
_LINE = (
    rf"({_NUMBER}) (move|undo|redo|note) ({_TOKEN}) ({_TOKEN}) ([0-9a-f]{{16}}) "
    r"([0-9a-f]{16})"
)
_NOTHING = "-"


class Header(NamedTuple):
    """What a play began with.

    Attributes:
        story: The story's id.
        content: The hash of the story as it was.
        rules: The version of the machine's rules.
        role, chapter: Given at the start, or "".
        box: Cards given at the start.
    """

    story: str
    content: str
    rules: int = RULES
    role: str = ""
    chapter: str = ""
    box: tuple[str, ...] = ()


class Line(NamedTuple):
    """One line: what was done in which scene, and a digest of the state after."""

    kind: Kind
    scene: str
    choice: str
    digest: str


class Journal(NamedTuple):
    """A journal as far as it can be trusted.

    Attributes:
        good: How many characters of the text are sound.
        damage: What is wrong after them, or "".
        check: The last sound line's check, on which the next one is chained.
    """

    header: Header
    lines: tuple[Line, ...]
    good: int
    check: str
    damage: str = ""


def head(header: Header) -> tuple[str, str]:
    """The header's line and its check."""
    body = " ".join(
        (
            "octgame-journal",
            str(FORMAT),
            header.story,
            header.content,
            str(header.rules),
            header.role or _NOTHING,
            header.chapter or _NOTHING,
            ",".join(header.box) or _NOTHING,
        )
    )
    return _sealed("", body)


def write(number: int, line: Line, check: str) -> tuple[str, str]:
    """A line's text and its check, chained on the check before.

    Raises:
        ValueError: A word of the line could not be read back.
    """
    for word in (line.scene, line.choice):
        if not re.fullmatch(_TOKEN, word):
            raise ValueError(f"a word of a journal cannot be {word!r}")
    body = f"{number} {line.kind} {line.scene} {line.choice} {line.digest}"
    return _sealed(check, body)


def sentence_note(sentence: str) -> str:
    """A free sentence as the choice of a note line."""
    return SENTENCE + quote(safe_line(sentence, 400), safe="")


def sentence_of(note: str) -> str:
    """The sentence in a note, made safe again, or "" for another note."""
    if not note.startswith(SENTENCE):
        return ""
    return safe_line(unquote(note.removeprefix(SENTENCE), errors="replace"), 400)


def read(text: str) -> Journal:
    """Read a journal up to its first damaged line.

    Raises:
        JournalError: Not even the header is sound, or it is of a later version.
    """
    first, *_ = text.split("\n", 1)
    header, check = _header(first)
    lines: list[Line] = []
    good, damage = len(first), ""
    for number, raw in _rest(text, len(first)):
        line, line_check = _line(raw, number, check)
        if line is None:
            damage = f"line {number + 1} is damaged"
            break
        lines.append(line)
        check = line_check
        good += 1 + len(raw)
    return Journal(header, tuple(lines), good, check, damage)


def _rest(text: str, start: int) -> Iterator[tuple[int, str]]:
    rows = text[start:].split("\n")[1:]
    if rows and not rows[-1]:
        rows.pop()
    yield from enumerate(rows, start=1)


def _header(text: str) -> tuple[Header, str]:
    match = re.fullmatch(_HEADER, text)
    if match is None:
        raise JournalError("this is not a journal of octgame")
    if int(match[1]) > FORMAT:
        raise JournalError(
            "this journal was written by a later octgame",
            "Install the newer version to read it; nothing in it was changed.",
        )
    body = text.rsplit(" ", 1)[0]
    if _sealed("", body)[1] != match[3]:
        raise JournalError("the journal's first line is damaged")
    story, content, rules, role, chapter, box = match[2].split()
    if not re.fullmatch(_NUMBER, rules) or int(rules) > RULES:
        raise JournalError("this journal was played by the rules of a later octgame")
    return Header(
        story=story,
        content=content,
        rules=int(rules),
        role="" if role == _NOTHING else role,
        chapter="" if chapter == _NOTHING else chapter,
        box=() if box == _NOTHING else tuple(box.split(",")),
    ), match[3]


def _line(raw: str, number: int, check: str) -> tuple[Line | None, str]:
    match = re.fullmatch(_LINE, raw)
    if match is None or int(match[1]) != number:
        return None, check
    body = raw.rsplit(" ", 1)[0]
    if _sealed(check, body)[1] != match[6]:
        return None, check
    return Line(cast("Kind", match[2]), match[3], match[4], match[5]), match[6]


def _sealed(check: str, body: str) -> tuple[str, str]:
    sealed = sha256(f"{check} {body}".encode()).hexdigest()[:16]
    return f"{body} {sealed}", sealed
