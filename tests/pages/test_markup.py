"""Whatever a story says is text on paper, and nothing else."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from octgame.pages.markup import Markup, joined, listed, prose, table, tag
from octgame.story.prose import parse

HOSTILE = '<script>alert(1)</script> & "quoted" \x1b[2J \u202e'


class Reader(HTMLParser):
    """The tags and the text of some HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, _: object) -> None:
        """Note an element."""
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.text += data


def test_text_in_an_element_is_escaped_and_shown_safely() -> None:
    """Also in its attributes."""
    html = tag("p", HOSTILE, title=HOSTILE)
    assert Reader(html).tags == ["p"]
    assert "\x1b" not in html
    assert "\u202e" not in html


def test_elements_stand_within_each_other_as_they_are() -> None:
    """Only what is markup already."""
    inner = tag("strong", "a < b")
    assert tag("p", inner, " & c", class_="x") == (
        '<p class="x"><strong>a &lt; b</strong> &amp; c</p>'
    )
    assert isinstance(joined([inner, "<"]), Markup)


def test_a_text_keeps_its_styles_and_its_quotations() -> None:
    """A link leads nowhere on paper."""
    text = parse("> A *ship*.\n\nBy **one** of [them](aurora).")
    assert prose(text) == (
        "<blockquote><p>A <em>ship</em>.</p></blockquote>"
        "<p>By <strong>one</strong> of them.</p>"
    )


def test_a_table_names_its_columns_and_its_rows() -> None:
    """For those who hear it."""
    html = table(("Level", "Shows"), [("Basic", "<x>")], class_="dense")
    assert html.count('scope="col"') == 2
    assert '<th scope="row">Basic</th><td>&lt;x&gt;</td>' in html


@given(st.lists(st.text(), max_size=4))
def test_no_text_makes_an_element(words: list[str]) -> None:
    """Not in a list, a paragraph or an attribute."""
    assert Reader(listed(words, title="".join(words))).tags == [
        "ul",
        *["li"] * len(words),
    ]
