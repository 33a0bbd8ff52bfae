"""A journal read against its story, and against what has become of the story."""

import pytest

from mini import begun as mini
from mini import mini_program, wander
from octgame.errors import StoryError
from octgame.game import journal
from octgame.game.journal import Header
from octgame.game.replay import Replayed, replay
from small import begun, offered, small

STORY = """
a:
  title: A
  text: A.
  choices:
    find: {text: Find., finds: [pay_list], to: here, once: yes}
    dare: {text: Dare., set: {brave: yes}, to: here}
    go: {text: Go.}
b:
  title: B
  text: B.
  choices:
    shout: {text: Shout., if: brave, else: Not you., to: here}
    go: {text: Go.}
c: {title: C, text: C., choices: {go: {text: Go.}}}
"""
MOVES = ("find", "_keep:pay_list", "dare", "go", "shout", "go")
GONE = "The story was edited, and a choice that you made is no longer in it: "


def again(edited: str, moves: tuple[str, ...] = MOVES, **given: str) -> Replayed:
    """A play of the story as it was, replayed in an edited one."""
    text = "\n".join(begun(small(STORY), *moves).text)
    return replay(small(edited, **given), journal.read(text))


def edit(old: str, new: str) -> str:
    """The story with a text exchanged."""
    assert old in STORY
    return STORY.replace(old, new)


def test_an_unchanged_story_gives_the_same_play() -> None:
    """State, page, text, undo and notes."""
    play = mini()
    wander(play, 30)
    play.undo()
    play.note("card:pay_list")
    back = replay(mini_program(), journal.read("\n".join(play.text)))
    assert (back.notices, back.parked, back.edited_at) == ((), (), 0)
    assert back.play.state == play.state
    assert back.play.page == play.page
    assert back.play.text == play.text
    assert back.play.notes == play.notes
    assert back.play.can_redo


def test_an_edit_of_words_alone_is_not_even_noticed() -> None:
    """The same ids, the same states: nobody needs to be told."""
    back = again(edit("text: Shout.", "text: Call out."))
    assert (back.notices, back.edited_at) == ((), 0)
    assert back.play.page.scene == "c"


def test_a_choice_that_is_gone_ends_the_replay_there() -> None:
    """The rest is kept aside, the play stands where the choice was."""
    back = again(
        edit("    shout: {text: Shout., if: brave, else: Not you., to: here}\n", "")
    )
    assert back.notices == (
        GONE + "2 moves are kept aside, and the play goes on from here.",
    )
    assert [line.choice for line in back.parked] == ["shout", "go"]
    assert back.play.page.scene == "b"
    assert offered(back.play.page) == ["go"]
    assert back.edited_at == 0


def test_one_parked_move_is_told_as_one() -> None:
    """Grammar."""
    back = again(
        edit(
            "c: {title: C, text: C., choices: {go:",
            "c: {title: C, text: C., choices: {on:",
        ),
        (*MOVES, "go"),
    )
    assert "1 move is kept aside" in back.notices[0]


def test_a_choice_that_is_closed_now_ends_the_replay_too() -> None:
    """Its condition has become another."""
    back = again(edit("if: brave", "if: nerve == 4"))
    assert [line.choice for line in back.parked] == ["shout", "go"]
    assert back.play.page.scene == "b"


def test_a_renamed_choice_is_found_by_its_older_key() -> None:
    """`was` carries a journal over."""
    back = again(edit("shout: {text", "call: {was: [shout], text"))
    assert (back.notices, back.parked) == ((), ())
    assert back.play.page.scene == "c"


def test_another_value_is_told_once_and_the_choices_stand() -> None:
    """From the first digest that differs; the line's number is known."""
    back = again(edit("set: {brave: yes}", "set: {brave: yes, word: coup}"))
    assert back.notices == ("The story was edited since; your choices still stand.",)
    assert back.edited_at == 3
    assert back.play.page.scene == "c"
    assert not back.parked


def test_a_scene_that_is_gone_leaves_the_play_in_one_that_is_there() -> None:
    """`next` goes on to another scene; what was done in the gone one is parked."""
    start, _, rest = STORY.partition("b:\n")
    back = again(start + rest[rest.index("c: {") :])
    assert back.play.page.scene == "c"
    assert back.edited_at == 4
    assert [line.choice for line in back.parked] == ["shout", "go"]
    assert back.notices == (
        GONE + "2 moves are kept aside, and the play goes on from here.",
    )


