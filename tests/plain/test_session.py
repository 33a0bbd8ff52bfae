"""A typed line goes in, and what comes of it is said in words."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mini import begun, mini_program
from octgame.plain.render import MOST_WIDTH, open_offers
from octgame.plain.session import Session
from octgame.saves.shelf import Saves


def said(session: Session, *typed: str) -> str:
    """What the last of these lines is answered."""
    answers = [session.answer(line) for line in typed]
    return "\n".join(answers[-1])


def script(seed: int, lines: int) -> list[str]:
    """Lines that somebody might type, mostly choices."""
    dice = random.Random(seed)
    words = ["box", "undo", "redo", "again", "views", "where", "record", "help", "xyz"]
    return [
        str(dice.randint(1, 4)) if dice.random() < 0.8 else dice.choice(words)
        for _ in range(lines)
    ]


@given(seed=st.integers(0, 10_000))
def test_a_scripted_play_shows_the_pages_of_the_engine(seed: int) -> None:
    """The same numbers lead through the same pages, word for word in the text."""
    saves = Saves(Path("/nonexistent"), mini_program())
    session, engine = Session(begun(), saves, 80), begun()
    for line in script(seed, 30):
        offers = open_offers(engine.page)
        lines = session.answer(line)
        if line.isdigit() and int(line) <= len(offers):
            offer = offers[int(line) - 1]
            if offer.writes:
                assert offer.writes in "\n".join(lines)
                lines = session.answer("A sentence.")
                engine.write("A sentence.")
            engine.take(offer.id)
        elif line in ("undo", "redo"):
            getattr(engine, line)()
        assert session.play.page == engine.page
        text = " ".join(" ".join(lines).split())
        if line.isdigit() and int(line) <= len(offers):
            for block in (*engine.page.before, *engine.page.blocks):
                assert " ".join(block.plain.split()) in text
            for choice in engine.page.offers:
                assert choice.plain in text
                assert choice.reason in text
    assert session.play.text == engine.text


@settings(max_examples=30)
@given(seed=st.integers(0, 10_000), width=st.integers(20, 200))
def test_no_line_is_longer_than_the_terminal_or_holds_a_control(
    seed: int, width: int
) -> None:
    """Nothing but words, at any width."""
    session = Session(begun(), Saves(Path("/nonexistent"), mini_program()), width)
    lines = session.opening(["A notice."], resumed=False)
    for line in script(seed, 25):
        lines += session.answer(line)
    assert all(len(line) <= min(width, MOST_WIDTH) for line in lines)
    assert all(line.isprintable() for line in lines)


def test_every_ending_of_the_small_story_is_reached_by_numbers(
    session: Session,
) -> None:
    """First choices only, to the end; then nothing is left to choose."""
    for _ in range(60):
        if session.play.page.ended:
            break
        last = said(session, "1")
        if not session.play.page.offers:
            break
        if "An empty line" in last:
            said(session, "The bridge was opened.")
    assert session.play.page.ended
    assert "There is nothing to choose any more" in said(session, "1")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("0", "numbers 1 to 5"),
        ("6", "numbers 1 to 5"),
        ("9" * 900, "numbers 1 to 5"),
        ("٣", "I do not know"),
        ("boxx", "Did you mean box?"),
        ("dance", "Type a number to choose, or help."),
        ("open", "Type it like this: open CARD."),
        ("open the moon", "There is no card the moon here."),
        ("open .", "There is no card"),
        ("open fotograph", "There is no card fotograph here."),
        ("codex brigde", "Did you mean The bridge?"),
        ("view anything", "No question has been opened yet."),
        ("out photo", "No card can be put out now."),
        ("step back", "There is nothing to step back from here."),
        ("undo", "There is nothing to take back."),
        ("redo", "There is nothing to take again."),
        ("play 7", "There is no journal 007.journal."),
        ("play x", "There is no play"),
        ("\x1b[2J", "I do not know"),
        ("record", "You left no trace"),
        ("box", "The box is empty."),
        ("plays", "No play is kept yet"),
        ("help", "open CARD: Read a card"),
        ("codex", "- The bridge"),
        ("views", "Historians come later."),
        ("where", "Orlovo. today"),
    ],
)
def test_every_line_is_answered_with_a_way_on(
    session: Session, typed: str, answer: str
) -> None:
    """Wrong or right, a sentence says what can be done."""
    text = said(session, typed)
    assert answer in " ".join(text.split())
    assert "\x1b" not in text
    assert not session.over


def test_an_empty_line_says_the_page_again(session: Session) -> None:
    """Nothing is taken."""
    assert said(session, "") == said(session, "again")
    assert session.play.steps == []


def test_help_says_every_word_and_whose_story_it_is(session: Session) -> None:
    """The story's credits are a part of playing it."""
    told = " ".join(said(session, "help").split())
    assert "A number takes the choice" in told
    assert mini_program().core.title in told
    assert mini_program().core.credits[0].plain in told


