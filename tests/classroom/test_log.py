"""The class's journal: after any end of the program the class stands where it stood."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from classroom.bridge import at_vote, begun, made, voted
from mini import mini_program
from octgame.classroom.lesson import Class
from octgame.classroom.log import ClassLog, reread
from octgame.classroom.moves import advance, words
from octgame.classroom.slide import view
from octgame.errors import ChoiceError, JournalError, SaveError, UsageError
from octgame.game.journal import Header, Line, head, write

MOVES = (
    *("next", "next", "next", "open", "close:3,4", "close:5,4,5", "close"),
    *("open", "close:9,8,7,1", "both", "step_back", "short", "undo", "jump:papers"),
    *("jump:gate", "reason:Late", "sentence:Two%20men", "close:1,2", "close:2,2,1"),
)


TO_THE_PAPERS = ["jump:papers", *["next"] * 6]
"""Three cards, of each the source line and the body; then the vote."""


def class_file(folder: Path) -> Path:
    """The folder's only journal."""
    return folder / "001.journal"


def kept(folder: Path, moves: list[str]) -> Class:
    """A class after those of the moves that can be made, in a journal."""
    group = begun(10)
    log = ClassLog.begin(folder, group)
    for seconds, move in enumerate(moves, start=1):
        try:
            after = advance(group, move)
        except (ChoiceError, UsageError):
            continue
        log.keep(group, move, seconds, after)
        group = after
    log.close()
    return group


@settings(max_examples=60)
@given(st.lists(st.sampled_from(MOVES), min_size=1, max_size=40))
def test_a_class_that_is_brought_back_stands_where_it_stood(moves: list[str]) -> None:
    """Whatever it did: the same slide, the same keys, and it goes on from there."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        group = kept(folder, moves)
        if not class_file(folder).exists():
            return
        log = ClassLog.resume(folder, mini_program())
        assert log.retold.notices == ()
        assert view(log.retold.group, 99) == view(group, 99)
        after = advance(log.retold.group, "jump:ticket")
        log.keep(log.retold.group, "jump:ticket", 700, after)
        log.close()
        assert view(reread(folder, mini_program()).group) == view(after)
        assert reread(folder, mini_program()).seconds == 700


def test_every_cut_of_the_journal_is_a_shorter_class(tmp_path: Path) -> None:
    """The program may end at any byte; what was acknowledged before it is there."""
    group = voted(at_vote(begun(10), "gate"), 9, 8)
    moves = [f"jump:{group.step.id}", "next", "next", "open", "close:9,8", "both"]
    kept(tmp_path, moves)
    whole = class_file(tmp_path).read_bytes()
    ends = range(len(moves) + 1)
    shown = [view(made(begun(10), *moves[:end])) for end in ends]
    header = whole.index(b"\n")
    for size in range(header, len(whole)):
        cut = tmp_path / f"cut{size}"
        cut.mkdir()
        class_file(cut).write_bytes(whole[:size])
        log = ClassLog.resume(cut, mini_program())
        # A line that lacks nothing but its line feed is whole.
        assert view(log.retold.group) == shown[whole[: size + 1].count(b"\n") - 1]
        log.close()


def test_a_line_that_was_changed_ends_the_journal_before_it(tmp_path: Path) -> None:
    """The rest is kept aside, and the teacher is told."""
    kept(tmp_path, [*TO_THE_PAPERS, "open", "close:4,5,6", "next"])
    path = class_file(tmp_path)
    path.write_bytes(path.read_bytes().replace(b"close:4,5,6", b"close:9,5,6"))
    log = ClassLog.resume(tmp_path, mini_program())
    assert [notice for notice in log.retold.notices if "damaged" in notice]
    back = log.retold.group
    log.keep(back, "close:1,1,1", 9, advance(back, "close:1,1,1"))
    log.close()
    assert b"close:9,5,6" in (tmp_path / "001.journal.bad-1").read_bytes()
    assert reread(tmp_path, mini_program()).group.tallies[0].counts == (1, 1, 1)


def test_the_journal_holds_totals_and_no_seat(tmp_path: Path) -> None:
    """What was voted, when in the lesson, and the words that the teacher typed."""
    reason = words("reason", "It was dull")
    kept(tmp_path, [*TO_THE_PAPERS, "open", "close:4,5,6", reason])
    rows = class_file(tmp_path).read_text("ascii").splitlines()
    assert rows[0].split()[5:8] == ["-", "one_bridge:10", "-"]
    assert rows[1].split()[1:4] == ["move", "photograph:1", "jump:papers"]
    assert [row.split()[2:4] for row in rows[-3:]] == [
        ["papers:8", "open"],
        ["papers:9", "close:4,5,6"],
        ["papers:10", "reason:It%20was%20dull"],
    ]


def test_nothing_is_written_before_the_first_move(tmp_path: Path) -> None:
    """Whoever only looks leaves nothing behind."""
    ClassLog.begin(tmp_path / "class", begun()).close()
    assert not (tmp_path / "class").exists()


def test_two_windows_do_not_write_the_same_class(tmp_path: Path) -> None:
    """The second one is told."""
    kept(tmp_path, ["next"])
    log = ClassLog.resume(tmp_path, mini_program())
    with pytest.raises(SaveError, match="open in another window"):
        ClassLog.resume(tmp_path, mini_program())
    log.close()


def test_the_journal_of_a_play_is_no_class(tmp_path: Path) -> None:
    """Nor is a folder without one."""
    with pytest.raises(SaveError):
        reread(tmp_path, mini_program())
    core = mini_program().core
    play = head(Header(core.id, core.content, role="keeper"))[0]
    class_file(tmp_path).write_text(f"{play}\n", "ascii")
    with pytest.raises(JournalError, match="play"):
        reread(tmp_path, mini_program())
    other = head(Header("elsewhere", core.content, chapter="one_bridge:10"))[0]
    class_file(tmp_path).write_text(f"{other}\n", "ascii")
    with pytest.raises(JournalError, match="elsewhere"):
        reread(tmp_path, mini_program())


def test_a_move_that_is_no_longer_in_the_lesson_is_told(tmp_path: Path) -> None:
    """The class goes on from where the lesson still holds."""
    core = mini_program().core
    first, check = head(Header(core.id, core.content, chapter="one_bridge:10"))
    rows = [first]
    for number, move in enumerate(["next", "jump:cellar", "next"], start=1):
        row, check = write(number, Line("move", "photograph:5", move, "0" * 16), check)
        rows.append(row)
    class_file(tmp_path).write_text("\n".join(rows) + "\n", "ascii")
    retold = reread(tmp_path, mini_program())
    assert retold.moves == 1
    assert len(retold.notices) == 2
