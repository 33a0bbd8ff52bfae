"""Conditions compiled: names become indices into a program."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from octgame.game.program import Code
from octgame.story.conditions import (
    Both,
    Call,
    Compare,
    Either,
    Expr,
    Flag,
    Name,
    Not,
    Number,
)


class Indices(NamedTuple):
    """Where the ids that a condition names stand in a program.

    Attributes:
        feeds: The cards that each question's histories write from.
    """

    scene: Mapping[str, int]
    card: Mapping[str, int]
    question: Mapping[str, int]
    variable: Mapping[str, int]
    role: Mapping[str, int]
    words: Mapping[str, tuple[str, ...]]
    answers: Mapping[str, tuple[str, ...]]
    feeds: Mapping[str, tuple[str, ...]]


NO_WORD = -2
"""What a word is that its chooser never holds; the author was warned of it."""


def code_of(expr: Expr, at: Indices) -> Code:
    """Compile a condition that `story.conditions.check` finds nothing wrong with."""
    match expr:
        case Both(parts):
            return ("and", *(code_of(part, at) for part in parts))
        case Either(parts):
            return ("or", *(code_of(part, at) for part in parts))
        case Not(operand):
            return ("not", code_of(operand, at))
        case Compare(sign, left, right):
            return (sign, _side(left, right, at), _side(right, left, at))
    return _side(expr, expr, at)


def _side(expr: Expr, other: Expr, at: Indices) -> Code:
    """One side of a comparison; what a bare word means depends on the other side."""
    match expr:
        case Number(value):
            return ("number", value)
        case Flag(value):
            return ("number", int(value))
        case Call("believes" | "sure" as function, argument):
            return (function, at.question[argument])
        case Call("fed", argument):
            return ("or", *(("kept", at.card[card]) for card in at.feeds[argument]))
        case Call("seen", argument):
            return ("seen", at.scene[argument])
        case Call(function, argument):
            return (function, at.card[argument])
        case Name("role"):
            return ("role",)
        case Name("it"):
            return ("it",)
        case Name(text) if text in at.variable:
            return ("value", at.variable[text])
        case Name(text):
            return ("number", _word(text, other, at))
    return code_of(expr, at)


def _word(text: str, other: Expr, at: Indices) -> int:
    match other:
        case Name("role"):
            return at.role.get(text, NO_WORD)
        case Name("it"):
            return at.card.get(text, NO_WORD)
        case Call("believes", question):
            return -1 if text == "none" else _at(text, at.answers[question])
        case Name(variable):
            return _at(text, at.words[variable])
    raise AssertionError(f"{text} is compared with {other}")


def _at(text: str, words: Sequence[str]) -> int:
    return words.index(text) if text in words else NO_WORD
