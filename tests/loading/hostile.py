"""Files that somebody might hand to the reader, with the code that each must get.

Everything is built here, so that no large or odd file lies in the repository.
"""

import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from octgame.loading.source.encoding import MOST_BYTES
from octgame.loading.source.files import MOST_FILES
from octgame.loading.source.tree import MOST_CHARACTERS, MOST_DEPTH, MOST_NODES

SCENE = (
    "scenes:\n  night:\n    title: Ночь на Неве\n"
    "    text: Никто не сказал нам про дверь.\n"
)


@dataclass(frozen=True)
class Case:
    """Bytes of a file, and the first finding on them; no code means none."""

    name: str
    data: bytes
    code: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True)
class FolderCase:
    """What to put into a folder, and the code that reading all of it gives."""

    name: str
    make: Callable[[Path], object]
    code: str


def _case(name: str, text: str, code: str = "", line: int = 1, column: int = 1) -> Case:
    return Case(name, text.encode(), code, line, column)


def _bomb(levels: int, link: str) -> str:
    links = (f"\na{n}: &a{n} {link.format(n - 1)}" for n in range(1, levels))
    return "a0: &a0 {x: 1}" + "".join(links)


_KIB = 1024
_FULL = 200 * _KIB
_AT_DEPTH = "a: " + "[" * (MOST_DEPTH - 1) + "]" * (MOST_DEPTH - 1)
_TOO_DEEP = "a: " + "[" * MOST_DEPTH + "]" * MOST_DEPTH
# The mapping on top, its key and its list are three values.
_AT_NODES = "a: [" + "x," * (MOST_NODES - 3) + "]"
_TOO_MANY = "a: [" + "x," * (MOST_NODES - 2) + "]"

PASSING = [
    _case("a scene", SCENE),
    _case("a mark of UTF-8 at the start", "\ufeff" + SCENE),
    _case("Windows line ends", SCENE.replace("\n", "\r\n")),
    _case("one document mark", "---\n" + SCENE),
    _case("depth at the limit", _AT_DEPTH),
    _case("values at the limit", _AT_NODES),
    _case("a text at the limit", "a: " + "x" * MOST_CHARACTERS),
    _case("a comment after a short value", "min: 0 # least"),
    _case("a comment set apart", "a: one two  # three"),
    _case("a dash within text", "a: one - two\nb: '- one\n  - two'"),
    _case("quotations of several lines", "a: |\n  > one\n  > two\n\n  > three"),
    _case("a quotation below an empty line", "a:\n  - one\n\n    > two\n  - three"),
    _case("a key in braces without a value", "a: {b: , c: 1}"),
    _case("a question within brackets", "a: {b: Was it?, c: Who? Me., d: What?!}"),
    _case("a colon without a space", "a: 21:40"),
    _case(
        "twenty thousand equal-length numbers as keys",
        "".join(f"{n * (2**61 - 1)}: x\n" for n in range(5000)),
    ),
]

