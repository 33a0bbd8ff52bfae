"""Plays on disk: begun, continued, listed, exported, imported."""

import errno
import getpass
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mini import MINI, mini_program, wander
from octgame.errors import JournalError, SaveError, UsageError
from octgame.game import journal
from octgame.game.journal import Header
from octgame.saves import files, locks
from octgame.saves.files import MOST_BYTES
from octgame.saves.places import saves_folder
from octgame.saves.shelf import Saves


def again(saves: Saves) -> Saves:
    """What another process sees of the same folder."""
    return Saves(saves.folder, mini_program())


def text_of(saves: Saves, name: str) -> list[str]:
    """A journal's lines on the disk."""
    return (saves.folder / f"{name}.journal").read_text().splitlines()


def test_a_play_that_was_only_looked_at_leaves_nothing_behind(saves: Saves) -> None:
    """The file is made with the first choice."""
    saves.new()
    saves.leave()
    assert not saves.folder.exists()
    assert saves.slots() == []
    assert saves.latest() == ""


def test_every_line_is_on_the_disk_when_the_next_page_is_made(saves: Saves) -> None:
    """After each choice the file holds exactly the play's lines."""
    play = saves.new()
    for seed in range(12):
        wander(play, 1, seed)
        assert text_of(saves, "001") == play.text


def test_a_play_goes_on_where_it_stood(saves: Saves) -> None:
    """The next process continues the same file."""
    play = saves.new(role="keeper")
    wander(play, 6)
    saves.leave()
    later = again(saves)
    continued = later.open("001").play
    assert continued.state == play.state
    wander(continued, 3)
    assert text_of(saves, "001") == continued.text
    assert later.current == "001"


def test_a_new_play_has_its_own_number_and_the_old_one_stays(saves: Saves) -> None:
    """Numbers count up; nothing is written over."""
    first = saves.new()
    wander(first, 3)
    wander(saves.new(), 2)
    assert text_of(saves, "001") == first.text
    assert [kept.name for kept in saves.slots()] == ["001", "002"]


def test_the_list_shows_where_each_play_stands_in_the_order_of_numbers(
    saves: Saves,
) -> None:
    """Times of change do not count: clocks and copies lie about them."""
    wander(saves.new(), 80)
    play = saves.new()
    play.take("be_keeper")
    saves.leave()
    os.utime(saves.folder / "001.journal", (2_000_000_000, 2_000_000_000))
    first, second = saves.slots()
    assert (first.ended, first.title) == (True, "The Strip of Cards")
    assert (second.ended, second.title, second.moves) == (False, "The Gatehouse", 1)
    assert first.progress == f"finished, {first.moves} choices"
    assert (second.role, second.progress) == (
        "The toll keeper",
        "Scene 2 of about 4, 1 choice",
    )
    assert saves.latest() == "002"


def test_a_finished_play_is_continued_only_where_there_is_no_other(
    saves: Saves,
) -> None:
    """The last unfinished play comes first."""
    wander(saves.new(), 2)
    wander(saves.new(), 80)
    assert saves.latest() == "001"
    (saves.folder / "001.journal").unlink()
    assert saves.latest() == "002"


def test_an_unknown_role_is_refused_before_anything_is_kept(saves: Saves) -> None:
    """The open play stays open."""
    play = saves.new()
    wander(play, 1)
    with pytest.raises(UsageError):
        saves.new(role="tsar")
    wander(play, 1)
    assert text_of(saves, "001") == play.text


def test_an_edited_story_goes_on_in_a_new_slot(saves: Saves) -> None:
    """Where a choice is gone, the old file stays and the new one holds the play."""
    lines = [
        journal.Line("move", "reading_room", "be_keeper", "0" * 16),
        journal.Line("move", "gatehouse", "dance", "0" * 16),
    ]
    row, check = journal.head(Header("mini", "0" * 16))
    rows = [row]
    for number, line in enumerate(lines, start=1):
        row, check = journal.write(number, line, check)
        rows.append(row)
    saves.folder.mkdir(parents=True)
    old = "\n".join(rows) + "\n"
    (saves.folder / "001.journal").write_text(old)
    replayed = saves.open("001")
    assert len(replayed.parked) == 1
    wander(replayed.play, 2)
    assert (saves.folder / "001.journal").read_text() == old
    assert text_of(saves, "002") == replayed.play.text
    assert not saves.read("002").notices
    assert again(saves).open("001").parked


def test_two_windows_never_write_into_one_play(saves: Saves) -> None:
    """The second is told, and can go on once the first has left."""
    wander(saves.new(), 3)
    second = again(saves)
    with pytest.raises(SaveError, match="another window"):
        second.open("001")
    wander(second.new(), 2)
    assert second.current == "002"
    saves.leave()
    assert second.open("001").play.steps


