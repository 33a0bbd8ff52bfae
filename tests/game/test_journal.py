"""A journal as text: it says what was done, and notices every damage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mini import begun, wander
from octgame.errors import JournalError
from octgame.game import journal
from octgame.game.journal import Header, Journal, Line
from octgame.game.program import RULES
from octgame.story.safe import unsafe_at

IDS = st.from_regex(r"[a-z][a-z0-9_]{0,47}", fullmatch=True)
DIGESTS = st.from_regex(r"[0-9a-f]{16}", fullmatch=True)
CHOICES = st.one_of(
    IDS,
    st.builds("{}:{}".format, IDS, IDS),
    st.text(max_size=500).map(journal.sentence_note),
)
KINDS = st.sampled_from(("move", "undo", "redo", "note"))
HEADERS = st.builds(
    Header,
    story=IDS,
    content=DIGESTS,
    rules=st.just(RULES),
    role=st.one_of(st.just(""), IDS),
    chapter=st.one_of(st.just(""), IDS),
    box=st.lists(IDS, max_size=9).map(tuple),
)
LINES = st.lists(st.builds(Line, KINDS, IDS, CHOICES, DIGESTS), max_size=12)


def written(header: Header, lines: list[Line]) -> str:
    """The text of a journal."""
    first, check = journal.head(header)
    rows = [first]
    for line in lines:
        row, check = journal.write(len(rows), line, check)
        rows.append(row)
    return "".join(f"{row}\n" for row in rows)


@given(header=HEADERS, lines=LINES)
def test_what_is_written_is_read_again(header: Header, lines: list[Line]) -> None:
    """Header and lines, whatever they hold; all of the text is sound."""
    text = written(header, lines)
    read = journal.read(text)
    assert (read.header, list(read.lines), read.damage) == (header, lines, "")
    assert read.good == len(text) - 1
    assert text.isascii()


@given(sentence=st.text(max_size=600))
def test_a_sentence_is_one_word_of_the_journal_and_safe_again(sentence: str) -> None:
    """No blank, no line break, no control leaves; nothing unsafe comes back."""
    note = journal.sentence_note(sentence)
    assert note.isascii()
    assert note.isprintable()
    assert " " not in note
    back = journal.sentence_of(note)
    assert unsafe_at(back) is None
    assert len(back) <= 400


@pytest.mark.parametrize(
    "hostile",
    [
        "1 move p00 x 0000000000000000 0000000000000000",
        "line\none",
        "100 % sure; %0A %zz",
        "[red]markup[/] \x1b[31m",
        "\u202eevil\u200b",
        "💥 Пётр",
    ],
)
def test_a_hostile_sentence_stays_a_sentence(hostile: str) -> None:
    """It makes no line of its own and ends no play."""
    play = begun()
    play.write(hostile)
    read = journal.read("\n".join(play.text))
    assert not read.damage
    assert len(read.lines) == 1
    assert unsafe_at(journal.sentence_of(read.lines[0].choice)) is None


def test_a_sentence_that_is_in_no_need_of_change_comes_back_as_it_was() -> None:
    """Percent signs, quotation marks and Cyrillic included."""
    sentence = "50 % “взяли”, 50 % opened."
    assert journal.sentence_of(journal.sentence_note(sentence)) == sentence


def test_another_note_is_no_sentence() -> None:
    """A look is not shown as something the player wrote."""
    assert journal.sentence_of("card:pay_list") == ""


def test_broken_percent_signs_in_a_forged_note_are_survived() -> None:
    """A note is data from a file: bytes that are no UTF-8 are replaced."""
    assert unsafe_at(journal.sentence_of("say:%ff%0a%1b[2J")) is None


HEAD = journal.head(Header("mini", "0" * 16))[0]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "not a journal"),
        ("Dear diary", "not a journal"),
        (HEAD[:-3], "not a journal"),
        ("octgame-journal " + "9" * 5000 + " a b 1 - - - " + "0" * 16, "not a journal"),
        (HEAD.replace("journal 1", "journal 2"), "later octgame"),
        (HEAD.replace("mini", "maxi"), "damaged"),
        (
            journal.head(Header("mini", "0" * 16, rules=RULES + 1))[0],
            "rules of a later",
        ),
        (journal._sealed("", HEAD[:-17].replace(" 1 - -", " ² - -"))[0], "not a"),
        (journal._sealed("", HEAD[:-17].replace(" 1 - -", " x - -"))[0], "rules"),
    ],
)
def test_a_header_that_is_not_ours_is_refused(text: str, message: str) -> None:
    """Foreign, later or damaged: one sentence each, and nothing is read."""
    with pytest.raises(JournalError, match=message):
        journal.read(text)


def test_a_line_number_of_thousands_of_digits_is_damage_and_no_crash() -> None:
    """A forged line cannot make reading fail."""
    read = journal.read(f"{HEAD}\n{'1' * 5000} move a b {'0' * 16} {'0' * 16}\n")
    assert read.damage == "line 2 is damaged"


def _played() -> str:
    play = begun()
    wander(play, 6)
    play.undo()
    play.write("A gate.")
    return "".join(f"{line}\n" for line in play.text)


WHOLE = _played()
ROWS = WHOLE.splitlines(keepends=True)
SOUND = journal.read(WHOLE)
BODY = range(len(ROWS[0]), len(WHOLE))


def _noticed(text: str, before: int) -> None:
    """Damage is noticed, and exactly the lines before it are read."""
    read = journal.read(text)
    assert read.damage == f"line {before + 2} is damaged"
    assert read.lines == SOUND.lines[:before]
    assert read.good == sum(map(len, ROWS[: before + 1])) - 1


def _row_of(at: int) -> int:
    """How many lines after the header are whole before a character."""
    return WHOLE[:at].count("\n") - 1


@pytest.mark.parametrize("change", ["x", "0", "\0", " ", "\n"])
def test_every_changed_character_is_noticed(change: str) -> None:
    """Each character of each line, exchanged for a letter, a digit, zero, a break."""
    for at in BODY:
        if WHOLE[at] == change or (at == len(WHOLE) - 1 and change == "\n"):
            continue
        _noticed(WHOLE[:at] + change + WHOLE[at + 1 :], _row_of(at))


def test_every_flipped_bit_is_noticed() -> None:
    """Seven bits of every character."""
    for at in BODY:
        for bit in range(7):
            flipped = chr(ord(WHOLE[at]) ^ 1 << bit)
            _noticed(WHOLE[:at] + flipped + WHOLE[at + 1 :], _row_of(at))


def test_two_lines_that_changed_places_are_noticed() -> None:
    """Any two, near or far."""
    for first in range(1, len(ROWS)):
        for second in range(first + 1, len(ROWS)):
            rows = list(ROWS)
            rows[first], rows[second] = rows[second], rows[first]
            _noticed("".join(rows), first - 1)


def test_a_line_taken_out_of_the_middle_is_noticed() -> None:
    """Only the last line can go without a trace: that is a shorter play."""
    for gone in range(1, len(ROWS) - 1):
        _noticed("".join(ROWS[:gone] + ROWS[gone + 1 :]), gone - 1)


def test_a_line_that_stands_twice_is_noticed() -> None:
    """A copied line is no second move."""
    for twice in range(1, len(ROWS)):
        _noticed("".join(ROWS[: twice + 1] + ROWS[twice:]), twice)


def test_a_cut_at_a_lines_end_is_a_shorter_play() -> None:
    """With its line break or without: sound, and nothing else is claimed."""
    for length in range(1, len(ROWS) + 1):
        text = "".join(ROWS[:length])
        for cut in (text, text.removesuffix("\n")):
            read = journal.read(cut)
            assert not read.damage
            assert read.lines == SOUND.lines[: length - 1]


def test_a_cut_inside_a_line_is_noticed() -> None:
    """Wherever the power went."""
    for at in BODY:
        if WHOLE[at] != "\n" and WHOLE[at - 1] != "\n":
            _noticed(WHOLE[:at], _row_of(at))


def test_a_sound_journal_says_on_which_check_to_go_on() -> None:
    """The next line is chained on the last sound one."""
    read: Journal = journal.read(WHOLE)
    line = Line("move", "gatehouse", "refuse", "0" * 16)
    row, _ = journal.write(len(read.lines) + 1, line, read.check)
    assert journal.read(WHOLE + row).lines[-1] == line
