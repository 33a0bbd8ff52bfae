"""Every command does its one thing, and says what it refuses."""

import io
import json
import shutil
import sys
from pathlib import Path

import pytest

from mangling import FIVE
from mini import MINI
from octgame.cli import playing
from octgame.cli.group import COMMANDS
from octgame.cli.run import run
from octgame.ui import app
from octgame.ui.table import Cover, Table

STORY = str(MINI)


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """What is typed at the plain game."""
    lines = io.StringIO("4\n1\n")
    monkeypatch.setattr(sys, "stdin", lines)
    return lines


def out(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    """What a command prints."""
    capsys.readouterr()
    assert run(arguments) == code
    return capsys.readouterr().out


def trouble(capsys: pytest.CaptureFixture[str], *arguments: str, code: int) -> str:
    """What a command says on standard error, no traceback among it."""
    capsys.readouterr()
    assert run(arguments) == code
    said = capsys.readouterr().err
    assert "Traceback" not in said
    return said


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A story with one error."""
    folder = tmp_path / "broken"
    shutil.copytree(MINI, folder)
    file = folder / "scenes.yaml"
    file.write_text(file.read_text().replace("to: dark_hours", "to: darc_hours"))
    return folder


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(
    capsys: pytest.CaptureFixture[str], command: str
) -> None:
    """And `octgame --help` names it."""
    assert command in out(capsys, "--help")
    text = out(capsys, command, "--help")
    assert "Examples:" in text
    assert f"octgame {command}" in text


def test_a_misspelt_command_is_answered_with_the_nearest(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Exit code 2, the first line says it."""
    said = trouble(capsys, "chekc", code=2)
    assert said.startswith("octgame: There is no command 'chekc'. Did you mean check?")


def test_a_misspelt_option_is_answered_with_the_nearest(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Whatever it holds reaches no terminal as anything but text."""
    assert "--plain" in trouble(capsys, "play", "--plian", code=2)
    assert "\x1b" not in trouble(capsys, "play", "--\x1b[2J", code=2)


@pytest.mark.usefixtures("typed")
def test_without_a_terminal_the_game_is_played_line_by_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The end of the input leaves with 0 and the play kept."""
    text = out(capsys, "play", STORY)
    assert "The Gatehouse" in text
    assert "Every choice is kept." in text
    assert "001  The toll keeper: The Gatehouse, Scene 2 of about 4, 2 choices" in out(
        capsys, "journal", "list", "--story", STORY
    )


@pytest.mark.usefixtures("typed")
def test_without_a_command_the_words_are_those_of_play(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """`octgame --role nobody` begins a play."""
    assert "role" in trouble(capsys, "--role", "nobody", "--", STORY, code=2)


def test_the_last_unfinished_play_goes_on(
    capsys: pytest.CaptureFixture[str], typed: io.StringIO
) -> None:
    """By itself or by --continue, and not with --new."""
    out(capsys, "play", STORY)
    typed.seek(0, io.SEEK_END)
    assert "Previously" in out(capsys, "play", STORY)
    assert "Previously" in out(capsys, "play", STORY, "--continue")
    assert "Previously" not in out(capsys, "play", STORY, "--new")
    text = out(capsys, "play", STORY, "--chapter", "after")
    assert "A Later Reader" in text


def test_there_must_be_a_play_to_continue(
    capsys: pytest.CaptureFixture[str], typed: io.StringIO
) -> None:
    """And it cannot be begun as somebody at the same time."""
    said = trouble(capsys, "play", STORY, "--continue", code=1)
    assert "no play of this story is kept yet" in said
    trouble(capsys, "play", STORY, "--continue", "--new", code=2)
    assert typed.tell() == 0


@pytest.mark.usefixtures("typed")
def test_a_play_that_is_open_elsewhere_is_not_written_into(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked for, it is refused; by itself, a new one begins and says why."""
    out(capsys, "play", STORY)
    monkeypatch.setattr("octgame.saves.files.lock", lambda _handle: False)
    said = trouble(capsys, "play", STORY, "--continue", code=1)
    assert "play 001 is open in another window" in said
    text = out(capsys, "play", STORY)
    assert "Play 001 is open in another window; a new play begins." in text


def test_a_terminal_gets_the_interface(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the play, the plays on disk, and the exit code handed back."""
    tables: list[Table] = []

    def interface(given: Table | Cover) -> int:
        table = given if isinstance(given, Table) else given.read()
        tables.append(table)
        table.play.take("be_keeper")
        return 143

    monkeypatch.setattr(app, "run", interface)
    monkeypatch.setattr(playing, "_has_screen", lambda: True)
    assert run(["play", STORY, "--theme", "light"]) == 143
    assert run(["play", STORY, "--new"]) == 143
    first, second = tables
    assert (first.theme, first.resume, first.notices) == ("light", False, ())
    assert [slot.name for slot in second.saves.slots()] == ["002", "001"]
    assert second.saves.slots()[1].title == "001. The toll keeper: The Gatehouse"
    assert second.saves.slots()[1].progress == "Scene 2 of about 4, 1 choice"
    play, notices = second.saves.open("001")
    assert (len(play.steps), notices) == (1, ())
    assert second.saves.new().steps == []
    assert second.saves.problem == ""


@pytest.mark.parametrize(
    ("options", "at_title"),
    [((), True), (("--new",), False), (("--role", "carter"), False)],
)
def test_the_title_page_stands_where_nothing_is_asked_for_or_gone_on_with(
    monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], at_title: bool
) -> None:
    """A play that was begun is gone on with at once."""
    tables = shown(monkeypatch)
    run(["play", STORY, *options])
    tables[0].play.take(tables[0].play.page.offers[0].id)
    run(["play", STORY])
    assert [table.at_title for table in tables] == [at_title, False]


def test_only_a_title_page_stands_before_the_story_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whoever asks for a play, or has one, gets the story that it is of."""
    given: list[Table | Cover] = []

    def interface(found: Table | Cover) -> int:
        given.append(found)
        if isinstance(found, Cover):
            table = found.read()
            assert table.program.core.title == found.title
            table.play.take("be_keeper")
        return 0

    monkeypatch.setattr(app, "run", interface)
    monkeypatch.setattr(playing, "_has_screen", lambda: True)
    monkeypatch.setattr(playing, "cached", lambda _folder: None)
    for options in (("--new",), ("--role", "carter"), (), ()):
        run(["play", STORY, *options])
    assert [type(found) for found in given] == [Table, Table, Cover, Table]
    assert isinstance(given[-1], Table)
    assert given[-1].resume


@pytest.mark.parametrize(
    ("options", "variables", "ascii_only", "motion"),
    [
        ((), {}, False, True),
        (("--ascii",), {}, True, True),
        (("--no-motion",), {}, False, False),
        ((), {"SSH_CONNECTION": "10.0.0.1 22"}, False, False),
        ((), {"TEXTUAL_ANIMATIONS": "none"}, False, False),
        ((), {"LC_ALL": "C"}, True, True),
    ],
)
def test_signs_and_motion_are_as_the_terminal_can_bear_or_as_asked(
    monkeypatch: pytest.MonkeyPatch,
    options: tuple[str, ...],
    variables: dict[str, str],
    ascii_only: bool,
    motion: bool,
) -> None:
    """By option, and by themselves where the environment tells of the terminal."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    for name in ("SSH_CONNECTION", "TEXTUAL_ANIMATIONS"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    tables = shown(monkeypatch)
    run(["play", STORY, *options])
    assert (tables[0].ascii_only, tables[0].motion) == (ascii_only, motion)
    spans = [o.plain for o in tables[0].play.page.offers]
    assert all(text.isascii() for text in spans)
    first = tables[0].play.page.blocks[0].plain
    assert first.isascii() is ascii_only


def shown(monkeypatch: pytest.MonkeyPatch) -> list[Table]:
    """The tables that are laid from now on; nothing is shown of them."""
    tables: list[Table] = []

    def interface(given: Table | Cover) -> int:
        tables.append(given if isinstance(given, Table) else given.read())
        return 0

    monkeypatch.setattr(app, "run", interface)
    monkeypatch.setattr(playing, "_has_screen", lambda: True)
    return tables


@pytest.mark.parametrize(
    ("variables", "screen"),
    [
        ({}, True),
        ({"OCTGAME_PLAIN": "1"}, False),
        ({"OCTGAME_PLAIN": "0"}, True),
        ({"TERM": "dumb"}, False),
        ({"TERM": ""}, False),
    ],
)
def test_a_terminal_that_can_do_nothing_gets_the_plain_game(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], screen: bool
) -> None:
    """So does a player who asked for it."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    assert playing._has_screen() is screen
    monkeypatch.setattr(sys.stdout, "isatty", lambda: False)
    assert not playing._has_screen()


def test_a_story_that_is_not_there_or_has_errors_is_refused(
    capsys: pytest.CaptureFixture[str], broken: Path
) -> None:
    """Exit code 2 for the one, 1 for the other."""
    assert "there is no story octobr" in trouble(capsys, "play", "octobr", code=2)
    said = trouble(capsys, "play", str(broken), code=1)
    assert "has 1 error\nscenes.yaml:" in said


def test_check_finds_nothing_in_a_sound_story(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is the one in the folder where the author stands."""
    monkeypatch.chdir(MINI)
    assert out(capsys, "check") == "Nothing is wrong, 3 accepted.\n"
    assert f"Checking {MINI}" in trouble(capsys, "check", "--strict", code=0)


def test_check_shows_each_defect_in_three_ways(
    capsys: pytest.CaptureFixture[str], broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit code 1 in each."""
    text = out(capsys, "check", str(broken), code=1)
    assert 'did you mean "dark_hours"?' in text
    assert text.endswith("1 error, 0 warnings. octgame explain CODE says more.\n")
    rows = json.loads(out(capsys, "check", str(broken), "--format", "json", code=1))
    [finding] = rows["findings"]
    assert (finding["severity"], finding["suggestion"]) == ("error", "dark_hours")
    monkeypatch.chdir(broken.parent)
    line = out(capsys, "check", "broken", "--format", "github", code=1)
    assert line.startswith("::error file=broken/scenes.yaml,line=")
    assert 'did you mean "dark_hours"?%0A' in line
    assert "there is no story" in trouble(capsys, "check", "octobr", code=2)


def test_the_play_that_shows_a_defect_is_told_in_three_ways(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And `play --replay` takes its moves: at their end nothing is open."""
    folder = tmp_path / "stuck"
    shutil.copytree(FIVE, folder)
    file = folder / "scenes.yaml"
    pull = "        text: Pull across.\n"
    file.write_text(file.read_text().replace(pull, f"{pull}        if: tired >= 1\n"))
    text = out(capsys, "check", str(folder), code=1)
    assert "\n  moves there: to_hut back\n  hint: Leave at least one choice" in text
    told = json.loads(out(capsys, "check", str(folder), "--format", "json", code=1))
    assert [row["moves"] for row in told["findings"]] == [["to_hut", "back"]]
    line = out(capsys, "check", str(folder), "--format", "github", code=1)
    assert line.endswith("%0AThe moves there: to_hut back\n")
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    page = out(capsys, "play", str(folder), "--plain", "--replay", "to_hut back")
    assert "Midstream" in page


def test_strict_fails_on_warnings_too(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Without it they are shown and let pass."""
    folder = tmp_path / "warned"
    shutil.copytree(MINI, folder)
    file = folder / "scenes.yaml"
    file.write_text(
        file.read_text().replace("text: Empty the desk.", "text: Empty the desk. # 1")
    )
    assert "1 warning" in out(capsys, "check", str(folder))
    assert "1 warning" in out(capsys, "check", str(folder), "--strict", code=1)


def test_explain_tells_each_code(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a code all of them in groups, in a line each."""
    every = out(capsys, "explain").splitlines()
    codes = [line for line in every if line.startswith("  ")]
    assert len(codes) > 90
    assert len(every) - len(codes) > 10
    for line in codes[::9]:
        code, title = line.split(maxsplit=1)
        assert out(capsys, "explain", code).startswith(f"{code}: {title}\n")
    assert "Did you mean anchor?" in trouble(capsys, "explain", "anchr", code=2)


@pytest.mark.usefixtures("typed")
def test_a_report_goes_to_the_terminal_or_into_a_new_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Never over another file."""
    out(capsys, "play", STORY)
    text = out(capsys, "report", STORY)
    assert text.startswith("# The Bridge at Orlovo\n")
    file = tmp_path / "night.md"
    out(capsys, "report", STORY, "--slot", "1", "--out", str(file))
    assert file.read_text() == text
    page = tmp_path / "night.html"
    out(capsys, "report", STORY, "--out", str(page))
    assert page.read_text().startswith("<!doctype html>")
    assert out(capsys, "report", STORY, "--format", "html") == page.read_text()
    other = tmp_path / "night.htm"
    out(capsys, "report", STORY, "--format", "markdown", "--out", str(other))
    assert other.read_text() == text
    said = trouble(capsys, "report", STORY, "--out", str(file), code=1)
    assert "night.md cannot be written" in said


@pytest.mark.usefixtures("typed")
def test_a_journal_goes_out_and_comes_in(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """As a file that anybody can read."""
    assert "No play" in out(capsys, "journal", "list", "--story", STORY)
    out(capsys, "play", STORY)
    file = str(tmp_path / "my.journal")
    out(capsys, "journal", "export", "1", file, "--story", STORY)
    text = out(capsys, "journal", "import", file, "--story", STORY)
    assert text == "It is play 002 now.\n"
    assert "is there already" in trouble(
        capsys, "journal", "export", "1", file, "--story", STORY, code=1
    )


def test_a_journal_command_needs_a_second_word(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The help lists them."""
    said = trouble(capsys, "journal", code=2)
    assert said == "octgame: Missing command.\nTry: octgame journal --help\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_prints_a_script(
    capsys: pytest.CaptureFixture[str], shell: str
) -> None:
    """For each shell that click knows."""
    assert "_OCTGAME_COMPLETE" in out(capsys, "completion", shell)


def test_an_old_click_without_a_shell_says_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Powershell came late to it."""
    monkeypatch.setattr(
        "click.shell_completion.get_completion_class", lambda _shell: None
    )
    assert "too old" in trouble(capsys, "completion", "powershell", code=2)


def test_a_fault_of_ours_is_one_sentence_and_70(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The traceback is for those who ask for it."""

    def fail(_given: str) -> Path:
        raise ZeroDivisionError("\x1b[2J")

    monkeypatch.setattr("octgame.cli.opening.story_folder", fail)
    said = trouble(capsys, "report", code=70)
    assert said.startswith("octgame: a fault of octgame itself (ZeroDivisionError: ")
    assert "\x1b" not in said
    monkeypatch.setenv("OCTGAME_DEBUG", "1")
    assert run(["report"]) == 70
    assert "Traceback" in capsys.readouterr().err


def test_an_interruption_anywhere_is_130(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C while a story is being read."""

    def interrupt(_given: str) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr("octgame.cli.opening.story_folder", interrupt)
    trouble(capsys, "report", code=130)


@pytest.mark.usefixtures("typed")
def test_a_play_begins_with_the_moves_that_check_tells(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Given as they are, in a file, or as a journal; and it goes on from there."""
    moves = "be_keeper _go_on count_men"
    text = out(capsys, "play", STORY, "--replay", moves)
    assert "Previously" in text
    assert "001  The toll keeper: The Gatehouse" in out(
        capsys, "journal", "list", "--story", STORY
    )
    file = tmp_path / "moves.txt"
    file.write_text(moves.replace(" ", "\n"))
    assert "Previously" in out(capsys, "play", STORY, "--replay", str(file))
    kept = tmp_path / "kept.journal"
    out(capsys, "journal", "export", "1", str(kept), "--story", STORY)
    assert "The Gatehouse" in out(capsys, "play", STORY, "--replay", str(kept))


@pytest.mark.usefixtures("typed")
def test_a_move_that_cannot_be_made_again_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The moves before it stand, and the play goes on from there."""
    text = out(capsys, "play", STORY, "--replay", "be_keeper \x1b[2Jfly")
    assert "The play stops at move 2, " in text
    assert "\x1b[2J" not in text
    assert "The Gatehouse" in text
    trouble(capsys, "play", STORY, "--replay", "be_keeper", "--continue", code=2)