def test_undo_and_redo_go_back_and_forth(session: Session) -> None:
    """As often as one likes."""
    said(session, "4", "1")
    assert "Taken back." in said(session, "undo")
    assert "The Reading Room" in said(session, "undo")
    assert "Taken again." in said(session, "redo")
    assert session.play.page.scene == "gatehouse"


def test_stepping_back_is_a_word_too(session: Session) -> None:
    """At the content note, and later in the scene."""
    assert "The summary" in said(session, "4", "step back")
    assert session.play.state.stepped


def with_cards(session: Session) -> Session:
    """A session with two cards in the box."""
    for typed in ("4", "1", "1", "1", "1", "2", "2", "2", "2"):
        session.answer(typed)
    assert len(session.play.page.box) == 2
    return session


def test_cards_are_opened_and_put_out_by_a_part_of_their_title(
    session: Session,
) -> None:
    """The look is noted once in a scene; the card leaves the box."""
    with_cards(session)
    first, second = session.play.page.box
    titles = [mini_program().cards[card].title for card in (first, second)]
    assert titles[0] in said(session, "box")
    assert "Reached us" in said(session, f"open {titles[0].split()[-1]}")
    said(session, f"open {first}")
    looks = [what for _, what in session.play.notes if what == f"card:{first}"]
    assert len(looks) == 1
    assert "There is no card in your box" in said(session, "out the moon")
    said(session, f"out {titles[0]}")
    assert session.play.page.box == (second,)


def test_a_name_that_may_be_several_things_is_asked_back(session: Session) -> None:
    """And all of them are named."""
    answer = said(session, "open receipt")
    assert "That may be several things" in answer
    assert ";" in answer


def test_a_question_and_its_schools_are_read(session: Session) -> None:
    """Opened questions only; a view is noted."""
    at_reader = ("4", "1", "1", "1", *"22222", "3", *"22")
    for typed in at_reader:
        session.answer(typed)
    while not session.play.state.opened:
        session.answer("1")
    assert "Was the bridge seized?" in said(session, "views")
    assert "The schools:" in said(session, "view bridge")
    text = " ".join(said(session, "view bridge, ledger").split())
    assert "composed for octgame in the manner of a regional monograph" in text
    assert "Hardest card" in text
    assert said(session, "view bridge ledger").split() == text.split()
    assert any(what.startswith("view:") for _, what in session.play.notes)
    assert "There is no school romans" in said(session, "view bridge, romans")
    assert "There is no question romans" in said(session, "view romans")


def test_a_source_says_how_it_was_checked(session: Session) -> None:
    """In the codex, among people and places."""
    assert "Checked: " in said(session, "codex gazetteer")
    assert "Toll. Term." in said(session, "codex toll")


