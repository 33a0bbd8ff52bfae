"""The grammar of conditions: parsed at load, typed against what a story declares."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Function = Literal["seen", "found", "kept", "believes", "sure"]
Operator = Literal["==", "!=", "<", "<=", ">", ">="]


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number."""

    value: int
    at: int = 0


@dataclass(frozen=True, slots=True)
class Flag:
    """`yes`, `no`, `true` or `false`."""

    value: bool
    at: int = 0


@dataclass(frozen=True, slots=True)
class Name:
    """A variable, `role`, `it`, or a word that another side is compared with."""

    text: str
    at: int = 0


@dataclass(frozen=True, slots=True)
class Call:
    """`seen(scene)`, `found(card)`, `kept(card)`, `believes(q)` or `sure(q)`."""

    function: Function
    argument: str
    at: int = 0


@dataclass(frozen=True, slots=True)
class Compare:
    """Two sides and an operator."""

    operator: Operator
    left: "Expr"
    right: "Expr"
    at: int = 0


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite."""

    operand: "Expr"
    at: int = 0


@dataclass(frozen=True, slots=True)
class Both:
    """`and`: every part holds."""

    parts: tuple["Expr", ...]
    at: int = 0


@dataclass(frozen=True, slots=True)
class Either:
    """`or`: some part holds."""

    parts: tuple["Expr", ...]
    at: int = 0


Expr = Number | Flag | Name | Call | Compare | Not | Both | Either


class ConditionError(Exception):
    """The text is not a condition.

    Attributes:
        message: What is wrong.
        at: The column in the condition's own text, from 0.
        hint: What to do, or "".
    """

    def __init__(self, message: str, at: int, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.at, self.hint = message, at, hint


@dataclass(frozen=True, slots=True)
class Names:
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

    numbers: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    flags: frozenset[str] = frozenset()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    scenes: frozenset[str] = frozenset()
    cards: frozenset[str] = frozenset()
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    in_each: bool = False


@dataclass(frozen=True, slots=True)
class Mistyped:
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


def parse(text: str) -> Expr:
    """Read a condition.

    At most 200 characters, 32 terms and 8 levels of brackets; ASCII only.

    Raises:
        ConditionError: With the column where reading stopped.
    """
    raise NotImplementedError


def check(expr: Expr, names: Names) -> list[Mistyped]:
    """Everything in a condition that the story's vocabulary does not bear out."""
    raise NotImplementedError
