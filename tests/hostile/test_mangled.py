"""No command breaks on a story that is spoilt, whatever it holds."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from enduring import TROUBLE, Endurance
from mangling import lay, mangled, sound
from octgame.authoring.check import checked
from octgame.loading.load import load_files

EACH = 40
"""Stories of one test; benchmarks/mangled.py takes 5 000."""


@pytest.mark.parametrize("begin", range(0, 320, EACH))
def test_no_command_breaks_on_a_story_that_is_spoilt(
    tmp_path: Path, begin: int
) -> None:
    """Nor shows a traceback, nor thinks for ever: check, play, report, preview, new."""
    endurance = Endurance(tmp_path)
    faults = [
        fault for seed in range(begin, begin + EACH) for fault in endurance.faults(seed)
    ]
    assert faults == []


def test_the_dice_spoil_stories_in_every_manner() -> None:
    """Some are no YAML, some break a rule, and some read well and can be proved."""
    codes: set[str] = set()
    read_well = 0
    for seed in range(200):
        loaded = load_files(mangled(seed))
        codes |= {one.code for one in loaded.diagnostics.found}
        read_well += loaded.story is not None
    assert len(codes) >= 20
    assert 60 <= read_well <= 140


def test_the_same_seed_spoils_the_same(tmp_path: Path) -> None:
    """So that a fault can be looked at."""
    assert mangled(7) == mangled(7) != mangled(8)
    lay(mangled(7), tmp_path)
    lay(sound(), tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == set(sound())
    assert checked(load_files(sound())).findings == []


@pytest.mark.parametrize("seed", [3, 10, 21])
def test_nor_does_one_break_as_a_process_of_its_own(tmp_path: Path, seed: int) -> None:
    """As a user starts it, with nothing between the program and the pipe."""
    story = tmp_path / "story"
    story.mkdir()
    lay(mangled(seed), story)
    for words in (["check", str(story)], ["play", str(story), "--plain"]):
        done = subprocess.run(
            [sys.executable, "-m", "octgame", *words],
            input=b"1\n2\n1\n1\n",
            capture_output=True,
            check=False,
            timeout=60,
            env=os.environ
            | {
                "OCTGAME_SAVE_DIR": str(tmp_path / "plays"),
                "OCTGAME_CACHE_DIR": str(tmp_path / "cache"),
            },
        )
        assert done.returncode in (0, 1, 2)
        assert not TROUBLE.search((done.stdout + done.stderr).decode())
