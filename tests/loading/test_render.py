"""A finding as it stands in the terminal: place, words, line, caret, what to do."""

from hypothesis import given
from hypothesis import strategies as st

from octgame.loading.diagnostics import Diagnostic, Diagnostics, Position
from octgame.loading.render import WIDTH, render
from octgame.loading.source.reader import read
from octgame.story.safe import unsafe_at

FINDING = Diagnostic(
    Position("scenes.yaml", 4, 9),
    "error",
    "unknown-id",
    "no such scene",
    "corridors",
    "Ids are unique in a story.",
    "    to: corridor",
)


def test_a_finding_shows_place_line_caret_and_hint() -> None:
    """The form that editors and people both read."""
    assert render(FINDING).splitlines() == [
        'scenes.yaml:4:9: error[unknown-id]: no such scene; did you mean "corridors"?',
        "      to: corridor",
        "          ^",
        "  hint: Ids are unique in a story.",
    ]


def test_a_finding_on_a_whole_file_is_one_line() -> None:
    """Without a source line there is no caret."""
    bare = Diagnostic(Position("a.yaml"), "warning", "empty-file", "nothing here")
    assert render(bare) == "a.yaml:1:1: warning[empty-file]: nothing here"


def test_stress_marks_and_wide_signs_do_not_move_the_caret() -> None:
    """The caret counts what the terminal draws, not characters."""
    line = "ды\u0301м 冬 x"
    shown = render(FINDING._replace(at=Position("a", 1, 8), line=line))
    assert shown.splitlines()[2] == " " * (2 + len("дым __ ")) + "^"


def test_a_long_line_is_cut_around_the_caret() -> None:
    """A paragraph on one line does not fill the screen."""
    line = "a" * 300 + "X" + "b" * 199
    shown = render(FINDING._replace(at=Position("a", 1, 301), line=line))
    _, excerpt, caret, _ = shown.splitlines()
    assert len(excerpt) == WIDTH + 2
    assert excerpt[caret.index("^")] == "X"
    assert (excerpt[2], excerpt[-1]) == ("…", "…")


def test_a_column_past_the_kept_line_has_no_caret() -> None:
    """The place is still in the first line."""
    shown = render(FINDING._replace(at=Position("a", 1, 900)))
    assert "^" not in shown
    assert shown.startswith("a:1:900: ")


def test_a_syntax_error_reads_as_advice() -> None:
    """From bytes to the words that an author sees."""
    into = Diagnostics()
    read("a.yaml", b"cards:\n  a:\n    published: New York: Norton\n", into)
    assert render(into.found[0]).splitlines() == [
        "a.yaml:3:24: error[colon-in-text]: a colon and a space within unquoted text",
        "      published: New York: Norton",
        "                         ^",
        "  hint: Put the text in quotes, or on its own lines under `|`.",
    ]


@given(st.text(), st.text(), st.text(), st.integers(1, 99))
def test_nothing_that_a_file_says_commands_the_terminal(
    name: str, words: str, line: str, column: int
) -> None:
    """Names, messages and lines are made safe, and stay on lines of their own."""
    shown = render(
        Diagnostic(Position(name, 1, column), "error", "x", words, words, words, line)
    )
    assert unsafe_at(shown) is None
    assert len(shown.splitlines()) <= 4
