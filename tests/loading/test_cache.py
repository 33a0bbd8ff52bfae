"""The cache answers only for the very files that lie there now."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mini import MINI, mini_program
from octgame.errors import StoryError
from octgame.loading import cache
from octgame.loading.open import open_story
from octgame.loading.source.listing import signature

LONG_AGO = 1_000_000_000


@pytest.fixture(autouse=True)
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("OCTGAME_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A copy of the small story whose files have long been still."""
    folder = tmp_path / "story"
    shutil.copytree(MINI, folder)
    for path in folder.iterdir():
        os.utime(path, (LONG_AGO, LONG_AGO))
    return folder


def the_file(folder: Path) -> Path:
    """The one file in the cache."""
    [file] = folder.glob("*.oct")
    return file


def test_a_cached_program_is_the_compiled_one(story: Path) -> None:
    """Every shelf comes back as it was."""
    compiled = open_story(story)
    again = cache.cached(story)
    assert again is not None
    assert again == compiled == mini_program()


def test_the_cache_is_the_users_own(story: Path, cache_folder: Path) -> None:
    """Nobody else may read the folder or write the file."""
    open_story(story)
    assert cache_folder.stat().st_mode & 0o777 == 0o700
    assert the_file(cache_folder).stat().st_mode & 0o777 == 0o600
    assert list(cache_folder.iterdir()) == [the_file(cache_folder)]


def test_a_changed_file_is_compiled_again(story: Path) -> None:
    """The new title is played."""
    open_story(story)
    file = story / "story.yaml"
    file.write_text(file.read_text().replace("The Bridge", "The Ford"))
    assert cache.cached(story) is None
    assert open_story(story).core.title.startswith("The Ford")


def test_a_change_within_the_clocks_step_is_noticed(story: Path) -> None:
    """Same name, same size, same time: a file that is still warm is read."""
    file = story / "story.yaml"
    file.write_text(file.read_text())
    before = file.stat()
    open_story(story)
    file.write_text(file.read_text().replace("Bridge", "Brigde"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert "Brigde" in open_story(story).core.title


def test_a_touched_file_is_compared_and_not_compiled_again(story: Path) -> None:
    """The contents are the same, so the program is, and the cache learns the time."""
    open_story(story)
    os.utime(story / "story.yaml", (LONG_AGO + 5, LONG_AGO + 5))
    assert cache.cached(story) is not None
    held = cache._read(cache._place(story))
    assert held is not None
    assert held["signature"] == signature(story)


def test_another_octgame_compiles_again(
    story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cache is read only by the very code that wrote it."""
    open_story(story)
    monkeypatch.setattr("octgame.__version__", "0.0.9")
    assert cache.cached(story) is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_a_damaged_cache_is_compiled_again(
    story: Path, cache_folder: Path, place: float, bit: int
) -> None:
    """One flipped bit anywhere."""
    open_story(story)
    file = the_file(cache_folder)
    whole = file.read_bytes()
    damaged = bytearray(whole)
    damaged[int(place * len(whole))] ^= 1 << bit
    file.write_bytes(damaged)
    assert cache.cached(story) is None
    file.write_bytes(whole)


@pytest.mark.parametrize("kind", ["empty", "short", "folder", "link", "pipe", "other"])
def test_what_is_no_cache_file_is_left_alone(
    story: Path, cache_folder: Path, tmp_path: Path, kind: str
) -> None:
    """The story is compiled, and played all the same."""
    open_story(story)
    file = the_file(cache_folder)
    whole = file.read_bytes()
    file.unlink()
    if kind == "empty":
        file.touch()
    elif kind == "short":
        file.write_bytes(whole[:-10])
    elif kind == "folder":
        file.mkdir()
    elif kind == "link":
        (tmp_path / "real").write_bytes(whole)
        file.symlink_to(tmp_path / "real")
    elif kind == "pipe":
        os.mkfifo(file)
    else:
        file.write_bytes(whole)
        file.chmod(0o666)
    assert cache.cached(story) is None
    assert open_story(story).core.id == "mini"


def test_a_cache_that_somebody_else_owns_is_not_read(
    story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its owner is looked at before its contents."""
    open_story(story)
    uid = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: uid + 1)
    assert cache.cached(story) is None


def test_a_cache_that_cannot_be_written_costs_only_time(
    story: Path, cache_folder: Path
) -> None:
    """A file lies where the folder should be."""
    cache_folder.write_text("in the way")
    assert open_story(story).core.id == "mini"


def test_what_a_killed_process_left_is_swept(story: Path, cache_folder: Path) -> None:
    """Half-written files go with the next writing, once they are old."""
    cache_folder.mkdir()
    old, young = cache_folder / "a.1.tmp", cache_folder / "b.2.tmp"
    old.touch()
    young.touch()
    os.utime(old, (time.time() - 600, time.time() - 600))
    open_story(story)
    assert not old.exists()
    assert young.exists()


def test_a_story_with_errors_is_refused_with_the_first_of_them(story: Path) -> None:
    """The player learns where it lies and what tells more; nothing is cached."""
    file = story / "scenes.yaml"
    file.write_text(file.read_text().replace("to: dark_hours", "to: darc_hours"))
    with pytest.raises(StoryError, match="1 error") as caught:
        open_story(story)
    assert "scenes.yaml:" in caught.value.hint
    assert "octgame check" in caught.value.hint
    assert cache.cached(story) is None


def test_a_warm_start_reads_no_yaml(story: Path) -> None:
    """What the cache holds needs no parser."""
    open_story(story)
    script = (
        "import sys; from pathlib import Path;"
        "from octgame.loading.open import open_story;"
        "open_story(Path(sys.argv[1])); assert 'yaml' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script, str(story)], check=True)
