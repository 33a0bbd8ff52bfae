"""A guide's blocks, done one after the other as a reader would do them."""

import io
import re
import shlex
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from octgame.cli.run import run

HOME = "/home/anna"
"""Where the guide's reader stands."""

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WHERE = re.compile(
    r"# (\S+\.yaml): (a new file|at the end|above (\w+)|in place of (\w+))"
)
ANYTHING = "…"
"""A line that stands for any lines, in what a command says."""


@dataclass(frozen=True)
class Block:
    """A block of a guide.

    Attributes:
        kind: yaml, console or sh.
        body: What stands in it.
    """

    kind: str
    body: str


def blocks(text: str) -> list[Block]:
    """The blocks of a guide or of a part of it, in order."""
    return [Block(*found) for found in BLOCK.findall(text)]


def sections(text: str) -> dict[str, str]:
    """The parts of a guide below its headings of the second level, by heading."""
    parts = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    return {part.partition("\n")[0]: part.partition("\n")[2] for part in parts}


class Walk:
    """A reader with a folder who does what the guide says.

    Args:
        home: An empty folder.
        monkeypatch: Moves the reader, and hands in what is typed.
        capsys: Hears what is said.
    """

    def __init__(
        self,
        home: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """Stand in an empty folder."""
        self.here, self._home, self.code = home, home, 0
        self._patch, self._capsys = monkeypatch, capsys
        monkeypatch.chdir(home)

    def do(self, block: Block) -> None:
        """Write what a block shows, or run it and compare what is said."""
        if block.kind == "yaml":
            self.write(block.body)
        elif block.kind == "console":
            for command, typed, expected in conversation(block.body):
                alike(self.said(command, typed), expected)
        else:
            for command in block.body.splitlines():
                said = self.said(command)
                assert self.code == 0, said

    def write(self, body: str) -> None:
        """Put YAML where its first line says.

        The words are those of the guides: a new file, at the end, above a key, in
        place of a key and what belongs to it.
        """
        first, _, rest = body.partition("\n")
        found = WHERE.fullmatch(first)
        assert found, f"where does this go? {first}"
        name, how, above, instead = found.groups()
        path = self.here / name
        old = path.read_text("utf-8") if path.exists() else ""
        if how == "a new file":
            new = rest
        elif how == "at the end":
            new = old.rstrip("\n") + "\n" + rest
        else:
            start, end = entry(old, above or instead)
            new = old[:start] + rest + old[start if above else end :]
        path.write_text(new, "utf-8")

    def said(self, line: str, typed: str = "") -> str:
        """What a command says on both streams, as the guide's reader sees it."""
        command, *words = shlex.split(line)
        if command == "cd":
            self.here = (self.here / words[0]).resolve()
            self._patch.chdir(self.here)
            return ""
        if command == "rm":
            for word in words:
                (self.here / word).unlink()
            return ""
        assert command == "octgame", line
        self._patch.setattr(sys, "stdin", io.StringIO(typed))
        at_terminal = words[0] == "preview"
        self._patch.setattr(sys.stdin, "isatty", lambda: at_terminal)
        self._patch.setattr(sys.stdout, "isatty", lambda: at_terminal)
        self._capsys.readouterr()
        self.code = run(words)
        out, err = self._capsys.readouterr()
        assert "Traceback" not in err
        return (err + out).replace(str(self._home), HOME)


def conversation(body: str) -> Iterator[tuple[str, str, str]]:
    """Each command of a console block, what is typed into it, what it says."""
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, _, said = part.partition("\n")
        typed = "".join(
            f"{line}\n" for line in re.findall(r"^> (.+)$", said, re.MULTILINE)
        )
        yield command, typed, said


def entry(text: str, key: str) -> tuple[int, int]:
    """Where a key of a file begins, and where what belongs to it ends."""
    found = re.findall(rf"^( *){key}:", text, re.MULTILINE)
    assert len(found) == 1, f"{key} stands {len(found)} times"
    (indent,) = found
    start = re.search(rf"^{indent}{key}:", text, re.MULTILINE)
    assert start
    after = re.search(
        rf"^ {{0,{len(indent)}}}[^\s#]", text[start.end() :], re.MULTILINE
    )
    return start.start(), start.end() + after.start() if after else len(text)


def alike(said: str, expected: str) -> None:
    """Compare line by line; a line of three dots stands for any lines."""
    parts = re.split(rf"^{ANYTHING}$\n?", expected, flags=re.MULTILINE)
    pattern = r"(?:.*\n)*?".join(re.escape(part) for part in parts)
    if not re.fullmatch(pattern, said.rstrip("\n") + "\n" if said.strip() else ""):
        assert said == expected
