"""Coming back: played again from a scene, counted together, not read twice."""

from octgame.ui import signs
from octgame.ui.desk import Desk
from octgame.ui.panels.plays import BAR, plays
from ui.table import KEEPER, SEARCHED, Plays, played, playing, press, screen_of, text_of


async def test_a_play_is_played_again_from_one_of_its_scenes() -> None:
    """The panel lists the scenes; the first play stays as it was."""
    play = played(*SEARCHED)
    before = list(play.text)
    async with playing(play) as pilot:
        await press(pilot, "a")
        assert "The Gatehouse" in text_of(pilot)
        await press(pilot, "down", "down", "enter")
        other = screen_of(pilot).desk.play
        assert other is not play
        assert other.page.title == "The Gatehouse"
        assert "The other play is kept as it was." in text_of(pilot)
    assert play.text == before


def test_the_plays_tell_what_they_met_together() -> None:
    """Witnesses by name, the rest in numbers and bars."""
    play = played(*KEEPER)
    leaf = plays(Desk(play, Plays(play)), 60)
    shown = ["".join(piece.text for piece in row) for row in leaf.rows]
    assert "○ The toll keeper: not heard to the end" in shown
    assert "Facts met: 1 of 3" in shown
    assert any(row.startswith(signs.FULL) and len(row) == BAR for row in shown)


async def test_what_another_play_has_read_is_skipped_until_it_is_not() -> None:
    """The page begins at its end, where there is nothing new on it."""
    other, play = played(*SEARCHED), played(*KEEPER)
    async with playing(play, size=(60, 18), saves=Plays(other, play)) as pilot:
        prose = screen_of(pilot).stage.prose
        assert prose.below
        await press(pilot, "f")
        assert not prose.below
        assert "is skipped" in text_of(pilot)
        await press(pilot, "f")
        assert "at its beginning again" in text_of(pilot)


async def test_a_page_that_says_something_new_begins_there() -> None:
    """What comes of a choice that no other play took is read from its first line."""
    other, play = played(*KEEPER), played(*KEEPER)
    async with playing(play, size=(60, 18), saves=Plays(other, play)) as pilot:
        await press(pilot, "f", "2")
        stage = screen_of(pilot).stage
        assert stage.prose.top <= stage.reading.fresh_from


async def test_nothing_is_skipped_where_nothing_was_read() -> None:
    """The key says so."""
    async with playing() as pilot:
        await press(pilot, "f")
        assert "No other play has read anything yet." in text_of(pilot)
