"""A vote as rows: what is asked while it is hidden, and the bars once it is closed."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from octgame.classroom.ballot import Motion, Tally
from octgame.classroom.slide import Slide
from octgame.ui import signs
from octgame.ui.presenter.look import ABOUT, WORDS
from octgame.ui.presenter.numbers import HIGH, WIDEST, big
from octgame.ui.presenter.slides import NO_ROW
from octgame.ui.typeset import Piece, Row, cells, measure, wrap

LETTERS = "ABCDEF"
"""As on the paper cards."""

PATTERNS, PLAIN_PATTERNS = "█▒▚░▞▓", "#=+.%o"
"""What an option's bar is drawn in, beside its letter; the second in ASCII."""

EARLIER, PLAIN_EARLIER = "▂", "-"
"""What the bar of the vote before is drawn in."""

INDENT = 5
"""Cells in front of an option's words: its letter, and blanks."""

SMALL = 11
"""Cells for a number beside its bar, with a word before it."""


class Room(NamedTuple):
    """What there is to draw in.

    Attributes:
        width, height: In cells.
        ascii_only: Whether nothing outside ASCII is drawn.
    """

    width: int
    height: int
    ascii_only: bool = False


class Bars(NamedTuple):
    """How an option's bar is drawn; the roomiest way that fits is taken.

    Attributes:
        thick: Rows of the bar.
        gap: Blank rows after it.
        has_big: Whether its number is big.
    """

    thick: int
    gap: int
    has_big: bool


class Closed(NamedTuple):
    """What came of a vote.

    Attributes:
        tally: Its totals.
        earlier: Those of the same question before, or None.
        ahead: The keys of the options that won by more than their place.
    """

    tally: Tally
    earlier: Tally | None
    ahead: Collection[str]


_BARS = (
    Bars(3, 1, has_big=True),
    Bars(2, 1, has_big=True),
    Bars(2, 0, has_big=True),
    Bars(1, 1, has_big=False),
    Bars(1, 0, has_big=False),
)


def set_hidden(motion: Motion, said: str, room: Room) -> list[Row]:
    """A vote that is not closed, or is sealed: the question, and what can be chosen.

    Args:
        motion: What is put to the vote.
        said: How the vote stands, in a sentence.
        room: What there is to draw in.
    """
    rows: list[Row] = []
    for gap in (1, 0):
        rows = [*_head(motion, room.width), NO_ROW]
        for at, option in enumerate(motion.options):
            rows += [*_option(at, option.text, room.width), *[NO_ROW] * gap]
        rows += [NO_ROW] * (1 - gap) + wrap([Piece(said, "strong")], room.width)
        if len(rows) <= room.height:
            break
    return rows


def set_result(slide: Slide, won: Collection[str], room: Room) -> list[Row]:
    """A vote that is closed: a bar for each option, and beside a second vote the first.

    Args:
        slide: What is on the wall.
        won: The keys of the options that won.
        room: What there is to draw in.
    """
    if slide.tally is None:
        return []
    ahead = [key for key in won if key not in slide.tied]
    closed = Closed(slide.tally, slide.earlier, ahead)
    rows: list[Row] = []
    for how in _BARS:
        if how.has_big and room.ascii_only:
            continue
        rows = [*_head(slide.tally.motion, room.width), NO_ROW]
        for at in range(len(slide.tally.counts)):
            rows += [*_bars(at, closed, how, room), *[NO_ROW] * how.gap]
        rows += wrap([Piece(standing(slide, slide.tally), "strong")], room.width)
        if len(rows) <= room.height:
            break
    return rows


def standing(slide: Slide, tally: Tally) -> str:
    """What came of a vote in a sentence; the minority's reason, where it was given."""
    is_split = "both" in slide.moves
    said = "1 vote" if tally.total == 1 else f"{tally.total} votes"
    if slide.tied:
        keys = tally.motion.keys
        letters = " and ".join(LETTERS[keys.index(key)] for key in slide.tied)
        said += f": a tie; the class goes with {letters}"
    elif is_split and not slide.reason:
        said += ", nearly even"
    if slide.reason:
        return f"{said}. A reason of the minority: {slide.reason}"
    return f"{said}. Both can be read." if is_split else f"{said}."


def _head(motion: Motion, width: int) -> list[Row]:
    """The kind in its word and colour, and the question."""
    kind: Row = (
        Piece(f" {WORDS[motion.kind]} ", "on_wedge"),
        Piece(f"  {ABOUT[motion.kind]}", "quiet"),
    )
    return [kind, *wrap([Piece(motion.ask, "heading")], width)]


def _option(at: int, text: str, width: int, after: str = "") -> list[Row]:
    letter: Row = (Piece(f" {LETTERS[at]} ", "on_wedge"), Piece("  "))
    run = [Piece(text, "strong")]
    if after:
        run.append(Piece(f" {signs.ROW} {after}", "mark"))
    return wrap(run, width, letter, (Piece(" " * INDENT),))


def _bars(at: int, closed: Closed, how: Bars, room: Room) -> list[Row]:
    """An option's words, its bar and number, and its bar of the vote before."""
    (motion, counts), earlier, ahead = closed
    option, count = motion.options[at], counts[at]
    width = room.width - (WIDEST + 2 if how.has_big else 0)
    rows = _option(at, option.text, width, "most" if option.key in ahead else "")
    most = max(*counts, *(earlier.counts if earlier else ()), 1)
    pattern = (PLAIN_PATTERNS if room.ascii_only else PATTERNS)[at]
    alone = how.has_big and earlier is None
    length = width - INDENT - (0 if alone else SMALL)
    number = "" if alone else f" now {count}" if earlier else f" {count}"
    bar = _bar(pattern, count, most, length)
    rows += [_bar(pattern, count, most, length, number), *[bar] * (how.thick - 1)]
    if earlier:
        before = earlier.counts[at]
        thin = PLAIN_EARLIER if room.ascii_only else EARLIER
        rows.append(_bar(thin, before, most, length, f" before {before}"))
    return list(_beside(rows, count, room.width)) if how.has_big else rows


def _bar(pattern: str, count: int, most: int, length: int, number: str = "") -> Row:
    """A bar that ends in an edge, so that its end is seen in any pattern."""
    long = -(-count * length // most)
    edge = PATTERNS[0] if pattern in PATTERNS else pattern
    bar = pattern * (long - 1) + edge if long else ""
    return (Piece(" " * INDENT), Piece(bar, "mark"), Piece(number, "strong"))


def _beside(rows: list[Row], count: int, width: int) -> Iterator[Row]:
    """The rows, and at their right end the number in big letters."""
    tall = big(count)
    blank = max(len(rows) - HIGH, 0)
    for at in range(max(len(rows), HIGH)):
        row = rows[at] if at < len(rows) else NO_ROW
        part = tall[at - blank] if at >= blank else ""
        space = width - measure(row) - cells(part)
        yield (*row, Piece(" " * space), Piece(part, "strong"))
