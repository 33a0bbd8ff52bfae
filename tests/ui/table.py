"""A table to play on in tests: the small story, and saves that are a list."""

from functools import cache
from pathlib import Path

from octgame.errors import SaveError
from octgame.game.compile import compile_story
from octgame.game.journal import Header
from octgame.game.play import Play
from octgame.game.program import Program
from octgame.loading.load import load
from octgame.ui.table import SlotInfo, Table

STORIES = Path(__file__).parent.parent / "stories"


@cache
def program(name: str = "mini") -> Program:
    """A test story, compiled once."""
    story = load(STORIES / name).story
    assert story is not None
    return compile_story(story)


def new_play(story: Program | None = None) -> Play:
    """A play at its beginning."""
    story = story or program()
    return Play(story, Header(story.core.id, story.core.content))


class Plays:
    """Saves in memory."""

    def __init__(self, *kept: Play, problem: str = "") -> None:
        self.kept = list(kept)
        self.problem = problem

    def slots(self) -> list[SlotInfo]:
        """One slot per play, by number."""
        return [
            SlotInfo(str(at), f"Play [b]{at}[/]", "yesterday", play.page.ended)
            for at, play in enumerate(self.kept)
        ]

    def new(self) -> Play:
        """Another play, kept too."""
        self.kept.append(new_play())
        return self.kept[-1]

    def open(self, name: str) -> tuple[Play, tuple[str, ...]]:
        """The play with this number."""
        if not name.isdigit() or int(name) >= len(self.kept):
            raise SaveError("that play is gone", "Choose another.")
        return self.kept[int(name)], ("From here your story was edited.",)


def table(play: Play | None = None, **fields: object) -> Table:
    """A table with a play on it."""
    play = play or new_play()
    return Table(play.program, play, **{"saves": Plays(play), **fields})  # type: ignore[arg-type]
