"""The story of five scenes, spoilt by dice: bytes, lines, indents, keys and values."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

FIVE = Path(__file__).parent / "stories" / "five"

Files = dict[str, bytes]
Lines = list[str]
Slip = Callable[[str, Random], str]

SIGNS = (
    *("\t", "\0", "\r", "\n", " #", "#", ": ", ":", "- ", "? ", "---\n", "...\n"),
    *("{", "}", "[", "]", "(", ")", '"', "'", "&a ", "*a", "!t ", "|\n", ">\n", "<<: "),
    *("\\", "\x1b[2J", "\u202e", "\u200b", "\ufeff", "\u2028", "\U0001f600", "é", "ѣ"),
    *(
        "~",
        "no",
        "null",
        "0",
        "-1",
        "99999999999",
        "1e9",
        "0x1f",
        "[b]",
        "{card}",
        "%s",
    ),
)
"""What slips into a file: signs of YAML, of the terminal, of other alphabets."""

VALUES = (
    *(
        "",
        "''",
        "~",
        "yes",
        "no",
        "-5",
        "7",
        "9" * 30,
        "[]",
        "{}",
        "[[]]",
        "{a: {b: c}}",
    ),
    *("next", "here", "it", "role", "none", "today", "1918-02-05", "1917-02-30 25:99"),
    *("about 1917", "1917/1916", "0001", "9999-12-31", "x" * 300, "word " * 60, "&x"),
    *("not", "seen(", "tired >= 1 and", "not not not paid", "believes(who_crossed)"),
    *("kept(fare_book) or found(fare_book)", "tired + 1 == 2", "((((paid))))"),
)
"""What an author writes where something else belongs."""

WORD = re.compile(r"[a-z][a-z0-9_]{2,}")
KEY = re.compile(r"^(\s*(?:- )?\{?)([\w-]+):(?= |$)", re.MULTILINE)
VALUE = re.compile(r"(?<=: )[^\n]+$", re.MULTILINE)


def sound() -> Files:
    """The story as it should be."""
    return {path.name: path.read_bytes() for path in sorted(FIVE.glob("*.yaml"))}


def mangled(seed: int) -> Files:
    """The story after one to four slips, the same for the same seed."""
    dice, files = Random(seed), sound()
    slips = dice.choice((SLIPS, CHANGES))
    for _ in range(dice.choice((1, 1, 1, 2, 2, 4))):
        name = dice.choice(("scenes.yaml", *sorted(files)))
        how = dice.choice(slips)
        text = files[name].decode("utf-8", "surrogateescape")
        files[name] = how(text, dice).encode("utf-8", "surrogateescape")
    if dice.random() < 0.03:
        files.pop(dice.choice(sorted(files)))
    if dice.random() < 0.03:
        name = dice.choice(("more.yaml", "scenes/again.yml", "Z.yaml", "x y.yaml"))
        files[name] = files[dice.choice(sorted(files))]
    return files


def lay(files: Files, folder: Path) -> None:
    """Make a folder hold these files and no others."""
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def _somewhere(text: str, dice: Random) -> int:
    return dice.randint(0, len(text))


def _sign(text: str, dice: Random) -> str:
    at = _somewhere(text, dice)
    return text[:at] + dice.choice(SIGNS) + text[at:]


def _byte(text: str, dice: Random) -> str:
    data = bytearray(text.encode("utf-8", "surrogateescape"))
    if data:
        data[dice.randrange(len(data))] = dice.randrange(256)
    return data.decode("utf-8", "surrogateescape")


def _cut(text: str, dice: Random) -> str:
    begin = _somewhere(text, dice)
    return text[:begin] + text[begin + dice.choice((1, 2, 9, 80, 2000)) :]


def _again(text: str, dice: Random) -> str:
    begin = _somewhere(text, dice)
    end = begin + dice.choice((1, 9, 80, 700))
    return text[:end] + text[begin:]


def _of_lines(change: Callable[[Lines, int, Random], None]) -> Slip:
    def slip(text: str, dice: Random) -> str:
        lines = text.split("\n")
        change(lines, dice.randrange(len(lines)), dice)
        return "\n".join(lines)

    return slip


def _lose(lines: Lines, at: int, _dice: Random) -> None:
    del lines[at]


def _double(lines: Lines, at: int, _dice: Random) -> None:
    lines.insert(at, lines[at])


def _move(lines: Lines, at: int, dice: Random) -> None:
    lines.insert(dice.randrange(len(lines)), lines.pop(at))


def _join(lines: Lines, at: int, _dice: Random) -> None:
    lines[at : at + 2] = [" ".join(lines[at : at + 2])]


def _indent(lines: Lines, at: int, dice: Random) -> None:
    by = dice.choice((-4, -2, -1, 1, 2, 4))
    for number in range(at, min(at + dice.choice((1, 1, 4)), len(lines))):
        line = lines[number]
        lines[number] = " " * by + line if by > 0 else line[min(-by, _depth(line)) :]


def _tab(lines: Lines, at: int, _dice: Random) -> None:
    lines[at] = "\t" + lines[at].lstrip()


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _of_one(pattern: re.Pattern[str], other: Callable[[str, str, Random], str]) -> Slip:
    """A slip that writes something else for one match of a pattern."""

    def slip(text: str, dice: Random) -> str:
        matches = list(pattern.finditer(text))
        if not matches:
            return text
        one = dice.choice(matches)
        return text[: one.start()] + other(one[0], text, dice) + text[one.end() :]

    return slip


def _misspelt(word: str, _text: str, dice: Random) -> str:
    at = dice.randrange(len(word))
    return word[:at] + dice.choice(("", word[at] * 2, "q")) + word[at + 1 :]


def _of_the_story(pattern: re.Pattern[str]) -> Callable[[str, str, Random], str]:
    def other(_one: str, text: str, dice: Random) -> str:
        return dice.choice(pattern.findall(text) or ["x"])

    return other


def _other_key(one: str, text: str, dice: Random) -> str:
    keys = [match[2] for match in KEY.finditer(text)]
    head = KEY.match(one)
    return f"{head[1] if head else ''}{dice.choice(keys)}:"


def _value(_one: str, _text: str, dice: Random) -> str:
    return dice.choice(VALUES)


SLIPS: tuple[Slip, ...] = (
    *(_sign, _byte, _cut, _again),
    *map(_of_lines, (_lose, _double, _move, _join, _indent, _tab)),
    *(_of_one(WORD, _misspelt), _of_one(WORD, _of_the_story(WORD))),
    *(_of_one(WORD, _of_the_story(WORD)), _of_one(KEY, _other_key)),
    *(_of_one(VALUE, _value), _of_one(VALUE, _of_the_story(VALUE))),
)
"""What goes wrong; a word for another word is the likeliest, for it reads well."""


CONDITIONS = (
    *("tired >= 1", "tired == 0", "tired > 2", "paid", "not paid", "role == rower"),
    *("seen(hut)", "not seen(home)", "kept(fare_book)", "not found(fare_book)"),
    *("believes(who_crossed) == traders", "sure(who_crossed) < 2", "role == none"),
    *("paid and tired >= 2", "seen(landing) or seen(midstream)"),
)
OPTIONAL = re.compile(
    r"^\s+(if|else|once|to|set|add|reveals|finds|leaves|then|when|asks|where): .*\n",
    re.MULTILINE,
)
IF = re.compile(r"(?<=if: )[^,\n}]+")
TO = re.compile(r"(?<=to: )\w+")
EFFECT = re.compile(r"^( +)to: \w+$", re.MULTILINE)
EFFECTS = (
    *("set: {paid: no}", "add: {tired: -1}", "once: yes", "puts_out: [fare_book]"),
    *("finds: [fare_book]", "each: box", "believes: who_crossed", "ending: yes"),
    *("sorts: [two_crossed, ice_that_night]", "orders: {a: One., b: Two.}"),
    *("writes: What do you write?", "leaves: You were there.", "if: tired >= 1"),
)


def _condition(_one: str, _text: str, dice: Random) -> str:
    return dice.choice(CONDITIONS)


def _target(_one: str, _text: str, dice: Random) -> str:
    scenes = ("landing", "hut", "midstream", "far_bank", "home", "here", "next")
    return dice.choice(scenes)


def _nothing(_one: str, _text: str, _dice: Random) -> str:
    return ""


def _effect(one: str, _text: str, dice: Random) -> str:
    return f"{one}\n{' ' * _depth(one)}{dice.choice(EFFECTS)}"


def _number(one: str, _text: str, dice: Random) -> str:
    return str(max(0, int(one) + dice.choice((-1, 1))))


CHANGES: tuple[Slip, ...] = (
    *(_of_one(IF, _condition), _of_one(TO, _target), _of_one(TO, _target)),
    *(_of_one(OPTIONAL, _nothing), _of_one(EFFECT, _effect), _of_one(EFFECT, _effect)),
    _of_one(re.compile(r"(?<= )\d\b"), _number),
)
"""What reads well and does something else: scenes that trap, choices that run out."""


def answers(seed: int, number: int = 40) -> Iterator[str]:
    """What somebody types into a play: mostly numbers, then the end."""
    dice = Random(seed)
    others = ("box", "codex", "map", "undo", "redo", "views", "?", "zzz", "-1", "", "9")
    for _ in range(number):
        yield str(dice.randint(1, 4)) if dice.random() < 0.85 else dice.choice(others)
