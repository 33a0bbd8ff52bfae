"""The record as a page: all of it, nothing from elsewhere, no markup but ours."""

import re
from html.parser import HTMLParser

from mini import begun
from octgame.pages.html import html
from octgame.pages.record import Part, Record, Row, record

VOID = {"meta", "br"}


class Nesting(HTMLParser):
    """Follows a page's tags; `open_tags` is empty where each was closed in its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open_tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens."""
        assert not any(name.startswith("on") or name == "src" for name, _ in attrs)
        if tag not in VOID:
            self.open_tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """A tag closes the one that was opened last."""
        assert self.open_tags.pop() == tag

    def handle_data(self, data: str) -> None:
        """Text between the tags."""
        self.text += data


def read(page: str) -> Nesting:
    """A page as a browser reads it."""
    nesting = Nesting()
    nesting.feed(page)
    nesting.close()
    return nesting


def test_the_page_holds_what_was_done_believed_and_written() -> None:
    """The same rows as the record, each list closed."""
    play = begun()
    for move in ("caption:seized", "_sure:4", "be_keeper", "_go_on", "search_desk"):
        play.take(move)
    play.write("Eleven men & one <b>horse</b>.")
    page = read(html(record(play)))
    assert page.open_tags == []
    assert "It was seized. (4 of 4)" in page.text
    assert "Eleven men & one <b>horse</b>." in page.text


def test_a_belief_has_a_bar_as_long_as_it_was_sure() -> None:
    """Three of four is 75 per cent; a row that measures nothing has none."""
    rows = (Row("sure", share=0.75), Row("no measure"))
    page = html(Record("T", (), (Part("P", rows),), ()))
    assert re.findall(r'style="width:(\d+%)"', page) == ["75%"]


def test_no_text_of_a_story_becomes_markup() -> None:
    """In titles, leads, rows, empty parts and credits alike."""
    evil = '<script>alert("1")</script>'
    rows = (Row(evil, evil, under=True), Row(evil, evil))
    parts = (Part(evil, rows), Part("P", (), evil))
    page = html(Record(evil, (evil,), parts, (evil,)))
    assert "<script" not in page
    assert read(page).open_tags == []


def test_the_page_needs_nothing_from_anywhere_else() -> None:
    """No address, script, picture or style sheet."""
    page = html(record(begun()))
    for needs in ("http", "<script", "<img", "<link", "@import", "url("):
        assert needs not in page


def test_an_empty_part_says_so() -> None:
    """A play of no moves has a page too."""
    page = read(html(record(begun())))
    assert "The box is empty." in page.text
    assert "You were never asked." in page.text