def test_the_lock_of_a_killed_process_is_free(saves: Saves) -> None:
    """The system lets go of it, whatever happened."""
    script = (
        "import os, sys; sys.path.insert(0, sys.argv[3]);"
        "from pathlib import Path; from mini import mini_program, wander;"
        "from octgame.saves.shelf import Saves;"
        "wander(Saves(Path(sys.argv[1]), mini_program()).new(), 3); os._exit(9)"
    )
    tests = str(Path(__file__).parents[1])
    arguments = [str(saves.folder), str(MINI), tests]
    done = subprocess.run([sys.executable, "-c", script, *arguments], check=False)
    assert done.returncode == 9
    assert len(saves.open("001").play.steps) == 3


def test_a_play_can_be_opened_again_by_the_window_that_plays_it(saves: Saves) -> None:
    """Its own lock does not bar it."""
    wander(saves.new(), 3)
    assert len(saves.open("001").play.steps) == 3


def test_a_folder_that_cannot_be_made_is_told_and_the_play_goes_on(
    saves: Saves,
) -> None:
    """A file lies where the folder should be; when it is gone, all is written."""
    saves.folder.parent.mkdir()
    saves.folder.write_text("in the way")
    play = saves.new()
    wander(play, 4)
    assert saves.problem.startswith("Your play is not saved: ")
    saves.folder.unlink()
    wander(play, 1)
    assert saves.problem == ""
    assert text_of(saves, "001") == play.text


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EROFS, "the disk is read-only"),
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "the folder is closed to you"),
        (errno.ENODEV, "no such device"),
    ],
)
def test_the_player_is_told_why_nothing_is_saved(
    saves: Saves, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    """The reason stands in words."""

    def refuse(*_arguments: Any, **_options: Any) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "makedirs", refuse)
    wander(saves.new(), 1)
    assert words in saves.problem


