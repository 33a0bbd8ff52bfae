"""Journals, names and words from outside: shown as text or refused, never obeyed."""

import io
from pathlib import Path
from typing import Any

import pytest

from mini import MINI, begun, mini_program
from octgame.cli.run import run
from octgame.errors import JournalError, SaveError
from octgame.game import journal
from octgame.game.journal import Header, Line
from octgame.game.replay import Replayed
from octgame.pages.markdown import markdown
from octgame.pages.record import record
from octgame.saves.shelf import Saves
from octgame.story.safe import unsafe_at
from ui.table import playing, press, screen_of, text_of

OSC = "\x1b]52;c;eA==\x07\x9b2J\u202e"
QUOTED = "%1B%5D52%3Bc%3BeA%3D%3D%07%C2%9B2J%E2%80%AE%ff[b]x[/b][@click=app.quit]y[/]"
NOTES = (
    f"say:{QUOTED}",
    "say:%00%0A%0D%09%7F",
    "say:" + "%CC%81" * 300,
    "say:" + "[" * 5000,
    "card:nothing",
    "card:[@click=app.quit]x[/]",
    "view:was_it_seized:[/]",
    "view:::::",
    "%1B%5B2J",
)


def hostile_play(*notes: str) -> list[str]:
    """The lines of a sound journal with notes that no interface would write."""
    play = begun()
    play.take("be_carter")
    for note in notes:
        play.note(note)
    return play.text


def headed(**fields: Any) -> list[str]:
    """The first line of a journal, with other fields than it should have."""
    core = mini_program().core
    return [journal.head(Header(core.id, core.content)._replace(**fields))[0]]


def foreign_line(scene: str, choice: str) -> list[str]:
    """A journal that is sound and takes what is not there."""
    core = mini_program().core
    first, check = journal.head(Header(core.id, core.content))
    line = Line("move", scene, choice, "0" * 16)
    return [first, journal.write(1, line, check)[0]]


JOURNALS = {
    "notes": hostile_play(*NOTES),
    "raw escapes in a line": [*hostile_play(), f"9 note x {OSC} {'0' * 16} {'0' * 16}"],
    "raw escapes instead of a header": [OSC],
    "another story": headed(story="[/b]"),
    "another role": headed(role="[@click=app.quit]x[/]"),
    "another act": headed(chapter="%1B[2J"),
    "cards of another story": headed(box=("[/]", "%s", "{card}")),
    "a scene of another story": foreign_line("[/]", "%1B"),
    "a choice of another story": foreign_line("reading_room", "[@click=app.quit]"),
    "a card of another story": foreign_line("reading_room", "_keep:[/]"),
    "an answer of another story": foreign_line("reading_room", "caption:%s"),
    "nothing": [""],
    "far too long": ["x" * 100_000],
}


def kept(folder: Path, lines: list[str]) -> Path:
    """A folder of plays in which a journal lies."""
    path = folder / "plays" / "mini" / "001.journal"
    path.parent.mkdir(parents=True)
    path.write_bytes("".join(f"{line}\n" for line in lines).encode())
    return path


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the user's is touched, and nothing is typed."""
    monkeypatch.setenv("OCTGAME_SAVE_DIR", str(tmp_path / "plays"))
    monkeypatch.setenv("OCTGAME_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO())


@pytest.mark.parametrize("lines", JOURNALS.values(), ids=JOURNALS)
@pytest.mark.parametrize(
    "words",
    [
        *("play STORY --plain", "play STORY --plain --continue", "report STORY"),
        *("journal list --story STORY", "journal export 1 FILE --story STORY"),
        "journal import JOURNAL --story STORY",
    ],
)
def test_no_command_repeats_what_a_journal_smuggles_in(
    tmp_path: Path,
    capsysbinary: pytest.CaptureFixture[bytes],
    words: str,
    lines: list[str],
) -> None:
    """It plays, or says in a sentence what is wrong; it does not crash."""
    path = kept(tmp_path, lines)
    given = {"STORY": str(MINI), "JOURNAL": str(path), "FILE": str(tmp_path / "x")}
    assert run([given.get(word, word) for word in words.split()]) in (0, 1)
    said = capsysbinary.readouterr()
    for written in (said.out, said.err):
        assert unsafe_at(written.decode()) is None


@pytest.mark.parametrize("lines", JOURNALS.values(), ids=JOURNALS)
async def test_the_interface_goes_on_with_any_journal(
    tmp_path: Path, lines: list[str]
) -> None:
    """Record, plays and the page itself; nothing is obeyed."""
    kept(tmp_path, lines)
    saves = Saves(tmp_path / "plays" / "mini", mini_program())
    try:
        replayed = saves.open("001")
    except (JournalError, SaveError) as problem:
        replayed = Replayed(saves.new(), notices=(problem.message,))
    play, notices = replayed.play, replayed.notices
    async with playing(play, size=(120, 60), notices=notices) as pilot:
        for key in "dpbvw":
            await press(pilot, key)
            assert unsafe_at(text_of(pilot)) is None
        assert pilot.app.is_running
    assert unsafe_at(markdown(record(play))) is None


async def test_what_is_typed_and_pointed_at_is_text() -> None:
    """The codex's search holds no markup, nor does what a link names."""
    async with playing(size=(120, 40)) as pilot:
        await press(pilot, "c", "left_square_bracket", "slash")
        assert "/ [/" in text_of(pilot)
        await screen_of(pilot).go("look:[/]")
        await pilot.pause()
        assert pilot.app.is_running


ARGUMENTS = (
    ["play", OSC],
    ["play", str(MINI), "--role", OSC],
    ["play", str(MINI), "--chapter", OSC],
    ["play", str(MINI), "--theme", OSC, "--plain"],
    ["play", str(MINI), "--save-dir", f"/dev/null/{OSC}", "--plain"],
    ["play", str(MINI), OSC],
    [OSC],
    [f"--{OSC}"],
    ["check", OSC],
    ["check", str(MINI), "--format", OSC],
    ["explain", OSC],
    ["report", str(MINI), "--slot", OSC],
    ["journal", OSC],
    ["journal", "export", OSC, OSC, "--story", str(MINI)],
    ["journal", "import", OSC, "--story", str(MINI)],
    ["completion", OSC],
)


@pytest.mark.parametrize("arguments", ARGUMENTS, ids=lambda words: ascii(words)[:60])
def test_no_argument_is_repeated_as_it_came(
    capsysbinary: pytest.CaptureFixture[bytes], arguments: list[str]
) -> None:
    """Nor the text of an error about it."""
    assert run(arguments) in (0, 1, 2)
    said = capsysbinary.readouterr()
    for written in (said.out, said.err):
        assert unsafe_at(written.decode()) is None


def test_every_word_of_the_plain_game_takes_anything_behind_it(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """`open`, `view`, `save` and the others, followed by what a terminal would obey."""
    words = ("open", "out", "view", "codex", "play", "save", "help", "8", OSC, "{card}")
    typed = "".join(f"{word} {OSC}[/b]\n" for word in words)
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    assert run(["play", str(MINI), "--plain"]) == 0
    assert unsafe_at(capsysbinary.readouterr().out.decode()) is None
