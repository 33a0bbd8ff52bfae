"""`octgame schema`: the JSON Schema by which editors know a story's files."""

from pathlib import Path

import click

from octgame.cli.examples import examples
from octgame.cli.speech import say, warn
from octgame.errors import UsageError
from octgame.story.safe import safe_line

WIRING = """

\b
An editor that is told of it completes the keys and marks misspelt ones.
In VS Code, with the YAML extension, in .vscode/settings.json:
  {"yaml.schemas": {"story.schema.json": "*.yaml"}}
In other editors, as the first line of each file:
  # yaml-language-server: $schema=story.schema.json"""


@click.command(
    "schema",
    epilog=examples(
        "octgame schema --out story.schema.json",
        "octgame schema > story.schema.json",
    )
    + WIRING,
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="A new file, or an older schema of octgame's; else standard output.",
)
def command(out: Path | None) -> None:
    """Print the JSON Schema of a story's files, for editors."""
    from octgame.loading.schema import OURS, written  # noqa: PLC0415 - needs YAML

    text = written()
    if out is None:
        say(text.rstrip("\n"))
        return
    name = safe_line(str(out))
    try:
        if out.exists() and OURS not in out.read_text("utf-8", "replace"):
            raise UsageError(
                f"{name} is there already, and is no schema of octgame's",
                "Give another name.",
            )
        out.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        why = safe_line(error.strerror or "").lower()
        raise UsageError(f"{name} cannot be written: {why}") from error
    warn(f"Written to {name}")
