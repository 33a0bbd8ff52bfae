"""Playing: keys, clicks, and what the play becomes by them."""

from mini import begun
from octgame.game.page import Offer
from octgame.game.play import Play
from octgame.story.prose import Span
from octgame.ui import signs
from octgame.ui.commands import Commands
from octgame.ui.keys import KEYS
from octgame.ui.offering import set_offers
from ui.table import (
    END,
    KEEPER,
    READER,
    SEARCHED,
    Plays,
    played,
    playing,
    press,
    screen_of,
    text_of,
)


def moves(play: Play) -> list[str]:
    """The moves that stand."""
    return [step.move for step in play.steps]


async def test_a_digit_takes_the_choice_with_that_number() -> None:
    """The third open choice is the third, and the next page is on the screen."""
    play = begun()
    async with playing(play) as pilot:
        await press(pilot, "3")
        assert moves(play) == ["caption:both"]
        assert "How sure are you?" in text_of(pilot)


async def test_a_digit_without_a_choice_says_so_and_changes_nothing() -> None:
    """There are five choices; eight is none of them."""
    play = begun()
    async with playing(play) as pilot:
        await press(pilot, "8")
        assert not play.steps
        assert "There is no such choice here." in text_of(pilot)


async def test_the_first_page_tells_how_to_choose_and_no_other_does() -> None:
    """A hint for who has never played, below the choices."""
    async with playing(size=(100, 40)) as pilot:
        assert "Press a number to choose." in text_of(pilot)
        await press(pilot, "3")
        assert "Press a number to choose." not in text_of(pilot)


async def test_the_hint_gives_way_where_it_would_hide_a_choice() -> None:
    """In a low window the rows are the choices' own."""
    async with playing(size=(80, 18)) as pilot:
        assert "Press a number to choose." not in text_of(pilot)


async def test_a_found_card_can_be_opened_before_it_is_decided_about() -> None:
    """The line above the decision says how, until the card lies open."""
    async with playing(played(*SEARCHED)) as pilot:
        assert "o: open the card" in text_of(pilot)
        await press(pilot, "o")
        assert "o: open the card" not in text_of(pilot)


async def test_arrows_and_enter_take_a_choice() -> None:
    """Down twice points at the second choice."""
    play = begun()
    async with playing(play) as pilot:
        await press(pilot, "down", "down", "enter")
        assert moves(play) == ["caption:opened"]


async def test_enter_alone_takes_nothing_where_there_are_several_choices() -> None:
    """A player who leans on enter does not fall through the story."""
    play = begun()
    async with playing(play) as pilot:
        await press(pilot, "enter")
        assert not play.steps
        assert "Press the number" in text_of(pilot)


async def test_a_choice_can_be_clicked() -> None:
    """The row of a choice takes it."""
    play = begun()
    async with playing(play) as pilot:
        rows = text_of(pilot).split("\n")
        y = next(y for y, row in enumerate(rows) if "It was seized." in row)
        await pilot.click(offset=(12, y))
        await pilot.pause()
        assert moves(play) == ["caption:seized"]


async def test_a_closed_choice_gives_its_reason_and_cannot_be_taken() -> None:
    """It has a sign instead of a number, and its number is the next one's."""
    play = played(*KEEPER, "count_men")
    closed = f"{signs.CLOSED}  Hold the lamp up and count them. — You would rather"
    async with playing(play, size=(100, 40)) as pilot:
        assert closed in text_of(pilot)
        await press(pilot, "2")
        assert moves(play)[-1] == "hand_over"


def test_what_closes_choices_in_a_row_is_said_of_the_first() -> None:
    """It is said again below a choice that is open."""
    shut = Offer("ask", (Span("Ask."),), open=False, reason="Not yet.")
    rows = set_offers("", (shut, shut, Offer("go", (Span("Go."),)), shut), 40)
    assert ["".join(piece.text for piece in row) for row in rows] == [
        f" {signs.CLOSED}  Ask. — Not yet.",
        f" {signs.CLOSED}  Ask.",
        " 1  Go.",
        f" {signs.CLOSED}  Ask. — Not yet.",
    ]


