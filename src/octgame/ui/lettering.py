"""Block letters: a title in cells, as large as there is room for.

A letter is five dots high and at most five wide; a dot is some cells wide and some
half rows high.
"""

from typing import NamedTuple

_DOTS = """
A .###. #...# ##### #...# #...#
B ####. #...# ####. #...# ####.
C ##### #.... #.... #.... #####
D ####. #...# #...# #...# ####.
E #### #... ###. #... ####
F #### #... ###. #... #...
G ##### #.... #.### #...# #####
H #...# #...# ##### #...# #...#
I # # # # #
J ...## ....# ....# #...# #####
K #...# #..#. ###.. #..#. #...#
L #... #... #... #... ####
M #...# ##.## #.#.# #...# #...#
N #...# ##..# #.#.# #..## #...#
O ##### #...# #...# #...# #####
P ##### #...# ##### #.... #....
Q ##### #...# #.#.# #..#. ###.#
R ##### #...# ##### #..#. #...#
S ##### #.... ##### ....# #####
T ##### ..#.. ..#.. ..#.. ..#..
U #...# #...# #...# #...# #####
V #...# #...# #...# .#.#. ..#..
W #...# #...# #.#.# ##.## #...#
X #...# .#.#. ..#.. .#.#. #...#
Y #...# .#.#. ..#.. ..#.. ..#..
Z ##### ...#. ..#.. .#... #####
0 ##### #..## #.#.# ##..# #####
1 .# ## .# .# .#
2 ##### ....# ##### #.... #####
3 ##### ....# .#### ....# #####
4 #..#. #..#. ##### ...#. ...#.
5 ##### #.... ##### ....# #####
6 ##### #.... ##### #...# #####
7 ##### ...#. ..#.. ..#.. ..#..
8 ##### #...# ##### #...# #####
9 ##### #...# ##### ....# #####
. . . . . #
, . . . # #
: . # . # .
! # # # . #
? ##### ...## ..#.. ..... ..#..
- ... ... ### ... ...
' # # . . .
"""
_LETTERS = {row[0]: row[2:].split() for row in _DOTS.strip().splitlines()}
_HEIGHT = 5
_BETWEEN, _SPACE, _LEADING = 1, 3, 1
"""Dots between two letters, for a blank, and between two lines."""

SCALES = ((4, 4), (3, 3), (2, 2), (1, 2), (1, 1))
"""Cells across a dot and half rows down it, the largest first."""
COLUMN = 0.62
"""The share of the width that a title is best held in: its words stand in a stack."""


class Lettering(NamedTuple):
    """A title drawn.

    Attributes:
        width: In cells.
        rows: Per half row a bit set of the cells that are inked, the first cell lowest.
    """

    width: int
    rows: tuple[int, ...]


def letter(title: str, width: int, height: int) -> Lettering | None:
    """The title in the largest letters that fit, or None where none do.

    Args:
        title: One line; small letters are drawn as capitals.
        width: The room in cells.
        height: The room in half rows.
    """
    words = title.upper().split()
    if not words or any(sign not in _LETTERS for word in words for sign in word):
        return None
    for across, down in SCALES:
        for room in (int(width * COLUMN), width):
            lines = _stack(words, room // across)
            wide = max(map(_measure, lines)) * across
            high = (len(lines) * (_HEIGHT + _LEADING) - _LEADING) * down
            if wide <= room and high <= height:
                return Lettering(wide, _draw(lines, across, down))
    return None


def _measure(line: str) -> int:
    """The width of a line in dots."""
    dots = (_SPACE if s == " " else len(_LETTERS[s][0]) + _BETWEEN for s in line)
    return sum(dots) - _BETWEEN


def _stack(words: list[str], room: int) -> list[str]:
    """The words in lines of at most so many dots; a longer word is a line alone."""
    lines = [words[0]]
    for word in words[1:]:
        longer = f"{lines[-1]} {word}"
        if _measure(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _draw(lines: list[str], across: int, down: int) -> tuple[int, ...]:
    rows: list[int] = []
    for line in lines:
        if rows:
            rows += [0] * (_LEADING * down)
        for y in range(_HEIGHT):
            rows += [_dot_row(line, y, across)] * down
    return tuple(rows)


def _dot_row(line: str, y: int, across: int) -> int:
    """One row of dots of a line, as a bit set of cells."""
    cells = at = 0
    dot = (1 << across) - 1
    for sign in line:
        if sign == " ":
            at += _SPACE
            continue
        for x, ink in enumerate(_LETTERS[sign][y]):
            if ink == "#":
                cells |= dot << (at + x) * across
        at += len(_LETTERS[sign][y]) + _BETWEEN
    return cells
