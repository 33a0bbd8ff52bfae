"""The title page: what it shows, what can be begun from it, and the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mini import begun
from octgame.ui.lettering import SCALES, letter
from octgame.ui.look import THEMES
from octgame.ui.poster import poster
from octgame.ui.typeset import measure
from octgame.ui.widgets.title import FRAME, FRAMES
from ui.table import KEEPER, Plays, played, playing, press, screen_of, text_of

SIZES = [(120, 40), (80, 24), (60, 18)]
ENTRIES = ("New play", "Continue", "Plays", "Help", "Quit")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_title_page_offers_everything_in_every_window(
    size: tuple[int, int], theme: str
) -> None:
    """The story in a line and five entries, none of them cut."""
    async with playing(size=size, at_title=True, theme=theme) as pilot:
        shown = " ".join(text_of(pilot).split())
        assert "One night at an invented toll bridge" in shown
        assert all(entry in shown for entry in ENTRIES)
        assert "A photograph" not in shown


async def test_one_key_leads_from_the_title_to_the_story() -> None:
    """Nothing was kept before, so the play on the table is the new one."""
    play = begun()
    async with playing(play, at_title=True) as pilot:
        await press(pilot, "n")
        assert "A photograph lies on the table" in text_of(pilot)
        assert screen_of(pilot).desk.play is play
        await press(pilot, "3")
        assert play.steps


async def test_arrows_and_enter_choose_on_the_title_page_too() -> None:
    """What cannot be taken is passed over: down from New play is Plays."""
    async with playing(at_title=True) as pilot:
        await press(pilot, "down", "enter")
        assert "Your plays" in text_of(pilot)
        await press(pilot, "escape", "up", "enter")
        assert "A photograph lies on the table" in text_of(pilot)


async def test_an_entry_can_be_clicked() -> None:
    """Its row takes it."""
    async with playing(at_title=True) as pilot:
        rows = text_of(pilot).split("\n")
        y = next(y for y, row in enumerate(rows) if "New play" in row)
        await pilot.click(offset=(rows[y].index("New play"), y))
        await pilot.pause()
        assert "A photograph lies on the table" in text_of(pilot)


async def test_continue_is_closed_where_nothing_was_begun() -> None:
    """It says so, and its key does nothing."""
    async with playing(at_title=True) as pilot:
        before = text_of(pilot)
        assert "nothing begun yet" in before
        await press(pilot, "c", "escape", "x", "1")
        assert text_of(pilot) == before


async def test_the_title_page_is_a_key_away_from_the_play_and_back() -> None:
    """Continue is pointed at, and leads to the page as it was."""
    async with playing(played(*KEEPER)) as pilot:
        before = text_of(pilot)
        await press(pilot, "m")
        assert "Continue  The Gatehouse" in text_of(pilot)
        await press(pilot, "enter")
        assert text_of(pilot) == before


async def test_a_new_play_from_the_title_leaves_the_old_one_as_it_is() -> None:
    """Both are kept."""
    play = played(*KEEPER)
    saves = Plays(play)
    taken = len(play.steps)
    async with playing(play, saves=saves) as pilot:
        await press(pilot, "m", "n")
        assert "A photograph lies on the table" in text_of(pilot)
        assert len(saves.kept) == 2
        assert len(play.steps) == taken


async def test_a_kept_play_is_gone_on_with_from_the_title() -> None:
    """By the list of plays, recalled as everywhere."""
    play, other = begun(), played(*KEEPER)
    async with playing(play, saves=Plays(play, other), at_title=True) as pilot:
        await press(pilot, "p")
        while screen_of(pilot).panel.column.cursor != "slot:1":
            await press(pilot, "down")
        await press(pilot, "enter")
        assert screen_of(pilot).desk.play is other
        assert "Previously" in text_of(pilot)


async def test_behind_the_title_page_no_choice_is_taken_back() -> None:
    """Keys of the play do nothing there, with a panel over it or without."""
    play = played(*KEEPER)
    taken = len(play.steps)
    async with playing(play) as pilot:
        await press(pilot, "m", "u", "1", "question_mark", "u", "1", "s")
        assert len(play.steps) == taken
        assert "The Gatehouse" not in text_of(pilot)


async def test_the_title_page_says_how_ctrl_c_leaves() -> None:
    """At the foot, as on every page."""
    async with playing(at_title=True) as pilot:
        await press(pilot, "ctrl+c")
        assert "Press ctrl+c again" in text_of(pilot)


async def test_only_the_title_and_the_foot_are_mounted_at_first() -> None:
    """The play's own parts are made when it is gone to."""
    async with playing(at_title=True) as pilot:
        parts = [type(part).__name__ for part in screen_of(pilot).children]
        assert parts == ["Title", "KeyBar"]


