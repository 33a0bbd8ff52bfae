"""A lesson line by line: the same class as on the wall, without a box or a bar."""

from io import StringIO
from pathlib import Path

import pytest

from classroom.october import begun as october
from mini import mini_program
from octgame.classroom.lesson import start
from octgame.classroom.log import ClassLog, reread
from octgame.classroom.sitting import Sitting
from octgame.plain.lesson import HELP, LessonTalk, talk


def told(*lines: str) -> tuple[LessonTalk, str]:
    """The small lesson after some typed lines, and what the last one was answered."""
    lesson = LessonTalk(Sitting(start(mini_program(), "one_bridge"), Path("none")), 78)
    answer = lesson.opening(())
    for line in lines:
        answer = lesson.answer(line)
    return lesson, "\n".join(answer)


def test_hands_close_a_vote_and_numbers_are_told_after_it() -> None:
    """The kind in a word, letters, and before the close no number."""
    lesson, asked = told("jump 2")
    while "Type the hands counted" not in asked:
        asked = "\n".join(lesson.answer(""))
    assert "Do." in asked
    assert "A. Hand over the key." in asked
    answer = "\n".join(lesson.answer("12 7"))
    assert "A. Hand over the key. 12" in answer


def test_a_sealed_vote_is_not_told() -> None:
    """Its numbers come with the second vote."""
    _, answer = told("", "9 4 1")
    assert "stays sealed" in answer
    assert "9" not in answer.replace("9 4 1", "")


def test_an_empty_line_at_a_vote_says_what_is_wanted() -> None:
    """A vote is not passed over by accident."""
    _, answer = told("", "")
    assert "Type the hands counted" in answer


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("steps", "2. The Gate"),
        ("source", "Composed|Town|town|Archive|archive"),
        ("time", "Minute 0 of 10"),
        ("again", "Men with rifles"),
        ("jump 99", "cannot be done here"),
        ("both", "cannot be done here"),
        ("12 7", "cannot be done here|no vote"),
        ("undo", "nothing to undo"),
        ("dance", "I do not know dance. Type help."),
        ("quit", "Good-bye."),
    ],
)
def test_each_word_is_answered_in_a_sentence(typed: str, answer: str) -> None:
    """What cannot be done says so."""
    _, said = told(typed)
    assert any(part in said for part in answer.split("|")), said


@pytest.mark.parametrize(
    "hands", ["12 x 4", "² 3 4", "12", "1 2 3 4", "12 7 99999999999"]
)
def test_hands_that_are_no_numbers_leave_the_vote_unopened(hands: str) -> None:
    """A slip neither counts as something else nor stops the class."""
    lesson, said = told("", hands)
    assert "numbers with blanks between, such as 12 7 4" in said
    _, said = told("", hands, "again")
    assert "The vote is open" not in said
    assert not lesson.over


def test_hands_that_no_room_holds_are_asked_back_once() -> None:
    """The same line again takes them as they are."""
    lesson, answer = told("", "100 7 4")
    assert "100? Type the same again" in answer
    assert "stays sealed" in "\n".join(lesson.answer("100 7 4"))


def test_reading_both_is_confirmed_and_a_tie_is_told() -> None:
    """The line says which way the class goes, and then that both are read."""
    lesson, answer = told("jump 2")
    while "Type the hands counted" not in answer:
        answer = "\n".join(lesson.answer(""))
    assert "A tie: the class goes with A." in "\n".join(lesson.answer("9 9"))
    assert "Both branches are read" in "\n".join(lesson.answer("both"))


def test_help_lists_every_word() -> None:
    """A line each."""
    _, said = told("help")
    assert all(usage in said for usage, _ in HELP)


def test_the_end_writes_the_papers(tmp_path: Path) -> None:
    """And says where they are; the journal holds every move."""
    group = start(mini_program(), "one_bridge")
    lesson = LessonTalk(Sitting(group, tmp_path, ClassLog.begin(tmp_path, group)), 78)
    for line in ("jump 8", "", "sentence Nobody seized it", ""):
        answer = lesson.answer(line)
    assert lesson.over
    assert "votes.csv" in "".join(answer)
    assert reread(tmp_path, mini_program()).group.said[0].text == "Nobody seized it"


@pytest.mark.parametrize("length", [35, 45, 50])
def test_a_whole_lesson_is_told_in_words_alone(length: int) -> None:
    """From the photograph to the ticket; no box, no bar, no escape."""
    sitting = Sitting(october(length), Path("none"))
    lesson = LessonTalk(sitting, 60)
    said = lesson.opening(())
    for _ in range(200):
        if lesson.over:
            break
        motion = sitting.slide.motion
        waits = motion is not None and sitting.slide.voting in ("ready", "open")
        hands = ["9", "4", "1", "8", "1", "7"][: len(motion.options)] if motion else []
        said += lesson.answer(" ".join(hands) if waits else "")
    text = "\n".join(said)
    assert lesson.over
    assert f"Step {len(sitting.group.path)} of" in text
    assert not set(text) & set("█▒░─│┌\x1b")
    assert max(map(len, said)) <= 60


def test_the_end_of_the_input_keeps_the_class() -> None:
    """A pipe that ends is a teacher who leaves."""
    shown = StringIO()
    sitting = Sitting(start(mini_program(), "one_bridge"), Path("none"))
    assert talk(sitting, StringIO("\n"), shown, width=78) == 0
    assert "Good-bye." in shown.getvalue()