async def test_undo_and_redo_walk_along_the_play() -> None:
    """Undo shows the page before; redo the page after."""
    play = played(*KEEPER)
    async with playing(play) as pilot:
        after = text_of(pilot)
        await press(pilot, "u")
        assert "Before you go on" in text_of(pilot)
        await press(pilot, "r")
        assert text_of(pilot).split("\n")[:-2] == after.split("\n")[:-2]
        assert play.can_undo


async def test_undo_at_the_beginning_says_that_there_is_nothing() -> None:
    """Nothing is taken back, and the player is told."""
    async with playing() as pilot:
        await press(pilot, "u")
        assert "nothing to take back" in text_of(pilot)


async def test_stepping_back_works_by_its_key() -> None:
    """The summary takes the scene's place."""
    async with playing(played(*KEEPER)) as pilot:
        await press(pilot, "s")
        assert "The summary" in text_of(pilot)


async def test_opening_a_card_shows_its_body_and_is_noted_once() -> None:
    """The source line comes first; the look is in the journal."""
    play = played(*SEARCHED)
    async with playing(play) as pilot:
        assert "Reached us" not in text_of(pilot)
        await press(pilot, "o")
        assert "Reached us" in text_of(pilot)
        await press(pilot, "o", "o")
        assert play.notes == [("gatehouse", "card:wire_district")]


async def test_a_sentence_is_asked_for_and_noted_before_the_move() -> None:
    """What is typed goes to the journal, then the choice is taken."""
    play = played(*READER)
    async with playing(play, size=(100, 40)) as pilot:
        line = next(
            at
            for at, offer in enumerate((o for o in play.page.offers if o.open), 1)
            if offer.writes
        )
        await press(pilot, str(line), *"Gone,1917", "enter")
        assert [note for _, note in play.notes] == ["say:Gone%2C1917"]
        assert moves(play)[-1] == "write_line"
        assert pilot.app.focused is None


async def test_while_a_sentence_is_written_page_down_reads_on() -> None:
    """A space is a space then, and the line above says so."""
    async with playing(played(*READER), size=(80, 20)) as pilot:
        open_now = [o for o in screen_of(pilot).desk.page.offers if o.open]
        line = next(at for at, offer in enumerate(open_now, 1) if offer.writes)
        await press(pilot, str(line), "pageup")
        assert "page down: read on" in text_of(pilot)


async def test_a_sentence_is_asked_for_below_what_was_read_last() -> None:
    """The page does not go back to its beginning while one writes."""
    async with playing(played(*READER), size=(80, 20)) as pilot:
        open_now = [o for o in screen_of(pilot).desk.page.offers if o.open]
        line = next(at for at, offer in enumerate(open_now, 1) if offer.writes)
        await press(pilot, str(line))
        assert not screen_of(pilot).stage.prose.below


async def test_escape_leaves_the_sentence_unwritten() -> None:
    """The choices are back, and nothing was taken."""
    play = played(*READER)
    before = moves(play)
    async with playing(play, size=(100, 40)) as pilot:
        choices = text_of(pilot)
        open_now = [offer for offer in play.page.offers if offer.open]
        line = next(at for at, offer in enumerate(open_now, 1) if offer.writes)
        await press(pilot, str(line), "a", "escape")
        assert moves(play) == before
        assert not play.notes
        assert text_of(pilot) == choices


async def test_the_end_offers_a_new_play_and_a_look_back() -> None:
    """A finished play is followed by calm choices of its own."""
    play = played(*END)
    async with playing(play) as pilot:
        assert play.page.ended
        assert "The play is over" in text_of(pilot)
        await press(pilot, "2")
        assert not play.page.ended


async def test_a_new_play_begins_from_the_end() -> None:
    """The old play is left as it is."""
    play = played(*END)
    async with playing(play) as pilot:
        await press(pilot, "1")
        assert "A photograph lies on the table" in text_of(pilot)
        assert screen_of(pilot).desk.play is not play


