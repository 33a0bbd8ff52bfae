"""A story's folder to the program that is played, by way of the cache."""

import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from octgame.errors import StoryError
from octgame.game.program import Program
from octgame.loading import cache
from octgame.loading.source.listing import signature
from octgame.story.safe import safe_line

if TYPE_CHECKING:
    from octgame.loading.load import Loaded
    from octgame.story.evidence import Claim
    from octgame.story.model import Story

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

    read, now = time.time_ns(), signature(folder)
    story, loaded = _sound(folder, catalogue=False)
    program = compile_story(story, loaded.content)
    later(partial(cache.keep, folder, program, now, read, loaded.files))
    return program


def open_whole(folder: Path) -> "tuple[Program, Mapping[str, Claim]]":
    """The story in a folder, and the catalogue of claims that no player meets.

    Args:
        folder: Where it lies.

    Raises:
        StoryError: It has errors; the first ones stand in the hint.
    """
    from octgame.game.compile import compile_story  # noqa: PLC0415

    story, loaded = _sound(folder, catalogue=True)
    return compile_story(story, loaded.content), story.claims


def _sound(folder: Path, *, catalogue: bool) -> "tuple[Story, Loaded]":
    """The story as it was read.

    Raises:
        StoryError: It has errors.
    """
    from octgame.loading.load import load  # noqa: PLC0415
    from octgame.loading.render import render  # noqa: PLC0415

    loaded = load(folder, catalogue=catalogue)
    if loaded.story is None:
        errors = loaded.diagnostics.errors
        defects = "1 error" if len(errors) == 1 else f"{len(errors)} errors"
        shown = [render(error) for error in errors[:SHOWN]]
        name = safe_line(str(folder))
        raise StoryError(
            f"the story in {name} has {defects}",
            "\n".join([*shown, f"octgame check {name} tells about each of them."]),
        )
    return loaded.story, loaded
