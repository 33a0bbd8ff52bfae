"""What an author may write in a lesson is text on the wall, in words and on paper."""

import re
from html import unescape
from pathlib import Path

import pytest

from authors import marked, markup, places
from octgame.classroom.folder import papers
from octgame.classroom.lesson import start
from octgame.classroom.sitting import Sitting
from octgame.game.compile import compile_story
from octgame.game.program import Program
from octgame.loading.load import load_files
from octgame.pages.prints.bundle import as_html, before_class
from octgame.pages.prints.paper import PAPERS
from octgame.plain.lesson import LessonTalk
from ui.table import text_of
from ui.teaching import teaching

TEXTS = [
    (at, place) for at, place in enumerate(places()) if place.startswith("lessons.")
]
ON_PAPER_ONLY = (
    *(".about", ".objective", ".standards", ".heard", ".reply", ".say"),
    *(".take_home.asks", ".basic", ".proficient", ".outside.name"),
)
"""Texts for the teacher, and for the sheets."""
ON_THE_WALL_ONLY = (".photograph.text", ".road.text")


@pytest.fixture(scope="module")
def program() -> Program:
    """The small story with a hostile word behind every text of it."""
    loaded = load_files(markup())
    assert loaded.story is not None, loaded.diagnostics.errors
    return compile_story(loaded.story)


def unseen(shown: str, elsewhere: tuple[str, ...]) -> list[str]:
    """The lesson's texts whose hostile word was not shown as it stands."""
    return [
        place
        for at, place in TEXTS
        if marked(at) not in shown and not place.endswith(elsewhere)
    ]


def hands(sitting: Sitting) -> str:
    """One hand for each option, where a vote waits for hands."""
    group = sitting.group
    if group.motion is None or group.tally is not None:
        return ""
    return " ".join("1" for _ in group.motion.options)


def test_a_lesson_in_words_shows_every_text_as_it_stands(program: Program) -> None:
    """From the first line to the last, every vote counted by hands."""
    sitting = Sitting(start(program, "one_bridge"), Path("none"))
    talk = LessonTalk(sitting, 400)
    shown = "\n".join((*talk.opening(()), *talk.answer("steps")))
    for _ in range(60):
        shown += "\n".join(talk.answer(hands(sitting)))
    assert unseen(shown, ON_PAPER_ONLY) == []


async def test_the_wall_shows_every_text_as_it_stands(program: Program) -> None:
    """Whatever looks like markup or like a link with an action."""
    sitting, shown = Sitting(start(program, "one_bridge"), Path("none")), ""
    async with teaching(sitting, size=(200, 60)) as pilot:
        for _ in range(60):
            shown += text_of(pilot)
            counted = hands(sitting)
            keys = ("h", *counted, "enter") if counted else ("space",)
            await pilot.press(*("space" if key == " " else key for key in keys))
            await pilot.pause()
            assert pilot.app.is_running
    assert unseen(shown, ON_PAPER_ONLY) == []


def test_the_papers_show_every_text_as_it_stands(program: Program) -> None:
    """As text of the page: no tag, no script, no link of the author's."""
    lesson = program.lessons["one_bridge"]
    prints = before_class(program, lesson, lesson.lengths[0], {})
    files = {**as_html(prints, PAPERS["a4"]), **papers(start(program, "one_bridge"))}
    shown = ""
    for html in files.values():
        assert "<script>" not in html
        assert 'href="javascript:' not in html
        shown += unescape(re.sub(r"<[^>]+>", "", html))
    assert unseen(shown, ON_THE_WALL_ONLY) == []
