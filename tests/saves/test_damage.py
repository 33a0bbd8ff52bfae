"""However a journal is damaged, it is noticed and the last good move is there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mini import begun, wander
from octgame.errors import JournalError
from octgame.game import journal
from octgame.saves.shelf import Saves


def played() -> bytes:
    """A journal of thirty lines as it lies on the disk."""
    play = begun()
    wander(play, 24)
    play.undo()
    play.redo()
    play.note("card:photo_anniversary")
    play.write("The bridge was opened.")
    return "".join(f"{line}\n" for line in play.text).encode()


WHOLE = played()
LINES = WHOLE.splitlines(keepends=True)
HEAD = len(LINES[0])
CHANGES = st.integers(HEAD, len(WHOLE) - 2)


def sound_lines(raw: bytes) -> tuple[int, str]:
    """How many lines after the header are read, and what is wrong then."""
    read = journal.read(raw.decode("ascii", "replace"))
    assert raw[: read.good].decode("ascii") + "\n" == b"".join(
        LINES[: len(read.lines) + 1]
    ).decode("ascii")
    return len(read.lines), read.damage


def line_at(offset: int) -> int:
    """The number of the line that a byte belongs to."""
    return WHOLE[:offset].count(b"\n")


@given(at=CHANGES, bit=st.integers(0, 7))
def test_a_flipped_bit_is_noticed_and_every_line_before_it_is_read(
    at: int, bit: int
) -> None:
    """One bit of the body is turned."""
    raw = bytearray(WHOLE)
    raw[at] ^= 1 << bit
    lines, damage = sound_lines(bytes(raw))
    assert damage
    assert lines == line_at(at) - 1


@given(at=CHANGES, length=st.integers(1, 600))
def test_zeroed_bytes_are_noticed_and_every_line_before_them_is_read(
    at: int, length: int
) -> None:
    """A block of the file comes back as zeros, as after a power cut."""
    end = min(at + length, len(WHOLE))
    lines, damage = sound_lines(WHOLE[:at] + bytes(end - at) + WHOLE[end:])
    assert damage
    assert lines == line_at(at) - 1


@given(
    pair=st.lists(
        st.integers(1, len(LINES) - 1), min_size=2, max_size=2, unique=True
    ).map(sorted)
)
def test_swapped_lines_are_noticed(pair: list[int]) -> None:
    """Two lines change places."""
    first, second = pair
    lines = list(LINES)
    lines[first], lines[second] = lines[second], lines[first]
    read, damage = sound_lines(b"".join(lines))
    assert damage
    assert read == first - 1


@given(at=st.integers(1, len(LINES) - 2))
def test_a_line_taken_out_of_the_middle_is_noticed(at: int) -> None:
    """One line is gone and others follow."""
    read, damage = sound_lines(b"".join([*LINES[:at], *LINES[at + 1 :]]))
    assert damage
    assert read == at - 1


@given(at=CHANGES)
def test_a_cut_loads_as_the_shorter_play(at: int) -> None:
    """A cut inside a line is noticed; one at a line's end is simply a shorter play."""
    lines, damage = sound_lines(WHOLE[:at])
    at_end = WHOLE[at : at + 1] == b"\n" or WHOLE[at - 1 : at] == b"\n"
    assert bool(damage) is not at_end
    assert lines == WHOLE[:at].count(b"\n") - (WHOLE[at - 1 : at] == b"\n") - (
        not at_end
    )


@given(at=st.integers(0, HEAD - 2), bit=st.integers(0, 7))
def test_a_damaged_header_is_refused(at: int, bit: int) -> None:
    """Without its first line a journal says nothing that can be trusted."""
    raw = bytearray(WHOLE)
    raw[at] ^= 1 << bit
    with pytest.raises(JournalError):
        journal.read(raw.decode("ascii", "replace"))


def test_a_damaged_journal_is_kept_aside_before_the_play_goes_on(saves: Saves) -> None:
    """The damaged original stays beside the slot, byte for byte."""
    damaged = WHOLE[:-40] + b"zzz" + WHOLE[-37:]
    saves.folder.mkdir(parents=True)
    (saves.folder / "001.journal").write_bytes(damaged)
    replayed = saves.open("001")
    assert "damaged" in replayed.notices[0]
    assert (saves.folder / "001.journal").read_bytes() == damaged
    replayed.play.undo()
    assert (saves.folder / "001.journal.bad-1").read_bytes() == damaged
    assert saves.current == "001"
    saves.leave()
    assert saves.read("001").play.text == replayed.play.text
    assert not saves.read("001").notices


def test_a_second_damage_is_kept_beside_the_first(saves: Saves) -> None:
    """No damaged original is written over."""
    path = saves.folder / "001.journal"
    saves.folder.mkdir(parents=True)
    for torn in (b"first", b"second"):
        whole = path.read_bytes() if path.exists() else WHOLE
        path.write_bytes(whole + torn)
        saves.open("001").play.undo()
        saves.leave()
    names = sorted(p.name for p in saves.folder.iterdir())
    assert names == ["001.journal", "001.journal.bad-1", "001.journal.bad-2"]


def test_a_last_line_without_its_end_is_no_damage(saves: Saves) -> None:
    """An editor that takes the last line feed away costs nothing."""
    saves.folder.mkdir(parents=True)
    (saves.folder / "001.journal").write_bytes(WHOLE.removesuffix(b"\n"))
    replayed = saves.open("001")
    replayed.play.undo()
    saves.leave()
    assert not replayed.notices
    assert saves.read("001").play.text == replayed.play.text
    assert len(list(saves.folder.iterdir())) == 1
