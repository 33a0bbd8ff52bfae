"""A story is found by its name, its path, or where an author stands."""

from pathlib import Path

import pytest

from mini import MINI
from octgame.errors import UsageError
from octgame.loading.places import authors_folder, shipped, story_folder


def test_the_shipped_story_is_found_from_any_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a name, and by its name."""
    monkeypatch.chdir(tmp_path)
    assert story_folder() == story_folder("october") == shipped()["october"]
    assert (story_folder() / "story.yaml").is_file()


def test_a_path_leads_to_the_folder_or_to_the_story_file_in_it() -> None:
    """Both are what people give."""
    assert story_folder(str(MINI)) == MINI
    assert story_folder(str(MINI / "story.yaml")) == MINI


def test_a_misspelt_name_is_answered_with_the_nearest() -> None:
    """And with what there is."""
    with pytest.raises(UsageError, match="there is no story octobre") as caught:
        story_folder("octobre")
    assert caught.value.hint.startswith("Did you mean october?")


def test_an_author_means_the_story_that_they_stand_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only where there is one, and only where nothing else was named."""
    monkeypatch.chdir(MINI)
    assert authors_folder() == MINI
    assert story_folder() == shipped()["october"]
    assert authors_folder("october") == shipped()["october"]
    monkeypatch.chdir(tmp_path)
    assert authors_folder() == shipped()["october"]


def test_an_installed_octgame_finds_the_stories_inside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The wheel carries them in the package."""
    package = tmp_path / "lib" / "octgame"
    (package / "_scenes" / "winter").mkdir(parents=True)
    (package / "_scenes" / "winter" / "story.yaml").touch()
    monkeypatch.setattr("octgame.loading.places._PACKAGE", package)
    assert story_folder("winter") == package / "_scenes" / "winter"
    with pytest.raises(UsageError, match="there is no story october"):
        story_folder()


def test_an_octgame_without_stories_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is guessed."""
    monkeypatch.setattr("octgame.loading.places._PACKAGE", tmp_path / "a" / "b")
    assert shipped() == {}
    with pytest.raises(UsageError):
        story_folder()
