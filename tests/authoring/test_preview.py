"""A story that is played while it is written: read again, landed in, begun anywhere."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mini import MINI
from octgame.authoring.preview.bench import Bench
from octgame.authoring.preview.outlook import Outlook, outlooks
from octgame.authoring.preview.reading import Reader, in_words
from octgame.authoring.preview.rehearsal import STORYS_OWN, TO, Rehearsal, Start
from octgame.errors import ChoiceError, StoryError, UsageError

Edit = Callable[..., None]
KEEPER = ("be_keeper", "_go_on")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small story, to be edited; without its lessons, which name scenes too."""
    ignored = shutil.ignore_patterns("lessons*")
    return Path(shutil.copytree(MINI, tmp_path / "mini", ignore=ignored))


@pytest.fixture
def edit(folder: Path) -> Edit:
    """Saves a file of the story with a piece of it changed."""

    def save(old: str, new: str, file: str = "scenes.yaml") -> None:
        text = (folder / file).read_text("utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new), "utf-8")

    return save


def bench(folder: Path, *moves: str, start: Start = STORYS_OWN) -> Bench:
    """A workbench on which some moves were taken."""
    reader = Reader(folder)
    made = Bench(reader, reader.read(), start)
    for move in moves:
        made.play.take(move)
    return made


def looked(made: Bench) -> bool:
    """Whether there is something to tell after two looks at the files."""
    return made.look() or made.look()


def scene(made: Bench) -> str:
    """The scene that the author stands in."""
    return made.play.page.scene


def look_of(made: Bench, key: str) -> Outlook:
    """What there is to say about a choice of the scene."""
    every = outlooks(made.play.program, made.play.state)
    return next(look for look in every if look.key == key)


def test_nothing_is_told_while_no_file_changes(folder: Path) -> None:
    """However often one looks."""
    made = bench(folder)
    assert not any(made.look() for _ in range(5))


def test_a_saved_change_is_seen_where_the_author_stands(
    folder: Path, edit: Edit
) -> None:
    """The same scene after the same moves, with the new words."""
    made = bench(folder, *KEEPER)
    edit("The lamp smokes.", "The lamp has gone out.")
    assert made.look()
    assert made.is_current
    assert scene(made) == "gatehouse"
    assert "The lamp has gone out." in made.play.page.blocks[0].plain
    assert not made.notices
    assert made.play.undo()


def test_a_story_with_an_error_is_not_played_and_the_old_page_stays(
    folder: Path, edit: Edit
) -> None:
    """The error has its place, what was meant and what to do; moves can be taken."""
    made = bench(folder, *KEEPER)
    edit("to: dark_hours", "to: darc_hours")
    assert looked(made)
    assert not made.is_current
    (error,) = made.reading.errors
    assert in_words(error.at).startswith("scenes.yaml:")
    assert error.suggestion == "dark_hours"
    assert error.hint
    made.play.take("count_men")
    edit("to: darc_hours", "to: dark_hours")
    assert looked(made)
    assert made.is_current
    assert not made.reading.errors
    assert [step.move for step in made.play.steps] == [*KEEPER, "count_men"]


@pytest.mark.parametrize("half", ["", "scenes:\n  reading_room:\n    title: The Rea"])
def test_a_file_caught_half_written_is_no_error(folder: Path, half: str) -> None:
    """Editors empty a file, or write it in pieces: what stays wrong is wrong."""
    made = bench(folder, *KEEPER)
    file = folder / "scenes.yaml"
    whole = file.read_text("utf-8")
    file.write_text(half, "utf-8")
    assert not made.look()
    file.write_text(whole.replace("smokes", "stinks"), "utf-8")
    assert made.look()
    assert not made.reading.errors
    assert "stinks" in made.play.page.blocks[0].plain


def test_an_error_that_stays_is_told_at_the_second_look(
    folder: Path, edit: Edit
) -> None:
    """And once only."""
    made = bench(folder)
    edit("to: dark_hours", "to: darc_hours")
    assert [made.look() for _ in range(3)] == [False, True, False]


def test_a_folder_that_is_gone_for_a_while_ends_nothing(folder: Path) -> None:
    """Another branch is checked out, and the first one again."""
    made = bench(folder, *KEEPER)
    away = folder.with_name("away")
    folder.rename(away)
    assert looked(made)
    assert made.reading.errors
    away.rename(folder)
    assert looked(made)
    assert made.is_current
    assert scene(made) == "gatehouse"


def test_a_choice_that_is_gone_ends_the_way_before_it_and_is_told(
    folder: Path, edit: Edit
) -> None:
    """The moves from it on wait, and are taken when the choice is there again."""
    made = bench(folder, *KEEPER, "count_men", "hand_over")
    edit("count_men:", "count_them:")
    assert looked(made)
    assert scene(made) == "gatehouse"
    (notice,) = made.notices
    assert "in “gatehouse”: there is no choice 'count_men'" in notice
    assert "2 moves wait" in notice
    edit("count_them:", "count_men:")
    assert looked(made)
    assert not made.notices
    assert made.play.steps[-1].move == "hand_over"


def test_moves_that_wait_are_forgotten_once_another_is_taken(
    folder: Path, edit: Edit
) -> None:
    """The author has gone on from where they landed."""
    made = bench(folder, *KEEPER, "count_men")
    edit("count_men:", "count_them:")
    assert looked(made)
    made.play.take("search_desk")
    edit("count_them:", "count_men:")
    assert looked(made)
    assert made.play.steps[-1].move == "search_desk"


def test_a_renamed_choice_that_says_so_keeps_the_way(folder: Path, edit: Edit) -> None:
    """`was:` is what kept plays need, and the preview shows it."""
    made = bench(folder, *KEEPER, "count_men")
    edit("      count_men:\n", "      count_them:\n        was: [count_men]\n")
    assert looked(made)
    assert not made.notices
    assert len(made.play.steps) == 3


def test_a_scene_that_is_gone_is_landed_before_with_a_message(
    folder: Path, edit: Edit
) -> None:
    """Whoever was taken to it begins where they were taken from."""
    made = bench(folder, *KEEPER, f"{TO}river_road")
    assert scene(made) == "river_road"
    edit("river_road,", "", "story.yaml")
    edit("  river_road:\n", "  the_road:\n")
    assert looked(made)
    assert scene(made) == "gatehouse"
    assert "there is no scene" in made.notices[0]


def test_a_start_that_is_gone_gives_way_to_the_storys_own(
    folder: Path, edit: Edit
) -> None:
    """With the scene that was probably meant; it comes back with its name."""
    made = bench(folder, start=Start("gatehouse", ("role=keeper", "nerve=1")))
    edit("gatehouse", "gate_house", "story.yaml")
    edit("  gatehouse:\n", "  gate_house:\n")
    assert looked(made)
    assert scene(made) == "reading_room"
    assert "Did you mean gate_house?" in made.notices[0]
    edit("gate_house", "gatehouse", "story.yaml")
    edit("  gate_house:\n", "  gatehouse:\n")
    assert looked(made)
    assert scene(made) == "gatehouse"


def test_a_story_that_goes_round_by_itself_is_told_and_not_played(
    folder: Path, edit: Edit
) -> None:
    """It reads well, yet nothing can be shown."""
    made = bench(folder)
    edit("start: reading_room", "start: dark_hours", "story.yaml")
    edit("{to: strip_of_cards}", "{to: dark_hours}")
    assert looked(made)
    assert scene(made) == "reading_room"
    assert not made.is_current
    assert "round" in made.reading.errors[0].message
    edit("start: dark_hours", "start: reading_room", "story.yaml")
    assert looked(made)
    assert made.is_current


def test_a_play_begins_anywhere_with_what_is_given(folder: Path) -> None:
    """Role, variables, cards, scenes seen and beliefs."""
    given = (
        *("role=keeper", "nerve=1", "counted", "rumour=seized"),
        *("kept=pay_list", "found=toll_receipt", "seen=river_road"),
        "believes=was_it_seized:opened:3",
    )
    play = bench(folder, start=Start("gatehouse", given)).play
    program, state = play.program, play.state
    assert play.page.role == "keeper"
    assert state.values == (1, 1, 0, 1)
    assert play.page.box == ("pay_list",)
    assert state.found.bit_count() == 2
    assert state.seen == 1 << program.scenes.at["river_road"]
    assert state.beliefs != (0,)


def test_who_is_given_no_role_comes_as_one_who_comes_there(folder: Path) -> None:
    """The gatehouse is the keeper's."""
    play = bench(folder, start=Start("gatehouse")).play
    assert play.page.role == "keeper"


@pytest.mark.parametrize(
    ("at", "word", "meant"),
    [
        ("gatehose", "", "Did you mean gatehouse?"),
        ("", "nervve=2", "Did you mean nerve?"),
        ("", "rol=keeper", "Did you mean role?"),
        ("", "role=keper", "Did you mean keeper?"),
        ("", "nerve=9", "from 0 to 4"),
        ("", "counted=perhaps", "yes"),
        ("", "rumour=seizd", "Did you mean seized?"),
        ("", "kept=paylist", "Did you mean pay_list?"),
        ("", "seen=gate", "Did you mean gatehouse?"),
        ("", "believes=was_it_ceased", "Did you mean was_it_seized?"),
        ("", "believes=was_it_seized:open", "Did you mean opened?"),
        ("", "believes=was_it_seized:opened:7", "degree of being sure"),
    ],
)
def test_a_wrong_name_is_answered_with_the_nearest(
    folder: Path, at: str, word: str, meant: str
) -> None:
    """Before anything is shown."""
    with pytest.raises(UsageError) as refused:
        bench(folder, start=Start(at, (word,) if word else ()))
    assert meant in f"{refused.value.message} {refused.value.hint}"


def test_the_box_takes_no_more_than_it_holds(folder: Path) -> None:
    """Nine cards, here too."""
    cards = Reader(folder).read().loaded.story.cards
    given = tuple(f"kept={card}" for card in list(cards)[:10])
    with pytest.raises(UsageError, match="one more"):
        bench(folder, start=Start("gatehouse", given))


def test_a_story_with_errors_cannot_be_begun(folder: Path, edit: Edit) -> None:
    """Whoever opens it waits until it is mended."""
    edit("to: dark_hours", "to: darc_hours")
    with pytest.raises(StoryError, match="1 error"):
        bench(folder)


def test_a_scene_is_gone_to_with_all_that_is_kept_and_left_by_undo(
    folder: Path,
) -> None:
    """It is a move like others: undo, redo and reading again know it."""
    made = bench(folder, *KEEPER, "search_desk", "_keep:keeper_log")
    made.play.take(f"{TO}later_reader")
    assert scene(made) == "later_reader"
    assert made.play.page.box == ("keeper_log",)
    assert made.play.undo()
    assert scene(made) == "gatehouse"
    assert made.play.redo()
    assert scene(made) == "later_reader"


def test_there_is_no_going_to_a_scene_that_is_not() -> None:
    """The play stays where it is."""
    play = Rehearsal(Reader(MINI).read().program)
    with pytest.raises(ChoiceError):
        play.take(f"{TO}nowhere")
    assert not play.steps


def test_beginning_again_leads_to_where_the_preview_began(folder: Path) -> None:
    """Not to the story's start."""
    made = bench(folder, "_go_on", start=Start("gatehouse", ("nerve=3",)))
    made.begin()
    assert scene(made) == "gatehouse"
    assert not made.play.steps
    assert made.play.redo()
    assert made.play.steps[-1].move == "_go_on"


def test_what_was_taken_back_can_be_taken_again_after_a_save(
    folder: Path, edit: Edit
) -> None:
    """One goes back to see a page, mends it, and goes on."""
    made = bench(folder, *KEEPER, "count_men", "hand_over")
    assert made.play.undo()
    assert made.play.undo()
    edit("The lamp smokes.", "The lamp has gone out.")
    assert made.look()
    assert made.play.redo()
    assert made.play.redo()
    assert made.play.steps[-1].move == "hand_over"
    assert not made.play.can_redo


def test_the_places_of_scenes_and_choices_are_known(folder: Path) -> None:
    """As editors take them."""
    made = bench(folder)
    lines = (folder / "scenes.yaml").read_text("utf-8").split("\n")
    at = made.place("scenes", "gatehouse", "choices", "refuse")
    assert at is not None
    assert lines[at.line - 1].strip() == "refuse:"
    assert in_words(made.place("scenes", "nowhere")) == ""


def test_a_closed_choice_says_which_part_of_its_condition_fails(folder: Path) -> None:
    """With how things stand; what holds is not mentioned."""
    made = bench(folder, start=Start("gatehouse", ("nerve=1",)))
    look = look_of(made, "count_men")
    assert look.standing == "closed"
    assert look.why == ("nerve >= 2 (nerve is 1)",)
    made = bench(folder, start=Start("gatehouse", ("counted", "nerve=3")))
    assert look_of(made, "count_men").why == ("not counted (counted is yes)",)


def test_a_hidden_choice_is_told_of_too(folder: Path) -> None:
    """Its author looks for it in vain on the page."""
    made = bench(folder, start=Start("later_reader"))
    look = look_of(made, "decide")
    assert look.standing == "hidden"
    (why,) = look.why
    assert why.startswith("found(keeper_log) or found(evening_paper) (")
    assert why.endswith("found(keeper_log) is no, found(evening_paper) is no)")
    assert look_of(made, "show_paper").why == ("no card in the box is for it",)


def test_what_a_choice_will_change_is_told_before_it_is_taken(folder: Path) -> None:
    """Counted from how things stand, where it leads too."""
    made = bench(folder, *KEEPER)
    look = look_of(made, "count_men")
    assert look.standing == "open"
    assert look.changes == (
        ("set", "counted: no becomes yes"),
        ("add", "nerve: 4 becomes 3 (-1)"),
        ("leaves", "You counted them; in 1974 somebody used the figure."),
    )
    assert look.leads == "here"
    look = look_of(made, "hand_over")
    assert ("finds", "receipt_for_key, letter_home") in look.changes
    assert ("reveals", "hour_of_opening") in look.changes
    assert look.leads == "next, dark_hours, then strip_of_cards"


def test_once_only_and_generated_choices_are_one_each(folder: Path) -> None:
    """A belief has as many moves as answers; what was taken once says so."""
    made = bench(folder)
    look = look_of(made, "caption")
    assert look.moves == ("caption:seized", "caption:opened", "caption:both")
    assert ("believes", "was_it_seized") in look.changes
    made.play.take("caption:both")
    assert not outlooks(made.play.program, made.play.state)
    made.play.take("_sure:2")
    assert look_of(made, "caption").why == ("taken already, and it can be taken once",)
