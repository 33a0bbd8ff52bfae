"""Whichever call to the system fails, no acknowledged line is lost."""

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from mini import mini_program, wander
from octgame.errors import JournalError
from octgame.game import journal
from octgame.game.page import Page
from octgame.game.play import Play
from octgame.saves import files
from octgame.saves.shelf import Saves

CALLS = {
    *("open", "write", "read", "fsync", "close", "ftruncate", "fstat"),
    *("makedirs", "listdir", "unlink"),
}
MOST_CALLS = 45
"""More than the longest of these plays makes; the last faults never come."""


class KilledError(BaseException):
    """The process ends here."""


class FailingOs:
    """The os module, of which one call fails, a write after half of its bytes."""

    def __init__(self, at: int, fault: BaseException) -> None:
        self.calls: list[str] = []
        self.handles: set[int] = set()
        self._at = at
        self._fault = fault

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        return self._counted(name, real) if name in CALLS else real

    def _counted(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            self.calls.append(name)
            if len(self.calls) == self._at:
                if name == "write":
                    real(args[0], args[1][: len(args[1]) // 2])
                raise self._fault
            result = real(*args, **options)
            if name == "open":
                self.handles.add(result)
            if name == "close":
                self.handles.discard(args[0])
            return result

        return call


class Witness:
    """Remembers every line that the disk has promised to keep."""

    def __init__(self, saves: Saves, play: Play) -> None:
        self.promised = ""
        self._saves, self._play = saves, play
        self._keep, play.keep = play.keep, self.keep

    def keep(self, line: str) -> None:
        """Hand the line on; it is promised where no problem is shown."""
        assert self._keep is not None
        self._keep(line)
        if not self._saves.problem:
            self.promised = "\n".join([*self._play.text, line])


def lines_on_disk(folder: Path, number: str) -> str:
    """The sound part of a journal, or "" where there is none."""
    path = folder / f"{number}.journal"
    if not path.exists() or not path.read_text().startswith("octgame-journal"):
        return ""
    text = path.read_text()
    with suppress(JournalError):
        return text[: journal.read(text).good]
    return ""


def fails(monkeypatch: pytest.MonkeyPatch, at: int, fault: BaseException) -> FailingOs:
    """Let the call of that number fail."""
    failing = FailingOs(at, fault)
    monkeypatch.setattr(files, "os", failing)
    return failing


@pytest.mark.parametrize("at", range(1, MOST_CALLS))
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_a_new_play_survives_any_one_fault(
    saves: Saves, monkeypatch: pytest.MonkeyPatch, at: int, number: int
) -> None:
    """The game goes on, and in the end every line is on the disk."""
    fails(monkeypatch, at, OSError(number, os.strerror(number)))
    play = saves.new()
    wander(play, 12)
    play.undo()
    saves.leave()
    assert not saves.problem
    monkeypatch.undo()
    [kept] = [kept for kept in saves.slots() if kept.moves]
    assert saves.read(kept.name).play.text == play.text


@pytest.mark.parametrize("at", range(1, MOST_CALLS))
def test_a_killed_process_has_lost_no_promised_line(
    saves: Saves, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    """Whatever the disk acknowledged is there when the next process looks."""
    failing = fails(monkeypatch, at, KilledError())
    play = saves.new()
    witness = Witness(saves, play)
    with suppress(KilledError):
        wander(play, 12)
    monkeypatch.undo()
    for handle in failing.handles:
        os.close(handle)
    assert lines_on_disk(saves.folder, "001").startswith(witness.promised)


@pytest.mark.parametrize("at", range(1, MOST_CALLS))
@pytest.mark.parametrize("kill", [True, False])
def test_mending_a_damaged_journal_survives_any_one_fault(
    saves: Saves, monkeypatch: pytest.MonkeyPatch, at: int, kill: bool
) -> None:
    """The good part is never lost, whether in the slot or kept aside."""
    wander(saves.new(), 5)
    saves.leave()
    path = saves.folder / "001.journal"
    good = path.read_text().rstrip("\n")
    path.write_text(good + "\n6 move torn")
    fault = KilledError() if kill else OSError(errno.ENOSPC, "full")
    failing = fails(monkeypatch, at, fault)
    later = Saves(saves.folder, mini_program())
    promised = good
    with suppress(KilledError):
        play = later.open("001").play
        witness = Witness(later, play)
        wander(play, 4, seed=2)
        promised = witness.promised
        later.leave()
        assert not later.problem
    monkeypatch.undo()
    for handle in failing.handles:
        with suppress(OSError):
            os.close(handle)
    there = [lines_on_disk(saves.folder, name) for name in ("001", "002")]
    assert any(text.startswith(promised) for text in there)
    assert lines_on_disk(saves.folder, "001").startswith(good)


@pytest.mark.parametrize("at", range(1, MOST_CALLS))
def test_no_page_is_shown_whose_choice_the_disk_has_not(
    saves: Saves, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    """Killed at any call, the last page that was built is the journal's own."""
    failing = fails(monkeypatch, at, KilledError())
    play = saves.new()
    shown = play.page
    with suppress(KilledError):
        for _ in range(12):
            wander(play, 1, seed=len(play.steps))
            shown = play.page
    monkeypatch.undo()
    for handle in failing.handles:
        os.close(handle)
    if play.steps:
        pages = pages_of(saves.read("001").play)
        assert shown in pages[-2:]


def pages_of(play: Play) -> list[Page]:
    """Every page on the way to where a play stands."""
    pages = [play.page]
    while play.undo():
        pages.insert(0, play.page)
    return pages


def test_a_line_counts_when_the_disk_has_it_and_the_name_of_its_file(
    saves: Saves, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder is synced when the file is made, the file after each line."""
    watched = fails(monkeypatch, 0, KilledError())
    play = saves.new()
    wander(play, 3)
    opening = ["makedirs", "listdir", "open", "open", "fsync", "close"]
    assert watched.calls == [*opening, *["write", "fsync"] * 3]
