"""What the examples of `octgame explain` say in words, done to a folder."""

from collections.abc import Callable
from pathlib import Path


def renamed(folder: Path) -> None:
    """A file gets a name that not every system has."""
    (folder / "scenes.yaml").rename(folder / "Night of the 25th.yaml")


def many(folder: Path) -> None:
    """More files than a story has."""
    for number in range(500):
        (folder / f"scene{number}.yaml").write_text("codex: {}\n")


def heavy(folder: Path) -> None:
    """More bytes than a story has, in five files."""
    for number in range(5):
        with (folder / f"data{number}.yaml").open("wb") as file:
            file.truncate(8 << 20)


def large(folder: Path) -> None:
    """One file of 300 KiB."""
    (folder / "more.yaml").write_text("codex: {}\n# " + "x" * 300 * 1024)


def link(folder: Path) -> None:
    """A link out of the folder."""
    (folder / "more.yaml").symlink_to("../elsewhere.yaml")


def folder_for_a_file(folder: Path) -> None:
    """A folder with the name of a file."""
    (folder / "more.yaml").mkdir()


def cyrillic(folder: Path) -> None:
    """A file that was saved by an older editor."""
    (folder / "more.yaml").write_bytes("codex: {}  # ночь\n".encode("cp1251"))


def one_file(folder: Path) -> None:
    """A file with too many values."""
    (folder / "more.yaml").write_text("codex:\n" + "  - a\n" * 20_001)


def quoted_wrongly(folder: Path) -> None:
    """A file with two hundred errors."""
    (folder / "more.yaml").write_text("a: 1\n" * 200)


def chapter(folder: Path) -> None:
    """A field with four thousand words."""
    (folder / "more.yaml").write_text(f"codex: {{a: {'word ' * 4000}}}\n")


def no_story(folder: Path) -> None:
    """The story section is gone."""
    (folder / "story.yaml").unlink()
    (folder / "scenes.yaml").write_text("codex: {}\n")


MADE: dict[str, Callable[[Path], None]] = {
    "file-name": renamed,
    "too-many-files": many,
    "story-too-large": heavy,
    "file-too-large": large,
    "file-is-link": link,
    "not-a-file": folder_for_a_file,
    "not-utf8": cyrillic,
    "too-many-values": one_file,
    "too-many-errors": quoted_wrongly,
    "text-too-long": chapter,
    "missing-story": no_story,
}
"""By the code that it gives."""
