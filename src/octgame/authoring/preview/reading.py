"""A story as it was read once: to be played, or with what is wrong with it."""

from pathlib import Path
from typing import NamedTuple

from octgame.authoring.check import findings
from octgame.authoring.codes import EVERY
from octgame.game.compile import compile_story
from octgame.game.program import Program
from octgame.game.spelling import Spell, spelt
from octgame.loading.diagnostics import Diagnostic, Position
from octgame.loading.load import Loaded, load
from octgame.loading.source.listing import signature

Signature = tuple[tuple[str, int, int], ...]
"""Name, size and time of change of every file."""


class Reading(NamedTuple):
    """A story as it was read once.

    Attributes:
        signature: The files' own, taken before they were read.
        loaded: What reading gave.
        program: The story compiled, or None where it has errors.
        findings: Everything found without proof, by position.
    """

    signature: Signature
    loaded: Loaded
    program: Program | None
    findings: list[Diagnostic]

    @property
    def errors(self) -> list[Diagnostic]:
        """The findings that are errors, by position."""
        return [one for one in self.findings if one.severity == "error"]

    @property
    def warnings(self) -> list[Diagnostic]:
        """The others."""
        return [one for one in self.findings if one.severity != "error"]

    @property
    def counts(self) -> str:
        """How much was found: "0 errors, 2 warnings"."""
        errors = _count(len(self.errors), "error")
        warnings = _count(len(self.warnings), "warning")
        return f"{errors}, {warnings}" if self.warnings else errors


def read(folder: Path, spell: Spell | None = None) -> Reading:
    """Read a story and check it, without proof.

    Args:
        folder: Where it lies.
        spell: Puts texts into letters that the terminal has, where it lacks some.
    """
    before = signature(folder)
    loaded = load(folder)
    program = None
    if loaded.story is not None:
        program = compile_story(loaded.story, loaded.content)
        program = spelt(program, spell) if spell else program
    return Reading(before, loaded, program, findings(loaded, proof=False))


def advice(finding: Diagnostic) -> str:
    """What to do about a finding."""
    return finding.hint or EVERY[finding.code].advice


def in_words(place: Position | None) -> str:
    """A place as editors and terminals take it: `file:line:column`, or ""."""
    return f"{place.file}:{place.line}:{place.column}" if place else ""


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
