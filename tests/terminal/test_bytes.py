"""Every byte that reaches a real terminal: hostile stories, saves and keyboards."""

import re
import sys
from pathlib import Path

import pytest

from authors import markup
from mini import MINI
from octgame.story.safe import unsafe_at
from terminal import Opened, Terminal
from ui.table import READER, played

pytestmark = pytest.mark.terminal

OWN = re.compile(
    r"\x1b\[[0-9;:]*m"  # colours
    r"|\x1b\[[0-9;]*[HABCDGd]"  # the cursor's place
    r"|\x1b\[[0-9]*[JKX]"  # erasing
    r"|\x1b\[\?[0-9;]*[hl]"  # modes: screen, cursor, mouse, paste, whole frames
    r"|\x1b\[\?[0-9]+\$p"  # whether the terminal has a mode
    r"|\x1b\[(?:>[0-9]+|<)u"  # the keyboard's manner of speaking
    r"|\x1b\]22;[a-z]+\x07"  # the mouse pointer's shape
)
"""All the sequences that the interface may write."""
OCTGAME = (sys.executable, "-m", "octgame")
ESCAPE, CTRL_P, CTRL_Q = "\x1b", "\x10", "\x11"
PASTED = "\x1b[200~\x1b]52;c;eA==\x07\x9b2Jpasted\x1b[201~"


def foreign(written: bytes) -> str:
    """What is neither text nor one of the interface's own sequences."""
    left = OWN.sub("", written.decode()).replace("\r", "").replace("\n", "")
    at = unsafe_at(left)
    return "" if at is None else f"{at[1]}: {left[max(0, at[0] - 40) : at[0] + 40]!r}"


def looked_through(terminal: Terminal, first: str) -> bytes:
    """From the title page: every panel, a card, choices, and out."""
    terminal.until(first)
    terminal.settle()
    for keys in (
        "n",
        "o",
        "b",
        "v",
        "w",
        "d",
        "p",
        "?",
        "\x1b",
        "4",
        "1",
        "1",
        "\x10",
        "\x1b",
    ):
        terminal.send(keys)
        terminal.settle()
    terminal.send("\x1b[<0;20;6M\x1b[<0;20;6m")
    terminal.settle()
    terminal.send(CTRL_Q)
    assert terminal.wait() == 0
    return terminal.seen


def test_a_story_full_of_markup_writes_nothing_of_its_own(
    opened: Opened, tmp_path: Path
) -> None:
    """Each text holds something to be obeyed; the terminal gets words and colours."""
    for name, data in markup().items():
        (tmp_path / name).write_bytes(data)
    written = looked_through(opened(*OCTGAME, "play", str(tmp_path)), "New play")
    assert foreign(written) == ""


def test_a_hostile_journal_and_keyboard_write_nothing_either(
    opened: Opened, own_folders: dict[str, str]
) -> None:
    """Escapes are pasted into a sentence and sent by the terminal, and are in saves."""
    play = played(*READER)
    play.note("say:%1B%5D52%3Bc%3BeA%3D%3D%07%C2%9B2J%E2%80%AE")
    open_now = [offer for offer in play.page.offers if offer.open]
    number = next(at for at, offer in enumerate(open_now, 1) if offer.writes)
    folder = Path(own_folders["OCTGAME_SAVE_DIR"]) / "mini"
    folder.mkdir(parents=True)
    (folder / "001.journal").write_text("\n".join(play.text) + "\n")
    (folder / "002.journal").write_bytes(b"\x1b]52;c;eA==\x07\n")
    terminal = opened(*OCTGAME, "play", str(MINI), "--continue")
    terminal.until("Previously")
    terminal.settle()
    terminal.send(str(number))
    terminal.until("One sentence for the plaque")
    terminal.send(PASTED)
    terminal.until("pasted")
    terminal.send("\x1b]52;c;eA==\x07\r")
    terminal.settle()
    for keys in (*"dp", ESCAPE, CTRL_Q):
        terminal.send(keys)
        terminal.settle()
    assert terminal.wait() == 0
    assert foreign(terminal.seen) == ""


def test_in_the_c_locale_every_byte_is_ascii(plays: Opened) -> None:
    """By itself: the title page, the map and a choice, without the option."""
    terminal = plays(env={"LC_ALL": "C", "SSH_CONNECTION": "here"})
    terminal.until("New play")
    for key in ("n", "4", "1", "w", ESCAPE, "h", ESCAPE, "b", CTRL_Q):
        terminal.settle()
        terminal.send(key)
    assert terminal.wait() == 0
    assert b"The Gatehouse" in terminal.seen
    assert terminal.seen.isascii()
