"""A class hour: its clock, its journal, its folder, and the notes beside it."""

import datetime as dt
from itertools import islice
from pathlib import Path

import pytest

from classroom.bridge import begun
from octgame.classroom.folder import folder_name
from octgame.classroom.log import LONGEST_BREAK, ClassLog, away, reread
from octgame.classroom.notes import notes, told
from octgame.classroom.sitting import Sitting
from octgame.classroom.whereabouts import is_finished, latest, unused
from octgame.errors import ChoiceError


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        """The time."""
        return self.now


def taught(folder: Path, clock: Clock | None = None) -> Sitting:
    """A class that is kept in a folder."""
    group = begun()
    log = ClassLog.begin(folder, group)
    return Sitting(group, folder, log, clock=clock or Clock())


def test_the_clock_begins_with_the_first_move(tmp_path: Path) -> None:
    """A wall that waits for the class costs it no time."""
    clock = Clock()
    sitting = taught(tmp_path, clock)
    clock.now += 300
    assert sitting.seconds == 0
    sitting.do("next")
    clock.now += 90
    assert sitting.seconds == 90


def test_a_class_that_is_gone_on_with_has_its_minutes(tmp_path: Path) -> None:
    """Those of its last move, and those since."""
    clock = Clock()
    sitting = taught(tmp_path, clock)
    sitting.do("next")
    clock.now += 120
    sitting.do("open")
    sitting.leave()
    log = ClassLog.resume(tmp_path, sitting.group.program)
    again = Sitting(
        log.retold.group, tmp_path, log, passed=log.retold.seconds, clock=clock
    )
    clock.now += 10
    assert again.seconds == 130
    assert again.slide.voting == "open"


def test_a_class_has_its_folder_to_itself_from_the_start_and_leaves_it_unused(
    tmp_path: Path,
) -> None:
    """Two presenters that were opened before the first move do not share one."""
    base = tmp_path / "class"
    first = taught(base)
    assert unused(base).name == "class-2"
    first.leave()
    assert not base.exists()


def test_the_minutes_that_a_crash_took_are_the_lessons(tmp_path: Path) -> None:
    """A class that goes on next week has not been taught since."""
    sitting = taught(tmp_path)
    sitting.do("next")
    written = (tmp_path / "001.journal").stat().st_mtime
    assert away(tmp_path, written + 90) == 90
    assert away(tmp_path, written + LONGEST_BREAK + 1) == 0
    assert away(tmp_path, written - 90) == 0
    assert away(tmp_path / "nowhere", written) == 0


def test_a_move_that_is_refused_leaves_no_line(tmp_path: Path) -> None:
    """And the class stands where it stood."""
    sitting = taught(tmp_path)
    with pytest.raises(ChoiceError):
        sitting.do("close")
    sitting.do("next")
    assert reread(tmp_path, sitting.group.program).moves == 1


def test_a_rehearsal_leaves_nothing(tmp_path: Path) -> None:
    """No journal and no papers."""
    sitting = Sitting(begun(), tmp_path)
    sitting.do("next")
    sitting.finish()
    assert not list(tmp_path.iterdir())


def test_each_class_of_a_day_has_a_folder(tmp_path: Path) -> None:
    """The latest one is offered until its papers are written at its last stop."""
    base = tmp_path / folder_name("one_bridge", dt.date(2025, 11, 7))
    assert latest(base) is None
    assert unused(base) == base
    taught(base).do("next")
    assert latest(base) == base
    second = unused(base)
    assert second.name == "class-2025-11-07-one_bridge-2"
    sitting = taught(second)
    sitting.do("next")
    assert latest(base) == second
    sitting.finish()
    assert not is_finished(second, sitting.group)
    while not sitting.group.is_at_end:
        sitting.do(
            f"jump:{sitting.group.path[-1].id}" if sitting.group.at == 0 else "next"
        )
    assert is_finished(second, sitting.group)


def test_the_notes_follow_the_journal_of_the_class(tmp_path: Path) -> None:
    """Each step's once, with what comes next; before the class, the first step's."""
    sitting = taught(tmp_path)
    moves = [[], ["next"], ["open", "close:1,2,3"], ["jump:ticket"]]

    def wait(_seconds: float) -> None:
        for move in moves.pop(0) if moves else []:
            sitting.do(move)

    first, last = islice(notes(tmp_path, begun(), wait), 2)
    assert "1 of 8. One Photograph" in first
    assert "Do not say when it was taken." in first
    assert "Next: The Gate" in first
    assert "This is the last step." in last
    assert "One Claim" in told(sitting.group)


def test_notes_survive_a_journal_that_cannot_be_read(tmp_path: Path) -> None:
    """They stay where they were."""
    (tmp_path / "001.journal").write_text("nonsense", "utf-8")
    (first,) = islice(notes(tmp_path, begun(), lambda _: None), 1)
    assert "One Photograph" in first
