"""What `octgame new` wrote is told until somebody has written it anew."""

import shutil
from pathlib import Path

import pytest

from mini import MINI
from octgame.authoring.check import findings
from octgame.authoring.scaffold.add import add
from octgame.authoring.scaffold.skeletons import KINDS
from octgame.authoring.unwritten import UNWRITTEN
from octgame.loading.load import load


@pytest.fixture
def orlovo(tmp_path: Path) -> Path:
    """The small story, to add to."""
    shutil.copytree(MINI, tmp_path / "mini")
    return tmp_path / "mini"


@pytest.mark.parametrize("kind", KINDS)
def test_a_sentence_of_a_skeleton_is_found_until_it_is_written_over(
    orlovo: Path, kind: str
) -> None:
    """At its line, as a warning; nothing in a story without skeletons is one."""
    assert not [one for one in findings(load(orlovo)) if one.code == "skeleton"]
    add(orlovo, kind, "a_new_one", file="mine.yaml")
    left = [one for one in findings(load(orlovo)) if one.code == "skeleton"]
    assert left
    assert {(one.at.file, one.severity) for one in left} == {("mine.yaml", "warning")}
    text = " ".join((orlovo / "mine.yaml").read_text("utf-8").split())
    assert text.count("Say here") <= len(left)


def test_every_sentence_that_is_looked_for_stands_in_a_skeleton(orlovo: Path) -> None:
    """None is left over from a skeleton that was written anew."""
    for kind in KINDS:
        add(orlovo, kind, f"my_{kind}", file="mine.yaml")
    text = " ".join((orlovo / "mine.yaml").read_text("utf-8").split())
    assert not [sentence for sentence in UNWRITTEN if sentence not in text]
