"""A lesson's plan, and paragraphs that a class can read from the back row."""

from hypothesis import given
from hypothesis import strategies as st

from octgame.story.lessons import SCREEN_WORDS, Lesson, Step, Vote, split
from octgame.story.prose import Paragraph, Span, parse

WORDS = st.lists(
    st.sampled_from(["door", "door.", "*door*", "**a door.**"]), min_size=1
)


def test_a_step_takes_reading_votes_and_talk() -> None:
    """150 words a minute, half a minute a ballot, and the talk of its length."""
    vote = Vote("How?", believe="was_it")
    step = Step("one", "One", vote=vote, minutes={35: 60, 0: 120})
    assert step.planned(150, 35) == 60 + 2 * 30 + 60
    assert step.planned(75, 45) == 30 + 2 * 30 + 120


def test_a_step_without_a_vote_takes_reading_and_talk() -> None:
    """And none at all is nothing."""
    assert Step("one", "One").planned(0, 45) == 0


def test_a_lesson_leaves_out_what_is_cut_in_its_length() -> None:
    """And only there."""
    steps = (Step("one", "One"), Step("two", "Two", cut=(35,)))
    lesson = Lesson("a", "A", "A.", "was_it", (45, 35), (), steps)
    assert [step.id for step in lesson.path(45)] == ["one", "two"]
    assert [step.id for step in lesson.path(35)] == ["one"]


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    """Not within one, though a style goes on."""
    [paragraph] = parse("He sat *here. She sat* there. " * 9)
    parts = split(paragraph, 12)
    assert {part.plain for part in parts} == {
        "He sat here. She sat there. He sat here. She sat there.",
        "He sat here. She sat there.",
    }
    assert {span.style for part in parts for span in part.spans} == {"", "em"}


def test_a_sentence_that_is_too_long_stays_whole() -> None:
    """There is no good place to cut it."""
    paragraph = Paragraph((Span("word " * 60),))
    assert split(paragraph) == (Paragraph((Span(("word " * 60).strip()),)),)


@given(WORDS)
def test_nothing_is_lost_or_changed_by_cutting(words: list[str]) -> None:
    """The parts joined are the paragraph, and each fits that can."""
    [paragraph] = parse(" ".join(words))
    parts = split(paragraph, 5)
    assert " ".join(part.plain for part in parts).split() == paragraph.plain.split()
    assert all(part.words <= 5 or ". " not in part.plain for part in parts)


def test_a_paragraph_that_fits_is_left_as_it_is() -> None:
    """Up to 45 words."""
    paragraph = Paragraph((Span("word. " * SCREEN_WORDS),))
    assert split(paragraph) == (paragraph,)
