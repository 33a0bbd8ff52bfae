"""A play that begins with moves that were made elsewhere: a journal, or a few words."""

import os
from pathlib import Path

from octgame.errors import ChoiceError, JournalError, StoryError
from octgame.game import journal
from octgame.game.play import Play
from octgame.game.program import Program
from octgame.game.replay import replay
from octgame.saves.files import read_whole
from octgame.saves.shelf import Saves
from octgame.story.safe import safe_line


def replayed(
    program: Program, saves: Saves, given: str, role: str = "", chapter: str = ""
) -> tuple[Play, tuple[str, ...]]:
    """A new play with these moves, and what there is to say about it.

    Args:
        program: The story.
        saves: Where the play is kept.
        given: A file that holds a journal or moves, or the moves themselves, as
            `octgame check` tells them.
        role: As whom it begins, or "".
        chapter: In which act it begins, or "".

    Raises:
        SaveError: The file cannot be read.
        JournalError: It is a journal that is damaged, or of another story.
        UsageError: The story has no such role or chapter.
    """
    text = given
    if os.path.isfile(given):  # noqa: PTH113 - moves may be too long for a path
        text = read_whole(Path(given)).decode("utf-8", "replace")
    if text.startswith("octgame-journal"):
        return _journal(program, saves, text)
    play = saves.new(role, chapter)
    for number, move in enumerate(text.split(), start=1):
        try:
            play.take(move)
        except (ChoiceError, StoryError) as problem:
            notice = f"The play stops at move {number}, {safe_line(move)}: "
            return play, (f"{notice}{safe_line(problem.message)}.",)
    return play, ()


def _journal(program: Program, saves: Saves, text: str) -> tuple[Play, tuple[str, ...]]:
    known = journal.read(text)
    if known.header.story != program.core.id:
        raise JournalError(
            f"this journal belongs to the story {safe_line(known.header.story)}"
        )
    found = replay(program, known)
    return saves.again(found.play, len(found.play.steps)), found.notices
