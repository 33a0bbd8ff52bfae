"""Draw the README's pictures again: `python docs/make_screenshot.py`.

Writes docs/title.svg, the title page; then plays the shipped story to the back door of
the Winter Palace, opens the box beside it and writes docs/screenshot.svg. Nothing of
the user's is read or written.
"""  # noqa: INP001 - a script, not a package

import asyncio
import re
import tempfile
from pathlib import Path

from octgame.cli.table import laid
from octgame.loading.open import open_story
from octgame.loading.places import story_folder
from octgame.saves.shelf import Saves
from octgame.ui.game_app import GameApp
from octgame.ui.table import Table

PICTURE = Path(__file__).with_name("screenshot.svg")
TITLE = Path(__file__).with_name("title.svg")
FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
COLUMNS, ROWS = 110, 34
SCENE = "a3_back_door"
WISHES = ("caption:stormed", "_go_on", "_sure:3", "_keep:mrc_order", "aurora_letter")
UNWANTED = ("_step_back", "wiki_", "ask", "_leave:mrc_order")


async def draw(folder: Path) -> None:
    """Draw the title page, play to the scene and draw the screen there."""
    program = open_story(story_folder(""))
    saves = Saves(folder, program)
    play = saves.new()
    table = laid(program, play, saves, (), "", resume=False)
    TITLE.write_text(await picture(table._replace(at_title=True)), "utf-8")
    while play.page.scene != SCENE:
        offered = [offer.id for offer in play.page.offers if offer.open]
        wished = [move for move in offered if any(wish in move for wish in WISHES)]
        fine = [move for move in offered if not any(no in move for no in UNWANTED)]
        play.take((wished or fine or offered)[0])
    PICTURE.write_text(await picture(table, "b"), "utf-8")


async def picture(table: Table, *keys: str) -> str:
    """The screen as it is drawn after some keys."""
    app = GameApp(table)
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        drawn = app.export_screenshot(title="octgame")
        # A picture loads nothing from another host: the reader's own font will do.
        return FONTS.sub("", drawn)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        asyncio.run(draw(Path(name)))
