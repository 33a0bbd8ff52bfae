"""What is wrong with a story's files: findings with positions, collected, not raised."""

from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """Where in a story's folder: a file relative to it, line and column from 1."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    Attributes:
        at: Where.
        severity: An error keeps the story from being played; a warning does not.
        code: Stable, as `octgame explain CODE` takes it; a key of `codes.CODES`.
        message: What is wrong, one sentence without a full stop.
        suggestion: The nearest known name, or "".
        hint: What to do, or "".
        line: The source line, made safe, for the caret; "" where there is none.
    """

    at: Position
    severity: Severity
    code: str
    message: str
    suggestion: str = ""
    hint: str = ""
    line: str = ""


@dataclass(slots=True)
class Diagnostics:
    """A collector: every reader of a story is given one and goes on."""

    found: list[Diagnostic] = field(default_factory=list)

    def add(self, diagnostic: Diagnostic) -> None:
        """Record one finding, once."""
        if diagnostic not in self.found:
            self.found.append(diagnostic)

    @property
    def errors(self) -> list[Diagnostic]:
        """The findings that keep the story from being played, by position."""
        return sorted(
            (d for d in self.found if d.severity == "error"), key=lambda d: d.at
        )
