"""Why a file is not YAML, said in terms of what an author typed.

The parser's own words ("could not find expected ':'") name its state; these name
the line to look at and what to do about it.
"""

import re
from typing import NamedTuple, cast

from yaml.error import Mark, MarkedYAMLError

STRAIGHT = "Only straight quotes count."
QUOTE = "Put the text in quotes, or on its own lines under `|`."

_CLOSING = ("]", "}", ",")
_SIGNS = {"*": "alias", "&": "anchor", "!": "tag"}
_OPENED_BY_CONTEXT = {
    "while scanning an alias": "*",
    "while scanning an anchor": "&",
    "while scanning a tag": "!",
    "while parsing a tag": "!",
    "while parsing a node": "!",
}
_KEY = re.compile(r"""^\s*(?:- +)*(?:"[^"]*"|'[^']*'|[^\s"'#][^#]*?):(?:\s|$)""")
_HAS_COMMENT = re.compile(r"\s#")
_ONE_WORD = re.compile(r"[\w-]*")
_CHANGE = re.compile(r"\s*(?:- +)*(?:set|add): +(\w+)")
_CURLED = re.compile(r"(?:^|[:-]) *[\u2018\u2019\u201c\u201d]")


class Fault(NamedTuple):
    """One thing wrong; line and column count from 1."""

    code: str
    line: int
    column: int
    message: str
    hint: str


def explain(error: MarkedYAMLError, lines: list[str]) -> Fault:
    """Say what an author did to cause a parser's error.

    Args:
        error: As PyYAML's own scanner or parser raised it.
        lines: The lines of the file.
    """
    problem = error.problem or ""
    context = error.context or ""
    at = cast("Mark", error.problem_mark)  # the scanner and the parser always say
    opened = error.context_mark or at
    directives = [n for n, line in enumerate(lines) if line.startswith("%")]
    if at.line in directives or (directives and "<document start>" in problem):
        return directive(directives[0])
    if context in _OPENED_BY_CONTEXT:
        return sign(_OPENED_BY_CONTEXT[context], opened.line, opened.column)
    if "quoted scalar" in context:
        return _in_quotes(problem, at, opened)
    if "block scalar" in context:
        return sign(_character(lines, opened), opened.line, opened.column)
    if "cannot start any token" in problem or "mapping keys are not" in problem:
        return sign(_character(lines, at), at.line, at.column)
    if "could not find expected ':'" in problem:
        return _no_colon(opened)
    if "mapping values are not allowed" in problem:
        return _colon(at, lines)
    if "sequence entries are not allowed" in problem:
        return _fault(
            "indentation",
            at,
            "a list cannot begin here",
            "Begin it on the line under its key, or put the text in quotes.",
        )
    if "flow" in context:
        return _in_brackets(opened, lines)
    return _unexpected(at, lines)


def sign(mark: str, line: int, column: int) -> Fault:
    """Unquoted text that begins with a sign; line and column count from 0."""
    what = _SIGNS.get(mark)
    message = f"unquoted text cannot begin with `{mark}`"
    if what:
        message += f"; that makes it a YAML {what}, and a story has none"
    return Fault(what or "sign-at-start", line + 1, column + 1, message, QUOTE)


def directive(line: int) -> Fault:
    """A line that begins with `%`; it counts from 0."""
    return Fault(
        "directive",
        line + 1,
        1,
        "a line that begins with `%` is a YAML directive, and a story has none",
        "Delete the line; if it is text, indent it or put it in quotes.",
    )


def _fault(code: str, mark: Mark, message: str, hint: str) -> Fault:
    return Fault(code, mark.line + 1, mark.column + 1, message, hint)


def _character(lines: list[str], mark: Mark) -> str:
    return lines[mark.line][mark.column : mark.column + 1]


def _in_quotes(problem: str, at: Mark, opened: Mark) -> Fault:
    if "found unexpected" in problem:
        return _fault(
            "unclosed-quote",
            opened,
            "this quotation mark is never closed",
            "Close it; put text that holds an apostrophe in double quotes.",
        )
    return _fault(
        "bad-escape",
        at,
        "within double quotes `\\` begins an escape, and this is none",
        "Write `\\\\`, or use single quotes.",
    )


