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

from octgame.loading.diagnostics import Diagnostics, Position
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
_BLOCK_STYLES = ("|", ">")
_COMMENT = re.compile(r"(?P<gap> +)#(?P<next>.?)")
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
        patience: How many such errors are read past.
    """

    file: str
    events: Iterator[_Event]
    lines: list[str]
    into: Diagnostics
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
        if isinstance(top, ScalarNode) and not top.text and not top.quoted:
            raise RefusedError(_empty())
        raise RefusedError(
            Fault(
                "top-level",
                top.at.line,
                top.at.column,
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
        at: Mark = event.start_mark
        if isinstance(event, yaml.AliasEvent):
            raise RefusedError(sign("*", at.line, at.column))
        if event.anchor is not None or event.tag is not None:
            raise RefusedError(self._property(event))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if depth > MOST_DEPTH:
            raise _refused(
                "too-deep",
                at,
                f"more than {MOST_DEPTH} lists and mappings within each other",
                "No part of a story is nested that deeply; look for stray brackets.",
            )
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(event, depth)
        return self._map(event, depth)

    def _property(self, event: _Event) -> Fault:
        """An anchor or a tag; both may stand before a value, in either order."""
        mark = "!" if event.anchor is None else "&"
        at = event.start_mark
        column = self.lines[at.line].find(mark, at.column)
        return sign(mark, at.line, max(column, at.column))

    def _scalar(self, event: _Event) -> ScalarNode:
        text: str = event.value
        start = event.start_mark
        if len(text) > MOST_CHARACTERS:
            raise _refused(
                "text-too-long",
                start,
                f"a text of more than {MOST_CHARACTERS} characters",
                "Divide it; a quotation mark that is never closed does this too.",
            )
        at = Position(self.file, start.line + 1, start.column + 1)
        if not event.style:
            self._warn_of_lost_text(text, event.end_mark)
            return ScalarNode(at, text)
        if event.style in _BLOCK_STYLES:
            self._check_header(start)
            return ScalarNode(at, text, block=True)
        if event.style == '"':
            text = self._unescaped(text, at)
        return ScalarNode(at, text, quoted=True)

    def _unescaped(self, text: str, at: Position) -> str:
        """Only an escape can still bring in what the file itself does not hold."""
        found = unsafe_at(text)
        if found is None:
            return text
        self._read_past(
            at,
            "unsafe-escape",
            f"an escape in this text stands for what may not be shown: {found[1]}",
            "Delete it; to write a backslash itself, double it.",
        )
        return safe_text(text)

    def _check_header(self, start: Mark) -> None:
        """Libyaml reads `|#` as `|` and a comment; YAML and PyYAML do not."""
        if _HEADER_THEN_HASH.match(self.lines[start.line], start.column):
            mark = self.lines[start.line][start.column]
            raise RefusedError(sign(mark, start.line, start.column))

    def _warn_of_lost_text(self, text: str, end: Mark) -> None:
        """Tell text that a ` #` cuts off from a comment that is meant as one.

        `min: 0 # least` is a comment: one word, a space after the sign. So is what
        two spaces set apart. `Room #1` and `the rumour # and the rest` are text.
        """
        line = self.lines[end.line]
        comment = _COMMENT.match(line, end.column) if "#" in line else None
        if comment is None:
            return
        set_apart = len(comment["gap"]) > 1 or " " not in text
        if set_apart and comment["next"] in ("", " ", "#"):
            return
        self.into.warn(
            Position(self.file, end.line + 1, comment.start("next")),
            "lost-text",
            "the text ends here: what follows ` #` is a comment",
            "Put the text in quotes; before a comment write two spaces, after # one.",
        )

    def _list(self, start: _Event, depth: int) -> ListNode:
        items = (self._node(event, depth + 1) for event in self._until_end())
        return ListNode(self._position(start.start_mark), tuple(items))

    def _map(self, start: _Event, depth: int) -> MapNode:
        pairs: dict[str, tuple[ScalarNode, Node]] = {}
        for event in self._until_end():
            key = self._node(event, depth + 1)
            if not isinstance(key, ScalarNode):
                raise _refused(
                    "key-not-text",
                    event.start_mark,
                    "a list or a mapping stands where a key belongs",
                    "A key is one word before a colon; put text in quotes.",
                )
            value = self._node(next(self.events), depth + 1)
            if self._is_new(key, pairs):
                pairs[key.text] = (key, value)
        return MapNode(self._position(start.start_mark), tuple(pairs.values()))

    def _is_new(
        self, key: ScalarNode, pairs: dict[str, tuple[ScalarNode, Node]]
    ) -> bool:
        if key.text == "<<":
            self._read_past(
                key.at,
                "merge-key",
                "`<<` merges mappings in YAML, and a story has no such thing",
                "Write the fields out.",
            )
            return False
        if key.text not in pairs:
            return True
        first = pairs[key.text][0].at.line
        self._read_past(
            key.at,
            "duplicate-key",
            f"“{key.text}” stands twice: on line {first} and on line {key.at.line}",
            "Rename or delete one of them.",
        )
        return False

    def _read_past(self, at: Position, code: str, message: str, hint: str) -> None:
        """Report an error and go on, unless there are too many to be worth listing."""
        self.into.error(at, code, message, hint)
        self.patience -= 1
        if self.patience < 0:
            raise RefusedError(
                Fault(
                    "too-many-errors",
                    at.line,
                    at.column,
                    f"{MOST_ERRORS} errors before this one; the rest is not read",
                    "Mend those first.",
                )
            )

    def _until_end(self) -> Iterator[_Event]:
        """The events at this level; whoever asks consumes what lies within each."""
        for event in self.events:
            if isinstance(event, yaml.CollectionEndEvent):
                return
            yield event

    def _position(self, mark: Mark) -> Position:
        return Position(self.file, mark.line + 1, mark.column + 1)


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