def test_a_sentence_is_asked_for_and_an_empty_one_goes_back(saves: Saves) -> None:
    """It is kept as a note; the choice is taken after it."""
    session = Session(saves.new(chapter="after"), saves, 80)
    numbers = [offer.id for offer in open_offers(session.play.page)]
    number = str(numbers.index("write_line") + 1)
    assert "One sentence for the plaque" in said(session, number)
    said(session, "  ")
    assert session.play.steps == []
    said(session, number, "3 men opened it.")
    assert session.play.notes[-1][1].startswith("say:3%20men")
    assert session.play.steps[-1].move == "write_line"


def test_another_play_is_begun_and_the_first_gone_on_with(
    session: Session, saves: Saves
) -> None:
    """Both are kept."""
    said(session, "4")
    assert "The Reading Room" in said(session, "new")
    said(session, "5")
    listing = said(session, "plays")
    assert (
        "001: The toll keeper: The Gatehouse, Scene 2 of about 4, 1 choice" in listing
    )
    assert "(this one)" in listing
    assert "Previously" in said(session, "play 1")
    assert saves.current == "001"


def test_a_journal_is_saved_into_a_new_file_only(
    session: Session, tmp_path: Path
) -> None:
    """The second time is refused."""
    target = tmp_path / "mine.journal"
    said(session, "4")
    assert "Saved." in said(session, f"save {target}")
    assert target.read_text().splitlines() == session.play.text
    assert "The file mine.journal is there already." in said(session, f"save {target}")


def test_a_problem_of_the_disk_is_said_once_and_its_end_too(
    session: Session, saves: Saves
) -> None:
    """The play goes on meanwhile."""
    saves.folder.parent.mkdir()
    saves.folder.write_text("in the way")
    assert "Your play is not saved" in said(session, "4")
    assert "not saved" not in said(session, "1")
    assert "could not be saved" in session.farewell
    saves.folder.unlink()
    assert "Everything is saved again." in said(session, "1")


def test_quitting_leaves(session: Session) -> None:
    """With a last sentence."""
    assert "Every choice is kept." in said(session, "q")
    assert session.over


def test_a_play_is_played_again_from_one_of_its_scenes(session: Session) -> None:
    """The scenes have numbers; the play before is kept as it was."""
    for number in ("1", "1", "1", "1", "1"):
        session.answer(number)
    before = session.play
    there = said(session, "way")
    assert "2. The Gatehouse" in there
    assert "kept as it was" in said(session, "from 2")
    assert session.play is not before
    assert session.play.page.title == "The Gatehouse"
    assert "Type from and a number" in said(session, "from nowhere")


def test_the_plays_say_how_much_of_the_story_they_met(session: Session) -> None:
    """In numbers, and only when there is a play."""
    assert "Witnesses heard" not in said(session, "plays")
    session.answer("1")
    assert "Witnesses heard: 0 of 2" in said(session, "plays")


def test_a_page_says_how_far_it_is_once_that_is_known(session: Session) -> None:
    """Beside the place and the hour; before a role is taken nobody knows."""
    assert "of about" not in said(session, "again")
    assert "21:00. Scene 2 of about 4" in said(session, "4").replace("\n", " ")


def test_an_act_is_announced_when_it_begins_and_not_when_one_looks_again(
    session: Session,
) -> None:
    """Its title stands above its first scene."""
    assert said(session, "4").startswith("\nThe Night\n\nThe Gatehouse")
    assert "The Night" not in said(session, "again")


def test_a_role_is_told_of_before_it_is_taken(session: Session) -> None:
    """In the author's line, behind the choice."""
    words = "4. Read on as the keeper of the toll. You keep the gate and the cash box."
    assert words in said(session, "again").replace("\n", " ")


def test_the_places_are_listed_with_the_way_to_each(session: Session) -> None:
    """What the map shows, in words."""
    assert said(session, "4", "places").split("\n") == [
        *("", "- The bridge, you are here", "- Orlovo, 0.7 km south, you were here")
    ]
