"""What an author may write and nobody may obey: markup is text in both interfaces."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from parity import covering_plays

from authors import marked, markup, places
from octgame.game.compile import compile_story
from octgame.game.journal import Header
from octgame.game.page import Page
from octgame.game.play import Play
from octgame.game.program import Program
from octgame.loading.load import load_files
from octgame.pages.markdown import markdown
from octgame.pages.record import record
from octgame.plain.session import Session
from octgame.saves.shelf import Saves
from ui.table import Playing, playing, screen_of, text_of

PLACES = list(places())
NOBODY_SEES = (
    *("story.outline.", "story.variables.", "claims.", "scenes.dark_hours.title"),
    *("story.schools.chronicle.short", "story.schools.ledger.short", "lessons."),
)
"""Texts for authors and classes, a title that is only passed, signs for lists."""
FOR_AUTHORS = ".accepts."
"""Reasons that only `check` tells."""
SELDOM = (
    "scenes.reading_room.text.1.text",
    "scenes.later_reader.choices.show_paper.then.1.text",
    "scenes.later_reader.choices.decide.else",
    "scenes.strip_of_cards.text.8.text",
    "questions.was_it_seized.at_odds.0.text",
    # A school says this in the panel where the box has nothing that it uses.
    "questions.was_it_seized.views.ledger.from_box.0.silent",
    "questions.was_it_seized.views.chronicle.from_box.0.silent",
    # The player sorted one way and believes another.
    "questions.was_it_seized.at_odds.0.text",
)
"""Paragraphs whose condition these plays do not meet."""
ON_PAPER_ONLY = ("story.title", "story.credits", "sources.veresova_1974.title")
IN_COLOUR_ONLY = (
    *("sources.gazetteer.licence", "story.schools."),
    "questions.was_it_seized.views.chronicle.from_box.0.silent",
)


@pytest.fixture(scope="module")
def program() -> Program:
    """The small story with a hostile word behind every text of it."""
    loaded = load_files(markup())
    assert not loaded.diagnostics.errors, loaded.diagnostics.errors
    assert loaded.story is not None
    return compile_story(loaded.story)


@pytest.fixture(scope="module")
def plays(program: Program) -> list[list[str]]:
    """Plays that take every choice."""
    return [*covering_plays(program, 20)[0], ["be_keeper", "_step_back"]]


def unseen(shown: str, elsewhere: tuple[str, ...]) -> list[str]:
    """The texts whose hostile word was not shown as it stands."""
    hidden = [
        place
        for at, place in enumerate(PLACES)
        if marked(at) not in shown and FOR_AUTHORS not in place
    ]
    return [p for p in hidden if not p.startswith((*NOBODY_SEES, *SELDOM, *elsewhere))]


def things(program: Program) -> Iterator[str]:
    """The ids of everything that can be looked at."""
    for table in (program.cards, program.facts, program.questions, program.codex):
        yield from table.ids
    yield from (*program.sources.ids, *program.schools)


async def looked_at(pilot: Playing, program: Program) -> str:
    """Every panel, everything in it opened, and everything that a link may name."""
    screen, shown = screen_of(pilot), ""
    for question in program.questions.values():
        for view in question.views:
            screen.desk.unfold(f"view:{question.id}:{view.school}")
    for goes in (
        *(f"key:{key}" for key in "bvcwdp?"),
        *map("look:{}".format, things(program)),
    ):
        await screen.go(goes)
        await pilot.pause()
        shown += text_of(pilot)
    return shown


async def test_the_interface_shows_every_text_as_it_stands(
    program: Program, plays: list[list[str]]
) -> None:
    """On a page or in a panel; nothing is obeyed and nothing crashes."""
    shown = ""
    for moves in plays:
        play = Play(program, Header(program.core.id, program.core.content))
        async with playing(play, size=(200, 200)) as pilot:
            for move in moves:
                shown += text_of(pilot)
                await screen_of(pilot).go(f"take:{move}")
                await pilot.pause()
                if writes_of(play.page, move):
                    shown += text_of(pilot)
                    play.take(move)
                    screen_of(pilot).show()
                    await pilot.pause()
            shown += text_of(pilot) + await looked_at(pilot, program)
            assert pilot.app.is_running
    assert unseen(shown, ON_PAPER_ONLY) == []


def writes_of(page: Page, move: str) -> str:
    """What a move asks to be written, where it is still to be taken."""
    return next((offer.writes for offer in page.offers if offer.id == move), "")


async def test_a_click_on_what_looks_like_an_action_does_nothing(
    program: Program,
) -> None:
    """The words stand in the text of the first page."""
    play = Play(program, Header(program.core.id, program.core.content))
    async with playing(play, size=(200, 100)) as pilot:
        rows = text_of(pilot).split("\n")
        spots = [(row.index("[@"), y) for y, row in enumerate(rows) if "[@" in row]
        assert spots
        for x, y in spots:
            await pilot.click(offset=(x + 20, y))
            await pilot.pause()
        assert pilot.app.is_running
        assert pilot.app.return_code is None


def test_the_plain_game_and_the_report_show_every_text_as_it_stands(
    program: Program, plays: list[list[str]], tmp_path: Path
) -> None:
    """By every word that the game understands."""
    shown = ""
    for moves in plays:
        saves = Saves(tmp_path / "plays", program)
        session = Session(saves.new(), saves, 78)
        lines = session.opening((), resumed=False)
        for move in moves:
            there = [offer for offer in session.play.page.offers if offer.open]
            at = [offer.id for offer in there].index(move)
            lines += session.answer(str(at + 1))
            if there[at].writes:
                lines += session.answer("A line.")
        for word in ("box", "views", "codex", "where", "record", "plays", "help"):
            lines += session.answer(word)
        for card in program.cards.ids:
            lines += session.answer(f"open {card}")
        for entry in (*program.codex.ids, *program.sources.ids):
            lines += session.answer(f"codex {entry}")
        for question in program.questions.values():
            lines += session.answer(f"view {question.id}")
            for view in question.views:
                lines += session.answer(f"view {question.id}, {view.school}")
        shown += "\n".join(lines)
        # In Markdown each of its signs is behind a backslash.
        shown += markdown(record(session.play)).replace("\\", "")
        saves.leave()
    assert unseen(shown, IN_COLOUR_ONLY) == []