BOMBS = [
    _case("aliases of aliases", _bomb(20, "[*a{0}, *a{0}]"), "anchor", 1, 5),
    _case("merges of merges", _bomb(20, "{{<<: [*a{0}, *a{0}]}}"), "anchor", 1, 5),
    _case("an alias of itself", "a: &x [*x]", "anchor", 1, 4),
    _case("an alias alone", "a: *x", "alias", 1, 4),
    _case("an anchor that nobody uses", "a: 1\nb: &x 2", "anchor", 2, 4),
    _case("an anchor on a key", "&k a: 1", "anchor"),
    _case("an alias as a key", "*k : 1", "alias"),
    _case("an anchor after a tag", "a: !t &x 1", "anchor", 1, 7),
    _case("a merge key", "a:\n  <<: {b: 1}", "merge-key", 2, 3),
    _case("open brackets", "a: " + "[" * _FULL, "too-deep", 1, 15),
    _case("open braces", "{" * _FULL, "too-deep", 1, 13),
    _case("brackets and braces", "[{" * (_FULL // 2), "too-deep", 1, 13),
    _case("brackets on lines", "a:\n" + " [\n" * (_FULL // 3), "too-deep", 13, 2),
    _case("list items in list items", "- " * (_FULL // 2), "too-deep", 1, 25),
    _case("keys of keys", "? " * (_FULL // 2), "too-deep", 1, 25),
    _case("steps inwards", "".join(
        " " * n + "a:\n" for n in range(600)
    ), "too-deep", 13, 13),
    _case("depth over the limit", _TOO_DEEP, "too-deep", 1, 15),
    _case("values over the limit", _TOO_MANY, "too-many-values", 1, 39999),
    _case("empty lists side by side", "a: [" + "[]," * (_FULL // 3), "too-many-values",
          1, 59996),
    _case("empty items", "a:\n" + "-\n" * (_FULL // 2), "too-many-values", 19999, 2),
    _case("a text over the limit", "a: " + "x" * (MOST_CHARACTERS + 1),
          "text-too-long", 1, 4),
    _case("a quoted text over the limit", "a: '" + "x" * _FULL + "'", "text-too-long",
          1, 4),
    _case("a key over the limit", "? " + "k" * _FULL + "\n: 1", "text-too-long", 1, 3),
    _case("a quotation that never ends", 'a: "' + "x\n " * (_FULL // 3),
          "unclosed-quote", 1, 4),
    _case("a file at the limit of bytes", "a: 1\n" + "#" * (MOST_BYTES - 5)),
    _case("a file over the limit of bytes", "a: 1\n" + "#" * (MOST_BYTES - 4),
          "file-too-large"),
    _case("ten thousand keys twice", "a: 1\n" * 9999, "duplicate-key", 2, 1),
    _case("a long run of question marks", "a: {b: c" + "?" * _FULL + "}",
          "text-too-long", 1, 8),
    _case("a long run of spaces", "a: {b: c" + " " * _FULL + "}"),
    _case("a number of five thousand digits", "a: " + "9" * 5000),
]  # fmt: skip

BYTES = [
    Case("UTF-16 with a mark", SCENE.encode("utf-16"), "not-utf8"),
    Case("UTF-16 without a mark", "a: door\n".encode("utf-16-le"), "not-utf8"),
    Case("Windows-1251", SCENE.encode("cp1251"), "not-utf8", 3, 12),
    Case("KOI8-R", SCENE.encode("koi8-r"), "not-utf8", 3, 12),
    Case("Windows-1252", "a: “door”\n".encode("cp1252"), "not-utf8", 1, 4),
    Case("an overlong zero", b"a: \xc0\x80", "not-utf8", 1, 4),
    Case("a surrogate in UTF-8", b"a: \xed\xa0\x80", "not-utf8", 1, 4),
    Case("half a letter at the end", "a: я".encode()[:-1], "not-utf8", 1, 4),
    Case("NUL", b"a: x\0", "unsafe-character", 1, 5),
    Case("ESC", b"a: 1\nb: \x1b]52;c;eA==\x07", "unsafe-character", 2, 4),
    _case("C1", "a: \x9b2J", "unsafe-character", 1, 4),
    _case("DEL", "a: \x7f", "unsafe-character", 1, 4),
    _case("an override of direction", "a: \u202eevil", "unsafe-character", 1, 4),
    _case("a zero-width space", "a: x\u200by", "unsafe-character", 1, 5),
    _case("a mark of UTF-8 in the middle", "a: 1\n\ufeffb: 2", "unsafe-character", 2),
    _case("a tag character", "a: \U000e0041", "unsafe-character", 1, 4),
    _case("the careful parser's stand-in", "a: \ue000", "unsafe-character", 1, 4),
    _case("the stand-in as an escape", 'a: "x\\uE000?"', "unsafe-escape", 1, 4),
    _case("no character", "a: \uffff", "unsafe-character", 1, 4),
    _case("marks on marks", "a: e" + "\u0301" * 200, "unsafe-character", 1, 13),
    _case("tab as indentation", "a:\n\tb: 1", "tab", 2),
    _case("tab after a colon", "a:\tb", "tab", 1, 3),
    _case("tab in a block", "a: |\n  x\ty", "tab", 2, 4),
    _case("carriage return alone", "a: 1\rb: 2", "line-break", 1, 5),
    _case("next line", "a: 1\x85b: 2", "line-break", 1, 5),
    _case("line separator", "a: 1\u2028b: 2", "line-break", 1, 5),
    _case("paragraph separator", "a: 1\u2029b: 2", "line-break", 1, 5),
    _case("an escaped ESC", 'a: "\\e[2J"', "unsafe-escape", 1, 4),
    _case("an escaped NUL", 'a: "\\0"', "unsafe-escape", 1, 4),
    _case("an escaped surrogate", 'a: "\\ud800"', "unsafe-escape", 1, 4),
    _case("an escaped override", 'a: "\\u202e"', "unsafe-escape", 1, 4),
    _case("an escape in a key", '"\\x1b": 1', "unsafe-escape"),
    _case("an escape past Unicode", 'a: "\\UFFFFFFFF"', "bad-escape", 1, 7),
    _case("an escape just past Unicode", 'a: "\\U00110000"', "bad-escape", 1, 7),
    _case("an unknown escape", 'a: "\\q"', "bad-escape", 1, 6),
    _case("a short escape", 'a: "\\x1"', "bad-escape", 1, 7),
]

STRUCTURE = [
    _case("nothing", "", "empty-file"),
    _case("blank lines", "\n\n\n", "empty-file"),
    _case("only a comment", "# soon", "empty-file"),
    _case("only a document mark", "---", "empty-file"),
    _case("a list on top", "- a", "top-level"),
    _case("a text on top", "a", "top-level"),
    _case("two documents", "a: 1\n---\nb: 2", "several-documents", 2),
    _case("a document after an end", "a: 1\n...\n---\nb: 2", "several-documents", 3),
    _case("a version", "%YAML 1.1\n---\na: 1", "directive"),
    _case("a version of many digits", f"%YAML 1.{'9' * 5000}\n---\na: 1", "directive"),
    _case("a handle of tags", "%TAG ! tag:x,1:\n---\na: 1", "directive"),
    _case("a Python object", "a: !!python/object/apply:os.system [ls]", "tag", 1, 4),
    _case("binary", "a: !!binary aGk=", "tag", 1, 4),
    _case("a tag of one's own", "a: !Внимание", "tag", 1, 4),
    _case("a tag on a mapping", "a: !x {b: 1}", "tag", 1, 4),
    _case("a tag before a comma", "a: [!,]", "tag", 1, 5),
    _case("a list as a key", "[a]: 1", "key-not-text"),
    _case("a mapping as a key", "? {a: 1}\n: 2", "key-not-text", 1, 3),
    _case("a key twice", "a: 1\nb: 2\na: 3", "duplicate-key", 3),
    _case("a key twice, once quoted", "a: 1\n'a': 2", "duplicate-key", 2),
    _case("a key twice in braces", "a: {b: 1, b: 2}", "duplicate-key", 1, 11),
]

TYPING = [
    _case("emphasis at the start", "a: *Aurora* fired", "alias", 1, 4),
    _case("strong at the start", "a:\n  - **Stop.** He", "alias", 2, 5),
    _case("a handle at the start", "a: @lenin", "sign-at-start", 1, 4),
    _case("a percent sign at the start", "a: %x", "sign-at-start", 1, 4),
    _case("a backquote at the start", "a: `x`", "sign-at-start", 1, 4),
    _case("a quotation unquoted", "a: > All power", "sign-at-start", 1, 4),
    _case("a bar before text", "a: | text", "sign-at-start", 1, 4),
    _case("a bar before a hash", "a: |#1\n  b", "sign-at-start", 1, 4),
    _case("a question mark before text", "a: ? b", "sign-at-start", 1, 4),
    _case("a closing bracket alone", "a: ]", "sign-at-start", 1, 4),
    _case("a link at the start", "a: [cadets](cadets) came", "bracket", 1, 12),
    _case("a bracket left open", "a: [b, c\nd: 1", "bracket", 1, 4),
    _case("a brace left open", "a: {b: 1", "bracket", 1, 4),
    _case("a quotation mark left open", 'a: "b', "unclosed-quote", 1, 4),
    _case("a mark left open over documents", 'a: "b\n---\n', "unclosed-quote", 1, 4),
    _case("speech unquoted", 'a: "Bread!" she said', "text-after-quote", 1, 13),
    _case("an apostrophe in quotes", "a: 'it's'", "text-after-quote", 1, 8),
    _case("a colon in text", "a: Lenin: Yesterday", "colon-in-text", 1, 9),
    _case("a key without a colon", "a:\n  b\n    c: 1", "missing-colon", 2, 3),
    _case("a line without a colon", "a: 1\nb\nc: 1", "missing-colon", 2),
    _case("a colon without its space", "a: 1\nb:2\nc: 1", "missing-colon", 2),
    _case("a key too far in", "a: 1\n b: 2", "indentation", 2, 3),
    _case("a key not far enough in", "a:\n  b:\n    c: 1\n   d: 2", "indentation",
          4, 4),
    _case("a list beside its key", "a: - b", "indentation", 1, 4),
    _case("text lost in prose", "a: Room #1 and the night", "lost-text", 1, 9),
    _case("text lost at once", "a: #1", "lost-text", 1, 4),
    _case("text lost after a space", "a: the rumour # and", "lost-text", 1, 15),
    _case("a comma between braces", "a: {b: one, two}", "comma-in-text", 1, 13),
    _case("an apostrophe in quotes that stay open", "a: 'the weaver's hat",
          "text-after-quote", 1, 16),
    _case("a colon in the text's second line", "a: He came\n  and said to me: no",
          "colon-in-text", 2, 17),
    _case("a colon in an item's second line", "a:\n  - He came\n    and said so: no",
          "colon-in-text", 3, 16),
    _case("a mapping instead of braces", "set: role: weaver", "colon-in-text", 1, 10),
    _case("a curly quotation mark", "a: “The Hut: Evening”", "colon-in-text", 1, 12),
    _case("a dash too far in", "a:\n  - one\n   - two", "glued-text", 3, 4),
    _case("a dash too far in below an empty line", "a:\n  - one\n\n   - two",
          "glued-text", 4, 4),
    _case("a dash too far in before a mapping", "a:\n  - one\n   - {b: 1}",
          "indentation", 3, 4),
    _case("a first dash too far in", "a:\n   - one\n  - {b: 1}", "indentation", 3, 3),
    _case("a quotation without its empty line", "a: one\n  > two", "glued-text", 2, 3),
    _case("a quotation glued within a block", "a: |\n  one\n  > two\n  > three",
          "glued-text", 3, 3),
    _case("text after a comment", "a:\n  door  # one\n  two", "text-after-comment",
          3, 3),
    _case("a bracket lost in a comment", "a: [b # c]", "bracket", 1, 4),
]  # fmt: skip

CASES = PASSING + BOMBS + BYTES + STRUCTURE + TYPING


def _linked_folder(folder: Path) -> None:
    (folder / "real").mkdir()
    (folder / "real" / "a.yaml").write_text(SCENE, encoding="utf-8")
    (folder / "story.yaml").write_text(SCENE, encoding="utf-8")
    (folder / "linked").symlink_to(folder / "real")


def _loop(folder: Path) -> None:
    (folder / "a.yaml").symlink_to("b.yaml")
    (folder / "b.yaml").symlink_to("a.yaml")


def _socket(folder: Path) -> None:
    here = Path.cwd()
    os.chdir(folder)  # the path of a socket is short
    try:
        with socket.socket(socket.AF_UNIX) as door:
            door.bind("a.yaml")
    finally:
        os.chdir(here)


def _hole(folder: Path) -> None:
    with (folder / "a.yaml").open("wb") as file:
        file.truncate(1 << 30)


def _many(folder: Path) -> None:
    for n in range(MOST_FILES + 1):
        (folder / f"f{n:03}.yaml").write_text(SCENE, encoding="utf-8")


def _large(folder: Path) -> None:
    for n in range(3):
        with (folder / f"f{n}.yaml").open("wb") as file:
            file.truncate(12 << 20)


def _deep(folder: Path) -> None:
    for _ in range(40):
        folder /= "d"
        folder.mkdir()
        (folder / "a.yaml").write_text(SCENE, encoding="utf-8")


def _named(name: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_text(SCENE, encoding="utf-8")


FOLDERS = [
    FolderCase("nothing at all", lambda folder: folder, ""),
    FolderCase("one good file", _named("a.yaml"), ""),
    FolderCase("a pipe", lambda folder: os.mkfifo(folder / "a.yaml"), "not-a-file"),
    FolderCase("a folder", lambda folder: (folder / "a.yaml").mkdir(), "not-a-file"),
    FolderCase("a socket", _socket, "not-a-file"),
    FolderCase("a link out", lambda folder: (folder / "a.yaml").symlink_to(
        "/etc/passwd"), "file-is-link"),
    FolderCase("a link to zeros without end", lambda folder: (
        folder / "a.yaml").symlink_to("/dev/zero"), "file-is-link"),
    FolderCase("a link to nothing", lambda folder: (folder / "a.yaml").symlink_to(
        "gone"), "file-is-link"),
    FolderCase("links in a ring", _loop, "file-is-link"),
    FolderCase("a folder that is a link", _linked_folder, ""),
    FolderCase("a gibibyte of nothing", _hole, "story-too-large"),
    FolderCase("too many files", _many, "too-many-files"),
    FolderCase("too much in all", _large, "story-too-large"),
    FolderCase("folders without end", _deep, ""),
    FolderCase("a capital letter", _named("A.yaml"), "file-name"),
    FolderCase("a name in Russian", _named("ночь.yaml"), "file-name"),
    FolderCase("a name with ESC", _named("a\x1b[2J.yaml"), "file-name"),
    FolderCase("a name that is no text", _named("\udcff.yaml"), "file-name"),
    FolderCase("a device of Windows", _named("con.yaml"), "file-name"),
    FolderCase("a name of 200 letters", _named("a" * 200 + ".yml"), "file-name"),
]  # fmt: skip
