"""Author's text keeps every sign that is no markup, and only five signs are markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octgame.story.prose import Paragraph, Span, parse
from octgame.story.safe import safe_text, unsafe_at

INLINE = [
    ("plain", [Span("plain")]),
    ("an *em* word", [Span("an "), Span("em", "em"), Span(" word")]),
    ("a **strong** word", [Span("a "), Span("strong", "strong"), Span(" word")]),
    ("[the palace](palace)", [Span("the palace", "", "palace")]),
    (
        "*the [Aurora](aurora) fired*",
        [
            Span("the ", "em"),
            Span("Aurora", "em", "aurora"),
            Span(" fired", "em"),
        ],
    ),
    ("[the *Aurora*](a)", [Span("the ", "", "a"), Span("Aurora", "em", "a")]),
    ("**a *b* c**", [Span("a *b* c", "strong")]),
    ("*a **b** c*", [Span("a **b** c", "em")]),
    ("*a [b* c](d)", [Span("a [b", "em"), Span(" c](d)")]),
    ("[a *b](c) d*", [Span("a *b", "", "c"), Span(" d*")]),
    ("*a\\**", [Span("a*", "em")]),
    ("[[a](b)]", [Span("["), Span("a", "", "b"), Span("]")]),
    ("[a\\]](b)", [Span("a]", "", "b")]),
]
LITERAL = [
    "[b]x[/b]",
    "[@click=app.quit]x[/]",
    "[red on blue]x",
    "[link='https://example.org']x[/link]",
    "[x](https://example.org)",
    "[x](Aurora)",
    "[x](" + "a" * 49 + ")",
    "[](aurora)",
    "[a] b](c)",
    "5 * 3 * 2",
    "* a list? *",
    "***three***",
    "****",
    "*open",
    "**open",
    "open*",
    "<b>x</b> &amp; `code` # title _under_ ~~gone~~",
    "a\\",
    ">no space",
    ">",
]


@pytest.mark.parametrize(("text", "spans"), INLINE)
def test_style_and_links_are_read(text: str, spans: list[Span]) -> None:
    """Emphasis, strength, links and the backslash do what the format says."""
    assert parse(text) == (Paragraph(tuple(spans)),)


@pytest.mark.parametrize("text", LITERAL)
def test_what_is_no_markup_of_ours_stays_as_written(text: str) -> None:
    """Another program's markup and a sign that closes nothing are plain text."""
    assert parse(text) == (Paragraph((Span(text),)),)


def test_blank_lines_part_paragraphs_and_single_breaks_are_spaces() -> None:
    """How an author wraps lines does not show."""
    assert [p.plain for p in parse("\n\none\n  two \n\n \nthree\n")] == [
        "one two",
        "three",
    ]
    assert parse(" \n\n") == ()


def test_a_paragraph_that_starts_with_an_arrow_is_a_quotation() -> None:
    """The arrow may be repeated on the next lines, and is not shown."""
    quoted, plain = parse("> To all\n>\n> who *fight*\nfor peace\n\nNo > here")
    assert (quoted.quoted, quoted.plain) == (True, "To all who fight for peace")
    assert (plain.quoted, plain.plain) == (False, "No > here")
    assert not parse("\\> as it stands")[0].quoted


def test_an_emphasis_does_not_reach_over_a_paragraph() -> None:
    """A forgotten star spoils one paragraph at most."""
    assert [p.plain for p in parse("*one\n\ntwo*")] == ["*one", "two*"]


def test_a_paragraph_tells_its_links_once_and_its_words() -> None:
    """Links come in reading order, words as a reader counts them."""
    (paragraph,) = parse("[A *b*](x), then [c](y) and [d](x).")
    assert paragraph.links == ("x", "y")
    assert paragraph.words == 6


@given(st.text(st.characters()) | st.text(st.sampled_from("*[]()a> \\\n")))
def test_any_text_is_read_and_what_is_shown_is_safe(text: str) -> None:
    """Reading never fails, leaves no empty paragraph and passes the gate."""
    for paragraph in parse(text):
        assert paragraph.spans
        assert unsafe_at(paragraph.plain) is None
        assert all(span.text for span in paragraph.spans)


@given(st.text(st.characters() | st.sampled_from("*[]()a> \\")))
def test_a_backslash_keeps_every_sign(text: str) -> None:
    """With each sign escaped, what was typed is what is shown."""
    typed = " ".join(safe_text(text).split())
    escaped = "".join("\\" + sign for sign in typed)
    assert "".join(p.plain for p in parse(escaped)) == typed
    assert not any(span.style or span.link for p in parse(escaped) for span in p.spans)


@given(st.text(st.sampled_from("*[]ab \n"), max_size=60))
def test_only_stars_that_style_something_disappear(text: str) -> None:
    """Without a link's brackets every sign but stars comes through in order."""
    shown = " ".join(p.plain for p in parse(text))
    assert shown.replace("*", "").split() == text.replace("*", "").split()
    assert (shown.count("*") - text.count("*")) % 2 == 0


@pytest.mark.parametrize("opener", ["*a ", "**a ", "[", "[a](", "*[a ", "\\"])
def test_a_text_full_of_openers_is_read_in_one_pass(opener: str) -> None:
    """The longest scalar the loader lets through gives one plain paragraph."""
    assert len(parse(opener * (16384 // len(opener)))) == 1
