"""Whether several conditions leave no case out, one of them or another."""

from collections.abc import Iterable, Mapping
from functools import reduce
from itertools import product
from math import prod
from operator import or_

from octgame.authoring.proof.codes import value
from octgame.authoring.proof.places import Guard
from octgame.authoring.proof.variables import Variables
from octgame.game.program import Code
from octgame.game.state import members

MOST_CASES = 500
"""Cases that are tried; where there are more, it is taken that some is left out."""


def covers(variables: Variables, guards: Iterable[Guard]) -> bool:
    """Whether some of these conditions hold, whatever the variables are."""
    guards = [*guards]
    read = [*members(reduce(or_, map(variables.asked, guards), 0))]
    ranges = [range(variables.sizes[number]) for number in read]
    if prod(map(len, ranges)) > MOST_CASES:
        return False
    return all(
        any(
            _holds(variables, guard, dict(zip(read, values, strict=True)))
            for guard in guards
        )
        for values in product(*ranges)
    )


def _holds(variables: Variables, guard: Guard, here: Mapping[int, int]) -> bool:
    """Whether conditions hold for certain where variables have these values."""

    def atom(code: Code) -> int:
        number, among = variables.meaning(code)
        return among[here[number]]

    found = [(value(code, atom), wanted) for code, wanted in guard]
    return all(known is not None and bool(known) == wanted for known, wanted in found)
