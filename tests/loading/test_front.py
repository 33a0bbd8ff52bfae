"""What a title page says, from the first file alone."""

from pathlib import Path

import pytest

from mini import MINI, mini_program
from octgame.loading.front import front, others
from octgame.loading.places import shipped


def test_it_is_what_the_whole_story_says() -> None:
    """Its id, its title and its line."""
    core = mini_program().core
    assert front(MINI) == (core.id, core.title, core.about)


@pytest.mark.parametrize(
    "text",
    [
        "scenes: {}",
        "story: [The Box]",
        "story: {id: box, title: The Box}",
        "story: {id: ../box, title: The Box, about: A tin.}",
        "story: {id: box, title: {the: box}, about: A tin.}",
        "story: {id: box, title: The \\x1b Box, about: A tin.",
        'story: {id: box, title: "The \\e[2J Box", about: A tin.}',
    ],
)
def test_where_the_first_file_does_not_tell_it_soundly_nothing_is_said(
    tmp_path: Path, text: str
) -> None:
    """The story is read whole then, and what is wrong with it is found."""
    (tmp_path / "story.yaml").write_text(text)
    assert front(tmp_path) is None


def test_a_story_without_a_first_file_says_nothing(tmp_path: Path) -> None:
    """It may have its story section elsewhere."""
    assert front(tmp_path) is None


def test_the_other_shipped_stories_are_told_by_name() -> None:
    """Whoever plays October learns of Five Days, and the other way round."""
    assert others(shipped()["october"])["february"].title == "Five Days"
    assert "october" in others(shipped()["february"])
    assert "october" not in others(shipped()["october"])
