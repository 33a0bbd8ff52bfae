"""The parser's events to a tree of text: limits first, then what a story may not hold.

Nothing here asks what a scalar means: `no`, `1917` and `21:40` stay as typed. The
events are consumed one by one and the reading ends at the first limit, so no file
is ever parsed further than a story may reach.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.error import Mark

from octgame.loading.diagnostics import Diagnostics
from octgame.loading.source import astray
from octgame.loading.source.nodes import ListNode, MapNode, Node, ScalarNode
from octgame.loading.source.syntax import Fault, directive, sign
from octgame.story.safe import safe_text, unsafe_at

MOST_DEPTH = 12
"""Collections within collections; the format itself needs seven."""

MOST_NODES = 20_000
"""Scalars, lists and mappings of one file."""

MOST_CHARACTERS = 16_384
"""The longest scalar."""

MOST_ERRORS = 100
"""Errors of one file that are listed before it is given up."""

_Event = Any  # the stubs of PyYAML leave out that events have marks, tags and anchors
_HEADER_THEN_HASH = re.compile(r"[|>][-+0-9]*#")


class RefusedError(Exception):
    """The file cannot be read further; the finding says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


@dataclass(slots=True)
class TreeBuilder:
    """Builds the tree of one file.

    Attributes:
        file: Its name, for positions.
        events: What the parser says, in order.
        lines: The file's lines, to see what stands after a scalar.
        into: Told of what can be read past, such as a duplicate key.
        hashes: Whether any ` #` stands in the file; most have none.
        patience: How many such errors are read past.
    """

    file: str
    events: Iterator[_Event]
    lines: list[str]
    into: Diagnostics
    hashes: bool = True
    patience: int = MOST_ERRORS
    nodes: int = 0

    def build(self) -> MapNode:
        """The mapping on top of the only document.

        Raises:
            RefusedError: The file holds what no tree can be made of.
            yaml.YAMLError: It is not YAML.
        """
        next(self.events)  # the start of the stream
        start = next(self.events)
        if not isinstance(start, yaml.DocumentStartEvent):
            raise RefusedError(_empty())
        if start.version or start.tags:
            lines = enumerate(self.lines)
            raise RefusedError(directive(next(n for n, x in lines if x[:1] == "%")))
        top = self._node(next(self.events), 1)
        self._expect_end()
        if isinstance(top, MapNode):
            return top
        if isinstance(top, ScalarNode) and not top.text and not top.style:
            raise RefusedError(_empty())
        raise RefusedError(
            Fault(
                "top-level",
                top.line,
                top.column,
                "the file does not begin with a section such as `scenes:`",
                "Write the section's name and a colon, and indent its entries.",
            )
        )

    def _expect_end(self) -> None:
        next(self.events)  # the end of the document
        after = next(self.events)
        if isinstance(after, yaml.StreamEndEvent):
            return
        raise _refused(
            "several-documents",
            after.start_mark,
            "a second document begins here",
            "Delete the line `---`, or make two files.",
        )

    def _node(self, event: _Event, depth: int) -> Node:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            raise _refused(
                "too-many-values",
                event.start_mark,
                f"the file holds more than {MOST_NODES} values",
                "Move some of its scenes to a second file.",
            )
        if event.anchor is not None or event.tag is not None:
            raise RefusedError(self._property(event))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if depth > MOST_DEPTH:
            raise _refused(
                "too-deep",
                event.start_mark,
                f"more than {MOST_DEPTH} lists and mappings within each other",
                "No part of a story is nested that deeply; look for stray brackets.",
            )
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(event, depth)
        return self._map(event, depth)

    def _property(self, event: _Event) -> Fault:
        """An alias, or an anchor or tag: both may precede a value, in either order."""
        at: Mark = event.start_mark
        if isinstance(event, yaml.AliasEvent):
            return sign("*", at.line, at.column)
        mark = "!" if event.anchor is None else "&"
        column = self.lines[at.line].find(mark, at.column)
        return sign(mark, at.line, max(column, at.column))

    def _scalar(self, event: _Event) -> ScalarNode:
        text: str = event.value
        style: str = event.style
        start: Mark = event.start_mark
        if len(text) > MOST_CHARACTERS:
            raise _refused(
                "text-too-long",
                start,
                f"a text of more than {MOST_CHARACTERS} characters",
                "Divide it; a quotation mark that is never closed does this too.",
            )
        node = ScalarNode(
            self.file, start.line + 1, start.column + 1, text, style or ""
        )
        if not style:
            if self.hashes:
                astray.warn_of_lost_text(node, event.end_mark, self.lines, self.into)
        elif style == '"':
            self._unescape(node)
        elif style != "'":
            self._check_header(start)
        if astray.may_be_glued(text):
            astray.warn_of_glued_text(node, event.end_mark, self.lines, self.into)
        return node

    def _unescape(self, node: ScalarNode) -> None:
        """Only an escape can still bring in what the file itself does not hold."""
        found = unsafe_at(node.text)
        if found is None:
            return
        node.text = safe_text(node.text)
        self._read_past(
            node,
            "unsafe-escape",
            f"an escape in this text stands for what may not be shown: {found[1]}",
            "Delete it; to write a backslash itself, double it.",
        )

    def _check_header(self, start: Mark) -> None:
        """Libyaml reads `|#` as `|` and a comment; YAML and PyYAML do not."""
        if _HEADER_THEN_HASH.match(self.lines[start.line], start.column):
            mark = self.lines[start.line][start.column]
            raise RefusedError(sign(mark, start.line, start.column))

    def _list(self, start: _Event, depth: int) -> ListNode:
        items: list[Node] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._node(event, depth + 1))
        mark: Mark = start.start_mark
        return ListNode(self.file, mark.line + 1, mark.column + 1, items)

    def _map(self, start: _Event, depth: int) -> MapNode:
        keys: list[ScalarNode] = []
        values: dict[str, Node] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._node(event, depth + 1)
            if not isinstance(key, ScalarNode):
                raise _refused(
                    "key-not-text",
                    event.start_mark,
                    "a list or a mapping stands where a key belongs",
                    "A key is one word before a colon; put text in quotes.",
                )
            value = self._node(next(self.events), depth + 1)
            if key.text == "<<":
                self._refuse_merging(key)
            elif start.flow_style and self._is_bare(key, value):
                self._refuse_comma(key)
            elif key.text in values:
                self._refuse_second(key, keys)
            else:
                keys.append(key)
                values[key.text] = value
        mark: Mark = start.start_mark
        return MapNode(self.file, mark.line + 1, mark.column + 1, keys, values)

    def _refuse_merging(self, key: ScalarNode) -> None:
        self._read_past(
            key,
            "merge-key",
            "`<<` merges mappings in YAML, and a story has no such thing",
            "Write the fields out.",
        )

    def _is_bare(self, key: ScalarNode, value: Node) -> bool:
        """Whether a key has neither a value nor a colon."""
        if not isinstance(value, ScalarNode) or value.text or value.style or key.style:
            return False
        after = self.lines[key.line - 1][key.column - 1 + len(key.text) :]
        return not after.lstrip(" ").startswith(":")

    def _refuse_comma(self, key: ScalarNode) -> None:
        self._read_past(
            key,
            "comma-in-text",
            f"“{key.text}” stands here as a key without a colon",
            "Between { and } a comma parts the keys: put the text in quotes.",
        )

    def _refuse_second(self, key: ScalarNode, keys: list[ScalarNode]) -> None:
        first = next(known.line for known in keys if known.text == key.text)
        self._read_past(
            key,
            "duplicate-key",
            f"“{key.text}” stands twice: on line {first} and on line {key.line}",
            "Rename or delete one of them.",
        )

    def _read_past(self, node: ScalarNode, code: str, message: str, hint: str) -> None:
        """Report an error and go on, unless there are too many to be worth listing."""
        self.into.error(node.at, code, message, hint)
        self.patience -= 1
        if self.patience < 0:
            raise RefusedError(
                Fault(
                    "too-many-errors",
                    node.line,
                    node.column,
                    f"{MOST_ERRORS} errors before this one; the rest is not read",
                    "Mend those first.",
                )
            )


def _empty() -> Fault:
    return Fault(
        "empty-file",
        1,
        1,
        "there is nothing in this file",
        "Delete it, or begin it with a section such as `scenes:`.",
    )


def _refused(code: str, at: Mark, message: str, hint: str) -> RefusedError:
    return RefusedError(Fault(code, at.line + 1, at.column + 1, message, hint))
