"""Conditions at play: compiled to codes over indices, and codes made callable."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from octgame.game.program import Code, Program
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
        case Compare(operator, left, right):
            return ("compare", operator, _side(left, right, at), _side(right, left, at))
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


Test = Callable[[State, int], bool]
"""Whether a condition holds in a state; the number is the card that is `it`, or -1."""

_Reading = Callable[[State, int], int]


def holds(program: Program, code: Code, state: State, it: int = -1) -> bool:
    """Whether a condition holds; an empty code always does."""
    if not code:
        return True
    test: Test | None = program.tests.get(code)
    if test is None:
        test = program.tests[code] = _test(code)
    return test(state, it)


def _test(code: Code) -> Test:
    head, *rest = code
    if head in ("and", "or"):
        parts = tuple(_test(part) for part in rest if isinstance(part, tuple))
        if head == "and":
            return lambda state, it: all(part(state, it) for part in parts)
        return lambda state, it: any(part(state, it) for part in parts)
    if head == "not":
        (inner,) = (_test(part) for part in rest if isinstance(part, tuple))
        return lambda state, it: not inner(state, it)
    if head == "compare":
        left, right = (_reading(part) for part in rest if isinstance(part, tuple))
        return _compare(str(rest[0]), left, right)
    reading = _reading(code)
    return lambda state, it: bool(reading(state, it))


def _compare(operator: str, left: _Reading, right: _Reading) -> Test:
    if operator == "==":
        return lambda state, it: left(state, it) == right(state, it)
    if operator == "!=":
        return lambda state, it: left(state, it) != right(state, it)
    if operator == "<":
        return lambda state, it: left(state, it) < right(state, it)
    if operator == "<=":
        return lambda state, it: left(state, it) <= right(state, it)
    if operator == ">":
        return lambda state, it: left(state, it) > right(state, it)
    return lambda state, it: left(state, it) >= right(state, it)


def _reading(code: Code) -> _Reading:
    if code[0] == "it":
        return lambda _state, it: it
    if code[0] == "role":
        return lambda state, _it: state.role
    if code[0] not in _READINGS:
        test = _test(code)
        return lambda state, it: int(test(state, it))
    return _READINGS[str(code[0])](int(str(code[1])))


_READINGS: dict[str, Callable[[int], _Reading]] = {
    "number": lambda i: lambda _state, _it: i,
    "value": lambda i: lambda state, _it: state.values[i],
    "seen": lambda i: lambda state, _it: state.seen >> i & 1,
    "found": lambda i: lambda state, _it: state.found >> i & 1,
    "kept": lambda i: lambda state, _it: int(i in state.box),
    "believes": lambda i: lambda state, _it: answer_of(state.beliefs[i]),
    "sure": lambda i: lambda state, _it: sureness_of(state.beliefs[i]),
}
