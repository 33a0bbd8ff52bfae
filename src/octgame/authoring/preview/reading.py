"""A story as it was read once: to be played, or with what is wrong with it."""

import gc
from pathlib import Path
from typing import NamedTuple

from octgame.authoring.check import findings
from octgame.authoring.codes import EVERY
from octgame.authoring.preview.rereading import Rereader
from octgame.errors import StoryError
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


class Reader:
    """Reads a story and checks it, without proof; what did not change is known.

    Args:
        folder: Where the story lies.
        spell: Puts texts into letters that the terminal has, where it lacks some.
    """

    def __init__(self, folder: Path, spell: Spell | None = None) -> None:
        self.folder = folder
        self._spell = spell
        self._reads = Rereader()

    def read(self) -> Reading:
        """The story as its files are now."""
        before = signature(self.folder)
        gc.disable()  # much is made and kept, and none of it is garbage
        try:
            return self._read(before)
        finally:
            gc.enable()

    def _read(self, before: Signature) -> Reading:
        loaded = load(self.folder, reads=self._reads)
        program = None
        if loaded.story is not None:
            program = compile_story(loaded.story, loaded.content)
            program = spelt(program, self._spell) if self._spell else program
        return Reading(before, loaded, program, findings(loaded, proof=False))


def unplayable(reading: Reading, problem: StoryError) -> Reading:
    """A reading of which the beginning leads nowhere, with that among its errors."""
    at = reading.loaded.nodes["story",].at
    todo = EVERY["broken-play"].advice
    error = Diagnostic(at, "error", "broken-play", problem.message, hint=todo)
    return reading._replace(findings=[error, *reading.findings])


def in_words(place: Position | None) -> str:
    """A place as editors and terminals take it: `file:line:column`, or ""."""
    return f"{place.file}:{place.line}:{place.column}" if place else ""


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
