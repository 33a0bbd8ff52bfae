"""The grammar of conditions: parsed at load, typed against what a story declares."""

from octgame.story.conditions.parser import parse
from octgame.story.conditions.tokens import (
    FUNCTIONS,
    RESERVED,
    ConditionError,
)
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
from octgame.story.conditions.vocabulary import Mistyped, Names, check

__all__ = [
    "FUNCTIONS",
    "RESERVED",
    "Both",
    "Call",
    "Compare",
    "ConditionError",
    "Either",
    "Expr",
    "Flag",
    "Function",
    "Mistyped",
    "Name",
    "Names",
    "Not",
    "Number",
    "Operator",
    "check",
    "parse",
    "unparse",
]
