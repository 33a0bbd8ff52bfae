"""Pieces of a story laid into a sound one: a key given again stands for the old one."""

import re
from collections import Counter
from pathlib import Path

FIVE = Path(__file__).parents[1] / "stories" / "five"

MARK = " <--"
"""Stands behind the line of an example that the finding points at."""

FIRST, LAST = "story:", "codex:"

Block = list[str]
"""A line and those that are indented further."""


def sound() -> str:
    """The story of five scenes as one file, the codex last."""
    text = "".join(path.read_text("utf-8") for path in sorted(FIVE.glob("*.yaml")))
    order = {FIRST: 0, LAST: 2}
    return joined(
        sorted(blocks(text.split("\n")), key=lambda block: order.get(block[0], 1))
    )


def laid(piece: str, story: str) -> tuple[str, int]:
    """The story with a piece laid into it, and the line of the mark, 0 without one."""
    new = blocks(piece.strip("\n").split("\n"))
    return marked(joined(merge(blocks(story.split("\n")), new)))


def marked(text: str) -> tuple[str, int]:
    """A text without its mark, and the line that bore it, 0 where none did."""
    lines = text.split("\n")
    at = [number for number, line in enumerate(lines, 1) if line.endswith(MARK)]
    return "\n".join(map(plain, lines)), at[0] if at else 0


def plain(line: str) -> str:
    """A line without its mark."""
    return line.removesuffix(MARK)


def blocks(lines: list[str]) -> list[Block]:
    """Lines at one depth, each with what stands below it."""
    found: list[Block] = []
    lines = [line for line in lines if line]
    for line in lines:
        if not found or depth(line) <= depth(lines[0]):
            found.append([line])
        else:
            found[-1].append(line)
    return found


def depth(line: str) -> int:
    """How far a line is indented."""
    return len(line) - len(line.lstrip())


def key(block: Block) -> str:
    """What stands before the colon of a block's first line."""
    return re.split(r":(?= |$)", plain(block[0]))[0].strip()


def merge(old: list[Block], new: list[Block]) -> list[Block]:
    """Blocks of which the new ones replace or complete the old ones of their keys."""
    merged = {key(block): [block] for block in old}
    times = Counter(map(key, new))
    for name, count in times.items():
        given = [block for block in new if key(block) == name]
        before = merged.get(name, [[]])[0]
        if count == 1 and completes(given[0], before):
            inner = merge(blocks(before[1:]), blocks(given[0][1:]))
            given = [[given[0][0], *(line for block in inner for line in block)]]
        merged[name] = given
    return [block for same in merged.values() for block in same]


def completes(new: Block, old: Block) -> bool:
    """Whether both are the same mapping with keys below it."""
    return (
        len(new) > 1
        and len(old) > 1
        and plain(new[0]) == old[0]
        and re.match(r" *[\w-]+:( |$)", new[1]) is not None
    )


def joined(found: list[Block]) -> str:
    """The lines of blocks, one after another."""
    return "\n".join(line for block in found for line in block) + "\n"
