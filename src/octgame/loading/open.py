"""A story's folder to the program that is played, by way of the cache."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from octgame.errors import StoryError
from octgame.game.program import Program
from octgame.loading import cache
from octgame.loading.source.listing import signature
from octgame.story.safe import safe_line

SHOWN = 3
"""How many defects are shown to somebody who only wanted to play."""


Job = Callable[[], object]


def open_story(folder: Path) -> Program:
    """The story in a folder, from the cache or compiled.

    Args:
        folder: Where it lies.

    Raises:
        StoryError: It has errors; the first ones stand in the hint.
    """
    return cache.cached(folder) or compiled(folder, lambda job: job())


def compiled(folder: Path, later: Callable[[Job], object]) -> Program:
    """The story in a folder, read and compiled whatever the cache holds.

    Args:
        folder: Where it lies.
        later: Given the work that can wait until the player plays, which is to put
            what was compiled into the cache.

    Raises:
        StoryError: It has errors; the first ones stand in the hint.
    """
    # Not needed while the cache holds: yaml alone costs more than the cache.
    from octgame.game.compile import compile_story  # noqa: PLC0415
    from octgame.loading.load import load  # noqa: PLC0415
    from octgame.loading.render import render  # noqa: PLC0415

    read, now = time.time_ns(), signature(folder)
    loaded = load(folder, catalogue=False)
    if loaded.story is None:
        errors = loaded.diagnostics.errors
        defects = "1 error" if len(errors) == 1 else f"{len(errors)} errors"
        shown = [render(error) for error in errors[:SHOWN]]
        name = safe_line(str(folder))
        raise StoryError(
            f"the story in {name} has {defects}",
            "\n".join([*shown, f"octgame check {name} tells about each of them."]),
        )
    program = compile_story(loaded.story, loaded.content)
    later(partial(cache.keep, folder, program, now, read, loaded.files))
    return program
