"""`octgame class`: a lesson with a class, before, in and after it."""

import shutil
import sys
from pathlib import Path
from textwrap import fill

import click

from octgame.cli.class_print import printed
from octgame.cli.examples import examples
from octgame.cli.options import story_option
from octgame.cli.speech import say, warn
from octgame.story.safe import safe_line

ASK = ""
"""What --lan means where no network is named."""

_lesson = click.argument("lesson", metavar="LESSON")
_minutes = click.option(
    "--minutes",
    type=int,
    default=0,
    metavar="N",
    help="The planned length; else the lesson's first.",
)
_folder = click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Where the class is kept; else a folder of today, here.",
)


@click.group(
    "class",
    no_args_is_help=False,
    epilog=examples(
        "octgame class check palace            the evening before",
        "octgame class print palace            cards, sheets and tickets on paper",
        "octgame class start palace            the lesson, with hands",
        "octgame class start palace --lan      and with phones",
        "octgame class notes palace            your notes, in a second terminal",
        "octgame class report class-2025-11-07-palace",
    ),
)
def command() -> None:
    """Teach a lesson to a class that votes, on a projector."""


command.add_command(printed)


@command.command(
    "start",
    epilog=examples(
        "octgame class start palace",
        "octgame class start palace --minutes 35",
        "octgame class start palace --lan wlan0",
        "octgame class start palace --rehearse",
    ),
)
@_lesson
@_minutes
@click.option(
    "--lan",
    is_flag=False,
    flag_value=ASK,
    default=None,
    metavar="[ADDRESS]",
    help="Let phones vote, over one network; without a name it is asked for.",
)
@click.option("--port", type=int, metavar="N", help="Where phones are listened for.")
@click.option("--rehearse", is_flag=True, help="Keep nothing: a try without a class.")
@click.option("--resume", is_flag=True, help="Go on with the unfinished class.")
@click.option("--anew", is_flag=True, help="Begin another class.")
@click.option("--plain", is_flag=True, help="Line by line, for a screen reader.")
@click.option("--ascii", "ascii_only", is_flag=True, help="No signs beyond ASCII.")
@_folder
@story_option
def started(
    *,
    lesson: str,
    minutes: int,
    lan: str | None,
    port: int | None,
    rehearse: bool,
    resume: bool,
    anew: bool,
    plain: bool,
    ascii_only: bool,
    folder: Path | None,
    story: str,
) -> int:
    """Teach LESSON: each paragraph and each vote on the wall.

    space goes on, h counts hands, ? shows every key. What the class decides is kept
    with each move, without names; after a crash the same command goes on where it was.
    """
    from octgame.cli.teaching import Asked, teach  # noqa: PLC0415 - needs the story

    return teach(
        Asked(
            lesson,
            story,
            minutes,
            folder,
            lan,
            port,
            rehearse=rehearse,
            go_on=resume,
            anew=anew,
            plain=plain,
            ascii_only=ascii_only,
        )
    )


@command.command(
    "notes",
    epilog=examples("octgame class notes palace"),
)
@_lesson
@_minutes
@_folder
@story_option
def noted(lesson: str, minutes: int, folder: Path | None, story: str) -> int:
    """Follow a class and print your notes on each step; never on the projector.

    Begin it in the folder in which the class was started.
    """
    from octgame.classroom.lesson import start  # noqa: PLC0415
    from octgame.classroom.notes import notes  # noqa: PLC0415
    from octgame.cli.teaching import base_folder  # noqa: PLC0415
    from octgame.loading.open import open_story  # noqa: PLC0415
    from octgame.loading.places import story_folder  # noqa: PLC0415

    program = open_story(story_folder(story))
    begun = start(program, lesson, minutes)
    for told in notes(base_folder(folder, lesson), begun):
        say(told)
    return 0


@command.command(
    "check",
    epilog=examples(
        "octgame class check palace", "octgame class check palace --minutes 35"
    ),
)
@_lesson
@_minutes
@_folder
@story_option
def checked(lesson: str, minutes: int, folder: Path | None, story: str) -> int:
    """Tell whether this machine and this room are ready for LESSON, a line each.

    Run it in the terminal that the projector will show.
    """
    from octgame.cli.readiness import ready  # noqa: PLC0415 - needs the story

    rows = list(ready(lesson, minutes, folder, story))
    for row in rows:
        say(_on_rows(f"{'OK  ' if row.is_good else 'mind'}  {row.told}"))
    return int(any(not row.is_good and row.is_needed for row in rows))


def _on_rows(line: str) -> str:
    """A line broken between words where a terminal shows it; else as it is."""
    if not sys.stdout.isatty():
        return line
    width = shutil.get_terminal_size().columns
    return fill(
        line,
        width,
        subsequent_indent=" " * 6,
        break_long_words=False,
        break_on_hyphens=False,
    )


@command.command(
    "report", epilog=examples("octgame class report class-2025-11-07-palace")
)
@click.argument(
    "folder", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER"
)
@story_option
def reported(folder: Path, story: str) -> None:
    """Write the papers of the class in FOLDER once more, out of its journal."""
    from octgame.classroom.folder import held, papers, write  # noqa: PLC0415
    from octgame.classroom.log import reread  # noqa: PLC0415
    from octgame.loading.open import open_story  # noqa: PLC0415
    from octgame.loading.places import story_folder  # noqa: PLC0415

    retold = reread(folder, open_story(story_folder(story)))
    written = write(folder, papers(retold.group, held(folder)))
    warn(f"Into {safe_line(str(folder.resolve()))}")
    say("\n".join((*retold.notices, *written)))
