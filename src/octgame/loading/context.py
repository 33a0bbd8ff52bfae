"""What every field is handed while it reads: where to report, and what to remember."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from octgame.loading.diagnostics import Diagnostic, Diagnostics, Position, Severity
from octgame.loading.nodes import ScalarNode
from octgame.story.calendar import Calendar
from octgame.story.conditions import Expr
from octgame.story.model import Variable

Path = tuple[str, ...]
"""The way to a value: ("scenes", "back_door", "choices", "go_in", "to")."""


@dataclass(frozen=True, slots=True)
class Use:
    """An id that the author named, to be looked up when all files are read.

    Attributes:
        sections: The sections in which it may stand.
        id: The id as written.
        node: The scalar that holds it.
        linked: Whether it is the target of a link inside a longer text.
    """

    sections: tuple[str, ...]
    id: str
    node: ScalarNode
    linked: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A condition that parsed, to be checked when all names are known."""

    condition: Expr
    node: ScalarNode
    path: Path


@dataclass(slots=True)
class Context:
    """One reading of one story.

    Attributes:
        into: The collector of findings.
        calendar: The calendar of the files' dates.
        positions: Where each entry (its key) and each field (its value) stands.
        declared: Every id of each section, well formed or not, with its place.
        variables: The variables that decoded, for the values of `set` and `add`.
        uses, asked: What is looked up when everything is read.
    """

    into: Diagnostics
    calendar: Calendar = "old_style"
    positions: dict[Path, Position] = field(default_factory=dict)
    declared: dict[str, dict[str, Position]] = field(default_factory=dict)
    variables: dict[str, Variable] = field(default_factory=dict)
    uses: list[Use] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)

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
        self.into.add(Diagnostic(at, severity, code, message, suggestion, hint))

    def known(self, section: str) -> Mapping[str, Position]:
        """The ids that a section declares."""
        return self.declared.get(section, {})

    def place_in(self, node: ScalarNode, text: str, offset: int = 0) -> Position:
        """Where a piece of a scalar's text stands in its file.

        Escapes and folded lines may hide the piece; then it is the scalar's place.
        """
        start = node.at.column - 1
        lines = self.into.sources.get(node.at.file, [])
        for number in range(node.at.line - 1, len(lines)):
            column = lines[number].find(text, start)
            if column >= 0:
                return Position(node.at.file, number + 1, column + 1 + offset)
            start = 0
        return node.at

    def folded(self, node: ScalarNode) -> bool:
        """Whether YAML has made one line break of each blank line in this scalar."""
        if not node.block:
            return True
        lines = self.into.sources.get(node.at.file, [])
        line = lines[node.at.line - 1] if node.at.line <= len(lines) else ""
        return line[node.at.column - 1 : node.at.column] == ">"


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that the author most likely meant, or ""."""
    return next(iter(get_close_matches(word, list(known), 1, 0.6)), "")
