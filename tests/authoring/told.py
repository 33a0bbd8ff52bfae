"""The findings of one code on a story of a few lines."""

from collections.abc import Sequence

from octgame.authoring.check import findings
from octgame.loading.diagnostics import Diagnostic
from small import small_story

A_TO_END = "a: {title: A, text: A., choices: {go: {text: Go., to: end}}}\n"


def found(
    scenes: str, acts: Sequence[str] = (), variables: str = "", code: str = ""
) -> list[Diagnostic]:
    """The findings of one code in a story of a few lines."""
    loaded = small_story(scenes, acts, variables)
    return [one for one in findings(loaded) if one.code == code]


def scene_line(one: Diagnostic) -> str:
    """The line that a finding quotes."""
    return one.line.strip()
