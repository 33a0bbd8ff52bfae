"""A story becomes a program once: indices, dates in words, one hash."""

import os
import subprocess
import sys

import pytest

from mini import MINI, mini_program
from octgame.game.compile import compile_story
from octgame.game.program import HERE, NEXT
from octgame.loading.load import load_files
from small import begun, offered, small, small_story


def _content(name: str = "story.yaml", old: str = "", new: str = "") -> str:
    """The content hash of the small story after an edit of one of its files."""
    files = {path.name: path.read_bytes() for path in MINI.iterdir()}
    assert old.encode() in files[name]
    files[name] = files[name].replace(old.encode(), new.encode())
    return load_files(files).content


def test_the_content_hash_is_the_same_each_time() -> None:
    """Two compilations of one folder have one hash: a journal can name it."""
    assert _content() == mini_program().core.content
    assert len(mini_program().core.content) == 16


@pytest.mark.parametrize(
    "edit",
    [
        ("story.yaml", "title: The Bridge at Orlovo", "title: The Bridge"),
        ("scenes.yaml", "if: nerve > 0", "if: nerve > 1"),
        ("scenes.yaml", "when: 1917-03-12 21:00", "when: 1917-03-12 21:30"),
        ("cards.yaml", "audience: The cinema", "audience: Nobody"),
        ("evidence.yaml", "Mud from March to May.", "Mud from March to June."),
    ],
)
def test_any_edit_changes_the_content_hash(edit: tuple[str, str, str]) -> None:
    """Whatever a player may meet is part of the hash."""
    assert _content(*edit) != mini_program().core.content


def test_the_content_hash_does_not_depend_on_this_process() -> None:
    """No set's order and no address is in it: another process finds the same."""
    code = "from mini import mini_program; print(mini_program().core.content)"
    there = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        env={"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": "7"},
        text=True,
    )
    assert there.stdout.strip() == mini_program().core.content


def test_a_scene_shows_its_date_in_both_calendars() -> None:
    """An Old Style evening is told in New Style too."""
    scene = mini_program().scenes["gatehouse"]
    assert "12 March" in scene.when
    assert "25 March" in scene.when
    assert "21:00" in scene.when
    assert len(scene.when_short) < len(scene.when)


def test_a_scene_without_a_date_or_place_has_none() -> None:
    """Nothing is invented where an author wrote nothing."""
    scene = small("a: {title: A, text: A., choices: {go: {text: Go.}}}")
    assert scene.scenes["a"].when == scene.scenes["a"].when_short == ""
    assert scene.scenes["a"].day == (0, 0)
    assert scene.scenes["a"].place == ""


def test_targets_are_indices_and_two_words() -> None:
    """A scene by its index, `next` and `here` below zero."""
    program = mini_program()
    gatehouse = {c.key: c.target for c in program.scenes["gatehouse"].choices}
    road = {c.key: c.target for c in program.scenes["river_road"].choices}
    assert gatehouse["count_men"] == HERE
    assert gatehouse["refuse"] == NEXT
    assert road["ask"] == program.scenes.at["dark_hours"]


def test_what_comes_next_begins_after_the_scene_in_the_acts() -> None:
    """The rest of the acts' list, and nothing for a scene that is in no act."""
    program = mini_program()
    after = program.core.order[program.scenes["dark_hours"].after :]
    assert [program.scenes.ids[i] for i in after] == ["later_reader", "strip_of_cards"]
    astray = small(
        "a: {title: A, text: A., choices: {go: {text: Go., to: end}}}",
        ("end",),
    )
    assert not astray.core.order[astray.scenes["a"].after :]
    assert astray.scenes["a"].act == ""


def test_a_program_says_which_shelf_an_id_stands_on() -> None:
    """Front ends open whatever a text links to."""
    program = mini_program()
    assert program.kind_of("pay_list") == "card"
    assert program.kind_of("toll") == "codex"
    assert program.kind_of("hundred_men") == "fact"
    assert program.kind_of("was_it_seized") == "question"
    assert program.kind_of("gazetteer") == "source"
    assert program.kind_of("gatehouse") == "scene"
    assert program.kind_of("nobody") == ""


def test_kinds_and_cards_of_an_each_choice_become_one_set() -> None:
    """`kinds` and `cards` both filter; a card must pass both."""
    program = small(
        """
        a:
          title: A
          text: A.
          choices:
            show:
              text: Show {card}.
              each: box
              kinds: [wire, press]
              cards: [wire_reply, pay_list]
            go: {text: Go.}
        """
    )
    fitting = program.scenes["a"].choices[0].each
    assert fitting == 1 << program.cards.at["wire_reply"]


def test_words_of_a_variable_become_numbers() -> None:
    """A word is its index, a flag is 0 or 1."""
    story = small_story(
        """
        a:
          title: A
          text: [{if: word == rising, text: You say so.}, Well.]
          choices: {go: {text: Go., set: {word: rising, brave: yes}}}
        """
    ).story
    assert story is not None
    choice = compile_story(story).scenes["a"].choices[0]
    assert dict(choice.sets) == {2: 2, 1: 1}


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("role == xyzzy", False),
        ("word == xyzzy", False),
        ("not word == xyzzy", True),
        ("word != xyzzy", True),
    ],
)
def test_a_word_that_nothing_holds_is_compiled(condition: str, holds: bool) -> None:
    """Reading warns of it; whoever plays meets a way that is closed, not a crash."""
    scene = f"""
        a:
          title: A
          text: Here.
          choices:
            go: {{text: Go., to: end}}
            open: {{text: Open., to: end, if: {condition}}}
    """
    assert ("open" in offered(begun(small(scene)).page)) is holds
