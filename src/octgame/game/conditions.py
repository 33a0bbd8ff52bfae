"""Conditions at play: codes over indices, read in a state."""

import operator
from collections.abc import Callable

from octgame.game.program import Code
from octgame.game.state import State, answer_of, sureness_of


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
