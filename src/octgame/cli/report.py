"""`octgame report`: a player's own record, as Markdown or HTML."""

from pathlib import Path

import click

from octgame.cli.examples import examples
from octgame.cli.opening import named_play, opened
from octgame.cli.options import save_dir_option, story_argument
from octgame.cli.speech import say, warn
from octgame.errors import SaveError
from octgame.pages.html import html
from octgame.pages.markdown import markdown
from octgame.pages.record import record
from octgame.story.safe import safe_line


@click.command(
    "report",
    epilog=examples(
        "octgame report",
        "octgame report --slot 2 --out my_night.html",
    ),
)
@story_argument
@click.option("--slot", default="", metavar="NUMBER", help="Which play; else the last.")
@click.option(
    "--format",
    "form",
    type=click.Choice(("markdown", "html")),
    default=None,
    help="What to write; else as the file's name ends, or Markdown.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="A new file; else standard output.",
)
@save_dir_option
def command(
    story: str, slot: str, form: str | None, out: Path | None, save_dir: Path | None
) -> None:
    """Write what you did, kept, believed and wrote. It names nobody."""
    _, saves = opened(story, save_dir)
    kept = record(saves.read(named_play(saves, slot)).play)
    named_html = out is not None and out.suffix.lower() in (".html", ".htm")
    as_html = form == "html" if form else named_html
    text = html(kept) if as_html else markdown(kept)
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
