"""A condition is held against what its story declares."""

import operator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octgame.story.conditions import Mistyped, Names, check, parse

NAMES = Names(
    numbers={"nerve": (0, 4), "trust": (-2, 2), "debt": (6, 9)},
    flags=frozenset({"counted", "late"}),
    words={
        "word": ("none_yet", "coup", "rising"),
        "role": ("none", "red_guard", "volunteer"),
    },
    scenes=frozenset({"aurora", "back_door"}),
    cards=frozenset({"photo_1920", "door_key"}),
    answers={"storming": ("stormed", "filled"), "silent": ()},
)


def _found(text: str, names: Names = NAMES) -> list[tuple[str, int, str]]:
    return [(f.code, f.at, f.suggestion) for f in check(parse(text), names)]


@pytest.mark.parametrize(
    "text",
    [
        "counted",
        "not counted",
        "counted == yes",
        "counted != late",
        "seen(aurora) == no",
        "(nerve > 1) == late",
        "seen(aurora) and found(photo_1920) or kept(door_key)",
        "nerve >= 2",
        "1 < nerve",
        "nerve > trust",
        "role == red_guard",
        "role != none",
        "coup == word",
        "believes(storming) == stormed",
        "believes(storming) != none",
        "believes(silent) == none",
        "sure(storming) >= 4",
        "-1 == trust",
    ],
)
def test_a_condition_that_the_story_bears_out_is_passed(text: str) -> None:
    """Nothing is said where nothing is wrong."""
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "code", "at", "suggestion"),
    [
        ("nerv >= 2", "unknown-variable", 0, "nerve"),
        ("2 <= nerv", "unknown-variable", 5, "nerve"),
        ("late and cuonted", "unknown-variable", 9, "counted"),
        ("xyzzy", "unknown-variable", 0, ""),
        ("aurora", "unknown-variable", 0, "seen(aurora)"),
        ("door_key == yes", "unknown-variable", 0, "kept(door_key)"),
        ("foo == bar", "unknown-variable", 0, ""),
        ("it == door_key", "unknown-variable", 0, ""),
        ("seen(aurra)", "unknown-id", 5, "aurora"),
        ("seen(door_key)", "unknown-id", 5, ""),
        ("not found(photo_1921)", "unknown-id", 10, "photo_1920"),
        ("kept(xyz)", "unknown-id", 5, ""),
        ("sure(stormin) > 1", "unknown-id", 5, "storming"),
        ("believes(stormin) == stormed", "unknown-id", 9, "storming"),
        ("3", "wrong-type", 0, ""),
        ("nerve", "wrong-type", 0, ""),
        ("role", "wrong-type", 0, ""),
        ("sure(storming)", "wrong-type", 0, ""),
        ("believes(storming)", "wrong-type", 0, ""),
        ("counted == 3", "wrong-type", 0, ""),
        ("counted < yes", "wrong-type", 0, ""),
        ("nerve < role", "wrong-type", 0, ""),
        ("nerve == (late or counted)", "wrong-type", 0, ""),
        ("role > red_guard", "wrong-type", 0, ""),
        ("role == yes", "wrong-type", 0, ""),
        ("role == word", "wrong-type", 8, ""),
        ("believes(storming) <= none", "wrong-type", 0, ""),
        ("role == red_gard", "never-true", 8, "red_guard"),
        ("role != red_gard", "always-true", 8, "red_guard"),
        ("cup == word", "never-true", 0, "coup"),
        ("believes(storming) == fill", "never-true", 22, "filled"),
        ("believes(silent) == fill", "never-true", 20, ""),
        ("nerve > 4", "never-true", 0, ""),
        ("nerve >= 0", "always-true", 0, ""),
        ("late or nerve == 5", "never-true", 8, ""),
        ("nerve != 5", "always-true", 0, ""),
        ("5 < nerve", "never-true", 0, ""),
        ("nerve < debt", "always-true", 0, ""),
        ("debt == nerve", "never-true", 0, ""),
        ("sure(storming) > 4", "never-true", 0, ""),
        ("1 < 2", "always-true", 0, ""),
        ("2 == 2", "always-true", 0, ""),
        ("yes", "always-true", 0, ""),
        ("late and no", "never-true", 9, ""),
        ("(late or nerve) == counted", "wrong-type", 9, ""),
    ],
)
def test_what_the_story_does_not_bear_out_is_found(
    text: str, code: str, at: int, suggestion: str
) -> None:
    """One finding, with its code, its column and the nearest name."""
    assert _found(text) == [(code, at, suggestion)]


def test_inside_an_each_choice_it_is_a_card() -> None:
    """There it may be compared with cards, and with nothing else."""
    inside = Names(cards=NAMES.cards, flags=NAMES.flags, in_each=True)
    assert _found("it == door_key", inside) == []
    assert _found("it == door_kez", inside) == [("unknown-id", 6, "door_key")]
    assert _found("not it == door_kez", inside) == [("unknown-id", 10, "door_key")]
    assert _found("it", inside) == [("wrong-type", 0, "")]
    assert _found("it == late", inside) == [("wrong-type", 0, "")]


def test_everything_wrong_is_told_in_reading_order() -> None:
    """An author mends a condition in one go."""
    found = _found("seen(aurra) and (nerve > 9 or rol == coup) and not 3")
    assert [(code, at) for code, at, _ in found] == [
        ("unknown-id", 5),
        ("never-true", 17),
        ("unknown-variable", 30),
        ("wrong-type", 51),
    ]


def test_a_finding_says_in_words_what_is_wrong() -> None:
    """The message names the variable, its bounds and the words it may hold."""
    assert check(parse("nerve > 4"), NAMES) == [
        Mistyped("never-true", "`nerve > 4` is never true: `nerve` runs from 0 to 4", 0)
    ]
    assert check(parse("role == red_gard"), NAMES)[0].message == (
        "`role == red_gard` is never true: `role` may be none, red_guard, volunteer"
    )


@given(
    st.sampled_from(["==", "!=", "<", "<=", ">", ">="]),
    *[st.tuples(st.integers(-3, 3), st.integers(0, 3)) for _ in range(2)],
)
def test_a_settled_comparison_is_settled_for_every_value(
    sign: str, left: tuple[int, int], right: tuple[int, int]
) -> None:
    """The verdict on two ranges is that of trying every pair of values."""
    ranges = {"a": (left[0], sum(left)), "b": (right[0], sum(right))}
    compare = {
        "==": operator.eq,
        "!=": operator.ne,
        "<": operator.lt,
        "<=": operator.le,
        ">": operator.gt,
        ">=": operator.ge,
    }[sign]
    results = {
        compare(a, b)
        for a in range(ranges["a"][0], ranges["a"][1] + 1)
        for b in range(ranges["b"][0], ranges["b"][1] + 1)
    }
    codes = [f.code for f in check(parse(f"a {sign} b"), Names(numbers=ranges))]
    expected = {True: ["always-true"], False: ["never-true"]}
    assert codes == (expected[results.pop()] if len(results) == 1 else [])
