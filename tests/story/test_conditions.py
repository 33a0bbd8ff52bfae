"""A condition is read as Python would read it, or refused with a hint."""

import ast
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octgame.story.conditions import (
    FUNCTIONS,
    RESERVED,
    Both,
    Call,
    Compare,
    ConditionError,
    Either,
    Expr,
    Flag,
    Function,
    Name,
    Not,
    Number,
    Operator,
    parse,
    unparse,
)

NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,4}", fullmatch=True).filter(
    lambda name: name not in RESERVED
)
TERMS = st.one_of(
    st.builds(Number, st.integers(-99, 99)),
    st.builds(Flag, st.booleans()),
    st.builds(Name, NAMES | st.just("it")),
    st.builds(Call, st.sampled_from(FUNCTIONS), NAMES),
)
OPERATORS = {
    "==": ast.Eq,
    "!=": ast.NotEq,
    "<": ast.Lt,
    "<=": ast.LtE,
    ">": ast.Gt,
    ">=": ast.GtE,
}


def _larger(smaller: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    parts = st.lists(smaller, min_size=2, max_size=3).map(tuple)
    return (
        st.builds(Compare, st.sampled_from(list(OPERATORS)), smaller, smaller)
        | st.builds(Not, smaller)
        | st.builds(Both, parts)
        | st.builds(Either, parts)
    )


TREES = st.recursive(TERMS, _larger, max_leaves=8)
WORDS = st.lists(
    st.sampled_from(
        [
            *OPERATORS,
            *("and", "or", "not", "(", ")", "nerve", "7", "-2", "yes"),
            *("seen(aurora)", "sure(q)"),
        ]
    ),
    max_size=10,
).map(" ".join)


def placeless(thing: Any) -> Any:
    """A tree with every column 0, as one that was never written has it."""
    if not isinstance(thing, tuple):
        return thing
    if not hasattr(thing, "_replace"):
        return tuple(map(placeless, thing))
    parts = {name: placeless(part) for name, part in thing._asdict().items()}
    return type(thing)(**{**parts, "at": 0})


@given(TREES)
def test_a_tree_that_is_written_is_read_again(tree: Expr) -> None:
    """Writing and reading are each other's opposite, within the limits."""
    read = _read(unparse(tree))
    refused = isinstance(read, ConditionError) and "at most" in str(read)
    assert refused or placeless(read) == placeless(tree)


@given(TREES.map(unparse) | WORDS)
def test_what_is_read_means_what_it_means_in_python(text: str) -> None:
    """Precedence and brackets are those of a grammar that many know."""
    tree = _read(text)
    if isinstance(tree, ConditionError):
        return
    assert placeless(tree) == _as_python_reads(ast.parse(text, mode="eval").body)


@given(WORDS)
def test_what_python_reads_as_our_forms_is_read(text: str) -> None:
    """Nothing is refused that is made of names, calls and single comparisons."""
    try:
        python = _as_python_reads(ast.parse(text, mode="eval").body)
    except SyntaxError:
        assert isinstance(_read(text), ConditionError)
    except NotOursError:
        pass
    else:
        assert placeless(_read(text)) == python


@given(st.text() | st.text(st.sampled_from("ab10()<>=!&|-_ .seno"), max_size=40))
def test_any_text_is_a_condition_or_refused_at_a_column_it_has(text: str) -> None:
    """Nothing but a tree or a refusal comes out of any text."""
    read = _read(text)
    if isinstance(read, ConditionError):
        assert 0 <= read.at <= len(text)
        assert read.message


def _read(text: str) -> Expr | ConditionError:
    try:
        return parse(text)
    except ConditionError as refused:
        return refused


class NotOursError(Exception):
    """Python has a form, such as a sum, that conditions do without."""


def _as_python_reads(node: ast.expr) -> Expr:
    """Python's own tree of the same text, in our values."""
    match node:
        case ast.BoolOp(ast.And(), values):
            return Both(tuple(map(_as_python_reads, values)))
        case ast.BoolOp(ast.Or(), values):
            return Either(tuple(map(_as_python_reads, values)))
        case ast.UnaryOp(ast.Not(), operand):
            return Not(_as_python_reads(operand))
        case ast.UnaryOp(ast.USub(), ast.Constant(int(value))):
            return Number(-value)
        case ast.Compare(left, [operator], [right]):
            sign = next(s for s, kind in OPERATORS.items() if type(operator) is kind)
            return Compare(
                cast("Operator", sign), _as_python_reads(left), _as_python_reads(right)
            )
        case ast.Constant(int(value)):
            return Number(value)
        case ast.Call(ast.Name(function), [ast.Name(argument)]) if (
            function in FUNCTIONS
        ):
            return Call(cast("Function", function), argument)
        case ast.Name(name):
            return Flag(name == "yes") if name in ("yes", "no") else Name(name)
    raise NotOursError(ast.dump(node))


@pytest.mark.parametrize(
    ("text", "at", "message", "hint"),
    [
        ("", 0, "the condition is empty", ""),
        ("nerve = 2", 6, "`=`", "write `==`"),
        ("a && b", 2, "`&&`", "write `and`"),
        ("a || b", 2, "`||`", "write `or`"),
        ("!a", 0, "`!`", "write `not`"),
        ("a <> 1", 2, "`<>`", "write `!=`"),
        ("a ≥ 1", 2, "`≥`", "write `>=`"),
        ("a AND b", 2, "capitals", "write `and`"),
        ("Nerve > 1", 0, "capitals", "write `nerve`"),
        ("seen(\N{CYRILLIC SMALL LETTER A}urora)", 5, "cyrillic letter a", "Latin"),
        ("\N{GREEK SMALL LETTER OMICRON}ne", 0, "greek letter omicron", "Latin"),
        ("ж > 1", 0, "zhe", "Latin letters"),
        ("a\t> 1", 1, "U+0009", ""),
        ("role == 'guard'", 8, "no quotes", "leave them out"),
        ("a + 1 > 2", 2, "`+`", "do not reckon"),
        ("a > - 1", 4, "`-`", "do not reckon"),
        ("nerve > 1.5", 8, "no whole number", ""),
        ("nerve > 1000001", 8, "past 1000000", ""),
        ("nerve > 99999999999999", 8, "past 1000000", ""),
        ("_a", 0, "no name", "starts with a letter"),
        ("a" * 49, 0, "no name", "at most 48"),
        ("a and", 5, "missing after `and`", ""),
        ("== 1", 0, "missing at the start, not `==`", ""),
        ("a and or b", 6, "missing after `and`, not `or`", ""),
        ("(a or b", 0, "never closed", ""),
        ("(a b)", 3, "`)` should follow, not `b`", ""),
        ("a)", 1, "closes nothing", ""),
        ("a b", 2, "`and`, `or` or the end should follow", ""),
        ("role is guard", 5, "should follow, not `is`", "write `==`"),
        ("1 < a < 3", 6, "one comparison at a time", "`and` between"),
        ("seen", 0, "`seen` needs a scene in brackets", ""),
        ("not kept stanley", 4, "`kept` needs a card in brackets", "kept(stanley)"),
        ("sure > 2", 0, "`sure` needs a question in brackets", ""),
        ("seen()", 5, "seen() asks for a scene", ""),
        ("kept(3)", 5, "kept() asks for a card", ""),
        ("seen(a", 4, "never closed", ""),
        ("sean(a)", 0, "no sean() to ask", "did you mean seen()?"),
        ("xyz(a)", 0, "no xyz() to ask", ""),
        (" or ".join("a" * 33), 160, "at most 32 terms", ""),
        ("(" * 9 + "a" + ")" * 9, 8, "at most 8 brackets", ""),
        ("not " * 9 + "a", 32, "at most 8 brackets", ""),
        ("a" + " " * 200, 200, "at most 200 signs, this one 201", "flag"),
    ],
)
def test_a_slip_is_refused_at_its_column_with_a_hint(
    text: str, at: int, message: str, hint: str
) -> None:
    """The message names what stands there, and the hint what to write instead."""
    with pytest.raises(ConditionError) as refused:
        parse(text)
    assert refused.value.at == at
    assert message in refused.value.message
    assert hint in refused.value.hint


def test_the_limits_themselves_are_let_through() -> None:
    """32 terms, 8 levels and 200 signs are a condition."""
    assert parse(" or ".join("a" * 32))
    assert placeless(parse("(" * 8 + "a" + ")" * 8)) == Name("a")
    assert parse("not " * 8 + "a")
    assert parse("a" + " " * 199)
    assert placeless(parse("a or\nb")) == Either((Name("a"), Name("b")))


def test_brackets_side_by_side_are_no_depth() -> None:
    """Only what stands in one another counts."""
    assert parse(" and ".join(["(a)"] * 12))
    assert parse(" and ".join(["not a"] * 12))


def test_each_part_knows_its_column() -> None:
    """A later message can point at the very word."""
    tree = parse("a and not (b or sure(q) == 2)")
    assert isinstance(tree, Both)
    negation = tree.parts[1]
    assert isinstance(negation, Not)
    either = negation.operand
    assert isinstance(either, Either)
    compare = either.parts[1]
    assert isinstance(compare, Compare)
    assert [negation.at, either.at, compare.at, compare.right.at] == [6, 11, 16, 27]


def test_conditions_that_say_the_same_are_written_the_same() -> None:
    """Where something was written is not what it says."""
    assert unparse(parse("a  ==  true")) == unparse(parse("(a) == yes"))
    assert unparse(parse("a == true")) != unparse(parse("a == no"))
