"""`octgame check`: every defect of a story, for people and for programs."""

import gc
from pathlib import Path
from typing import TYPE_CHECKING

import click

from octgame.cli.examples import examples
from octgame.cli.recalled import look, remember
from octgame.cli.speech import say, warn
from octgame.errors import ExitCode
from octgame.loading.diagnostics import Diagnostic
from octgame.story.safe import safe_line

if TYPE_CHECKING:
    from octgame.authoring.check import Checked

MOST_SHOWN = 4000
"""Characters of a message, or of a file's path, in an annotation."""

LINE_FEED = "%0A"
"""Begins a line within an annotation."""


@click.command(
    "check",
    epilog=examples(
        "octgame check",
        "octgame check my_story --strict",
        "octgame check october --format json",
        "octgame check my_story --no-proof",
    ),
)
@click.argument("story", default="", metavar="[STORY]")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="For people, for programs, or as annotations of GitHub.",
)
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option("--no-proof", is_flag=True, help="Leave out what plays meet; quicker.")
@click.option("--verbose", is_flag=True, help="Show what is accepted too, and why.")
def command(story: str, form: str, strict: bool, no_proof: bool, verbose: bool) -> int:
    """Tell every defect of a story, with file, line and what to do.

    Without STORY: the story in the folder you stand in, else the shipped one.
    """
    from octgame.loading.places import authors_folder  # noqa: PLC0415

    folder = authors_folder(story)
    warn(f"Checking {safe_line(str(folder))}")
    seen = look(str(folder))
    result = _checked(folder, proof=not no_proof)
    found = result.findings
    errors = sum(one.severity == "error" for one in found)
    if form == "text":
        said = _text(result, verbose=verbose)
    else:
        said = {"json": _json, "github": _github}[form](folder, result)
    say(said)
    if form == "text" and not verbose:
        counts = errors, len(found) - errors
        remember(str(folder), seen, said, counts, proof=not no_proof)
    return ExitCode.DEFECT if errors or (strict and found) else ExitCode.OK


def _checked(folder: Path, *, proof: bool) -> "Checked":
    """Read a story and check it."""
    from octgame.loading.beside import reading_beside  # noqa: PLC0415 - needs YAML

    gc.disable()  # nearly all that is made lives until the answer is given
    try:
        with reading_beside(folder) as reads:
            from octgame.authoring.check import checked  # noqa: PLC0415
            from octgame.loading.load import load  # noqa: PLC0415

            loaded = load(folder, reads=reads)
        return checked(loaded, proof=proof)
    finally:
        gc.freeze()
        gc.enable()


def _text(result: "Checked", *, verbose: bool) -> str:
    from octgame.loading.render import render  # noqa: PLC0415

    shown = [render(one) for one in result.findings]
    if verbose:
        shown += [render(one, reason) for one, reason in result.accepted]
    return "\n\n".join([*shown, _summary(result)])


def _json(folder: Path, result: "Checked") -> str:
    import json  # noqa: PLC0415

    whole = {
        "story": str(folder),
        "findings": [_row(one) for one in result.findings],
        "accepted": [
            {**_row(one), "severity": "accepted", "reason": reason}
            for one, reason in result.accepted
        ],
    }
    return json.dumps(whole, indent=2)


def _row(one: Diagnostic) -> dict[str, object]:
    return {
        "file": one.at.file,
        "line": one.at.line,
        "column": one.at.column,
        "severity": one.severity,
        "code": one.code,
        "message": one.message,
        "suggestion": one.suggestion,
        "hint": one.hint,
        "moves": one.moves,
    }


def _github(folder: Path, result: "Checked") -> str:
    here = Path.cwd()
    base = folder.relative_to(here) if folder.is_relative_to(here) else folder
    return "\n".join(_annotation(base, one) for one in result.findings)


def _annotation(base: Path, one: Diagnostic) -> str:
    meant = f'; did you mean "{one.suggestion}"?' if one.suggestion else ""
    fields = {
        "file": (base / one.at.file).as_posix(),
        "line": str(one.at.line),
        "col": str(one.at.column),
        "title": one.code,
    }
    shown = ",".join(f"{name}={_value(value)}" for name, value in fields.items())
    parts = [one.message + meant, one.hint]
    if one.moves:
        parts.append(f"The moves there: {' '.join(one.moves)}")
    said = LINE_FEED.join(_data(part) for part in parts if part)
    return f"::{one.severity} {shown}::{said}"


def _data(text: str) -> str:
    return safe_line(text, MOST_SHOWN).replace("%", "%25")


def _value(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _summary(result: "Checked") -> str:
    found = result.findings
    errors = sum(one.severity == "error" for one in found)
    accepted = f", {len(result.accepted)} accepted" if result.accepted else ""
    if not found:
        return f"Nothing is wrong{accepted}."
    counts = f"{_count(errors, 'error')}, {_count(len(found) - errors, 'warning')}"
    return f"{counts}{accepted}. octgame explain CODE says more."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
