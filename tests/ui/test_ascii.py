"""With --ascii the interface draws nothing beyond ASCII but an author's letters."""

import pytest

from mini import mini_program
from octgame.game.journal import Header
from octgame.game.play import Play
from octgame.game.program import Program
from octgame.game.spelling import spelt
from octgame.plain.letters import letters_only
from octgame.ui import signs
from octgame.ui.ascii import IN_ASCII
from ui.table import END, KEEPER, READER, SEARCHED, Plays, playing, press, text_of

OPENED = ("b", "v", "c", "w", "h", "d", "p", "question_mark", "m")
PLAYS = {"beginning": (), "keeper": KEEPER, "searched": SEARCHED, "end": END}


def plainly(text: str) -> str:
    """As the command spells a story."""
    return letters_only(text, "utf-8")


def begun_in(program: Program, *moves: str) -> Play:
    """A play of a story as it is spelt."""
    play = Play(program, Header(program.core.id, program.core.content))
    for move in moves:
        play.take(move)
    return play


@pytest.fixture(scope="module")
def program() -> Program:
    """The small story in plain letters."""
    return spelt(mini_program(), plainly)


@pytest.mark.parametrize("size", [(120, 40), (60, 18)])
@pytest.mark.parametrize("name", PLAYS)
async def test_every_page_is_ascii(
    program: Program, name: str, size: tuple[int, int]
) -> None:
    """The bars, the strip, cards, questions, what the debrief composes."""
    play = begun_in(program, *PLAYS[name])
    async with playing(play, size=size, ascii_only=True) as pilot:
        for key in ("o", "home", "end"):
            await press(pilot, key)
            assert text_of(pilot).isascii(), key


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_every_panel_is_ascii(program: Program, size: tuple[int, int]) -> None:
    """The map, the box and the title page too."""
    play = begun_in(program, *READER)
    async with playing(play, size=size, ascii_only=True) as pilot:
        assert text_of(pilot).isascii()
        for key in OPENED:
            await press(pilot, key)
            assert text_of(pilot).isascii(), key
            await press(pilot, "down", "enter")
            assert text_of(pilot).isascii(), key
            await press(pilot, "escape")


async def test_the_row_for_a_sentence_and_the_palette_are_ascii_too(
    program: Program,
) -> None:
    """They are Textual's own, with borders of their own."""
    play = begun_in(program, *READER)
    number = next(
        at
        for at, offer in enumerate((o for o in play.page.offers if o.open), 1)
        if offer.writes
    )
    async with playing(play, size=(100, 40), ascii_only=True) as pilot:
        await press(pilot, "ctrl+p")
        while "The box: nine places" not in text_of(pilot):
            await pilot.pause()
        assert text_of(pilot).isascii()
        await press(pilot, "escape", str(number))
        assert "One sentence for the plaque" in text_of(pilot)
        assert text_of(pilot).isascii()


async def test_an_authors_letters_stay_in_a_terminal_that_has_them(
    program: Program,
) -> None:
    """Only signs are plain; nobody's name is spelt otherwise."""
    kept = spelt(
        mini_program(), lambda text: plainly(text.replace("seizure", "взятие — é"))
    )
    async with playing(begun_in(kept), ascii_only=True) as pilot:
        assert '"The взятие - é, 1917"' in text_of(pilot)


async def test_titles_of_saves_and_sentences_are_in_plain_signs(
    program: Program,
) -> None:
    """What comes from outside the story is put into ASCII as it is painted."""
    saves = Plays(begun_in(program), problem="the disk is “full” …")
    async with playing(begun_in(program), saves=saves, ascii_only=True) as pilot:
        assert 'Not saved: the disk is "full" ~' in text_of(pilot)


def test_every_stand_in_is_as_wide_as_its_sign() -> None:
    """So no row changes its width, also where the sign is two cells wide."""
    assert all(len(to) == 1 for to in IN_ASCII.values())
    assert "\N{ROCKET}é".translate(IN_ASCII) == "??é"
    own = "".join(
        value
        for name, value in vars(signs).items()
        if name.isupper() and isinstance(value, str)
    )
    assert "?" not in own.replace(signs.QUESTION, "").translate(IN_ASCII)


def test_a_spelt_story_is_the_same_story(program: Program) -> None:
    """Its ids, its hash and its moves are as they were."""
    assert program.core.content == mini_program().core.content
    assert list(program.scenes) == list(mini_program().scenes)
    assert begun_in(program, *END).text == begun_in(mini_program(), *END).text
