"""The title page of a story never seen: it stands while the story is read."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Event

import pytest

from mini import begun
from octgame.errors import StoryError
from octgame.ui.doorway import READING
from octgame.ui.game_app import GameApp
from octgame.ui.play_screen import PlayScreen
from octgame.ui.table import Cover, Table
from ui.table import Playing, press, table, text_of

EXCERPT = """\
scenes.yaml:12:9: error[unknown-id]: no scene is named “frod”
      to: frod
          ^
octgame check bridge tells about each of them."""
WRONG = StoryError("the story in bridge has 1 error", EXCERPT)


class Reader:
    """Reads a story when it is let."""

    def __init__(self, problem: Exception | None = None) -> None:
        self.may = Event()
        self.problem = problem

    def read(self) -> Table:
        """A table with a play on it, or the problem."""
        assert self.may.wait(10)
        if self.problem is not None:
            raise self.problem
        return table(begun(), at_title=True)


@asynccontextmanager
async def before(
    reader: Reader, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Playing]:
    """The app at the title page of a story that the reader reads."""
    app = GameApp(Cover("The Bridge at Orlovo", "One night.", reader.read))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        try:
            yield pilot
        finally:
            reader.may.set()


async def stand_before(reader: Reader) -> None:
    """Stand at the title page for a moment."""
    async with before(reader) as pilot:
        await pilot.pause(0.5)


async def until(pilot: Playing, text: str) -> None:
    """Wait until a text is on the screen."""
    for _ in range(500):
        if text in text_of(pilot):
            return
        await pilot.pause(0.01)
    pytest.fail(f"{text!r} did not come: {text_of(pilot)}")


async def test_the_title_page_stands_before_the_story_is_read() -> None:
    """And answers its keys."""
    async with before(Reader()) as pilot:
        shown = text_of(pilot)
        assert "One night." in shown
        assert "New play" in shown
        await press(pilot, "c", "x", "escape")
        assert text_of(pilot) == shown
        await press(pilot, "t")
        assert "Theme: octgame-light" in text_of(pilot)


async def test_a_new_play_asked_for_early_waits_with_one_line_and_then_opens() -> None:
    """By itself; from there on it is a play like any other."""
    reader = Reader()
    async with before(reader) as pilot:
        await press(pilot, "n")
        assert READING in text_of(pilot)
        await press(pilot, "x")
        assert READING in text_of(pilot)
        reader.may.set()
        await until(pilot, "A photograph lies on the table")
        await press(pilot, "4")
        assert isinstance(pilot.app.screen, PlayScreen)
        assert pilot.app.screen.desk.play.steps
        await press(pilot, "m")
        assert "Continue  The Gatehouse" in text_of(pilot)


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        (("p",), "Your plays"),
        (("question_mark",), "Take that choice"),
        (("n",), "photograph"),
    ],
)
async def test_what_is_asked_for_after_the_story_was_read_opens_at_once(
    keys: tuple[str, ...], text: str
) -> None:
    """Each entry leads where it leads from any title page."""
    reader = Reader()
    reader.may.set()
    async with before(reader) as pilot:
        await pilot.pause(0.1)
        await press(pilot, *keys)
        await until(pilot, text)


async def test_the_last_entry_asked_for_is_the_one_that_opens() -> None:
    """A player may think again, and may click."""
    reader = Reader()
    async with before(reader) as pilot:
        await press(pilot, "p")
        rows = text_of(pilot).split("\n")
        y = next(y for y, row in enumerate(rows) if "New play" in row)
        await pilot.click(offset=(rows[y].index("New play"), y))
        reader.may.set()
        await until(pilot, "A photograph lies on the table")


async def test_a_story_with_errors_shows_them_instead_of_the_title_page() -> None:
    """In the words of the command, with file and line; a key that waited is let be."""
    reader = Reader(WRONG)
    async with before(reader) as pilot:
        await press(pilot, "n")
        reader.may.set()
        await until(pilot, "The story in bridge has 1 error")
        shown = text_of(pilot)
        assert all(line.rstrip() in shown for line in WRONG.hint.split("\n"))
        assert "New play" not in shown
        assert READING not in shown
        await press(pilot, "n", "enter")
        assert text_of(pilot) == shown
        await press(pilot, "q")
    assert pilot.app.return_code == 0
    assert isinstance(pilot.app, GameApp)
    assert pilot.app.defect is WRONG


async def test_errors_are_shown_in_the_least_window_too() -> None:
    """A sentence is wrapped; a line of a file is cut, so that the caret keeps place."""
    long = StoryError("it has 1 error", f"{'word ' * 30}\n  {'x' * 90}\n     ^")
    reader = Reader(long)
    reader.may.set()
    async with before(reader, size=(60, 18)) as pilot:
        await until(pilot, "It has 1 error")
        rows = text_of(pilot).split("\n")
        caret = next(y for y, row in enumerate(rows) if "^" in row)
        assert rows[caret - 1].strip().startswith("xxx")
        assert rows[caret - 1].endswith("\N{HORIZONTAL ELLIPSIS}")


async def test_leaving_while_the_story_is_read_leaves_at_once() -> None:
    """The reading is let go of."""
    reader = Reader(WRONG)
    async with before(reader) as pilot:
        await press(pilot, "n", "q")
    assert pilot.app.return_code == 0
    assert isinstance(pilot.app, GameApp)
    assert pilot.app.defect is None


async def test_a_fault_of_the_reading_is_a_fault_of_the_program() -> None:
    """It is not lost in its thread."""
    reader = Reader(ZeroDivisionError())
    reader.may.set()
    with pytest.raises(ZeroDivisionError):
        await stand_before(reader)


async def test_a_small_window_says_so_before_the_story_is_read_too() -> None:
    """And takes no entry unseen."""
    async with before(Reader(), size=(40, 10)) as pilot:
        assert "Please make the window larger" in text_of(pilot)
        await press(pilot, "n")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert READING not in text_of(pilot)
