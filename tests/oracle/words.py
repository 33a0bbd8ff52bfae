"""What ink reads: text with its signs made literal, and conditions."""

import re
from collections.abc import Container, Iterator

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

_SIGNS = re.compile(r"[!-/:-@\[-`{-~]")  # in ASCII; others mean nothing to ink


def literal(text: str) -> str:
    """Text in which no sign means anything to ink."""
    return _SIGNS.sub(r"\\\g<0>", text)


def condition(expr: Expr | None, variables: Container[str]) -> str:
    """A condition as ink has it; "" where the author wrote none.

    Brackets stand around a whole comparison only: round a name they are ink's list.

    Args:
        expr: As the author wrote it.
        variables: The story's own variables; another bare word is a text.
    """
    match expr:
        case None:
            return ""
        case Both(parts):
            return _joined(" and ", parts, variables)
        case Either(parts):
            return _joined(" or ", parts, variables)
        case Not(operand):
            return f"(not {condition(operand, variables)})"
        case Compare(sign, left, right):
            sides = condition(left, variables), condition(right, variables)
            return f"({sides[0]} {sign} {sides[1]})"
        case Number(value) | Flag(value):
            return str(int(value))
        case Call("kept", card):
            return f'kept("{card}")'
        case Call("fed", question):
            return f"fed_{question}()"
        case Call(function, argument):
            return f"{function}_{argument}"
        case Name("role" | "it" as text):
            return text
        case Name(text):
            return f"v_{text}" if text in variables else f'"{text}"'
    raise AssertionError(expr)


def all_of(*conditions: str) -> str:
    """What holds where each holds; "" always does."""
    return " and ".join(filter(None, conditions))


def where(holds: str, *lines: str) -> Iterator[str]:
    """Lines that are told, or done, only where a condition holds."""
    if not holds:
        yield from lines
        return
    yield f"{{ {holds}:"
    yield from (f"    {line}" for line in lines)
    yield "}"


def _joined(word: str, parts: tuple[Expr, ...], variables: Container[str]) -> str:
    return f"({word.join(condition(part, variables) for part in parts)})"
