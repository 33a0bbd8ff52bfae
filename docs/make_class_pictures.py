"""Draw the pictures of docs/teaching.md again: `python docs/make_class_pictures.py`.

Writes docs/class_*.svg: a rehearsal of the shipped lesson, on time, on a wall of 72
columns. Nothing of the user's is read or written.
"""  # noqa: INP001 - a script, not a package

import asyncio
import re
from pathlib import Path

from octgame.classroom.lesson import Class, start
from octgame.classroom.moves import advance, close, words
from octgame.classroom.sitting import Sitting
from octgame.loading.open import open_story
from octgame.loading.places import story_folder
from octgame.ui.presenter.app import PresenterApp
from octgame.ui.presenter.lectern import Lectern

DOCS = Path(__file__).parent
FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
COLUMNS, ROWS = 72, 24
HANDS = {
    "photograph": (14, 7, 3),
    "photograph:sure": (3, 9, 8, 4),
    "kerchief": (13, 11),
    "which_three": (19, 15, 12, 9, 13, 4),
    "four_sheets": (5, 13, 4, 2),
    "envelope": (6, 14, 4),
    "envelope:sure": (4, 12, 6, 2),
}
REASON = "Nobody would have counted her in the yard either."


def at(group: Class, wanted: str, *, closed: bool) -> Class:
    """The class in front of a vote; where it is wanted closed, with its result."""
    while True:
        if group.motion is not None and group.tally is None:
            if group.motion.id == wanted and not closed:
                return group
            options = len(group.motion.options)
            hands = HANDS.get(group.motion.id, (12, 7, 4, 1)[:options])
            group = advance(advance(group, "open"), close(hands))
            if group.step.id == "kerchief":
                group = advance(group, words("reason", REASON))
            if group.motion is not None and group.motion.id == wanted:
                return group
        group = advance(group, "next")


async def draw(name: str, group: Class, *keys: str) -> None:
    """The wall as it stands, after some keys, as docs/class_NAME.svg."""
    passed = sum(group.plan[step.id] for step in group.path[: group.at])
    sitting = Sitting(group._replace(before=None), Path(), passed=passed)
    app = PresenterApp(Lectern(sitting))
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        drawn = app.export_screenshot(title="octgame class start palace")
        picture = DOCS / f"class_{name}.svg"
        # A picture loads nothing from another host: the reader's own font will do.
        picture.write_text(FONTS.sub("", drawn), "utf-8")


async def main() -> None:
    """Every picture."""
    begun = start(open_story(story_folder("")), "palace", 45)
    await draw("begin", begun)
    await draw("vote", at(begun, "photograph", closed=False), "v")
    await draw("split", at(begun, "kerchief", closed=True))
    papers = at(begun, "back_door", closed=True)
    await draw("paper", advance(papers, "jump:four_papers"))
    await draw("envelope", at(begun, "envelope", closed=True))


if __name__ == "__main__":
    asyncio.run(main())
