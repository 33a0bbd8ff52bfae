"""Where stories are: the shipped ones by name, any other by its path."""

from pathlib import Path

from octgame.errors import UsageError
from octgame.story.safe import safe_line

SHIPPED = "october"
"""The story that is played where none is named."""

STORY_FILE = "story.yaml"

_PACKAGE = Path(__file__).resolve().parents[1]


def shipped() -> dict[str, Path]:
    """The stories that come with octgame, by name."""
    for folder in (_PACKAGE / "_scenes", _PACKAGE.parents[1] / "scenes"):
        if folder.is_dir():
            stories = sorted(f for f in folder.iterdir() if _is_story(f))
            return {story.name: story for story in stories}
    return {}


def story_folder(given: str = "") -> Path:
    """The folder of the story that was named; the shipped one where none was.

    Args:
        given: A shipped story's name, a folder, or the story file in it.

    Raises:
        UsageError: There is no such story.
    """
    known = shipped()
    name = given or SHIPPED
    if name in known:
        return known[name]
    path = Path(given) if given else _PACKAGE / "_scenes" / name
    if path.name == STORY_FILE and path.is_file():
        return path.parent
    if path.is_dir():
        return path
    from difflib import get_close_matches  # noqa: PLC0415 - only after a slip

    near = get_close_matches(name, known, 1)
    meant = f"Did you mean {near[0]}? " if near else ""
    listed = ", ".join(known) or "none"
    raise UsageError(
        f"there is no story {safe_line(name)}",
        f"{meant}Shipped stories: {listed}; or give the path of a story's folder.",
    )


def authors_folder(given: str = "") -> Path:
    """The story that an author's command means: here, if a story lies here.

    Raises:
        UsageError: There is no such story.
    """
    here = Path.cwd()
    return here if not given and _is_story(here) else story_folder(given)


def _is_story(folder: Path) -> bool:
    return (folder / STORY_FILE).is_file()
