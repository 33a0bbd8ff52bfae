"""Edits of an author's file as text, so that comments and layout stay as they are."""

import re
from textwrap import indent

from octgame.loading.source.nodes import ListNode, Node, ScalarNode

_INDENTED = re.compile(r"( +)[^\s#]")
_TOP = re.compile(r"[^\s#]")


class EditError(ValueError):
    """The file is written in a way in which nothing can be added to it."""


def with_entry(text: str, section: str, entry: str) -> str:
    """A file with an entry more at the end of a section, which is added where missing.

    Args:
        text: The file, lines ended by line feeds.
        section: Its name, as "scenes".
        entry: The entry, not indented.

    Raises:
        EditError: The section stands there in braces.
    """
    lines = text.split("\n")
    heads = [n for n, line in enumerate(lines) if line.startswith(f"{section}:")]
    if not heads:
        start = text.rstrip("\n")
        gap = "\n\n" if start else ""
        return f"{start}{gap}{section}:\n{indent(entry, '  ')}"
    head = heads[0]
    if not re.fullmatch(rf"{section}: *(#.*)?", lines[head]):
        raise EditError(f"`{section}:` is written in one line there")
    after = range(head + 1, len(lines))
    end = next((n for n in after if _TOP.match(lines[n])), len(lines))
    found = (_INDENTED.match(line) for line in lines[head + 1 : end])
    margin = next((match[1] for match in found if match), "  ")
    # What stands in column 1 above the next section, belongs to that.
    while end > head + 1 and (not lines[end - 1] or lines[end - 1].startswith("#")):
        end -= 1
    added = ["", *indent(entry, margin).rstrip("\n").split("\n")]
    rest = lines[end:] or [""]
    return "\n".join([*lines[:end], *added, *rest])


def with_item(text: str, held: Node, item: ScalarNode, new: str) -> str:
    """A file with an id more in a list, right after another.

    Args:
        text: The file, lines ended by line feeds.
        held: The list; or the id itself, where it stands alone without brackets.
        item: The id that stands there.
        new: The id that comes after it.
    """
    lines = text.split("\n")
    number, start = item.line - 1, item.column - 1
    line = lines[number]
    end = start + len(item.text) + (2 if item.style else 0)
    before, word, after = line[:start], line[start:end], line[end:]
    if not isinstance(held, ListNode):
        lines[number] = f"{before}[{word}, {new}]{after}"
    elif before.strip() == "-":
        lines.insert(number + 1, f"{before}{new}")
    else:
        lines[number] = f"{before}{word}, {new}{after}"
    return "\n".join(lines)
