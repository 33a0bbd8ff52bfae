"""The gate lets through what people write and nothing that steers a terminal."""
# ruff: noqa: RUF001 - typography is part of what is tested

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octgame.story.safe import safe_line, safe_text, unsafe_at

ANYTHING = st.text(st.characters())  # surrogates, controls and all

ORDINARY = [
    "Смольный, 25 октября: «Аврора» дала залп — холостой…",
    "“Quotes”, it’s → here ─ ║ ▓ № 5, 3 × 4",
    "a no-break\u00a0space",
    "two\nlines",
    "漢字 ελληνικά עברית العربية हिन्दी",
    "e\u0301 и\u0306",
    "",
]
HOSTILE = [
    ("\x1b[2J", "a control character, U+001B"),
    ("\x9b2J", "a control character, U+009B"),
    ("\x85", "a control character, U+0085"),
    ("\x00", "a control character, U+0000"),
    ("\x7f", "a control character, U+007F"),
    ("\t", "a tab, U+0009"),
    ("\r", "a carriage return, U+000D"),
    ("\u202e", "a bidirectional control, U+202E"),
    ("\u061c", "a bidirectional control, U+061C"),
    ("\u00ad", "a soft hyphen, U+00AD"),
    ("\u200b", "an invisible character, U+200B"),
    ("\ufeff", "an invisible character, U+FEFF"),
    ("\u2028", "a line or paragraph separator, U+2028"),
    ("\ud800", "half of a surrogate pair, U+D800"),
    ("\ue000", "a private-use character, U+E000"),
    ("\U0010ffff", "a private-use character, U+10FFFF"),
    ("\U000e0041", "a tag character, U+E0041"),
    ("\ufffe", "no character, U+FFFE"),
    ("\U00050000", "no character, U+50000"),
]


@pytest.mark.parametrize("text", ORDINARY)
def test_what_people_write_is_let_through_as_it_stands(text: str) -> None:
    """Every script, typography, drawing and the no-break space are safe."""
    assert unsafe_at(text) is None
    assert safe_text(text) == text


@pytest.mark.parametrize(("hostile", "what"), HOSTILE)
def test_what_steers_a_terminal_is_found_and_named(hostile: str, what: str) -> None:
    """The first unsafe character is given with its place, kind and number."""
    assert unsafe_at(f"Да{hostile}") == (2, what)


@pytest.mark.parametrize(("hostile", "what"), HOSTILE)
def test_an_escape_loses_its_first_sign_and_stays_readable(
    hostile: str, what: str
) -> None:
    """Replacing goes by character, never by guessing where a sequence ends."""
    assert safe_text(f"a{hostile}b") == f"a\ufffd{hostile[1:]}b"


def test_eight_marks_on_a_letter_are_let_through_and_a_ninth_is_not() -> None:
    """Stacked marks cannot climb over the lines above."""
    mark = "\u0301"
    assert unsafe_at("e" + 8 * mark) is None
    assert unsafe_at("e" + 9 * mark) == (
        9,
        "a ninth combining mark in a row, U+0301",
    )
    assert safe_text("e" + 20 * mark + "a" + mark) == (
        "e" + 8 * mark + 12 * "\ufffd" + "a" + mark
    )


def test_the_marks_of_one_letter_do_not_count_for_the_next() -> None:
    """Text in a script that writes with many marks is safe."""
    assert unsafe_at("हिन्दी" * 50) is None


def test_of_an_early_mark_and_a_late_control_the_mark_is_reported() -> None:
    """The first unsafe character is the one that is named."""
    assert unsafe_at("e" + 9 * "\u0301" + "\x1b") == (
        9,
        "a ninth combining mark in a row, U+0301",
    )
    assert unsafe_at("\x1be" + 9 * "\u0301") == (0, "a control character, U+001B")


@given(ANYTHING)
def test_nothing_passes_the_gate_that_it_would_stop(text: str) -> None:
    """What comes out is safe, as long as what went in, and stays as it is."""
    safe = safe_text(text)
    assert unsafe_at(safe) is None
    assert len(safe) == len(text)
    assert safe_text(safe) == safe


@given(ANYTHING)
def test_the_first_change_is_where_the_first_unsafe_character_is(text: str) -> None:
    """Refusing and replacing agree about every text."""
    changed = [at for at, sign in enumerate(safe_text(text)) if sign != text[at]]
    found = unsafe_at(text)
    assert changed[:1] == ([found[0]] if found else [])


def test_every_character_of_unicode_is_on_the_side_that_its_category_says() -> None:
    """Controls, private use, surrogates and separators are out; letters are in."""
    for number in range(0x110000):
        character = chr(number)
        category = unicodedata.category(character)
        if category in ("Cc", "Cs", "Co", "Zl", "Zp") and character != "\n":
            assert unsafe_at(character), hex(number)
        if category[0] in "LNPS":
            assert unsafe_at(character) is None, hex(number)


@given(ANYTHING, st.integers(1, 30))
def test_a_safe_line_is_one_line_of_the_length_asked_for(text: str, most: int) -> None:
    """An error's text or a file's name can stand in any row."""
    line = safe_line(text, most)
    assert "\n" not in line
    assert len(line) <= most
    assert unsafe_at(line) is None


def test_a_long_line_is_cut_with_an_ellipsis_and_breaks_become_spaces() -> None:
    """A short line is left alone."""
    assert safe_line("one \r\n  two") == "one two"
    assert safe_line("abcdef", 4) == "abc…"
    assert safe_line("abcd", 4) == "abcd"
