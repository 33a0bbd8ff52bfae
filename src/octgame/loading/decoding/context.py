"""What every field is handed while it reads: where to report, and what to remember."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import NamedTuple

from octgame.loading.diagnostics import Diagnostic, Diagnostics, Position, Severity
from octgame.loading.source.nodes import Node, ScalarNode
from octgame.story.calendar import Calendar
from octgame.story.conditions import Expr
from octgame.story.frame import Variable
from octgame.story.safe import safe_line

LONGEST_ID = 48
"""Characters of an id."""

MOST_SHOWN = 300
"""Characters of a message or hint; an author's text in it may be long."""

MOST_GUESSES = 100
"""Searches for a nearest name in one reading; each looks at every id there is."""

MOST_FOLDED_LINES = 200
"""How far below its beginning a piece of a scalar is looked for."""

Path = tuple[str, ...]
"""The way to a value: ("scenes", "back_door", "choices", "go_in", "to")."""


class Use(NamedTuple):
    """An id that the author named.

    Attributes:
        sections: The sections in which it may stand.
        id: The id as written.
        node: The scalar that holds it.
        linked: Whether it is the target of a link inside a longer text.
        words: What may stand in its stead, as `next` for a scene.
    """

    sections: tuple[str, ...]
    id: str
    node: ScalarNode
    linked: bool = False
    words: tuple[str, ...] = ()


class Asked(NamedTuple):
    """A condition that parsed, to be checked when all variables are known."""

    condition: Expr
    node: ScalarNode
    path: Path


@dataclass(slots=True)
class Context:
    """One reading of one story.

    Attributes:
        into: The collector of findings.
        calendar: The calendar of the files' dates.
        nodes: The key of each entry and the value of each field, by the way to it.
        declared: Every id of each section, well formed or not.
        variables: The variables that decoded, for the values of `set` and `add`.
        uses: What is looked up when everything is read, if that was all of the story.
        asked: What is checked then.
        parsed: Each condition by its text; many are written again and again.
        guesses: How often a nearest name has been searched for.
    """

    into: Diagnostics
    calendar: Calendar = "old_style"
    nodes: dict[Path, Node] = field(default_factory=dict)
    declared: dict[str, Mapping[str, Node]] = field(default_factory=dict)
    variables: dict[str, Variable] = field(default_factory=dict)
    uses: list[Use] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    parsed: dict[str, Expr] = field(default_factory=dict)
    guesses: int = 0

    def report(
        self,
        at: Position,
        code: str,
        message: str,
        *,
        suggestion: str = "",
        hint: str = "",
        severity: Severity = "error",
    ) -> None:
        """Record one finding."""
        said, advised = safe_line(message, MOST_SHOWN), safe_line(hint, MOST_SHOWN)
        self.into.add(Diagnostic(at, severity, code, said, suggestion, advised))

    def nearest(self, word: str, known: Iterable[str]) -> str:
        """The known word that the author most likely meant, or ""."""
        if self.guesses == MOST_GUESSES or len(word) > LONGEST_ID:
            return ""
        self.guesses += 1
        return next(iter(get_close_matches(word, list(known), 1, 0.6)), "")

    def known(self, section: str) -> Mapping[str, Node]:
        """The ids that a section declares."""
        return self.declared.get(section, {})

    def look_up(
        self,
        name: str,
        sections: tuple[str, ...],
        node: ScalarNode,
        *,
        linked: bool = False,
        words: tuple[str, ...] = (),
    ) -> None:
        """Remember an id that leads somewhere, if it is declared; see `references`."""
        self.uses.append(Use(sections, name, node, linked, words))

    def place_in(self, node: ScalarNode, text: str, offset: int = 0) -> Position:
        """Where a piece of a scalar's text stands in its file.

        Escapes and folded lines may hide the piece; then it is the scalar's place.
        """
        start, first = node.column - 1, node.line - 1
        lines = self.into.sources.get(node.file, [])
        for number, line in enumerate(lines[first : first + MOST_FOLDED_LINES]):
            column = line.find(text, start)
            if column >= 0:
                return Position(node.file, node.line + number, column + 1 + offset)
            start = 0
        return node.at
