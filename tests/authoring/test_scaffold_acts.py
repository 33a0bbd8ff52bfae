"""A new scene finds its place in the acts, however they are written."""

import shutil
from pathlib import Path

import pytest

from mini import MINI
from octgame.authoring.scaffold.add import add
from octgame.loading.load import load
from octgame.story.model import Story


@pytest.fixture
def orlovo(tmp_path: Path) -> Path:
    """A story whose lists and sections are laid out in many ways."""
    shutil.copytree(MINI, tmp_path / "mini")
    return tmp_path / "mini"


def read(folder: Path) -> Story:
    """The story in a folder, which has no error."""
    story = load(folder).story
    assert story is not None
    return story


def test_a_scene_that_an_act_names_already_is_only_written(orlovo: Path) -> None:
    """The act is left alone, and the scene comes into the file of the one before."""
    file = orlovo / "story.yaml"
    text = file.read_text("utf-8").replace(
        "gatehouse, river_road", "gatehouse, stair, river_road"
    )
    file.write_text(text, "utf-8")
    added = add(orlovo, "scene", "stair")
    assert (added.file, added.after) == ("scenes.yaml", "gatehouse")
    assert file.read_text("utf-8") == text
    assert "stair" in read(orlovo).scenes


def test_the_first_scene_of_an_act_may_be_named_there_before_it_is_written(
    orlovo: Path,
) -> None:
    """It comes after none of that act."""
    file = orlovo / "story.yaml"
    text = file.read_text("utf-8").replace(
        "[gatehouse, river_road", "[stair, gatehouse, river_road"
    )
    file.write_text(text, "utf-8")
    assert add(orlovo, "scene", "stair").after == ""
    assert read(orlovo).acts["night"].scenes[0] == "stair"


def test_a_scene_comes_after_the_one_named(orlovo: Path) -> None:
    """In the act's list, in that scene's file, with that scene's role."""
    added = add(orlovo, "scene", "guardroom", after="gatehouse")
    assert added.file == "scenes.yaml"
    story = read(orlovo)
    assert story.acts["night"].scenes[:2] == ("gatehouse", "guardroom")
    assert story.scenes["guardroom"].roles == ("keeper",)


def test_without_a_name_a_scene_comes_before_the_ending(orlovo: Path) -> None:
    """After the last scene of the acts that goes on."""
    assert add(orlovo, "scene", "guardroom").after == "later_reader"
    scenes = read(orlovo).acts["after"].scenes
    assert scenes == ("later_reader", "guardroom", "strip_of_cards")


@pytest.mark.parametrize(
    "listed",
    [
        "[gatehouse, river_road, dark_hours]",
        '["gatehouse", river_road,\n        dark_hours]',
        "\n      - gatehouse   # the keeper's\n      - river_road\n      - dark_hours",
    ],
)
def test_a_list_may_be_written_in_any_way(orlovo: Path, listed: str) -> None:
    """In brackets, over several lines, or with a line for each."""
    file = orlovo / "story.yaml"
    text = file.read_text("utf-8")
    night = "night: {title: The Night, scenes: [gatehouse, river_road, dark_hours]}"
    assert night in text
    other = f"night:\n      title: The Night\n      scenes: {listed}"
    file.write_text(text.replace(night, other), "utf-8")
    add(orlovo, "scene", "guardroom", after="gatehouse")
    add(orlovo, "scene", "the_stable", after="dark_hours")
    assert read(orlovo).acts["night"].scenes == (
        "gatehouse",
        "guardroom",
        "river_road",
        "dark_hours",
        "the_stable",
    )


def test_a_list_of_one_gets_its_brackets(orlovo: Path) -> None:
    """One value alone may be written without them; two may not."""
    file = orlovo / "story.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("scenes: [reading_room]", "scenes: reading_room"))
    add(orlovo, "scene", "stairs", after="reading_room")
    assert read(orlovo).acts["frame"].scenes == ("reading_room", "stairs")
