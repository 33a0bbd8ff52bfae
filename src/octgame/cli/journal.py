"""`octgame journal`: the plays on disk, and copies of them."""

from pathlib import Path

import click

from octgame.cli.examples import examples
from octgame.cli.opening import opened
from octgame.cli.options import save_dir_option, story_option
from octgame.cli.speech import say
from octgame.story.safe import safe_line

_file = click.Path(path_type=Path)


@click.group(
    "journal",
    no_args_is_help=False,
    epilog=examples(
        "octgame journal list",
        "octgame journal export 2 my_night.journal",
        "octgame journal import my_night.journal",
    ),
)
def command() -> None:
    """List, export and import kept plays."""


@command.command("list")
@story_option
@save_dir_option
def listed(story: str, save_dir: Path | None) -> None:
    """List the plays, the oldest first."""
    _, saves = opened(story, save_dir)
    rows = [f"{kept.name}  {kept.standing}" for kept in saves.slots()]
    say("\n".join(rows) or "No play of this story is kept yet.")


@command.command("export")
@click.argument("number")
@click.argument("file", type=_file)
@story_option
@save_dir_option
def exported(number: str, file: Path, story: str, save_dir: Path | None) -> None:
    """Copy the journal of play NUMBER into a new FILE."""
    _, saves = opened(story, save_dir)
    saves.export_to(number.zfill(3), file)
    say(f"Play {safe_line(number)} is copied to {safe_line(str(file))}.")


@command.command("import")
@click.argument("file", type=_file)
@story_option
@save_dir_option
def imported(file: Path, story: str, save_dir: Path | None) -> None:
    """Copy the journal in FILE to your plays."""
    _, saves = opened(story, save_dir)
    say(f"It is play {saves.import_from(file)} now.")
