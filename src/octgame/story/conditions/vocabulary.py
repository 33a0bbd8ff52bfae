"""What the names in a condition mean in one story, and what is wrong with them."""

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from octgame.story.conditions.tree import (
    Both,
    Call,
    Compare,
    Either,
    Expr,
    Flag,
    Function,
    Name,
    Not,
    Number,
    Operator,
    unparse,
)

_NONE: Mapping[str, Any] = MappingProxyType({})
_SURENESS = (0, 4)

_WHAT = {
    "number": "a number",
    "flag": "yes or no",
    "word": "a word",
    "answer": "an answer",
    "card": "a card",
}
_WORDY = ("word", "answer", "card")
_OPPOSITES: dict[str, Operator] = {"!=": "==", ">=": "<", "<=": ">"}


class Names(NamedTuple):
    """What a condition may name: the vocabulary of one story.

    Attributes:
        numbers: Each number variable with its (least, greatest) value.
        flags: Each yes/no variable.
        words: Each word variable with the words it may hold; `role` is one of
            these, with `none` among its words.
        scenes: Scene ids.
        cards: Card ids.
        answers: Each question with its answer ids (`none` is understood).
        in_each: Whether `it` means a card here (inside an `each` choice).
    """

    numbers: Mapping[str, tuple[int, int]] = _NONE
    flags: frozenset[str] = frozenset()
    words: Mapping[str, tuple[str, ...]] = _NONE
    scenes: frozenset[str] = frozenset()
    cards: frozenset[str] = frozenset()
    answers: Mapping[str, tuple[str, ...]] = _NONE
    in_each: bool = False


class Mistyped(NamedTuple):
    """One thing wrong with a condition that parsed.

    Attributes:
        code: "unknown-variable", "unknown-id", "wrong-type", "never-true" or
            "always-true".
        message: What is wrong.
        at: The column in the condition's own text, from 0.
        suggestion: The nearest known name, or "".
    """

    code: str
    message: str
    at: int
    suggestion: str = ""


def check(expr: Expr, names: Names) -> list[Mistyped]:
    """Everything in a condition that the story's vocabulary does not bear out.

    A name that the story declares as a variable is that variable; any other is
    a word, and may stand only beside a word variable, `believes()` or `it`.
    """
    return sorted(_condition(expr, names), key=lambda found: found.at)


def _condition(expr: Expr, names: Names) -> Iterator[Mistyped]:
    """What is wrong with an expression that should be yes or no."""
    match expr:
        case Both(parts) | Either(parts):
            for part in parts:
                yield from _condition(part, names)
        case Not(operand):
            yield from _condition(operand, names)
        case Compare():
            yield from _comparison(expr, names)
        case Flag(value):
            yield _settled(expr, holds=value)
        case _:
            kind = _kind(expr, names)
            yield from _term(expr, names)
            if kind == "name":
                yield _unknown_variable(expr, names)
            elif kind != "flag":
                yield Mistyped(
                    "wrong-type",
                    f"`{unparse(expr)}` is {_WHAT[kind]}: compare it with something",
                    expr.at,
                )


def _comparison(compare: Compare, names: Names) -> Iterator[Mistyped]:
    sides = left, right = compare.left, compare.right
    for side in sides:
        is_term = isinstance(side, Number | Flag | Name | Call)
        yield from _term(side, names) if is_term else _condition(side, names)
    kinds = _kind(left, names), _kind(right, names)
    if kinds[1] == "name" and kinds[0] in _WORDY:
        yield from _choice(compare, left, right, names)
    elif kinds[0] == "name" and kinds[1] in _WORDY:
        yield from _choice(compare, right, left, names)
    elif "name" in kinds:
        yield _unknown_variable(sides[kinds.index("name")], names)
    elif kinds[0] != kinds[1]:
        yield Mistyped(
            "wrong-type",
            f"`{unparse(left)}` is {_WHAT[kinds[0]]} and `{unparse(right)}` "
            f"{_WHAT[kinds[1]]}: they cannot be compared",
            compare.at,
        )
    elif kinds[0] == "number":
        holds = _always(compare.operator, _bounds(left, names), _bounds(right, names))
        if holds is not None:
            yield _settled(compare, holds=holds, why=_ranges(compare, names))
    elif kinds[0] in _WORDY:
        yield Mistyped(
            "wrong-type",
            f"`{unparse(left)}` is compared with a word, not with `{unparse(right)}`",
            right.at,
        )
    elif compare.operator not in ("==", "!="):
        yield _unordered(compare, kinds[0])