def test_a_read_only_journal_is_continued_in_a_new_slot(
    saves: Saves, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What can be read can be played; the problem is shown at once."""
    wander(saves.new(), 3)
    saves.leave()
    really = os.open

    def read_only(path: Any, flags: int, *rest: Any, **options: Any) -> int:
        if flags & os.O_RDWR:
            raise OSError(errno.EROFS, "read-only")
        return really(path, flags, *rest, **options)

    monkeypatch.setattr(os, "open", read_only)
    play = saves.open("001").play
    assert "read-only" in saves.problem
    wander(play, 1)
    assert saves.problem == ""
    assert text_of(saves, "002") == play.text


def test_a_journal_at_its_greatest_length_says_so(
    saves: Saves, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would not be read again if it grew on."""
    monkeypatch.setattr(files, "MOST_BYTES", 300)
    play = saves.new()
    wander(play, 8)
    assert "greatest length" in saves.problem
    saves.leave()
    there = saves.read("001").play.text
    assert there == play.text[: len(there)]


@pytest.mark.parametrize("kind", ["link", "folder", "pipe", "huge", "other", "foreign"])
def test_what_is_no_journal_of_ours_is_listed_with_the_reason(
    saves: Saves, kind: str
) -> None:
    """It is neither opened nor changed, and the other plays are there."""
    wander(saves.new(), 2)
    path = saves.folder / "002.journal"
    if kind == "link":
        path.symlink_to(saves.folder / "001.journal")
    elif kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "huge":
        path.write_bytes(bytes(MOST_BYTES + 1))
    elif kind == "other":
        path.write_text("Dear diary,\n")
    else:
        path.write_text(journal.head(Header("elsewhere", "0" * 16))[0] + "\n")
    first, second = saves.slots()
    assert first.problem == ""
    assert second.problem
    with pytest.raises((SaveError, JournalError)):
        saves.open("002")
    with pytest.raises((SaveError, JournalError)) as still:
        again(saves).open("002")
    assert "another window" not in still.value.message
    assert saves.latest() == "001"


def test_files_with_other_names_are_no_plays(saves: Saves) -> None:
    """Only 001.journal and its like are; an empty one was never begun."""
    wander(saves.new(), 1)
    for name in ("1.journal", "notes.txt", "002.journal.bad-1", "0007.journal"):
        (saves.folder / name).write_text("x")
    (saves.folder / "003.journal").touch()
    assert [kept.name for kept in saves.slots()] == ["001"]
    wander(saves.new(), 1)
    assert saves.current == "004"


@pytest.mark.parametrize("name", ["", "x", "../../001", "999", "٣"])
def test_a_play_that_is_not_there_is_refused(saves: Saves, name: str) -> None:
    """With a sentence, whatever was typed."""
    with pytest.raises(SaveError, match="there is no"):
        saves.open(name)


def test_a_journal_travels_by_export_and_import(saves: Saves, tmp_path: Path) -> None:
    """The copy is the same file, and no file is written over."""
    play = saves.new()
    wander(play, 5)
    target = tmp_path / "mine.journal"
    saves.export_to("001", target)
    with pytest.raises(SaveError, match="is there already"):
        saves.export_to("001", target)
    other = Saves(tmp_path / "elsewhere", mini_program())
    assert other.import_from(target) == "001"
    assert other.import_from(target) == "002"
    assert other.open("002").play.text == play.text


def test_a_foreign_journal_is_not_imported(saves: Saves, tmp_path: Path) -> None:
    """The story it belongs to is named."""
    source = tmp_path / "other.journal"
    source.write_text(journal.head(Header("elsewhere", "0" * 16))[0] + "\n")
    with pytest.raises(JournalError, match="belongs to the story elsewhere"):
        saves.import_from(source)
    assert saves.slots() == []


def test_an_import_or_export_that_cannot_be_written_says_so(
    saves: Saves, tmp_path: Path
) -> None:
    """Nothing half-written is left."""
    wander(saves.new(), 2)
    with pytest.raises(SaveError, match="cannot be written"):
        saves.export_to("001", tmp_path / "nowhere" / "mine.journal")
    source = tmp_path / "mine.journal"
    saves.export_to("001", source)
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(SaveError, match="cannot be kept"):
        Saves(tmp_path / "file" / "mini", mini_program()).import_from(source)


def test_a_full_disk_leaves_no_half_of_an_export(
    saves: Saves, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The half-written copy is taken away again."""
    wander(saves.new(), 2)

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SaveError, match="the disk is full"):
        saves.export_to("001", tmp_path / "mine.journal")
    assert not (tmp_path / "mine.journal").exists()


def test_a_journal_names_neither_user_nor_computer_nor_folder(saves: Saves) -> None:
    """What a player hands in holds the play and nothing else."""
    play = saves.new()
    wander(play, 10)
    play.write("A sentence.")
    text = "\n".join(text_of(saves, "001"))
    words = set(text.replace("\n", " ").split())
    assert not words & {getpass.getuser(), socket.gethostname()}
    assert str(saves.folder) not in text
    assert "/" not in text


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP])
def test_where_there_are_no_locks_the_play_is_kept_all_the_same(
    saves: Saves, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """Some network folders have none."""

    def none(_handle: int) -> None:
        raise OSError(number, "no locks")

    monkeypatch.setattr(locks, "_take", none)
    play = saves.new()
    wander(play, 2)
    assert text_of(saves, "001") == play.text


def test_a_lock_that_another_system_refuses_is_somebody_elses(
    saves: Saves, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows says EACCES where Linux says EWOULDBLOCK."""
    wander(saves.new(), 2)

    def refuse(_handle: int) -> None:
        raise OSError(errno.EACCES, "locked")

    monkeypatch.setattr(locks, "_take", refuse)
    with pytest.raises(SaveError, match="another window"):
        again(saves).open("001")


def test_a_fault_of_the_lock_itself_is_told(
    saves: Saves, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Anything else that the system says is a problem like others."""

    def broken(_handle: int) -> None:
        raise OSError(errno.EIO, "broken")

    monkeypatch.setattr(locks, "_take", broken)
    wander(saves.new(), 2)
    assert saves.problem


def test_the_folder_is_the_one_asked_for_else_the_users_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The option comes before the variable, the variable before the system's place."""
    monkeypatch.delenv("OCTGAME_SAVE_DIR", raising=False)
    assert saves_folder("mini").parts[-3:] == ("octgame", "plays", "mini")
    monkeypatch.setenv("OCTGAME_SAVE_DIR", str(tmp_path))
    assert saves_folder("mini") == tmp_path / "mini"
    assert saves_folder("mini", tmp_path / "given") == tmp_path / "given" / "mini"


def test_a_later_rule_book_is_refused_politely_and_nothing_changed(
    saves: Saves,
) -> None:
    """The file of a newer octgame stays as it is."""
    header = Header("mini", "0" * 16)._replace(rules=99)
    saves.folder.mkdir(parents=True)
    path = saves.folder / "001.journal"
    path.write_text(journal.head(header)[0] + "\n")
    with pytest.raises(JournalError, match="later octgame"):
        saves.open("001")
    assert path.read_text() == journal.head(header)[0] + "\n"


def test_saves_are_imported_without_what_only_one_system_has() -> None:
    """Neither fcntl nor msvcrt is needed to import the room."""
    script = (
        "import sys; sys.modules['fcntl'] = sys.modules['msvcrt'] = None;"
        "import octgame.saves.shelf"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_a_number_that_another_window_took_meanwhile_is_passed_over(
    saves: Saves, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two windows begin a play in the same moment."""
    wander(saves.new(), 1)
    monkeypatch.setattr(files, "numbers", lambda _folder: [])
    second = again(saves)
    wander(second.new(), 1)
    assert second.current == "002"
