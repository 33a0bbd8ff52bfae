"""The game and a runtime of another make show the same pages and the same choices."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

pytest.importorskip("inkcpp_py", reason="inkcpp is not there: pip install '.[oracle]'")

from generated import VARIABLES, scenes_of
from mini import MINI
from octgame.game.compile import compile_story
from octgame.loading.load import load
from octgame.loading.places import story_folder
from octgame.story.model import Story
from oracle.replay import COMPILER, Oracle, oracle, play
from small import small_story

pytestmark = pytest.mark.skipif(
    not (shutil.which("node") and COMPILER.exists()),
    reason="ink's compiler is not there: npm ci --prefix tests/oracle",
)

WRITTEN = """
s:
  title: S
  text: T.
  choices:
    dare: {text: Dare., add: {nerve: 1}, to: here}
    look: {text: Look., if: nerve < 2, else: No., finds: [pay_list, handbill]}
w:
  title: W
  text: [W., {if: nerve > 1, text: P.}]
  ways: [{to: r}]
r:
  title: R
  note: N.
  step_back: S.
  text: T.
  choices:
    show: {text: "{card}.", each: box, times: 2, to: here}
    end: {text: End.}
end:
  title: End
  text: [{if: kept(handbill) and found(pay_list), text: P.}, {if: seen(w), text: W.}]
  ending: yes
"""


def read(folder: Path) -> Story:
    """The story in a folder, which has no error."""
    story = load(folder).story
    assert story is not None
    return story


def few_scenes(scenes: str, variables: str) -> Story:
    """A story of a few scenes, which has no error."""
    story = small_story(scenes, variables=variables).story
    assert story is not None
    return story


def assert_alike(both: Oracle, roles: Sequence[str], plays: int) -> None:
    """Every page of every play is the same on both sides."""
    for role in roles:
        for seed in range(plays):
            for number, turn in enumerate(play(both, role, seed)):
                assert turn.game == turn.ink, f"{role}, play {seed}, page {number}"


@pytest.fixture(scope="module")
def october(tmp_path_factory: pytest.TempPathFactory) -> Oracle:
    """The shipped story on both sides."""
    return oracle(read(story_folder()), tmp_path_factory.mktemp("october"))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Oracle:
    """A story of four scenes on both sides."""
    story = few_scenes(WRITTEN, VARIABLES)
    return oracle(story, tmp_path_factory.mktemp("written"))


@pytest.mark.parametrize("role", ["red_guard", "typesetter", "volunteer", "operator"])
def test_the_shipped_story_is_the_same_in_ink(october: Oracle, role: str) -> None:
    """Ten plays of each witness give the same pages and choices in ink."""
    assert_alike(october, [role], 10)


def test_the_small_story_is_the_same_in_ink(tmp_path: Path) -> None:
    """It asks everything that the engine asks, a tenth card and slips among it."""
    assert_alike(oracle(read(MINI), tmp_path), ["keeper", "carter"], 60)


@pytest.mark.parametrize("seed", range(6))
def test_a_made_up_story_is_the_same_in_ink(tmp_path: Path, seed: int) -> None:
    """So is a story by dice, with conditions that no author would write."""
    story = few_scenes(scenes_of(seed), VARIABLES)

    assert_alike(oracle(story, tmp_path), ["keeper"], 30)


def test_a_few_scenes_are_the_same_in_ink(written: Oracle) -> None:
    """The story that is played wrongly below is the same where it is played right."""
    assert_alike(written, ["keeper"], 30)


@pytest.mark.parametrize(
    ("as_written", "as_played"),
    [
        ("nerve: 1", "nerve: 2"),
        ("nerve < 2", "nerve < 3"),
        ("nerve > 1", "nerve >= 1"),
        ("seen(w)", "seen(r) and not seen(w)"),
        ("else: No.", "else: Yes."),
        ("pay_list, handbill", "handbill, pay_list"),
        ("kept(handbill)", "kept(pay_list)"),
        ("times: 2", "times: 1"),
        ("End.}", "End., to: s}"),
        ("to: here}", "to: here, once: yes}"),
    ],
)
def test_a_game_that_plays_something_else_is_found_out(
    written: Oracle, as_written: str, as_played: str
) -> None:
    """A bound, a comparison, an order, a way: ink objects to any of them."""
    other = few_scenes(WRITTEN.replace(as_written, as_played, 1), VARIABLES)
    apart = Oracle(compile_story(other), written.ink)

    plays = (turn for seed in range(30) for turn in play(apart, "keeper", seed, 60))

    assert any(turn.game != turn.ink for turn in plays)
