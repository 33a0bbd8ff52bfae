"""Where the journals of a story lie."""

import os
from pathlib import Path


def saves_folder(story: str, given: Path | None = None) -> Path:
    """The folder of a story's plays; nothing is made yet.

    Args:
        story: The story's id.
        given: What the player asked for; else OCTGAME_SAVE_DIR, else the user's own
            folder for data.
    """
    from_environment = os.environ.get("OCTGAME_SAVE_DIR", "")
    if given is not None:
        base = given
    elif from_environment:
        base = Path(from_environment)
    else:
        import platformdirs  # noqa: PLC0415 - not needed where a folder is given

        base = platformdirs.user_data_path("octgame", appauthor=False) / "plays"
    return base / story
