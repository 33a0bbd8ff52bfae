"""Conditions as a proof reads them: settled as far as it can be, then valued."""

import operator
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Protocol

from octgame.game.program import Code

ALWAYS: Code = ()
NEVER: Code = ("number", 0)
UNKNOWN: Code = ("unknown",)
"""Stands for what no variable tells."""

NO_WORDS: Mapping[str, int] = MappingProxyType({})

Known = Callable[[Code], int | None]
"""The value of an atom that is certain, or None."""

Outcomes = dict[int, int]
"""For each value that a condition may have, the states in which it may, as bits."""

COMPARE: dict[str, Callable[[int, int], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


class Look(Protocol):
    """Where each atom of a condition may have which value."""

    @property
    def all(self) -> int:
        """Every state, as bits."""

    def atom(self, code: Code) -> Outcomes:
        """Where a variable, or a question about one, may have which value."""


def settled(code: Code, role: int, it: int = -1) -> Code:
    """A condition for one role and one card; what is certain is left out.

    Args:
        code: The condition.
        role: Who the play is.
        it: The card that `it` means, or -1 for one that no condition names.
    """
    if not code or not _hangs(code):
        return code
    return folded(code, words={"role": role, "it": it})


@cache
def _hangs(code: Code) -> bool:
    """Whether a condition, or a part of it, hangs on the role or the card."""
    operation, *parts = code
    if operation in COMPARE:
        return all(part[0] in ("role", "it", "number") for part in parts)
    if operation in ("and", "or", "not"):
        return any(_hangs(part) for part in parts)
    return bool(operation == "number")


def folded(
    code: Code, *, known: Known | None = None, words: Mapping[str, int] = NO_WORDS
) -> Code:
    """A condition without the parts that are certain.

    Args:
        code: The condition.
        known: The value of each atom that is certain.
        words: What `role` and `it` are.
    """
    found = _folded(code, words, known or (lambda _: None))
    return ALWAYS if found[0] == "number" and found[1] else found


def _folded(code: Code, words: Mapping[str, int], known: Known) -> Code:
    operation, *parts = code
    if operation in ("and", "or"):
        return _joined(operation, [_folded(part, words, known) for part in parts])
    if operation == "not":
        inner = _folded(parts[0], words, known)
        return ("number", int(not inner[1])) if _fixed(inner) else ("not", inner)
    if operation in COMPARE:
        left, right = (_folded(part, words, known) for part in parts)
        if _fixed(left) and _fixed(right):
            return ("number", int(COMPARE[operation](left[1], right[1])))
        return (operation, left, right)
    if operation in ("number", "unknown"):
        return code
    found = words.get(operation) if operation in ("role", "it") else known(code)
    return code if found is None else ("number", found)


def _joined(operation: str, parts: list[Code]) -> Code:
    """`and` or `or` without the parts that change nothing."""
    decides = operation == "or"
    if any(_fixed(part) and bool(part[1]) == decides for part in parts):
        return ("number", int(decides))
    left = [part for part in parts if not _fixed(part)]
    if not left:
        return ("number", int(not decides))
    return (operation, *left) if len(left) > 1 else left[0]


def _fixed(code: Code) -> bool:
    return bool(code[0] == "number")


def atoms(code: Code) -> Iterator[Code]:
    """Everything that a condition asks of a state."""
    operation, *parts = code or NEVER
    if operation in ("and", "or", "not") or operation in COMPARE:
        for part in parts:
            yield from atoms(part)
    elif operation not in ("number", "unknown", "role", "it"):
        yield code


def where(code: Code, look: Look) -> tuple[int, int]:
    """The states in which a condition may hold, and in which it may not."""
    if not code:
        return look.all, 0
    found = outcomes(code, look)
    return _true(found), found.get(0, 0)


def outcomes(code: Code, look: Look) -> Outcomes:
    """Where a condition, or a part of one, may have which value."""
    operation, *parts = code
    if operation == "number":
        return {parts[0]: look.all}
    if operation == "unknown":
        return {0: look.all, 1: look.all}
    if operation == "not":
        inner = outcomes(parts[0], look)
        return {1: inner.get(0, 0), 0: _true(inner)}
    if operation in ("and", "or"):
        decides = int(operation == "or")
        found = {decides: 0, 1 - decides: look.all}
        for part in parts:
            inner = outcomes(part, look)
            sides = {1: _true(inner), 0: inner.get(0, 0)}
            found[decides] |= sides[decides]
            found[1 - decides] &= sides[1 - decides]
        return found
    if operation in COMPARE:
        return _compared(operation, *(outcomes(part, look) for part in parts))
    return look.atom(code)


def _compared(operation: str, left: Outcomes, right: Outcomes) -> Outcomes:
    found = {0: 0, 1: 0}
    for one, there in left.items():
        for other, also in right.items():
            found[int(COMPARE[operation](one, other))] |= there & also
    return found


def value(code: Code, atom: Callable[[Code], int | None]) -> int | None:
    """What a condition, or a part of one, comes to in one state.

    Args:
        code: The condition.
        atom: The value of a variable, or of a question about one; None if unknown.

    Returns:
        Its value, or None where that hangs on something unknown.
    """
    operation, *parts = code
    if operation == "number":
        return int(parts[0])
    if operation == "not":
        inner = value(parts[0], atom)
        return None if inner is None else int(not inner)
    if operation in ("and", "or"):
        decides = operation == "or"
        found: int | None = int(not decides)
        for part in parts:
            inner = value(part, atom)
            if inner is None:
                found = None
            elif bool(inner) == decides:
                return int(decides)
        return found
    if operation in COMPARE:
        left, right = value(parts[0], atom), value(parts[1], atom)
        if left is None or right is None:
            return None
        return int(COMPARE[operation](left, right))
    return None if operation == "unknown" else atom(code)


def _true(found: Outcomes) -> int:
    states = 0
    for value, there in found.items():
        if value:
            states |= there
    return states
