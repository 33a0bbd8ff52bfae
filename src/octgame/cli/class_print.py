"""`octgame class print`: a lesson on paper."""

from pathlib import Path

import click

from octgame.cli.examples import examples
from octgame.cli.options import story_option
from octgame.cli.speech import say, warn
from octgame.story.safe import safe_line

PAPER_SIZES = ("a4", "letter")


@click.command(
    "print",
    epilog=examples(
        "octgame class print palace",
        "octgame class print palace --minutes 35 --paper letter",
        "octgame class print palace --folder for_thursday",
    ),
)
@click.argument("lesson", metavar="LESSON")
@click.option(
    "--minutes",
    type=int,
    default=0,
    metavar="N",
    help="The planned length; else the lesson's first.",
)
@click.option(
    "--paper",
    type=click.Choice(PAPER_SIZES),
    default=PAPER_SIZES[0],
    show_default=True,
    help="What your printer holds.",
)
@click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Where the files go; else print-LESSON, here.",
)
@story_option
def printed(
    lesson: str, minutes: int, paper: str, folder: Path | None, story: str
) -> None:
    """Write what LESSON needs on paper: cards, sheets, tickets, plan, notes and key.

    Open the files in a browser and print them from there. They need no network, and
    whatever lay in the folder from an earlier print is written anew.
    """
    from octgame.classroom.folder import write  # noqa: PLC0415 - needs the story
    from octgame.classroom.lesson import start  # noqa: PLC0415
    from octgame.loading.open import open_whole  # noqa: PLC0415
    from octgame.loading.places import story_folder  # noqa: PLC0415
    from octgame.pages.prints.bundle import as_html, before_class  # noqa: PLC0415
    from octgame.pages.prints.paper import PAPERS  # noqa: PLC0415

    program, catalogue = open_whole(story_folder(story))
    group = start(program, lesson, minutes)
    prints = before_class(program, group.lesson, group.length, catalogue)
    into = folder or Path(f"print-{group.lesson.id}")
    write(into, as_html(prints, PAPERS[paper]))
    shown = safe_line(str(into))
    warn(f"For {group.length} minutes, on {paper}, into {shown}")
    widest = max(map(len, prints))
    for name, print_ in prints.items():
        say(f"{name:{widest}}  {print_.copies}")
