"""What a second process read of a story is what we would have read ourselves."""

import shutil
import threading
import time
from pathlib import Path

import pytest

from mini import MINI
from octgame.loading import beside
from octgame.loading.beside import reading_beside
from octgame.loading.diagnostics import Diagnostics
from octgame.loading.load import load
from octgame.loading.source.packed import pack, unpack
from octgame.loading.source.reader import read

FILES = sorted(MINI.glob("*.yaml"))


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A story that counts as large, on a computer with two processors."""
    monkeypatch.setattr(beside, "LEAST", 0)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    return Path(shutil.copytree(MINI, tmp_path / "story"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_packed_tree_is_the_same_tree_again(file: Path) -> None:
    """Every text, style and place of it."""
    tree = read(file.name, file.read_bytes(), Diagnostics())
    assert tree is not None
    assert unpack(file.name, pack(tree)) == tree


def test_two_processes_read_what_one_reads(story: Path) -> None:
    """The story, its places, its lines and its hashes."""
    alone = load(story)
    with reading_beside(story) as reads:
        time.sleep(0.3)  # so that all is read there
        together = load(story, reads=reads)
    assert together.story == alone.story
    assert dict(together.positions) == dict(alone.positions)
    assert together.diagnostics.sources == alone.diagnostics.sources
    assert together.content == alone.content


def test_what_was_read_of_other_bytes_is_read_again(story: Path) -> None:
    """A file may change between the two."""
    with reading_beside(story) as reads:
        time.sleep(0.3)
        tree = reads("cards.yaml", b"cards: {}\n", Diagnostics())
    assert tree is not None
    assert tree == read("cards.yaml", b"cards: {}\n", Diagnostics())


def test_what_there_is_to_tell_of_a_file_is_told(story: Path) -> None:
    """The second process keeps silent about it, and we read it."""
    with (story / "cards.yaml").open("a", encoding="utf-8") as file:
        file.write("cards: {}\n")
    with reading_beside(story) as reads:
        time.sleep(0.3)
        found = load(story, reads=reads).diagnostics.found
    assert [one.code for one in found] == ["duplicate-key"]


def test_a_small_story_and_one_between_threads_are_read_alone(
    story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There a second process is not worth it, or not safe."""
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    with reading_beside(story) as reads:
        assert reads is read
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(beside, "LEAST", 10**9)
    with reading_beside(story) as reads:
        assert reads is read
