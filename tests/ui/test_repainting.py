"""One repaint a choice, few bytes, nothing while nobody plays."""

import ast
from pathlib import Path

import pytest

import octgame.ui
from mini import begun, wander
from octgame.ui.reading import Reading
from ui.table import SEARCHED, played, playing, press, screen_of


async def test_a_choice_repaints_once() -> None:
    """No second layout pass, no second paint."""
    async with playing(begun(), size=(100, 32)) as pilot:
        screen, painted = screen_of(pilot), []
        display = pilot.app._display
        pilot.app._display = lambda *args: (painted.append(1), display(*args))
        for key in ("3", "2", "4", "1"):
            painted.clear()
            await press(pilot, key)
            assert len(painted) == 1, key
        assert screen.desk.play.steps


async def test_the_same_page_again_paints_nothing() -> None:
    """Only rows that differ go to the terminal."""
    async with playing(played(*SEARCHED)) as pilot:
        painted = []
        display = pilot.app._display
        pilot.app._display = lambda *args: (painted.append(1), display(*args))
        screen_of(pilot).show()
        await pilot.pause()
        assert not painted


def test_the_reading_follows_the_play_both_ways() -> None:
    """There is one sheet for the beginning and one for each move that stands."""
    play = begun()
    reading = Reading(play.program, 60)
    reading.follow(play)
    wander(play, 60)
    reading.follow(play)
    assert len(reading.sheets) == len(play.steps) + 1
    rows = list(reading)
    again = Reading(play.program, 60)
    again.follow(play)
    assert list(again) == rows
    while play.undo():
        reading.follow(play)
    assert len(reading.sheets) == 1


def test_long_plays_keep_few_sheets_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read long ago is set again when it is scrolled to."""
    monkeypatch.setattr("octgame.ui.reading.KEPT_SET", 4)
    play = begun()
    wander(play, 60)
    reading = Reading(play.program, 60)
    reading.follow(play)
    assert len(reading.sheets) > 8
    assert sum(rows is not None for rows in reading._set) == 4


def test_another_width_sets_everything_again() -> None:
    """No row is wider than the column."""
    play = begun()
    wander(play, 20)
    reading = Reading(play.program, 76)
    reading.follow(play)
    reading.set_width(30)
    assert all(sum(len(piece.text) for piece in row) <= 30 for row in reading)


def test_only_painted_lines_show_text() -> None:
    """No widget of Textual's that reads markup is used anywhere in the room."""
    reads_markup = {
        *("Static", "Label", "Button", "OptionList", "Markdown", "DataTable"),
        *("Tree", "RichLog", "Collapsible", "Header", "Footer", "Select"),
    }
    for file in Path(octgame.ui.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "textual.widgets":
                assert not reads_markup & {name.name for name in node.names}, file
            if isinstance(node, ast.Attribute):
                assert node.attr not in ("notify", "border_title"), file
