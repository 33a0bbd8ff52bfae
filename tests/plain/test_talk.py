"""The plain game over two streams, whatever they are."""

import io
from functools import partial

import pytest

from mini import MINI, mini_program
from octgame.loading.places import story_folder
from octgame.plain.letters import fit, is_plain_terminal, letters_only
from octgame.plain.talk import talk
from octgame.saves.shelf import Saves

ENCODINGS = ["ascii", "latin-1", "cp1251", "koi8-r", "cp866"]


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """It is."""
        return True


class Interrupted(io.StringIO):
    """A keyboard on which Ctrl-C is pressed."""

    def readline(self, _size: int | None = -1) -> str:  # type: ignore[override]
        """Nothing is typed."""
        raise KeyboardInterrupt


class Shut(io.StringIO):
    """A pipe whose reader has gone."""

    def write(self, _text: str) -> int:
        """Nobody reads it."""
        raise BrokenPipeError


def played(saves: Saves, typed: str) -> str:
    """Everything the game says to these lines."""
    shown = io.StringIO()
    assert talk(saves.new(), saves, io.StringIO(typed), shown, width=80) == 0
    return shown.getvalue()


def test_the_end_of_the_input_leaves_with_the_play_kept(saves: Saves) -> None:
    """As `octgame < answers.txt` does."""
    text = played(saves, "4\n1\n")
    assert text.endswith("Good-bye. Every choice is kept.\n")
    assert saves.slots()[0].moves == 2


def test_a_log_shows_what_was_typed_and_a_terminal_needs_no_echo(saves: Saves) -> None:
    """Each line once."""
    assert "\n> 4\n" in played(saves, "4\nquit\n")
    shown = io.StringIO()
    talk(saves.new(), saves, Terminal("4\nquit\n"), shown, width=80)
    assert "\n> \nThe Night\n\nThe Gatehouse" in shown.getvalue()


def test_quitting_ends_the_talk(saves: Saves) -> None:
    """What is typed after it is not read."""
    assert "There is nothing" not in played(saves, "quit\nundo\n")


def test_an_interruption_leaves_with_130_after_a_line(saves: Saves) -> None:
    """The shell's prompt begins on its own line."""
    shown = io.StringIO()
    assert talk(saves.new(), saves, Interrupted(), shown, width=80) == 130
    assert shown.getvalue().endswith("> \n")


def test_a_reader_that_has_gone_is_the_callers_business(saves: Saves) -> None:
    """The open play is let go of all the same."""
    with pytest.raises(BrokenPipeError):
        talk(saves.new(), saves, io.StringIO(), Shut(), width=80)


def test_notices_stand_before_the_first_page(saves: Saves) -> None:
    """What became of the play is said first."""
    shown = io.StringIO()
    talk(saves.new(), saves, io.StringIO(), shown, width=80, notices=["Mended."])
    assert "\nMended.\n\nThe Photograph\n\nThe Reading Room" in shown.getvalue()


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_terminal_of_any_encoding_shows_all_of_it(
    saves: Saves, encoding: str
) -> None:
    """Quotation marks and dashes turn plain; no letter becomes a question mark."""
    raw = io.BytesIO()
    shown = io.TextIOWrapper(raw, encoding=encoding)
    typed = "open photo\n" + "1\n" * 60 + "record\nviews\nview bridge\nhelp\n"
    talk(saves.new(), saves, io.StringIO(typed), shown, width=80)
    text = raw.getvalue().decode(encoding)
    story = "".join(path.read_text() for path in MINI.iterdir())
    asked = {word for word in text.split() if "?" in word.rstrip("?\"')")}
    assert not asked - set(story.split())
    assert mini_program().core.title in text


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_no_sign_of_the_shipped_story_is_lost(encoding: str) -> None:
    """Every sign in its files has itself or a stand-in."""
    signs = {
        sign for file in story_folder().rglob("*.yaml") for sign in file.read_text()
    }
    assert not [sign for sign in signs - {"?"} if fit(sign, encoding) == "?"]


@pytest.mark.parametrize(
    ("text", "encoding", "fitted"),
    [
        ("«Аврора» — №\u00a01…", "cp1251", "«Аврора» — №\u00a01…"),
        ("«Аврора» — № 1…", "koi8-r", '"Аврора" - No. 1...'),
        ("«Аврора» — № 1…", "cp866", '"Аврора" - № 1...'),
        ("«Аврора» — № 1…", "latin-1", "«Avrora» - No. 1..."),
        ("“Щорс” — café", "ascii", '"Shchors" - cafe'),
        ("e\u0301", "ascii", "e"),
        ("漢", "ascii", "?"),
    ],
)
def test_signs_that_are_missing_have_stand_ins(
    text: str, encoding: str, fitted: str
) -> None:
    """As near as the encoding lets them."""
    assert fit(text, encoding) == fitted


def test_ascii_turns_signs_plain_and_keeps_letters(saves: Saves) -> None:
    """Every line of a play to its end, whatever the stream could show."""
    shown = io.StringIO()
    typed = "open photo\n" + "1\n" * 60 + "record\nviews\nview bridge\nplaces\nhelp\n"
    spell = partial(letters_only, encoding="utf-8")
    talk(saves.new(), saves, io.StringIO(typed), shown, width=80, spell=spell)
    assert shown.getvalue().isascii()
    assert letters_only("«Аврора» — № 1…", "utf-8") == '"Аврора" - No. 1...'
    assert letters_only("«Аврора»", "latin-1") == '"Avrora"'


@pytest.mark.parametrize(
    ("encoding", "env", "plain"),
    [
        ("utf-8", {"LANG": "en_GB.UTF-8"}, False),
        ("utf-8", {"LC_ALL": "C.utf8"}, False),
        ("utf-8", {}, False),
        ("utf-8", {"LANG": "ru_RU"}, False),
        ("ascii", {"LANG": "en_GB.UTF-8"}, True),
        ("iso8859-1", {}, True),
        ("utf-8", {"LC_ALL": "C", "LANG": "en_GB.UTF-8"}, True),
        ("utf-8", {"LANG": "C", "LC_CTYPE": "C.UTF-8"}, True),
        ("utf-8", {"LANG": "ru_RU.KOI8-R"}, True),
        ("utf-8", {"LANG": "de_DE.ISO-8859-15@euro"}, True),
        ("no-such-codec", {}, True),
    ],
)
def test_a_terminal_is_plain_where_its_locale_is_not_utf_8(
    encoding: str, env: dict[str, str], plain: bool
) -> None:
    """Python speaks UTF-8 in the C locale too; the terminal may not."""
    assert is_plain_terminal(encoding, env) is plain
