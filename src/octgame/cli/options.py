"""Arguments and options that several commands share."""

from pathlib import Path

import click

story_argument = click.argument("story", default="", metavar="[STORY]")
story_option = click.option(
    "--story", default="", metavar="STORY", help="A shipped story's name, or a path."
)
save_dir_option = click.option(
    "--save-dir",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Where plays are kept, if not in your own folder (OCTGAME_SAVE_DIR).",
)