def test_a_short_title_is_drawn_as_large_as_there_is_room() -> None:
    """Larger in a larger window, its words in a stack."""
    drawn = [
        letter("The Box", width, 2 * rows) for width, rows in ((54, 11), (114, 28))
    ]
    assert [one.width for one in drawn if one] == [34, 68]
    assert [len(one.rows) for one in drawn if one] == [22, 44]


def test_a_long_title_is_broken_and_an_impossible_one_left_to_be_set() -> None:
    """Signs that have no block letter, and words without end, are none of ours."""
    assert letter("The Bridge at Orlovo", 74, 24)
    assert letter("Мост", 74, 24) is None
    assert letter("A" * 90, 74, 24) is None
    assert letter("", 74, 24) is None


@given(st.text("ABC XYZ.1", max_size=40), st.integers(1, 120), st.integers(0, 60))
def test_letters_never_leave_their_room(title: str, width: int, height: int) -> None:
    """Neither to the right nor below."""
    drawn = letter(title, width, height)
    if drawn is not None:
        assert drawn.width <= width
        assert len(drawn.rows) <= height
        assert max(row.bit_length() for row in drawn.rows) <= drawn.width


@given(st.integers(1, 130), st.integers(1, 50), st.integers(0, 40), st.booleans())
def test_every_row_of_the_poster_is_as_wide_as_the_window(
    width: int, height: int, floor: int, ascii_only: bool
) -> None:
    """Whatever the window, and in ASCII without another sign."""
    rows = list(poster(width, height, floor, None, ascii_only=ascii_only))
    assert [measure(row) for row in rows] == [width] * height
    if ascii_only:
        assert "".join(piece.text for row in rows for piece in row).isascii()


def test_scales_go_from_large_to_small() -> None:
    """The first that fits is the largest."""
    assert sorted(SCALES, reverse=True) == list(SCALES)


async def test_the_wedge_is_driven_through_for_a_moment_and_a_key_cuts_it_short() -> (
    None
):
    """Less than a fifth of a second; whoever cannot wait need not."""
    assert FRAMES * FRAME <= 0.2
    async with playing(at_title=True, motion=True) as pilot:
        await press(pilot, "n")
        assert "A photograph" not in text_of(pilot)
        await pilot.pause(FRAMES * FRAME + 0.2)
        assert "A photograph lies on the table" in text_of(pilot)
    async with playing(at_title=True, motion=True) as pilot:
        await press(pilot, "n", "x")
        assert "A photograph lies on the table" in text_of(pilot)


async def test_nothing_moves_where_that_is_not_asked_for() -> None:
    """The page is there with the key."""
    async with playing(at_title=True) as pilot:
        await press(pilot, "n")
        assert "A photograph lies on the table" in text_of(pilot)


async def test_the_other_stories_are_a_key_away_from_the_title_page() -> None:
    """With what is typed to begin each; none is named where there is none."""
    others = (("Five Days", "octgame play february"),)
    async with playing(at_title=True, others=lambda: others) as pilot:
        await press(pilot, "p")
        shown = " ".join(text_of(pilot).split())
        assert "Another story, Five Days: octgame play february" in shown
    async with playing(at_title=True) as pilot:
        await press(pilot, "p")
        assert "Another story" not in text_of(pilot)
