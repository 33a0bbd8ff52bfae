"""The phones' journal: there after a crash, all of it, and gone at the end."""

import asyncio
import os
from pathlib import Path

import pytest

from octgame.classroom.server.votelog import Kept, VoteLog
from octgame.errors import SaveError
from octgame.saves.files import JournalFile


def now_of(folder: Path) -> float:
    """The moment at which the journal was last written."""
    return max(path.stat().st_mtime for path in folder.glob("*.journal"))


def names_in(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


async def written(folder: Path, *lines: str) -> Path:
    """A journal with lines, closed."""
    log, _ = VoteLog.open(folder, 0)
    for line in lines:
        await log.add(line)
    await log.close()
    return folder / "001.journal"


async def reopened(folder: Path) -> Kept:
    """What a restart finds."""
    log, kept = VoteLog.open(folder, now_of(folder))
    await log.close()
    return kept


async def test_a_restart_finds_code_seats_and_the_last_vote_of_each(
    tmp_path: Path,
) -> None:
    """Per ballot; the later line of a seat counts."""
    await written(
        tmp_path,
        "room K7M4PQ",
        "start",
        "seat aa",
        "seat bb",
        "vote 1 aa stay",
        "vote 2 aa go_in",
        "vote 2 bb stay",
        "vote 2 aa a key with spaces",
    )
    assert await reopened(tmp_path) == Kept(
        "K7M4PQ",
        1,
        ("aa", "bb"),
        {1: {"aa": "stay"}, 2: {"aa": "a key with spaces", "bb": "stay"}},
    )


async def test_a_torn_line_costs_itself_alone(tmp_path: Path) -> None:
    """Wherever the power went: the lines before are whole, the next is written well."""
    path = await written(tmp_path, "room K7M4PQ", "seat aa")
    whole = path.read_bytes()
    for end in range(whole.index(b"seat") + 1, len(whole)):
        path.write_bytes(whole[:end])
        log, kept = VoteLog.open(tmp_path, now_of(tmp_path))
        assert (kept.code, kept.seats) == ("K7M4PQ", ())
        await log.add("seat bb")
        await log.close()
        assert (await reopened(tmp_path)).seats == ("bb",)


async def test_lines_that_come_together_are_synced_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hundred phones that vote at once wait for two syncs, or three."""
    syncs = []
    sync = os.fsync
    monkeypatch.setattr(os, "fsync", lambda fd: (syncs.append(fd), sync(fd))[1])
    log, _ = VoteLog.open(tmp_path, 0)
    before = len(syncs)
    await asyncio.gather(*(log.add(f"vote 1 s{n} stay") for n in range(100)))
    assert len(syncs) - before <= 3
    await log.close()
    assert len((await reopened(tmp_path)).votes[1]) == 100


async def test_a_vote_sent_twice_is_not_acknowledged_before_its_first_is_on_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever waits for the disk waits for all that was said before."""
    done = []
    append = JournalFile.append

    def slow(file: JournalFile, data: bytes) -> None:
        append(file, data)
        done.append(data)

    monkeypatch.setattr(JournalFile, "append", slow)
    log, _ = VoteLog.open(tmp_path, 0)
    first = asyncio.create_task(log.add("vote 1 aa stay"))
    await asyncio.sleep(0)
    await log.synced()
    assert len(done) == 1
    await first
    await log.synced()  # nothing is waited for: it returns at once
    await log.close()


async def test_a_disk_that_refuses_is_told_and_the_lines_are_written_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The class goes on; what could not be written is written with the next vote."""
    log, _ = VoteLog.open(tmp_path, 0)
    await log.add("room K7M4PQ")
    with monkeypatch.context() as full:
        full.setattr(JournalFile, "append", _refuse)
        await log.add("vote 1 aa stay")
    assert log.problem == "the disk is full"
    await log.add("vote 1 bb stay")
    assert log.problem == ""
    await log.close()
    assert (await reopened(tmp_path)).votes == {1: {"aa": "stay", "bb": "stay"}}


async def test_a_folder_that_cannot_be_one_is_told_in_words(tmp_path: Path) -> None:
    """A file in its place, or a journal that another octgame has open."""
    (tmp_path / "file").write_text("")
    with pytest.raises(SaveError):
        VoteLog.open(tmp_path / "file", 0)
    log, _ = VoteLog.open(tmp_path / "folder", 0)
    with pytest.raises(SaveError):
        VoteLog.open(tmp_path / "folder", now_of(tmp_path / "folder"))
    await log.close()


async def test_a_journal_that_was_left_behind_is_forgotten(tmp_path: Path) -> None:
    """A class that crashed yesterday is nobody's class today."""
    await written(tmp_path, "room K7M4PQ", "seat aa")
    log, kept = VoteLog.open(tmp_path, now_of(tmp_path) + 5 * 3600)
    await log.close()
    assert (kept.code, kept.seats) == ("", ())


async def test_nothing_is_left_when_it_is_deleted(tmp_path: Path) -> None:
    """Nor what was kept aside of a torn one."""
    folder = tmp_path / "phones"
    path = await written(folder, "room K7M4PQ", "seat aa")
    path.write_bytes(path.read_bytes()[:-3])
    log, _ = VoteLog.open(folder, now_of(folder))
    await log.add("seat bb")
    assert len(names_in(folder)) == 2
    await log.delete()
    assert names_in(tmp_path) == []


def _refuse(file: JournalFile, data: bytes) -> None:
    raise OSError(28, "No space left on device")