def _choice(
    compare: Compare, chooser: Expr, word: Expr, names: Names
) -> Iterator[Mistyped]:
    """What is wrong where one side holds a word and the other is a word."""
    if compare.operator not in ("==", "!="):
        yield _unordered(compare, _kind(chooser, names))
        return
    written = unparse(word)
    known = _words_of(chooser, names)
    if known is None or written in known:
        return
    if known is names.cards:
        yield _unknown_id("card", written, word.at, names.cards)
        return
    yield _settled(
        compare,
        holds=compare.operator == "!=",
        why=f"`{unparse(chooser)}` may be {', '.join(known)}",
        at=word.at,
        suggestion=_nearest(written, known),
    )


def _term(term: Expr, names: Names) -> Iterator[Mistyped]:
    """What is wrong with a call or with `it`, wherever it stands."""
    match term:
        case Name("it", at) if not names.in_each:
            yield Mistyped(
                "unknown-variable", "`it` is a card only in an `each` choice", at
            )
        case Call(function, argument, at):
            what, known = _askable(function, names)
            if argument not in known:
                yield _unknown_id(what, argument, at + len(function) + 1, known)


def _askable(function: Function, names: Names) -> tuple[str, Collection[str]]:
    """What a function asks for, and every id of that kind."""
    if function == "seen":
        return "scene", names.scenes
    if function in ("found", "kept"):
        return "card", names.cards
    return "question", names.answers


def _kind(expr: Expr, names: Names) -> str:
    """A key of `_WHAT`, or "name" for a name that is no variable."""
    match expr:
        case Number() | Call("sure"):
            return "number"
        case Call("believes"):
            return "answer"
        case Name("it"):
            return "card"
        case Name(text) if text in names.numbers:
            return "number"
        case Name(text) if text in names.words:
            return "word"
        case Name(text) if text not in names.flags:
            return "name"
    return "flag"


def _words_of(chooser: Expr, names: Names) -> Collection[str] | None:
    """The words that one side may hold; None where its question is unknown."""
    match chooser:
        case Call(_, question):
            answers = names.answers.get(question)
            return None if answers is None else (*answers, "none")
        case Name(text) if text in names.words:
            return names.words[text]
    return names.cards


def _bounds(expr: Expr, names: Names) -> tuple[int, int]:
    """The least and greatest value of a number."""
    match expr:
        case Number(value):
            return value, value
        case Name(text):
            return names.numbers[text]
    return _SURENESS


def _always(
    operator: Operator, left: tuple[int, int], right: tuple[int, int]
) -> bool | None:
    """Whether a comparison holds for all values, for none, or for some (None)."""
    if operator in _OPPOSITES:
        holds = _always(_OPPOSITES[operator], left, right)
        return None if holds is None else not holds
    if operator == ">":
        left, right = right, left
    apart = left[1] < right[0]
    if operator == "==":
        one_value = len({*left, *right}) == 1
        return False if apart or right[1] < left[0] else one_value or None
    return apart or (None if left[0] < right[1] else False)


def _ranges(compare: Compare, names: Names) -> str:
    ranges = (
        f"`{unparse(side)}` runs from {least} to {greatest}"
        for side in (compare.left, compare.right)
        for least, greatest in [_bounds(side, names)]
        if not isinstance(side, Number)
    )
    return " and ".join(ranges)


def _settled(
    expr: Flag | Compare,
    *,
    holds: bool,
    why: str = "",
    at: int | None = None,
    suggestion: str = "",
) -> Mistyped:
    word = "always" if holds else "never"
    because = f": {why}" if why else ""
    message = f"`{unparse(expr)}` is {word} true{because}"
    return Mistyped(f"{word}-true", message, expr.at if at is None else at, suggestion)


def _unordered(compare: Compare, kind: str) -> Mistyped:
    message = (
        f"`{unparse(compare)}` has no order: one side is {_WHAT[kind]}, "
        "and takes == or != only"
    )
    return Mistyped("wrong-type", message, compare.at)


def _unknown_variable(name: Expr, names: Names) -> Mistyped:
    """The error for a name that is no variable, with what was perhaps meant."""
    text = unparse(name)
    if text in names.scenes:
        nearest = f"seen({text})"
    elif text in names.cards:
        nearest = f"kept({text})"
    else:
        nearest = _nearest(text, (*names.numbers, *names.flags, *names.words))
    message = f"no variable is called `{text}`"
    return Mistyped("unknown-variable", message, name.at, nearest)


def _unknown_id(what: str, text: str, at: int, known: Collection[str]) -> Mistyped:
    message = f"no {what} is called `{text}`"
    return Mistyped("unknown-id", message, at, _nearest(text, known))


def _nearest(text: str, known: Collection[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only after a slip

    return next(iter(get_close_matches(text, sorted(known), n=1)), "")
