"""The preview: what is saved in the editor shows in the window, errors beside it."""

import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from mini import MINI
from octgame.authoring.preview.bench import Bench
from octgame.authoring.preview.reading import Reader
from octgame.authoring.preview.rehearsal import STORYS_OWN, Start
from octgame.ui.preview import screen
from octgame.ui.preview.app import PreviewApp
from octgame.ui.preview.keys import KEYS
from ui.table import Playing, press, text_of

Edit = Callable[[str, str], None]
GATE = Start("gatehouse", ("nerve=1",))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small story, to be edited; without its lessons, which name scenes too."""
    ignored = shutil.ignore_patterns("lessons*")
    return Path(shutil.copytree(MINI, tmp_path / "mini", ignore=ignored))


@pytest.fixture
def edit(folder: Path) -> Edit:
    """Saves the scenes with a piece of them changed."""

    def save(old: str, new: str) -> None:
        file = folder / "scenes.yaml"
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")

    return save


@asynccontextmanager
async def previewing(
    folder: Path,
    size: tuple[int, int] = (100, 40),
    start: Start = STORYS_OWN,
    *,
    ascii_only: bool = False,
) -> AsyncIterator[Playing]:
    """The preview of a story, at a size in columns and rows."""
    reader = Reader(folder)
    bench = Bench(reader, reader.read(), start)
    app = PreviewApp(bench, ascii_only=ascii_only)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


async def shows(pilot: Playing, text: str) -> str:
    """Wait until a text is on the screen; the screen."""
    for _ in range(200):
        if text in (seen := text_of(pilot)):
            return seen
        await pilot.pause(screen.EVERY / 5)
    raise AssertionError(text_of(pilot))


async def test_a_save_shows_where_the_author_stands(folder: Path, edit: Edit) -> None:
    """The page has the new words, and the status says when."""
    async with previewing(folder) as pilot:
        await press(pilot, "4", "1")
        assert "story read at " in text_of(pilot)
        edit("The lamp smokes.", "The lamp has gone out.")
        seen = await shows(pilot, "The lamp has gone out.")
        assert "story read again at " in seen
        assert "0 errors" in seen
        assert "Hand over the key." in seen


async def test_an_error_stands_beside_the_old_page_until_it_is_mended(
    folder: Path, edit: Edit
) -> None:
    """With its place, its code, what was meant and what to do; the page is played."""
    async with previewing(folder) as pilot:
        await press(pilot, "4", "1")
        edit("to: dark_hours", "to: darc_hours")
        seen = await shows(pilot, "error[unknown-id]")
        assert "scenes.yaml:" in seen
        assert "did you mean “dark_hours”?" in seen
        assert "1 error; page of " in seen
        await press(pilot, "1")
        await shows(pilot, "Six papers, four of them yours.")
        edit("to: darc_hours", "to: dark_hours")
        seen = await shows(pilot, "0 errors")
        assert "error[" not in seen
        assert "Six papers, four of them yours." in seen


async def test_a_removed_choice_lands_with_a_message(folder: Path, edit: Edit) -> None:
    """Above the page of the scene where the way ends now."""
    async with previewing(folder) as pilot:
        await press(pilot, "4", "1", "2")
        edit("count_men:", "count_them:")
        seen = await shows(pilot, "The play stops in “gatehouse”")
        assert "The lamp smokes." in seen


async def test_a_removed_scene_lands_with_a_message(folder: Path, edit: Edit) -> None:
    """On the scene that one was taken from."""
    async with previewing(folder) as pilot:
        await press(pilot, "g", *"river", "enter")
        assert "The gate stands open" in text_of(pilot)
        story = folder / "story.yaml"
        story.write_text(story.read_text("utf-8").replace("river_road, ", ""), "utf-8")
        edit("  river_road:\n", "  the_road:\n")
        await shows(pilot, "there is no scene")
        assert "A photograph lies on the table." in text_of(pilot)


async def test_reading_again_leaves_the_page_where_it_was_read(
    folder: Path, edit: Edit
) -> None:
    """An open card stays open, and nothing scrolls back."""
    async with previewing(folder, (80, 20)) as pilot:
        await press(pilot, "o", "space")
        before = text_of(pilot)
        assert "A photograph lies on the table." not in before
        edit("A photograph lies on the table.", "A photograph lies on the chair.")
        after = await shows(pilot, "story read again")
        assert before.split("\n")[2:12] == after.split("\n")[2:12]


async def test_the_inspector_tells_why_a_choice_is_closed_and_what_one_changes(
    folder: Path,
) -> None:
    """With the state, and the place of scene and choices in the file."""
    async with previewing(folder, (120, 50), GATE) as pilot:
        await press(pilot, "1", "i")
        seen = text_of(pilot)
        lines = (folder / "scenes.yaml").read_text("utf-8").split("\n")
        at = lines.index("  gatehouse:") + 1
        assert f"scenes.yaml:{at}:3" in seen
        assert "nerve >= 2 (nerve is 1)" in seen
        assert "counted: no becomes yes" in seen
        assert "nerve: 1 becomes 0 (-1)" in seen
        assert "next, dark_hours" in seen
        assert "role keeper" in seen


async def test_the_inspector_follows_the_play(folder: Path) -> None:
    """What the engine asks, and what is in the box."""
    async with previewing(folder, (120, 50), GATE) as pilot:
        await press(pilot, "1", "i", "1")
        assert "whether to keep keeper_log" in text_of(pilot)
        await press(pilot, "1")
        assert "in the box keeper_log" in text_of(pilot)


async def test_a_save_reaches_what_the_panel_hides(folder: Path, edit: Edit) -> None:
    """In a window where the inspector lies over the page."""
    async with previewing(folder, (80, 24), GATE) as pilot:
        await press(pilot, "1", "i")
        edit("nerve >= 2 and", "nerve >= 3 and")
        await shows(pilot, "nerve >= 3 (nerve is 1)")
        edit("The lamp smokes.", "The lamp has gone out.")
        await shows(pilot, "story read again")
        await press(pilot, "escape")
        await shows(pilot, "The lamp has gone out.")


async def test_the_findings_are_listed_with_what_to_do(
    folder: Path, edit: Edit
) -> None:
    """A warning keeps nothing from being played."""
    edit("posted: The order", "posted: The order #1")
    async with previewing(folder, (80, 24)) as pilot:
        assert "1 warning" in text_of(pilot)
        await press(pilot, "e")
        seen = text_of(pilot)
        assert "warning[lost-text]" in seen
        assert "octgame check proves the rest" in seen


async def test_any_scene_is_gone_to_from_the_list_and_left_by_undo(
    folder: Path,
) -> None:
    """Letters search, digits and q too; enter goes to the first."""
    async with previewing(folder) as pilot:
        await press(pilot, "g")
        assert "Go to · 6 of 6" in text_of(pilot)
        await press(pilot, *"qu")
        assert "No scene by that name." in text_of(pilot)
        await press(pilot, "backspace", "backspace", *"later", "enter")
        assert "A historian opens your box." in text_of(pilot)
        await press(pilot, "u")
        assert "A photograph lies on the table." in text_of(pilot)


async def test_beginning_again_leads_to_where_the_preview_began(folder: Path) -> None:
    """With what was given there."""
    async with previewing(folder, start=GATE) as pilot:
        await press(pilot, "1", "2", "n")
        assert "Before you go on" in text_of(pilot)
        assert "Begun again. r takes the same choices." in text_of(pilot)
        await press(pilot, "r")
        assert "The lamp smokes." in text_of(pilot)


async def test_the_end_says_that_nothing_is_kept(folder: Path) -> None:
    """And one can begin again, or go back to a scene."""
    async with previewing(folder, start=Start("strip_of_cards")) as pilot:
        assert "a preview keeps none" in text_of(pilot)
        await press(pilot, "3")
        assert "Choose a scene to play again from." in text_of(pilot)
        await press(pilot, "escape", "1")
        assert "a preview keeps none" in text_of(pilot)


async def test_there_is_no_key_for_plays_that_are_kept(folder: Path) -> None:
    """The help has the workbench's keys, and those of saves do nothing."""
    async with previewing(folder, (100, 60)) as pilot:
        before = text_of(pilot)
        await press(pilot, "p", "m", "f")
        assert text_of(pilot) == before
        await press(pilot, "question_mark")
        seen = text_of(pilot)
        assert all(key.help[:30] in seen for key in KEYS)


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
async def test_an_error_leaves_room_to_play(
    folder: Path, edit: Edit, size: tuple[int, int]
) -> None:
    """In the smallest window too: text, every choice and the error are in sight."""
    async with previewing(folder, size) as pilot:
        await press(pilot, "4", "1")
        edit("to: dark_hours", "to: darc_hours")
        seen = await shows(pilot, "error[unknown-id]")
        assert "Hand over the key." in seen
        assert "The lamp smokes." in seen
        assert "did you mean" in seen


async def test_what_a_story_says_is_text_in_every_leaf(
    folder: Path, edit: Edit
) -> None:
    """No markup of an author's is read as such, nor is a sign sent that ASCII lacks."""
    edit("leaves: You counted them;", "leaves: '[/] [@click=app.quit] you")
    edit("in 1974 somebody used the figure.", "\N{RIGHT SINGLE QUOTATION MARK}'")
    async with previewing(folder, (120, 50), GATE, ascii_only=True) as pilot:
        await press(pilot, "1", "i")
        seen = text_of(pilot)
        assert "[/] [@click=app.quit] you" in seen
        edit("to: dark_hours", "to: darc_[b]")
        seen = await shows(pilot, "darc_[b]")
        assert seen.isascii()
