"""Setting text in cells: nothing is lost, nothing is too wide, nothing is obeyed."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from octgame.story.prose import Span, parse
from octgame.story.safe import safe_text
from octgame.ui.typeset import Piece, Row, apart, beside, cut, measure, pieces, wrap

TEXTS = st.text(min_size=1, max_size=200).map(safe_text).map(str)
SPANS = st.lists(
    st.builds(
        Span,
        TEXTS,
        st.sampled_from(["", "em", "strong"]),
        st.sampled_from(["", "lenin"]),
    ),
    max_size=5,
)


def words_of(rows: Iterable[Row]) -> str:
    """The characters of rows, blanks left out."""
    return "".join("".join(p.text for p in row) for row in rows).replace(" ", "")


@given(SPANS, st.integers(4, 90))
def test_no_row_is_wider_than_asked(spans: list[Span], width: int) -> None:
    """Also with wide characters, long words and an indent."""
    for row in wrap(pieces(spans), width, (Piece("> "),)):
        assert measure(row) <= width


@given(SPANS, st.integers(4, 90))
def test_no_character_is_lost_or_made(spans: list[Span], width: int) -> None:
    """Only blanks and line breaks are the setter's."""
    text = "".join(span.text for span in spans)
    assert words_of(wrap(pieces(spans), width)) == (
        text.replace(" ", "").replace("\n", "")
    )


def test_a_word_keeps_its_sign_when_the_ink_changes_in_it() -> None:
    """The full stop after a link is never alone at the start of a row."""
    run = pieces(parse("over the [bridge](bridge). Then")[0].spans)
    rows = wrap(run, 16)
    assert ["".join(p.text for p in row) for row in rows] == [
        "over the bridge.",
        "Then",
    ]
    assert rows[0][1] == Piece("bridge", "link", "look:bridge")


def test_a_space_after_a_link_is_not_underlined() -> None:
    """Inside a link it is: two words of one link are one place to click."""
    spans = [Span("Nikolai Sukhanov ", "", "sukhanov"), Span("wrote")]
    (row,) = wrap(pieces(spans), 40)
    assert [(piece.text, piece.goes) for piece in row] == [
        ("Nikolai Sukhanov", "look:sukhanov"),
        (" wrote", ""),
    ]


def test_markup_is_text() -> None:
    """Textual's own markup means nothing here."""
    hostile = "[@click=app.quit()]quit[/] [b]x[/b] [/]"
    (row,) = wrap(pieces([Span(hostile)]), 80)
    assert "".join(piece.text for piece in row) == hostile


@given(TEXTS, st.integers(1, 40))
def test_what_is_cut_fits(text: str, width: int) -> None:
    """An ellipsis tells of the rest."""
    assert measure(cut((Piece(text),), width)) <= width


def test_two_ends_of_a_row_never_touch() -> None:
    """The left one gives way."""
    row = apart((Piece("a long title"),), (Piece("right"),), 12)
    assert "".join(piece.text for piece in row) == "a lo…  right"


def test_columns_stand_side_by_side_though_one_is_longer() -> None:
    """The shorter one is filled with blanks."""
    rows = beside([[(Piece("a"),)], [(Piece("b"),), (Piece("c"),)]], 3, 1)
    assert ["".join(p.text for p in row) for row in rows] == ["a   b", "    c"]
