"""What is wrong with a story's files: findings with positions, collected."""

from typing import Literal, NamedTuple

from octgame.story.safe import safe_line

Severity = Literal["error", "warning"]

LINE_KEPT = 500
"""Characters of a source line that a finding keeps: a paragraph on one line."""


class Code(NamedTuple):
    """What `octgame explain` says about one kind of finding.

    The examples are laid into a small story; ` <--` stands behind the line that the
    finding points at.

    Attributes:
        title: What is wrong, in a few words.
        meaning: What the finding says.
        why: Why it matters.
        advice: What to do.
        wrong: A piece of a story that has the defect.
        right: The same without it.
    """

    title: str
    meaning: str
    why: str
    advice: str
    wrong: str
    right: str


class Position(NamedTuple):
    """Where in a story's folder: a file relative to it, line and column from 1."""

    file: str
    line: int = 1
    column: int = 1


class Diagnostic(NamedTuple):
    """One finding.

    Attributes:
        at: Where.
        severity: An error keeps the story from being played; a warning does not.
        code: Stable, as `octgame explain CODE` takes it; a key of `codes.CODES`.
        message: What is wrong, one sentence without a full stop.
        suggestion: The nearest known name, or "".
        hint: What to do, or "".
        line: The source line, made safe, for the caret; "" where there is none.
        moves: Those of a play that comes there, or None where no play is meant.
    """

    at: Position
    severity: Severity
    code: str
    message: str
    suggestion: str = ""
    hint: str = ""
    line: str = ""
    moves: tuple[str, ...] | None = None


class Diagnostics:
    """A collector: every reader of a story is given one and goes on.

    Attributes:
        found: The findings in the order they were made, each once.
        sources: The lines of each file that was read, which `add` quotes.
    """

    def __init__(self, sources: dict[str, list[str]] | None = None) -> None:
        self.found: list[Diagnostic] = []
        self.sources: dict[str, list[str]] = {} if sources is None else sources
        self._known: set[Diagnostic] = set()

    def add(self, diagnostic: Diagnostic) -> None:
        """Record one finding, once, with its source line if that is known."""
        diagnostic = self.quoted(diagnostic)
        if diagnostic not in self._known:
            self._known.add(diagnostic)
            self.found.append(diagnostic)

    def quoted(self, diagnostic: Diagnostic) -> Diagnostic:
        """A finding with its source line, if that is known."""
        if diagnostic.line:
            return diagnostic
        return diagnostic._replace(line=self._source_line(diagnostic.at))

    def error(self, at: Position, code: str, message: str, hint: str = "") -> None:
        """Record what keeps the story from being played."""
        self.add(Diagnostic(at, "error", code, message, hint=hint))

    def warn(self, at: Position, code: str, message: str, hint: str = "") -> None:
        """Record what is probably not meant."""
        self.add(Diagnostic(at, "warning", code, message, hint=hint))

    def take(self, others: "Diagnostics") -> None:
        """Record what another collector found."""
        for diagnostic in others.found:
            self.add(diagnostic)

    @property
    def errors(self) -> list[Diagnostic]:
        """The findings that keep the story from being played, by position."""
        return sorted(
            (d for d in self.found if d.severity == "error"), key=lambda d: d.at
        )

    def _source_line(self, at: Position) -> str:
        lines = self.sources.get(at.file, [])
        return safe_line(lines[at.line - 1], LINE_KEPT) if at.line <= len(lines) else ""
