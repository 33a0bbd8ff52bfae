"""`octgame play`: the words of the command; `cli.playing` does what they say."""

from pathlib import Path

import click

from octgame.cli.examples import examples
from octgame.cli.options import save_dir_option, story_argument
from octgame.cli.playing import Asked, play


@click.command(
    "play",
    epilog=examples(
        "octgame play",
        "octgame play --new --role red_guard",
        "octgame play february",
        "octgame play my_story --plain",
        "octgame play --new < answers.txt > log.txt",
        "octgame play my_story --replay 'wait go_in _keep:door_key'",
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
@click.option(
    "--replay",
    default="",
    metavar="FILE|MOVES",
    help="Begin with these moves, or with those of a journal.",
)
@click.option("--ascii", "ascii_only", is_flag=True, help="No signs beyond ASCII.")
@click.option("--no-motion", is_flag=True, help="Nothing moves.")
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
    replay: str,
    ascii_only: bool,
    no_motion: bool,
    theme: str,
    save_dir: Path | None,
) -> int:
    """Play a story: a shipped one by its name, any other by its path.

    Without an option the last unfinished play goes on; where there is none, the title
    page offers what can be begun.
    """
    asked = Asked(
        story=story,
        plain=plain,
        role=role,
        chapter=chapter,
        go_on=go_on,
        anew=anew,
        replay=replay,
        ascii_only=ascii_only,
        motion=not no_motion,
        theme=theme,
        save_dir=save_dir,
    )
    return play(asked)
