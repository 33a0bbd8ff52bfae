"""The short story of February: sound, whole, its own, and played from end to end."""

import io
import random
import sys
from functools import cache
from pathlib import Path

import pytest

from octgame.authoring.check import checked
from octgame.authoring.consequences import consequences
from octgame.cli.run import run
from octgame.game.compile import compile_story
from octgame.game.journal import Header
from octgame.game.play import Play
from octgame.game.program import Program
from octgame.loading.load import load
from octgame.loading.places import shipped
from octgame.story.model import Story
from small import texts

SCENES = Path(__file__).parents[2] / "scenes"
OWN = 5
"""Scenes of a witness, without the shelf before and after."""

LONGEST = 200
"""Moves in which even a dawdler comes to the end."""

WITNESSES = ("conductor", "soldier")


@cache
def story_of(name: str) -> Story:
    """A shipped story, read once."""
    story = load(SCENES / name).story
    assert story is not None
    return story


@cache
def program() -> Program:
    """February, compiled once."""
    loaded = load(SCENES / "february")
    assert loaded.story is not None
    return compile_story(loaded.story, loaded.content)


@pytest.fixture
def february() -> Story:
    """The story of February."""
    return story_of("february")


def wandered(role: str, seed: int) -> Play:
    """A play of a witness to its end, at random."""
    play = Play(program(), Header(program().core.id, program().core.content))
    dice = random.Random(seed)
    bag = {"conductor": "bag", "soldier": "tin"}[role]
    play.take(bag)
    for _ in range(LONGEST):
        offers = [offer.id for offer in play.page.offers if offer.open]
        if not offers:
            return play
        play.take(dice.choice(offers))
    raise AssertionError(f"no end in {LONGEST} moves, seed {seed}")


def test_nothing_is_wrong_with_it_and_everything_is_proved() -> None:
    """Not even a warning, and nothing that could not be told."""
    result = checked(load(SCENES / "february"))
    assert (result.findings, result.accepted) == ([], [])


def test_its_schools_and_roles_are_not_octobers(february: Story) -> None:
    """Other ids and other names: no school is built in."""
    october = story_of("october")
    for mine, theirs in (
        (february.schools, october.schools),
        (february.roles, october.roles),
    ):
        assert not set(mine) & set(theirs)
        names = {each.name for each in theirs.values()}
        assert not {each.name for each in mine.values()} & names


@pytest.mark.parametrize("role", WITNESSES)
def test_a_witness_has_five_scenes(february: Story, role: str) -> None:
    """Some alone, two beside the other one, and the two readers."""
    acts = [act for act in february.acts.values() if act.id != "frame"]
    there = [february.scenes[key] for act in acts for key in act.scenes]
    mine = [each for each in there if not each.roles or role in each.roles]
    assert len([each for each in mine if not each.ending]) == OWN


@pytest.mark.parametrize("role", WITNESSES)
def test_every_play_comes_to_the_four_shelves(role: str) -> None:
    """Whatever is chosen, the end sets four histories side by side."""
    names = [school.name for school in story_of("february").schools.values()]
    for seed in range(20):
        page = wandered(role, seed).page
        shown = texts(page.blocks)
        assert page.scene == "shelf_again"
        assert all(any(name in text for text in shown) for name in names), seed
        assert "Often repeated, and wrong" in shown


def test_the_question_has_two_cards_that_contradict_each_other(
    february: Story,
) -> None:
    """What the party's page leans on, it says itself, and what is hardest for it."""
    question = february.questions["who_began"]
    party = next(view for view in question.views if view.school == "party")
    assert "short_course" in party.leans_on
    assert party.hardest == "kayurov_page"


def test_every_choice_leaves_something(february: Story) -> None:
    """A text, a card, a belief or a line of what was changed; or it only goes on."""
    idle = {
        (one.scene, one.choice)
        for one in consequences(february)
        if not one.seen_in and not one.told
    }
    assert idle == {("queue", "go")}


def test_it_is_shipped_and_played_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Beside the story of October, from any folder."""
    assert list(shipped()) == ["february", "october"]
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    monkeypatch.setenv("OCTGAME_SAVE_DIR", str(tmp_path / "plays"))
    monkeypatch.setenv("OCTGAME_CACHE_DIR", str(tmp_path / "cache"))
    assert run(["play", "february", "--plain", "--new", "--replay", "tin polish"]) == 0
    assert "The Square" in capsys.readouterr().out
