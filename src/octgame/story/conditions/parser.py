"""From a condition's tokens to its tree, by recursive descent."""

from difflib import get_close_matches
from typing import cast

from octgame.story.conditions.tokens import (
    FLAGS,
    FUNCTIONS,
    KEYWORDS,
    ConditionError,
    Token,
    tokenize,
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
)

_OPERATORS = frozenset(("==", "!=", "<", "<=", ">", ">="))
_MOST_TERMS = 32
_MOST_LEVELS = 8
_ASKS_FOR = {
    "seen": "a scene",
    "found": "a card",
    "kept": "a card",
    "believes": "a question",
    "sure": "a question",
    "fed": "a question",
}


def parse(text: str) -> Expr:
    """Read a condition.

    `or` binds loosest, then `and`, then `not`, then the comparisons, of which
    there is one between two sides. At most 200 characters, 32 terms and 8 levels
    of brackets and `not`; ASCII only.

    Raises:
        ConditionError: With the column where reading stopped.
    """
    return _Parser(tokenize(text)).condition()


class _Parser:
    """Reads tokens from left to right, each once."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._rest = iter(tokens)
        self._next = next(self._rest)
        self._terms = 0
        self._levels = 0

    def condition(self) -> Expr:
        if self._next.kind == "end":
            raise ConditionError("the condition is empty", 0)
        expr = self._either()
        if self._next.kind != "end":
            raise _unexpected_rest(self._next)
        return expr

    def _take(self) -> Token:
        token = self._next
        self._next = next(self._rest, token)
        return token

    def _either(self) -> Expr:
        at, first = self._next.at, self._both()
        if self._next.text != "or":
            return first
        parts = [first]
        while self._next.text == "or":
            self._take()
            parts.append(self._both())
        return Either(tuple(parts), at)

    def _both(self) -> Expr:
        at, first = self._next.at, self._negation()
        if self._next.text != "and":
            return first
        parts = [first]
        while self._next.text == "and":
            self._take()
            parts.append(self._negation())
        return Both(tuple(parts), at)

    def _negation(self) -> Expr:
        if self._next.text != "not":
            return self._comparison()
        at = self._take().at
        self._deeper(at)
        operand = self._negation()
        self._levels -= 1
        return Not(operand, at)

    def _comparison(self) -> Expr:
        at, left = self._next.at, self._side()
        if self._next.text not in _OPERATORS:
            return left
        operator = cast("Operator", self._take().text)
        compare = Compare(operator, left, self._side(), at)
        if self._next.text in _OPERATORS:
            raise ConditionError(
                "one comparison at a time",
                self._next.at,
                "write both, with `and` between: `1 < a and a < 3`",
            )
        return compare

    def _side(self) -> Expr:
        """A term, or a whole condition in brackets."""
        token = self._take()
        if token.text == "(":
            return self._bracketed(token)
        self._terms += 1
        if self._terms > _MOST_TERMS:
            raise ConditionError(
                f"a condition has at most {_MOST_TERMS} terms", token.at
            )
        if token.kind == "number":
            return Number(int(token.text), token.at)
        if token.kind != "word" or token.text in KEYWORDS:
            raise self._misses_a_term(token)
        if token.text in FLAGS:
            return Flag(FLAGS[token.text], token.at)
        if self._next.text == "(":
            return self._call(token)
        if token.text in FUNCTIONS:
            meant = self._next.text if self._next.kind == "word" else ""
            raise ConditionError(
                f"`{token.text}` needs {_ASKS_FOR[token.text]} in brackets",
                token.at,
                f"write {token.text}({meant})" if meant else "",
            )
        return Name(token.text, token.at)

    def _bracketed(self, bracket: Token) -> Expr:
        self._deeper(bracket.at)
        expr = self._either()
        self._close(bracket)
        self._levels -= 1
        return expr

    def _call(self, function: Token) -> Call:
        if function.text not in FUNCTIONS:
            near = get_close_matches(function.text, FUNCTIONS, n=1)
            known = ", ".join(FUNCTIONS)
            raise ConditionError(
                f"there is no {function.text}() to ask: there are {known}",
                function.at,
                f"did you mean {near[0]}()?" if near else "",
            )
        bracket, argument = self._take(), self._next
        if argument.kind != "word":
            raise ConditionError(
                f"{function.text}() asks for {_ASKS_FOR[function.text]}", argument.at
            )
        self._take()
        self._close(bracket)
        return Call(cast("Function", function.text), argument.text, function.at)

    def _close(self, bracket: Token) -> None:
        if self._next.kind == "end":
            raise ConditionError("this bracket is never closed", bracket.at)
        if self._next.text != ")":
            raise _unexpected_rest(self._next, "`)`")
        self._take()

    def _deeper(self, at: int) -> None:
        self._levels += 1
        if self._levels > _MOST_LEVELS:
            raise ConditionError(
                f"at most {_MOST_LEVELS} brackets and `not` stand in one another", at
            )

    def _misses_a_term(self, token: Token) -> ConditionError:
        """The error for a token that stands where a term should."""
        before = self._tokens[: self._tokens.index(token)]
        place = f"after `{before[-1].text}`" if before else "at the start"
        found = f", not `{token.text}`" if token.text else ""
        return ConditionError(f"a name or a number is missing {place}{found}", token.at)


def _unexpected_rest(
    token: Token, wanted: str = "`and`, `or` or the end"
) -> ConditionError:
    """The error for what follows a whole condition."""
    if token.text == ")":
        return ConditionError("this bracket closes nothing", token.at)
    hint = "write `==`" if token.text in ("is", "equals") else ""
    return ConditionError(f"{wanted} should follow, not `{token.text}`", token.at, hint)
