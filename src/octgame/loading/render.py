"""One finding as the lines that a terminal shows, safe whatever the file holds."""

import unicodedata

from octgame.loading.diagnostics import Diagnostic
from octgame.story.safe import safe_line

WIDTH = 78
"""Characters of a source line that are shown; a longer one is cut around the caret."""

MOVES = 4000
"""Characters of a play's moves that are shown."""

_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"


def render(diagnostic: Diagnostic, accepted: str = "") -> str:
    """The finding as `file:line:col: error[code]: message`, and what belongs to it.

    Args:
        diagnostic: The finding.
        accepted: Why it is meant so, or "" where nobody accepts it.

    Returns:
        One to five lines without a line feed at the end: the line, a caret, the moves
        of the play that shows it, what to do.
    """
    at = diagnostic.at
    file = safe_line(at.file)
    message = safe_line(diagnostic.message)
    weight = "accepted" if accepted else diagnostic.severity
    head = f"{file}:{at.line}:{at.column}: {weight}"
    head += f"[{diagnostic.code}]: {message}"
    if diagnostic.suggestion:
        head += f'; did you mean "{safe_line(diagnostic.suggestion)}"?'
    shown = [head]
    if diagnostic.line:
        shown += _excerpt(safe_line(diagnostic.line, len(diagnostic.line)), at.column)
    if diagnostic.moves is not None:
        moves = safe_line(" ".join(diagnostic.moves), MOVES)
        shown.append(f"  moves there: {moves or 'none, it is the start'}")
    if accepted:
        shown.append(f"  reason: {safe_line(accepted)}")
    elif diagnostic.hint:
        shown.append(f"  hint: {safe_line(diagnostic.hint)}")
    return "\n".join(shown)


def _excerpt(line: str, column: int) -> list[str]:
    """The part of a source line around the column, and a caret if it is in there."""
    if column > len(line) + 1:
        return ["  " + _cut(line, 0)]
    start = max(0, min(column - 1 - WIDTH // 2, len(line) - WIDTH))
    part = _cut(line, start)
    return ["  " + part, "  " + " " * _cells(part[: column - 1 - start]) + "^"]


def _cut(line: str, start: int) -> str:
    part = line[start : start + WIDTH]
    if start:
        part = _ELLIPSIS + part[1:]
    if start + WIDTH < len(line):
        part = part[:-1] + _ELLIPSIS
    return part


def _cells(text: str) -> int:
    """Columns of a terminal: stress marks take none, Chinese signs two."""
    return sum(
        0
        if unicodedata.combining(sign)
        else 1 + (unicodedata.east_asian_width(sign) in ("W", "F"))
        for sign in text
    )
