"""The one door for a story file: bytes in, a tree or findings out, never an exception.

Two parsers may stand behind it, libyaml and PyYAML's own. They accept almost the same
files; one that libyaml finds any error in, PyYAML's own reads again and has the last
word, so that a story is good or bad alike on every computer, and on the same line.
"""

import re
from collections.abc import Iterator
from typing import Literal, cast

import yaml
from yaml.error import MarkedYAMLError
from yaml.scanner import ScannerError

from octgame.loading.diagnostics import Diagnostics, Position
from octgame.loading.source.encoding import decode
from octgame.loading.source.nodes import MapNode
from octgame.loading.source.syntax import explain
from octgame.loading.source.tree import RefusedError, TreeBuilder

Parser = Literal["fast", "careful"]

_CAREFUL = yaml.SafeLoader
_FAST = cast("type[yaml.SafeLoader]", getattr(yaml, "CSafeLoader", _CAREFUL))

# PyYAML's own parser ends unquoted text within brackets at any `?`, against YAML and
# libyaml: `{a: Was it?}`. A stand-in that no checked file can hold carries it through.
_QUESTION_IN_TEXT = re.compile(r"((?:[^\s\[{,:?!-]|[:-](?=\?)|(?<=[^\s\[{,])!) *)(\?+)")
_STAND_IN = "\ue000"
_STAND_IN_ESCAPED = re.compile(r"(?<!\\)(?:\\\\)*\\(?:u|U0000)[eE]000")


def read(
    file: str, data: bytes, into: Diagnostics, *, parser: Parser = "fast"
) -> MapNode | None:
    """Read one file of a story that nobody has reason to trust.

    Args:
        file: Its name in the story's folder, for positions.
        data: What was in it, at most `encoding.MOST_BYTES`.
        into: Told of every error and warning, and given the file's lines.
        parser: "fast" is libyaml where it is installed; "careful" is PyYAML's own.

    Returns:
        The mapping on top, or None where no tree can be made. A tree may come with
        errors that can be read past: of duplicate keys it holds the first, and what
        an escape smuggled in is replaced.
    """
    text = decode(file, data, into)
    if text is None:
        return None
    if parser == "fast":
        found = Diagnostics(into.sources)
        tree = _read_fast(file, text, found)
        if tree:
            into.take(found)
            return tree
    return _read_carefully(file, text, into)


def _read_fast(file: str, text: str, into: Diagnostics) -> MapNode | None:
    events, hashes = iter(_FAST(text).get_event, None), " #" in text
    lines = into.sources[file]
    try:
        return TreeBuilder(file, events, lines, into, hashes, patience=0).build()
    except (RefusedError, yaml.YAMLError):
        return None


def _read_carefully(file: str, text: str, into: Diagnostics) -> MapNode | None:
    lines, found = into.sources[file], Diagnostics(into.sources)
    tree, fault = None, None
    try:
        tree = TreeBuilder(file, _events(text), lines, found).build()
    except RefusedError as refused:
        fault = refused.fault
    except MarkedYAMLError as error:
        fault = explain(error, lines)
    if fault is not None:
        at = Position(file, fault.line, fault.column)
        # A line that the parser stumbles over was not read as part of the text above.
        found.found = [
            one for one in found.found if (one.at, one.code) != (at, "glued-text")
        ]
        found.error(at, fault.code, fault.message, fault.hint)
    into.take(found)
    return tree


def _events(text: str) -> Iterator[yaml.Event]:
    """What PyYAML's own parser says, its two gaps closed."""
    hidden = _QUESTION_IN_TEXT.sub(lambda m: m[1] + _STAND_IN * len(m[2]), text)
    loader = _CAREFUL(hidden)
    try:
        while loader.check_event():
            event = cast("yaml.Event", loader.get_event())  # type: ignore[no-untyped-call]
            # An escape of the stand-in is the author's own, to be refused as such.
            if isinstance(event, yaml.ScalarEvent) and not _STAND_IN_ESCAPED.search(
                _written(event, text)
            ):
                event.value = event.value.replace(_STAND_IN, "?")
            yield event
    except (ValueError, OverflowError) as error:
        # int() and chr() of what the file says: `"\UFFFFFFFF"`, `%YAML 1.999…`
        where = "while scanning a double-quoted scalar"
        mark = loader.get_mark()
        raise ScannerError(where, None, "found no character", mark) from error
    finally:
        loader.dispose()


def _written(event: yaml.ScalarEvent, text: str) -> str:
    """A value as it stands in the file, its quotation marks and escapes too."""
    start, end = event.start_mark, event.end_mark
    return text[start.index : end.index] if start and end else ""
