"""What an author may not write: nothing of it reaches a terminal, not even quoted."""

import json
from pathlib import Path

import pytest

from authors import as_yaml, places, rewritten
from octgame.cli.run import run
from octgame.loading.diagnostics import Diagnostic, Diagnostics
from octgame.loading.render import render
from octgame.loading.source.reader import read
from octgame.story.safe import unsafe_at

UNSAFE = (
    *("\x1b]52;c;eA==\x07", "\x1b]0;owned\x1b\\", "\x1b[2J", "\x1bP+q544e\x1b\\"),
    *("\x9b2J", "\x9d0;owned\x9c", "\x90x", "\x00", "\x08\x08", "\x7f", "\x0e"),
    *("\u202e", "\u2066", "\u200f", "\u200b", "\u2028", "\U000e0041", "\ue000"),
)
MARK = "MARK"
PLACES = list(places())


def spoiled(number: int) -> tuple[str, str]:
    """The file with the text of that number, marked: its name and its JSON."""
    before = as_yaml(rewritten(lambda _, text: text))
    after = rewritten(lambda at, text: text + MARK * (at == PLACES[number]))
    as_text = {name: json.dumps(tree, indent=0) for name, tree in after.items()}
    [name] = [name for name in before if before[name].decode() != as_text[name]]
    return name, as_text[name]


def refused(name: str, text: str) -> list[Diagnostic]:
    """The errors of a file, each of them safe to show."""
    into = Diagnostics()
    read(name, text.encode("utf-8", "surrogatepass"), into)
    for found in into.found:
        shown = render(found)
        assert unsafe_at(shown) is None
        assert "\x1b" not in shown
    return into.errors


def test_every_text_field_of_the_format_is_tried() -> None:
    """The schema says which they are."""
    assert len(PLACES) == len(set(PLACES)) > 200


@pytest.mark.parametrize("unsafe", UNSAFE, ids=ascii)
def test_it_is_refused_in_every_field_with_its_place(unsafe: str) -> None:
    """Raw and as an escape; each field meets one of them in turn."""
    turn = UNSAFE.index(unsafe)
    for number in range(turn, len(PLACES), len(UNSAFE)):
        name, text = spoiled(number)
        at = text.index(MARK)
        line = text.count("\n", 0, at) + 1
        raw = refused(name, text.replace(MARK, unsafe))[0]
        assert raw.code in ("unsafe-character", "line-break")
        column = at - text.rfind("\n", 0, at)
        assert (raw.at.file, raw.at.line, raw.at.column) == (name, line, column)
        escaped = refused(name, text.replace(MARK, json.dumps(unsafe)[1:-1]))
        assert (escaped[0].code, escaped[0].at.line) == ("unsafe-escape", line)


@pytest.mark.parametrize(
    "words", ["play", "check", "check --format json", "check --format github"]
)
@pytest.mark.parametrize("escaped", [True, False], ids=["escaped", "raw"])
def test_what_a_command_says_of_it_is_safe(
    tmp_path: Path,
    capsysbinary: pytest.CaptureFixture[bytes],
    words: str,
    escaped: bool,
) -> None:
    """Every text of the story holds something unsafe, and its folder's name too."""
    folder = tmp_path / "story\x1b[2J\u202e"
    folder.mkdir()
    numbers = {where: number for number, where in enumerate(PLACES)}
    trees = rewritten(lambda at, text: text + UNSAFE[numbers[at] % len(UNSAFE)])
    for name, tree in trees.items():
        text = json.dumps(tree, indent=0)
        if not escaped:
            for unsafe in UNSAFE:
                text = text.replace(json.dumps(unsafe)[1:-1], unsafe)
        (folder / name).write_bytes(text.encode())
    command, *options = words.split()
    assert run([command, str(folder), *options]) == 1
    said = capsysbinary.readouterr()
    for written in (said.out, said.err):
        assert unsafe_at(written.decode()) is None
    assert b"unsafe-" in said.out + said.err
