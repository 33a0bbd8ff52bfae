"""The two interfaces and the machine play one game; benchmarks/parity.py has it all."""

from pathlib import Path

import pytest
from parity import choices_of, covering_plays, line_by_line, on_screen

from mini import mini_program
from octgame.game.program import Program
from octgame.loading.open import open_story
from octgame.loading.places import story_folder

SECONDS = 60


@pytest.fixture(scope="module")
def october(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """The shipped story."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("OCTGAME_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        return open_story(story_folder())


async def test_every_choice_of_the_small_story_is_the_same_in_both(
    tmp_path: Path,
) -> None:
    """Each page is the machine's own and is shown whole, by keys and by lines."""
    plays, taken = covering_plays(mini_program(), SECONDS)
    assert taken == choices_of(mini_program())
    assert line_by_line(mini_program(), plays, tmp_path / "plain").differences == []
    screen = await on_screen(mini_program(), plays, tmp_path / "screen")
    assert screen.differences == []
    assert screen.moves == sum(map(len, plays))


def test_every_choice_of_the_shipped_story_is_told_line_by_line(
    october: Program, tmp_path: Path
) -> None:
    """And no sign of it is lost in five old encodings."""
    plays, taken = covering_plays(october, SECONDS)
    assert taken == choices_of(october)
    assert line_by_line(october, plays, tmp_path).differences == []


async def test_a_play_of_the_shipped_story_is_the_same_on_the_screen(
    october: Program, tmp_path: Path
) -> None:
    """The first play of those that take every choice, to its end."""
    plays, _ = covering_plays(october, SECONDS)
    assert (await on_screen(october, plays[:1], tmp_path)).differences == []
