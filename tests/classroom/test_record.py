"""What a class leaves behind names nobody and harms no spreadsheet."""

import csv
import datetime as dt
import io
from pathlib import Path

import pytest

from classroom.bridge import at_vote, begun, voted
from octgame.classroom import folder
from octgame.classroom.ballot import Motion, Option, Tally
from octgame.classroom.lesson import Class, Result
from octgame.classroom.log import ClassLog, reread
from octgame.classroom.moves import advance, words
from octgame.classroom.record import record, votes_csv
from octgame.errors import SaveError
from octgame.pages.markdown import markdown


def taught() -> Class:
    """A class that has voted twice on its question, and once on a key."""
    group = voted(at_vote(begun(), "photograph"), 12, 7, 4)
    group = voted(at_vote(group, "gate"), 11, 12)
    group = advance(group, words("reason", "One should ask for it in writing"))
    group = voted(at_vote(group, "again"), 3, 11, 9)
    return advance(group, words("sentence", "It was opened | to *them*."))


def table(group: Class) -> list[list[str]]:
    """The votes as a spreadsheet reads them."""
    return list(csv.reader(io.StringIO(votes_csv(group))))


def test_the_record_has_question_votes_beliefs_box_and_sentence() -> None:
    """On one page, in Markdown that takes the class's words literally."""
    page = markdown(record(taught()))
    assert page.startswith("# Was the bridge seized?\n")
    assert "planned for 10 minutes" in page
    assert "- It was opened \\| to \\*them\\*." in page
    assert "- **It was opened to them.**\n    - 7 before\n    - 11 after" in page
    assert "    - 12: Say that you must see it in writing." in page
    assert "A reason of the minority: One should ask for it in writing" in page
    assert "Photograph, “The seizure”" not in page


def test_the_minority_of_the_second_vote_is_heard_beside_it() -> None:
    """The reason stands in "Before and after", once, and not below how sure."""
    group = voted(at_vote(begun(), "photograph"), 12, 7, 4)
    group = voted(at_vote(group, "again"), 3, 11, 9)
    group = advance(group, words("reason", "The door was open"))
    group = voted(advance(group, "next"), 1, 9, 4, 0)
    page = markdown(record(group))
    said = "A reason of the minority: The door was open"
    assert page.count(said) == 1
    assert page.index("## Before and after") < page.index(said)
    assert page.index(said) < page.index("## What was decided")


def test_a_tie_is_called_one_in_the_record() -> None:
    """Beside the option that only its place in the list let win."""
    group = voted(at_vote(begun(), "gate"), 9, 9)
    page = markdown(record(group))
    assert "9: Hand over the key. (a tie; the class went with this)" in page
    assert page.count("a tie") == 1


def test_the_record_has_the_day_that_its_folder_is_named_by(tmp_path: Path) -> None:
    """A folder of another name has none, and the record says nothing of it."""
    day = folder.held(tmp_path / "class-2025-11-07-palace-2")
    assert day == "7 November 2025"
    opening = "The record of a class on 7 November 2025, planned for"
    assert opening in markdown(record(begun(), day))
    assert opening in folder.papers(begun(), day)["class-record.html"]
    for other in ("for_thursday", "class-2025-13-07-palace"):
        assert folder.held(tmp_path / other) == ""


def test_how_sure_a_class_was_is_counted_once_a_row() -> None:
    """A count is not followed by another number."""
    group = voted(at_vote(begun(), "again"), 3, 11, 9)
    page = markdown(record(voted(advance(group, "next"), 1, 9, 4, 0)))
    assert "1: A guess" in page
    assert "1: 1" not in page


def test_the_record_of_an_hour_that_broke_off_is_a_record_too() -> None:
    """With what there is."""
    page = markdown(record(begun()))
    assert "None yet." in page
    assert "Not asked twice." in page


def test_the_votes_are_totals_by_option() -> None:
    """A row is an option; no row is a person."""
    rows = table(taught())
    assert rows[0] == ["step", "kind", "question", "option", "text", "votes"]
    assert ["gate", "do", rows[4][2], "hand_over", "Hand over the key.", "11"] in rows
    assert len(rows) == 1 + 3 + 2 + 3


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "'"])
def test_no_cell_is_a_formula(start: str) -> None:
    """What a lesson's author wrote is text in a spreadsheet."""
    options = (Option("a", f'{start}HYPERLINK("http://x")'), Option("b", "No"))
    tally = Tally(Motion("s", "print", f"{start}1", options), (1, 0))
    group = begun()._replace(results=(Result("s", tally),))
    for row in table(group)[1:]:
        for cell in row:
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_the_papers_are_written_again_from_the_journal(tmp_path: Path) -> None:
    """The same to the byte, as often as they are asked for."""
    group = begun()
    log = ClassLog.begin(tmp_path, group)
    for move in ("next", "open", "close:12,7,4", words("sentence", "We do not know.")):
        after = advance(group, move)
        log.keep(group, move, 5, after)
        group = after
    log.close()
    written = folder.write(tmp_path, folder.papers(group))
    assert written == [
        *("class-record.html", "class-record.md", "evidence-pack.html"),
        *("take-home.html", "ticket-tally.html", "votes.csv"),
    ]
    before = {name: (tmp_path / name).read_bytes() for name in written}
    again = reread(tmp_path, group.program).group
    folder.write(tmp_path, folder.papers(again))
    assert {name: (tmp_path / name).read_bytes() for name in written} == before
    assert before["votes.csv"].startswith("\ufeffstep,".encode())
    assert b"We do not know." in before["class-record.html"]


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """In a sentence with the folder's name."""
    (tmp_path / "class").write_text("a file")
    with pytest.raises(SaveError, match="class cannot be written"):
        folder.write(tmp_path / "class", {"votes.csv": ""})


def test_a_class_folder_is_named_by_day_and_lesson() -> None:
    """So that they sort, and nobody's name is in it."""
    name = folder.folder_name("palace", dt.date(2025, 11, 7))
    assert name == "class-2025-11-07-palace"