async def test_another_play_is_gone_on_with_and_recalled() -> None:
    """Its last choices and its notices stand above the page."""
    other = played(*KEEPER)
    play = begun()
    async with playing(play, saves=Plays(play, other)) as pilot:
        await press(pilot, "p")
        assert "Play [b]1[/]" in text_of(pilot)
        await press(pilot, "up", "up", "down", "down", "down", "down", "enter")
        assert screen_of(pilot).desk.play is other
        assert "Previously" in text_of(pilot)
        assert "From here your story was edited." in text_of(pilot)


async def test_a_play_that_cannot_be_opened_leaves_the_one_on_the_table() -> None:
    """The reason is one sentence at the foot."""
    play = begun()
    async with playing(play) as pilot:
        await screen_of(pilot).go("slot:7")
        await pilot.pause()
        assert screen_of(pilot).desk.play is play
        assert "that play is gone" in text_of(pilot)


async def test_a_play_that_is_not_kept_says_so_on_every_page() -> None:
    """The banner stands until the saves are well again."""
    saves = Plays(problem="the disk is full\x1b[2J")
    async with playing(saves=saves) as pilot:
        assert "Not saved: the disk is full\N{REPLACEMENT CHARACTER}" in text_of(pilot)
        await press(pilot, "1")
        assert "Not saved" in text_of(pilot)
        saves.problem = ""
        await press(pilot, "1")
        assert "Not saved" not in text_of(pilot)


async def test_what_was_read_can_be_scrolled_back_to() -> None:
    """Also what was read before the game was closed and continued."""
    async with playing(played(*KEEPER)) as pilot:
        await press(pilot, "home")
        assert "A photograph lies on the table" in text_of(pilot)
        await press(pilot, "end")
        assert "The lamp smokes" in text_of(pilot)


async def test_a_window_that_is_too_small_keeps_the_play() -> None:
    """One friendly sentence, no choice taken blindly, and everything back after."""
    play = begun()
    async with playing(play) as pilot:
        before = text_of(pilot)
        await pilot.resize_terminal(40, 10)
        await pilot.pause()
        assert "make the window larger" in text_of(pilot).replace("\n", " ")
        await press(pilot, "1")
        assert not play.steps
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert text_of(pilot) == before


async def test_the_themes_go_round() -> None:
    """Three presses come back to the first."""
    async with playing() as pilot:
        first = pilot.app.theme
        await press(pilot, "t")
        assert pilot.app.theme != first
        await press(pilot, "t", "t")
        assert pilot.app.theme == first


async def test_the_command_palette_holds_the_games_own_commands_only() -> None:
    """Each leads to an action of the table of keys; Textual's own are not there."""
    async with playing() as pilot:
        commands = Commands(screen_of(pilot))
        offered = [str(hit.text) async for hit in commands.discover()]
        assert offered == [key.help for key in KEYS if key.command]
        found = [hit async for hit in commands.search("codex")]
        await found[0].command()
        assert screen_of(pilot).panel.leaf == "codex"


async def test_ctrl_p_shows_the_commands_and_escape_the_page_as_it_was() -> None:
    """The palette lies over the page for a moment."""
    async with playing(size=(100, 32)) as pilot:
        before = text_of(pilot)
        await press(pilot, "ctrl+p")
        while "The box: nine places" not in text_of(pilot):
            await pilot.pause()
        await press(pilot, "escape")
        assert text_of(pilot) == before


async def test_an_act_is_opened_by_its_title() -> None:
    """A line of its own above its first scene; none where the scene says the same."""
    async with playing(played(*KEEPER), size=(100, 40)) as pilot:
        assert f"{signs.ACT} The Night" in text_of(pilot)
    async with playing(played(*KEEPER, "search_desk"), size=(100, 20)) as pilot:
        assert f"{signs.ACT} The Night" not in text_of(pilot)


async def test_a_role_is_told_of_below_the_choice_that_takes_it() -> None:
    """In the author's line on it."""
    async with playing(size=(100, 40)) as pilot:
        assert "You keep the gate and the cash box." in text_of(pilot)