def test_a_variable_that_is_gone_is_told() -> None:
    """The state has one value less."""
    without = edit("set: {brave: yes}, ", "").replace("if: brave", "if: nerve == 2")
    back = again(without, variables="nerve: {type: number, start: 2, min: 0, max: 4}\n")
    assert back.edited_at == 1
    assert back.play.page.scene == "c"


def test_a_card_that_is_found_no_more_parks_its_keeping() -> None:
    """Nobody can keep what is not found."""
    back = again(edit("finds: [pay_list], ", ""))
    assert back.parked[0].choice == "_keep:pay_list"
    assert back.play.page.scene == "a"
    assert back.play.page.box == ()


def test_a_story_that_leads_nowhere_now_parks_the_move() -> None:
    """A choice whose next scene is gone is as good as gone."""
    program = small(STORY + "end: {title: E, text: E., ending: yes}\n", ("a b",))
    back = replay(program, journal.read("\n".join(begun(small(STORY), *MOVES).text)))
    assert [line.choice for line in back.parked] == ["go"]
    assert back.play.page.scene == "b"


def test_an_undo_line_is_replayed_before_what_is_gone() -> None:
    """What was taken back need not exist any more only where nothing follows it."""
    play = begun(small(STORY), *MOVES)
    play.undo()
    play.redo()
    play.undo()
    back = replay(small(STORY), journal.read("\n".join(play.text)))
    assert back.play.page == play.page
    assert back.play.can_redo


def test_a_damaged_journal_is_played_up_to_the_damage() -> None:
    """And the notice names the line."""
    text = "\n".join(begun(small(STORY), *MOVES).text)
    back = replay(small(STORY), journal.read(text[:-5]))
    assert back.notices == (
        "Your journal is damaged: line 7 is damaged. Everything before it is here.",
    )
    assert back.play.page.scene == "b"


def test_a_journal_of_another_story_begins_a_new_play() -> None:
    """Whatever it began with, none of its lines is played here."""
    head, _ = journal.head(Header("another", "0" * 16, role="tsar"))
    back = replay(small(STORY), journal.read(head))
    assert back.notices == (
        "This journal belongs to another story; a new play begins.",
    )
    assert back.play.header.story == "small"
    assert back.play.page.scene == "a"


@pytest.mark.parametrize(("role", "chapter"), [("tsar", ""), ("", "gone")])
def test_a_beginning_that_is_gone_begins_at_the_start(role: str, chapter: str) -> None:
    """The role or the chapter of the header is no longer in the story."""
    core = small(STORY).core
    head, _ = journal.head(Header(core.id, core.content, role=role, chapter=chapter))
    back = replay(small(STORY), journal.read(head))
    assert "the play begins at the start" in back.notices[0]
    assert back.play.page.scene == "a"


def test_a_card_brought_along_that_is_gone_is_left_out() -> None:
    """The others are in the box still."""
    core = small(STORY).core
    header = Header(core.id, core.content, role="keeper", box=("sword", "handbill"))
    back = replay(small(STORY), journal.read(journal.head(header)[0]))
    assert back.notices == ("A card that you brought is no longer in the story.",)
    assert back.play.page.box == ("handbill",)
    assert back.play.page.role == "keeper"


def test_a_story_that_cannot_begin_at_all_says_so() -> None:
    """There is no scene to stand in: the story's error reaches the player."""
    broken = small("a: {title: A, text: A., ways: [{if: brave, to: end}]}\n")
    text = "\n".join(begun(small(STORY), "find").text)
    with pytest.raises(StoryError, match="'a'"):
        replay(broken, journal.read(text))


def test_a_journal_that_undoes_more_than_was_done_is_parked() -> None:
    """Nobody but a forger writes such a line."""
    core = small(STORY).core
    head, check = journal.head(Header(core.id, core.content))
    line = journal.Line("undo", "a", "find", "0" * 16)
    text = head + "\n" + journal.write(1, line, check)[0]
    assert replay(small(STORY), journal.read(text)).parked == (line,)
