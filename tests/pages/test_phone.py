"""The phone's page: small, whole in itself, and whatever a story says stays text."""

import re
from html.parser import HTMLParser
from importlib.resources import files

from hypothesis import given
from hypothesis import strategies as st

from octgame.pages import phone
from octgame.pages.phone import Answer, Seat, door_page, seat_page, security_policy

ANSWERS = tuple(Answer(f"answer_{n}", "w" * 120) for n in range(9))
LONGEST = Seat("open", 10**9, "believe", "w" * 300, ANSWERS, "answer_3", "f" * 32)
PAGES = (
    door_page(""),
    door_page("K7M4PQ"),
    door_page("", "That is not the code."),
    seat_page(LONGEST),
    seat_page(Seat("wait", 0, "", "", (), "", "")),
)


class Tags(HTMLParser):
    """What a page is made of."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag, its attributes' names, and what its values would run."""
        self.tags.append(f"{tag} {' '.join(name for name, _ in attrs)}")

    def handle_data(self, data: str) -> None:
        """Note the text."""
        self.text += data


def test_a_page_is_smaller_than_twenty_kilobytes() -> None:
    """Also with nine long answers."""
    assert all(len(page.encode()) < 20_000 for page in PAGES)


def test_a_page_asks_nothing_of_another_host() -> None:
    """No address of another place, nothing that is loaded, no picture, no font."""
    for page in PAGES:
        assert not re.search(r"https?:|//[a-z]|url\(|@import|src=", page)
        assert "<link" not in page


def test_the_policy_lets_the_pages_own_style_and_script_in_by_hash() -> None:
    """And nothing else: no script of a story, no style in a tag."""
    policy = security_policy()
    assert len(re.findall(r"'sha256-[A-Za-z0-9+/]{43}='", policy)) == 2
    for page in PAGES:
        assert page.count("<script") == page.count("<style") == 1
        assert not re.search(r" (style|on\w+)=", page)


def test_the_script_says_the_same_words_as_the_page() -> None:
    """Whoever has no script reads what the others read."""
    script = files(phone).joinpath("phone.js").read_text("utf-8")
    for words in (phone.WAITING, phone.CHOOSE, phone.CLOSED, phone.OVER, phone.COUNTED):
        assert f"'{words}'" in script
    for kind, word in phone.KINDS.items():
        assert re.search(rf"\b{kind}'?: '{word}'", script)


def test_the_script_is_one_that_old_phones_read() -> None:
    """No word of the language that is younger than those phones."""
    script = files(phone).joinpath("phone.js").read_text("utf-8")
    assert not re.search(r"=>|\b(let|const|async|await|fetch|Promise)\b|`", script)


@given(st.text(), st.text(), st.text())
def test_whatever_a_story_says_stays_text(ask: str, key: str, text: str) -> None:
    """The page has the same tags and attributes for any words."""
    plain = Tags(seat_page(LONGEST._replace(ask="A", answers=(Answer("k", "t"),))))
    page = Tags(seat_page(LONGEST._replace(ask=ask, answers=(Answer(key, text),))))
    assert page.tags == plain.tags


def test_a_pressed_answer_is_said_and_a_closed_one_cannot_be_pressed() -> None:
    """To those who do not see it too."""
    assert '"answer_3" aria-pressed="true">' in seat_page(LONGEST)
    closed = seat_page(LONGEST._replace(state="closed"))
    assert closed.count("disabled>") == len(ANSWERS)
    assert phone.CLOSED in closed


def _contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        r, g, b = (
            c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
            for c in channels
        )
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


def test_every_text_stands_out_seven_to_one() -> None:
    """Light and dark: text on paper, on buttons, on pressed ones, on the kinds."""
    css = (
        files(phone).joinpath("phone.css").read_text("utf-8").replace("#fff", "#ffffff")
    )
    css = css.replace("#333;", "#333333;")
    pairs = [("#1b1714", "#f6f0e2"), ("#1b1714", "#ffffff"), ("#f6f0e2", "#14110f")]
    pairs.append(("#f6f0e2", "#262120"))
    pairs += [("#ffffff", kind) for kind in ("#7d1512", "#123f73", "#333333")]
    used = set(re.findall(r"#[0-9a-f]{6}", css))
    focus = {"#b3201b", "#ff9a8f"}
    assert used == {colour for pair in pairs for colour in pair} | focus
    assert all(_contrast(*pair) >= 7 for pair in pairs)
    assert _contrast("#b3201b", "#f6f0e2") >= 3
    assert _contrast("#ff9a8f", "#14110f") >= 3
