"""The findings leaf: every error and warning, where it is and what to do about it."""

from octgame.authoring.preview.reading import in_words
from octgame.loading.diagnostics import Diagnostic
from octgame.story.safe import safe_line
from octgame.ui.blocks import NO_ROW, indented
from octgame.ui.panels.leaf import Leaf, plain
from octgame.ui.preview.desk import PreviewDesk
from octgame.ui.typeset import Piece, Row, wrap

MOST = 200
"""Findings that are listed; who has more begins with these."""
LONGEST = 600
"""Characters of a message or a piece of advice."""
UNPROVED = (
    "octgame check proves the rest: what no play reaches, and where one gets stuck."
)


def findings(desk: PreviewDesk, width: int) -> Leaf:
    """Errors first, then warnings, both by their place."""
    reading = desk.bench.reading
    listed = [*reading.errors, *reading.warnings]
    rows: list[Row] = []
    for finding in listed[:MOST]:
        rows += [*set_finding(finding, width), NO_ROW]
    if len(listed) > MOST:
        rows += [*plain(f"And {len(listed) - MOST} more.", width), NO_ROW]
    return Leaf(reading.counts, [*rows, *wrap([Piece(UNPROVED, "quiet")], width)])


def set_finding(finding: Diagnostic, width: int) -> list[Row]:
    """Its place, what is wrong, what was probably meant, what to do."""
    kind = f"{finding.severity}[{finding.code}]"
    meant = f"; did you mean “{finding.suggestion}”?" if finding.suggestion else "."
    head = [
        Piece(safe_line(in_words(finding.at)), "strong"),
        Piece(" "),
        Piece(kind, "mark" if finding.severity == "error" else "quiet"),
    ]
    said = Piece(safe_line(finding.message + meant, LONGEST))
    todo = Piece(safe_line(finding.hint, LONGEST), "quiet")
    return [
        *wrap(head, width),
        *indented([said], width),
        *indented([todo], width),
    ]
