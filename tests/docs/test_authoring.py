"""The author's guide and its cookbook do what they say, block by block."""

import re
from pathlib import Path

import pytest

from octgame.loading.load import load
from octgame.ui.preview import app as preview
from walking import Walk, blocks, sections

DOCS = Path(__file__).parents[2] / "docs"
GUIDE = (DOCS / "authoring.md").read_text("utf-8")
COOKBOOK = (DOCS / "cookbook.md").read_text("utf-8")
RECIPES = sections(COOKBOOK)


@pytest.fixture
def walk(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Walk:
    """A reader in an empty folder, whose previews open and are left at once."""
    monkeypatch.setenv("OCTGAME_SAVE_DIR", str(tmp_path / "plays"))
    monkeypatch.setenv("OCTGAME_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(preview, "run", lambda *_bench, **_look: 0)
    home = tmp_path / "home"
    home.mkdir()
    return Walk(home, monkeypatch, capsys)


@pytest.fixture
def finished(walk: Walk) -> Walk:
    """A reader with the guide's story as it stands at its end."""
    for block in blocks(GUIDE):
        if block.kind == "yaml":
            walk.write(block.body)
    return walk


def test_the_guide_can_be_followed_from_an_empty_folder(walk: Walk) -> None:
    """Each block fits what is there, and each command says what is shown."""
    for block in blocks(GUIDE):
        walk.do(block)


def test_the_guides_story_is_what_the_guide_promises(finished: Walk) -> None:
    """Five scenes, two witnesses, and one question with a view of each school."""
    story = load(finished.here).story
    assert story is not None
    assert (len(story.scenes), len(story.roles), len(story.questions)) == (5, 2, 1)


@pytest.mark.parametrize("recipe", RECIPES)
def test_a_recipe_fits_the_guides_story(finished: Walk, recipe: str) -> None:
    """With what it adds the story is as sound as before."""
    for block in blocks(RECIPES[recipe]):
        finished.do(block)
    said = finished.said("octgame check . --strict")
    assert "Nothing is wrong" in said, said


@pytest.mark.parametrize("page", ["authoring.md", "cookbook.md", "craft.md"])
def test_what_a_guide_links_to_is_there(page: str) -> None:
    """Its neighbours among the documents."""
    for target in re.findall(r"\]\(([\w.]+\.md)\)", (DOCS / page).read_text("utf-8")):
        assert (DOCS / target).is_file(), target
