"""`octgame check`: every defect of a story, for people and for programs."""

from pathlib import Path

import click

from octgame.cli.examples import examples
from octgame.cli.recalled import key_of, remember
from octgame.cli.speech import say, warn
from octgame.errors import ExitCode
from octgame.loading.diagnostics import Diagnostic
from octgame.story.safe import safe_line

MOST_SHOWN = 4000
"""Characters of a message, or of a file's path, in an annotation."""


@click.command(
    "check",
    epilog=examples(
        "octgame check",
        "octgame check my_story --strict",
        "octgame check october --format json",
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
def command(story: str, form: str, strict: bool) -> int:
    """Tell every defect of a story, with file, line and what to do.

    Without STORY: the story in the folder you stand in, else the shipped one.
    """
    from octgame.authoring.check import findings  # noqa: PLC0415 - needs YAML
    from octgame.loading.load import load  # noqa: PLC0415
    from octgame.loading.places import authors_folder  # noqa: PLC0415

    folder = authors_folder(story)
    warn(f"Checking {safe_line(str(folder))}")
    key = key_of(str(folder))
    found = findings(load(folder))
    said = _FORMS[form](folder, found)
    say(said)
    if form == "text":
        errors = sum(one.severity == "error" for one in found)
        remember(str(folder), key, said, errors, len(found) - errors)
    bad = found if strict else [one for one in found if one.severity == "error"]
    return ExitCode.DEFECT if bad else ExitCode.OK


def _text(_folder: Path, found: list[Diagnostic]) -> str:
    from octgame.loading.render import render  # noqa: PLC0415

    return "\n\n".join([*map(render, found), _summary(found)])


def _json(folder: Path, found: list[Diagnostic]) -> str:
    import json  # noqa: PLC0415

    rows = [
        {
            "file": one.at.file,
            "line": one.at.line,
            "column": one.at.column,
            "severity": one.severity,
            "code": one.code,
            "message": one.message,
            "suggestion": one.suggestion,
            "hint": one.hint,
        }
        for one in found
    ]
    whole = {"story": str(folder), "findings": rows}
    return json.dumps(whole, indent=2)


def _github(folder: Path, found: list[Diagnostic]) -> str:
    here = Path.cwd()
    base = folder.relative_to(here) if folder.is_relative_to(here) else folder
    return "\n".join(_annotation(base, one) for one in found)


def _annotation(base: Path, one: Diagnostic) -> str:
    meant = f'; did you mean "{one.suggestion}"?' if one.suggestion else ""
    fields = {
        "file": (base / one.at.file).as_posix(),
        "line": str(one.at.line),
        "col": str(one.at.column),
        "title": one.code,
    }
    shown = ",".join(f"{name}={_value(value)}" for name, value in fields.items())
    return f"::{one.severity} {shown}::{_data(one.message + meant)}"


def _data(text: str) -> str:
    return safe_line(text, MOST_SHOWN).replace("%", "%25")


def _value(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _summary(found: list[Diagnostic]) -> str:
    errors = sum(one.severity == "error" for one in found)
    warnings = len(found) - errors
    if not found:
        return "Nothing is wrong."
    counts = f"{_count(errors, 'error')}, {_count(warnings, 'warning')}"
    return f"{counts}. octgame explain CODE says more."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


_FORMS = {"text": _text, "json": _json, "github": _github}
