"""`octgame report`: a player's own record, as Markdown."""

from pathlib import Path

import click

from octgame.cli.examples import examples
from octgame.cli.opening import named_play, opened
from octgame.cli.options import save_dir_option, story_argument
from octgame.cli.speech import say, warn
from octgame.errors import SaveError
from octgame.pages.report import report
from octgame.story.safe import safe_line


@click.command(
    "report",
    epilog=examples(
        "octgame report",
        "octgame report --slot 2 --out my_night.md",
    ),
)
@story_argument
@click.option("--slot", default="", metavar="NUMBER", help="Which play; else the last.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="A new file; else standard output.",
)
@save_dir_option
def command(story: str, slot: str, out: Path | None, save_dir: Path | None) -> None:
    """Write what you did, kept, believed and wrote. It names nobody."""
    _, saves = opened(story, save_dir)
    text = report(saves.read(named_play(saves, slot)).play)
    if out is None:
        say(text.rstrip("\n"))
        return
    try:
        with out.open("x", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        why = safe_line(error.strerror or "").lower()
        raise SaveError(f"{safe_line(out.name)} cannot be written: {why}") from error
    warn(f"Written to {safe_line(str(out))}")
