"""A condition as a tree of values."""

from typing import Literal, NamedTuple

Function = Literal["seen", "found", "kept", "believes", "sure", "fed"]
Operator = Literal["==", "!=", "<", "<=", ">", ">="]

# In each: `at` is the column in the condition's own text, from 0. Whether two
# conditions say the same, wherever they were written, `unparse` tells.


class Number(NamedTuple):
    """A whole number."""

    value: int
    at: int = 0


class Flag(NamedTuple):
    """`yes`, `no`, `true` or `false`."""

    value: bool
    at: int = 0


class Name(NamedTuple):
    """A variable, `role`, `it`, or a word that another side is compared with."""

    text: str
    at: int = 0


class Call(NamedTuple):
    """A function of a name, as `seen(scene)`, `kept(card)` or `believes(question)`."""

    function: Function
    argument: str
    at: int = 0


class Compare(NamedTuple):
    """Two sides and an operator."""

    operator: Operator
    left: "Expr"
    right: "Expr"
    at: int = 0


class Not(NamedTuple):
    """The opposite."""

    operand: "Expr"
    at: int = 0


class Both(NamedTuple):
    """`and`: every part holds."""

    parts: tuple["Expr", ...]
    at: int = 0


class Either(NamedTuple):
    """`or`: some part holds."""

    parts: tuple["Expr", ...]
    at: int = 0


Expr = Number | Flag | Name | Call | Compare | Not | Both | Either


def unparse(expr: Expr) -> str:
    """The condition's text, with the fewest brackets that keep its meaning."""
    match expr:
        case Number(value):
            return str(value)
        case Flag(value):
            return "yes" if value else "no"
        case Name(text):
            return text
        case Call(function, argument):
            return f"{function}({argument})"
        case Compare(operator, left, right):
            return f"{_side(left)} {operator} {_side(right)}"
        case Not(operand):
            inner = unparse(operand)
            return f"not ({inner})" if _joins(operand) else f"not {inner}"
        case Both(parts):
            return " and ".join(
                f"({unparse(part)})" if _joins(part) else unparse(part)
                for part in parts
            )
    return " or ".join(
        f"({unparse(part)})" if isinstance(part, Either) else unparse(part)
        for part in expr.parts
    )


def _joins(expr: Expr) -> bool:
    return isinstance(expr, Both | Either)


def _side(expr: Expr) -> str:
    """One side of a comparison: only what is no single term needs brackets."""
    single = isinstance(expr, Number | Flag | Name | Call)
    return unparse(expr) if single else f"({unparse(expr)})"
