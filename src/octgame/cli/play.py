"""`octgame play`: the interface where there is a terminal for it, else line by line."""

import os
import shutil
import sys
from pathlib import Path

import click

from octgame.cli.examples import examples
from octgame.cli.options import named_play, opened, save_dir_option, story_argument
from octgame.errors import SaveError
from octgame.game.play import Play
from octgame.saves.shelf import Saves


@click.command(
    "play",
    epilog=examples(
        "octgame play",
        "octgame play --new --role red_guard",
        "octgame play my_story --plain",
        "octgame play --new < answers.txt > log.txt",
    ),
)
@story_argument
@click.option(
    "--plain", is_flag=True, help="Line by line, for screen readers and pipes."
)
@click.option("--role", default="", metavar="ROLE", help="Begin as this witness.")
@click.option("--chapter", default="", metavar="ACT", help="Begin at this act.")
@click.option("--continue", "go_on", is_flag=True, help="Go on with the last play.")
@click.option("--new", "anew", is_flag=True, help="Begin a new play.")
@click.option("--theme", default="", metavar="THEME", help="The interface's colours.")
@save_dir_option
def command(
    *,
    story: str,
    plain: bool,
    role: str,
    chapter: str,
    go_on: bool,
    anew: bool,
    theme: str,
    save_dir: Path | None,
) -> int:
    """Play a story: a shipped one by its name, any other by its path.

    Without an option the last unfinished play goes on; the first time, a new one
    begins.
    """
    anew = anew or bool(role or chapter)
    if go_on and anew:
        raise click.UsageError("--continue goes on with a play; it cannot begin one.")
    program, saves = opened(story, save_dir)
    name = (
        named_play(saves, "") if go_on else "" if anew else saves.latest(finished=False)
    )
    play, notices = _begun(saves, name, role, chapter, must=go_on)
    resumed = bool(play.steps)
    if plain or not _has_screen():
        from octgame.plain.talk import talk  # noqa: PLC0415 - one of the two

        width = shutil.get_terminal_size().columns
        return talk(
            play, saves, sys.stdin, sys.stdout,
            width=width, notices=notices, resumed=resumed,
        )  # fmt: skip
    from octgame.cli.table import laid  # noqa: PLC0415 - Textual is for this alone
    from octgame.ui.app import run  # noqa: PLC0415

    try:
        return run(laid(program, play, saves, notices, theme, resume=resumed))
    finally:
        saves.leave()


def _begun(
    saves: Saves, name: str, role: str, chapter: str, *, must: bool
) -> tuple[Play, tuple[str, ...]]:
    """The play gone on with, or a new one; and what there is to say about it."""
    if not name:
        return saves.new(role, chapter), ()
    try:
        replayed = saves.open(name)
    except SaveError as problem:
        if must:
            raise
        notice = (
            f"{problem.message[:1].upper()}{problem.message[1:]}; a new play begins."
        )
        return saves.new(), (notice,)
    return replayed.play, replayed.notices


def _has_screen() -> bool:
    if os.environ.get("OCTGAME_PLAIN", "0") not in ("", "0"):
        return False
    if os.name == "posix" and os.environ.get("TERM", "dumb") in ("", "dumb"):
        return False
    return sys.stdin.isatty() and sys.stdout.isatty()
