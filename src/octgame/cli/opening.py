"""From the words of a command to the story and its plays."""

from pathlib import Path

from octgame.errors import SaveError
from octgame.game.program import Program
from octgame.loading.open import open_story
from octgame.loading.places import story_folder
from octgame.saves.places import saves_folder
from octgame.saves.shelf import Saves


def opened(story: str, save_dir: Path | None) -> tuple[Program, Saves]:
    """The story that was named, and its plays.

    Args:
        story: A shipped story's name, or a path; "" for the shipped one.
        save_dir: Where plays are kept, or None for the user's own folder.

    Raises:
        OctgameError: There is no such story, or it has errors.
    """
    program = open_story(story_folder(story))
    return program, Saves(saves_folder(program.core.id, save_dir), program)


def named_play(saves: Saves, name: str) -> str:
    """The play that was named, or the one to continue.

    Raises:
        SaveError: None is kept.
    """
    found = name.zfill(3) if name else saves.latest()
    if not found:
        raise SaveError("no play of this story is kept yet", "octgame play begins one.")
    return found
