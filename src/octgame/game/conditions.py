"""Conditions at play: compiled to codes over indices, and the codes read."""

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from octgame.game.program import Code
from octgame.game.state import State, answer_of, sureness_of
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


@dataclass(frozen=True, slots=True)
class Indices:
    """Where the ids that a condition names stand in a program."""

    scene: Mapping[str, int]
    card: Mapping[str, int]
    question: Mapping[str, int]
    variable: Mapping[str, int]
    role: Mapping[str, int]
    words: Mapping[str, tuple[str, ...]]
    answers: Mapping[str, tuple[str, ...]]


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
            return at.role[text]
        case Name("it"):
            return at.card[text]
        case Call("believes", question):
            return -1 if text == "none" else at.answers[question].index(text)
        case Name(variable):
            return at.words[variable].index(text)
    raise AssertionError(f"{text} is compared with {other}")


def holds(code: Code, state: State, it: int = -1) -> bool:
    """Whether a condition holds; an empty code always does.

    Args:
        code: The condition.
        state: Where the play stands.
        it: The card that `it` means, or -1.
    """
    return not code or bool(_value(code, state, it))


def _value(code: Code, state: State, it: int) -> int:
    return _OPERATIONS[code[0]](code, state, it)


def _comparing(compare: Callable[[int, int], bool]) -> "_Operation":
    return lambda c, s, it: compare(_value(c[1], s, it), _value(c[2], s, it))


_Operation = Callable[[Code, State, int], int]

_OPERATIONS: dict[str, _Operation] = {
    "and": lambda c, s, it: all(_value(part, s, it) for part in c[1:]),
    "or": lambda c, s, it: any(_value(part, s, it) for part in c[1:]),
    "not": lambda c, s, it: not _value(c[1], s, it),
    "==": _comparing(operator.eq),
    "!=": _comparing(operator.ne),
    "<": _comparing(operator.lt),
    "<=": _comparing(operator.le),
    ">": _comparing(operator.gt),
    ">=": _comparing(operator.ge),
    "it": lambda _c, _s, it: it,
    "role": lambda _c, s, _it: s.role,
    "number": lambda c, _s, _it: c[1],
    "value": lambda c, s, _it: s.values[c[1]],
    "seen": lambda c, s, _it: s.seen >> c[1] & 1,
    "found": lambda c, s, _it: s.found >> c[1] & 1,
    "kept": lambda c, s, _it: c[1] in s.box,
    "believes": lambda c, s, _it: answer_of(s.beliefs[c[1]]),
    "sure": lambda c, s, _it: sureness_of(s.beliefs[c[1]]),
}