def _no_colon(mark: Mark) -> Fault:
    return _fault(
        "missing-colon",
        mark,
        "this line is neither `key: value` nor a list item",
        "Write a colon and a space after the key; text that goes on from the line above"
        " is indented further than its key.",
    )


def _colon(at: Mark, lines: list[str]) -> Fault:
    """Tell `a: b: c` from text that goes on, and from a key that stands too far in."""
    line = lines[at.line]
    before = line[: at.column]
    if _KEY.match(before):
        message = "a colon and a space within unquoted text"
        return _fault("colon-in-text", at, message, _quoting(before, line[at.column :]))
    if _is_item(line) and any(_is_item(other) for other in lines[: at.line]):
        return _uneven(at, line)
    if not _ONE_WORD.fullmatch(before.strip()):
        return _fault(
            "colon-in-text",
            at,
            "a colon and a space within text that goes on from the line above",
            "Put the whole text in quotes.",
        )
    above = _line_above(at.line, lines)
    if above is not None and not _KEY.match(lines[above]):
        text = lines[above]
        column = len(text) - len(text.lstrip()) + 1
        return _no_colon(Mark("", 0, above, column - 1, None, 0))
    return _fault(
        "indentation",
        at,
        "a key that stands further in than the line above allows",
        "Begin it in the same column as its neighbours; if it is text that goes on, put"
        " the whole text in quotes.",
    )


def _quoting(before: str, after: str) -> str:
    """What to do about the second colon of a line."""
    change = _CHANGE.fullmatch(before)
    if change:
        value = _HAS_COMMENT.split(after[1:])[0].strip()
        return f"Write it as {{{change[1]}: {value}}}."
    return f"{STRAIGHT} {QUOTE}" if _CURLED.search(before) else QUOTE


def _is_item(line: str) -> bool:
    return line.lstrip(" ").startswith("- ")


def _uneven(at: Mark, line: str) -> Fault:
    return Fault(
        "indentation",
        at.line + 1,
        line.index("-") + 1,
        "the dashes of this list do not stand in one column",
        "Put each dash exactly below the first.",
    )


def _line_above(line: int, lines: list[str]) -> int | None:
    return next((n for n in range(line - 1, -1, -1) if lines[n].strip()), None)


def _in_brackets(opened: Mark, lines: list[str]) -> Fault:
    bracket = _character(lines, opened)
    hint = QUOTE
    if _HAS_COMMENT.search(lines[opened.line], opened.column):
        hint = "The rest of the line after ` #` is a comment: put the text in quotes."
    return _fault(
        "bracket", opened, f"what `{bracket}` begins here is not closed rightly", hint
    )


def _unexpected(at: Mark, lines: list[str]) -> Fault:
    if _character(lines, at) in _CLOSING:
        return sign(_character(lines, at), at.line, at.column)
    before = lines[at.line][: at.column].rstrip()
    if before.endswith(('"', "'")):
        hint = "Put the whole in the other kind of quotes: '\"Bread!\" she said.'"
        if before.endswith("'") and _character(lines, at).isalpha():
            hint = "The apostrophe ends it: put the whole in double quotes."
        message = "text after a closing quotation mark"
        return _fault("text-after-quote", at, message, hint)
    if before.endswith(("]", "}")):
        return _fault(
            "bracket",
            at,
            f"text after a closing `{before[-1]}`; unquoted text that begins with"
            " a bracket is a list or a mapping",
            QUOTE,
        )
    above = _line_above(at.line, lines)
    comment = None if above is None else _HAS_COMMENT.search(lines[above])
    if above is not None and comment and not before:
        return _fault(
            "text-after-comment",
            at,
            f"text goes on here, but the ` #` on line {above + 1} began a comment",
            QUOTE,
        )
    if not before and _is_item(lines[at.line]):
        return _uneven(at, lines[at.line])
    return _fault(
        "indentation",
        at,
        "this line begins in a column that fits nothing above it",
        "Begin it in the same column as its neighbours.",
    )
