"""The program as a process: what it imports, how it ends, what reaches the pipe."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mini import MINI

OCTGAME = [sys.executable, "-m", "octgame"]
LOOK = """
import sys
from octgame.__main__ import main
sys.argv[0] = "octgame"
try:
    main()
finally:
    sys.stderr.write("\\nMODULES " + " ".join(sys.modules))
"""


def modules(*arguments: str) -> set[str]:
    """Everything that a command has imported when it ends well."""
    done = subprocess.run(
        [sys.executable, "-c", LOOK, *arguments],
        input="1\n",
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.rpartition("MODULES ")[2].split())


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("play", str(MINI)),
        ("check", str(MINI)),
        ("explain",),
        ("schema",),
        ("new", "story", "--help"),
        ("preview", "--help"),
        ("journal", "list", "--story", str(MINI)),
        ("completion", "bash"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_only_the_interface_imports_textual(arguments: tuple[str, ...]) -> None:
    """No other command waits for it, nor for what only servers need."""
    assert not modules(*arguments) & {"textual", "rich", "asyncio", "aiohttp"}


def test_a_warm_play_reads_no_yaml() -> None:
    """The second start takes the compiled story from the cache."""
    modules("play", str(MINI))
    assert "yaml" not in modules("play", str(MINI))


def test_the_version_is_told_before_anything_is_imported() -> None:
    """Not even click; and nothing that a bare Python has not."""
    told = subprocess.run(
        [*OCTGAME, "--version"], capture_output=True, text=True, check=True
    )
    assert told.stdout.startswith("octgame ")
    ours = {name for name in modules("--version") if name.startswith("octgame")}
    assert ours == {"octgame", "octgame.__main__"}
    assert not modules("-V") & {"click", "typing", "re", "dataclasses"}


def test_a_reader_that_has_had_enough_is_no_failure() -> None:
    """`octgame play | head -1` ends quietly with 0."""
    with subprocess.Popen(
        [*OCTGAME, "play", str(MINI)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == "The Bridge at Orlovo\n"
        process.stdout.close()
        process.stdin.write("box\n" * 50)
        process.stdin.close()
        assert process.stderr.read() == ""
        assert process.wait() == 0


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_stream_that_is_closed_is_no_crash(closed: str) -> None:
    """The game says what it can and ends well."""
    words = " ".join([*OCTGAME, "play", str(MINI)])
    done = subprocess.run(
        f"{words} {closed}", shell=True, check=False, stdin=subprocess.DEVNULL
    )
    assert done.returncode == 0


def test_input_that_is_no_text_is_answered_all_the_same() -> None:
    """Bytes of another encoding, and nulls."""
    done = subprocess.run(
        [*OCTGAME, "play", str(MINI)],
        input=b"\xff\xfe\x00\n\xcf\xf0\n4\n",
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "koi8-r"},
    )
    assert done.returncode == 0
    assert b"The Gatehouse" in done.stdout
    assert b"\x1b" not in done.stdout


def test_killed_in_the_middle_every_choice_that_was_answered_is_there(
    own_folders: Path,
) -> None:
    """The process is ended right after a page was shown."""
    with subprocess.Popen(
        [*OCTGAME, "play", str(MINI)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("4\n")
        process.stdin.flush()
        while "Before you go on" not in process.stdout.readline():
            pass
        process.kill()
    text = (own_folders / "plays" / "mini" / "001.journal").read_text()
    assert "move reading_room be_keeper" in text
    assert text.endswith("\n")
