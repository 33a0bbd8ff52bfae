"""The panels: what they show, and how one moves in them."""

from itertools import pairwise

import pytest

from mini import begun, mini_program
from octgame.game.page import RECORD
from octgame.ui import signs
from octgame.ui.blocks import set_block
from octgame.ui.desk import Desk
from octgame.ui.keys import KEYS
from octgame.ui.panels.codex import Listing, codex
from octgame.ui.panels.hours import hours
from octgame.ui.panels.leaf import Leaf
from octgame.ui.panels.look import look
from octgame.ui.typeset import measure
from ui.table import (
    END,
    READER,
    SEARCHED,
    Plays,
    played,
    playing,
    press,
    screen_of,
    text_of,
)


def rows_of(leaf: Leaf) -> str:
    """A leaf's text."""
    return "\n".join("".join(piece.text for piece in row) for row in leaf.rows)


async def test_a_panel_closes_by_its_key_and_by_escape() -> None:
    """Both ways lead back to the stage."""
    async with playing() as pilot:
        before = text_of(pilot)
        await press(pilot, "b")
        assert "The box · 0 of 9" in text_of(pilot)
        await press(pilot, "b")
        assert text_of(pilot) == before
        await press(pilot, "w", "escape")
        assert text_of(pilot) == before


async def test_a_panel_opened_where_another_was_closed_shows_its_own_leaf() -> None:
    """Nothing of the one before is left, though both are of one size."""
    async with playing() as pilot:
        await press(pilot, "v", "escape", "w")
        assert "Where you are" in text_of(pilot)
        await press(pilot, "w", "b")
        assert "The box · 0 of 9" in text_of(pilot)
        assert "Where you are" not in text_of(pilot)


async def test_a_wide_window_keeps_the_choices_beside_the_panel() -> None:
    """Digits choose while the panel is open; the panel follows the play."""
    play = played(*SEARCHED)
    async with playing(play, size=(120, 40)) as pilot:
        await press(pilot, "b")
        assert "The box · 2 of 9" in text_of(pilot)
        await press(pilot, "1")
        assert "The box · 3 of 9" in text_of(pilot)


async def test_beside_a_panel_space_reads_the_page_first() -> None:
    """What the line above the choices says is what the key does."""
    async with playing(played(*END), size=(110, 24)) as pilot:
        await press(pilot, "b")
        screen = screen_of(pilot)
        assert "space: read on" in text_of(pilot)
        hidden, top = screen.stage.prose.below, screen.panel.column.top
        await press(pilot, "space")
        assert screen.stage.prose.below < hidden
        assert screen.panel.column.top == top


async def test_a_panel_over_the_stage_takes_no_choice_that_cannot_be_seen() -> None:
    """In a narrow window the digits wait."""
    play = played(*SEARCHED)
    taken = len(play.steps)
    async with playing(play) as pilot:
        await press(pilot, "b", "1")
        assert len(play.steps) == taken


async def test_a_card_in_the_box_opens_and_can_be_put_out_and_taken_back() -> None:
    """Source line first, then the body, then the way out."""
    play = played(*READER)
    async with playing(play, size=(120, 40)) as pilot:
        await press(pilot, "b", "down", "enter")
        assert "Reached us" in text_of(pilot)
        await screen_of(pilot).go("take:_put_out:carter_note")
        await pilot.pause()
        assert "The box · 1 of 9" in text_of(pilot)
        assert "u takes that back" in text_of(pilot)
        await press(pilot, "u")
        assert "The box · 2 of 9" in text_of(pilot)


async def test_a_view_says_in_whose_manner_it_was_composed_and_is_noted() -> None:
    """The school's text never passes for a quotation."""
    play = played(*END)
    async with playing(play, size=(80, 40)) as pilot:
        await press(pilot, "v", "down", "enter")
        await press(pilot, "space")
        assert "Composed for octgame in the manner of" in text_of(pilot)
        assert [note for _, note in play.notes] == ["view:was_it_seized:chronicle"]


async def test_what_is_opened_low_in_the_panel_comes_into_sight() -> None:
    """The school's name goes to the top, its text below it."""
    async with playing(played(*END), size=(80, 24)) as pilot:
        await press(pilot, "v", "down", "down", "enter")
        rows = [row.strip("│┃ ") for row in text_of(pilot).split("\n")]
        assert rows[4] == "The Ledger historians"
        assert any(row.startswith("Leans on:") for row in rows)


async def test_schools_stand_side_by_side_where_there_is_room() -> None:
    """Both names are in one row."""
    async with playing(played(*END), size=(120, 40)) as pilot:
        await press(pilot, "v")
        assert any(
            "The Chroniclers" in row and "The Ledger historians" in row
            for row in text_of(pilot).split("\n")
        )


async def test_help_ends_with_whose_story_it_is() -> None:
    """Title, subject and credits stand below the keys."""
    async with playing(size=(80, 60)) as pilot:
        await press(pilot, "question_mark", "end")
        core = begun().program.core
        assert core.title in text_of(pilot)
        assert core.credits[0].plain[:30] in " ".join(text_of(pilot).split())


async def test_the_codex_is_searched_by_typing() -> None:
    """Letters narrow the list; backspace widens it; enter opens an entry."""
    async with playing() as pilot:
        await press(pilot, "c", *"toll")
        assert "/ toll" in text_of(pilot)
        assert "Orlovo" not in text_of(pilot).split("\n", 3)[3]
        await press(pilot, "backspace")
        assert "/ tol" in text_of(pilot)
        await press(pilot, "down", "enter")
        assert screen_of(pilot).panel.leaf.startswith("look:")
        await press(pilot, "backspace")
        assert screen_of(pilot).panel.leaf == "codex"


async def test_the_codex_finds_words_inside_its_texts() -> None:
    """A word of the text leads to the entry, after those that are called so."""
    async with playing() as pilot:
        await press(pilot, "c", *"wooden")
        assert "The bridge" in text_of(pilot)
        await press(pilot, *"xyz")
        assert "Nothing by that name" in text_of(pilot)


async def test_a_codex_entry_says_what_the_thing_is() -> None:
    """Its whole text, from the first paragraph on."""
    play = begun()
    for entry in play.program.codex.values():
        shown = rows_of(look(Desk(play, Plays(play)), entry.id, 200))
        for paragraph in entry.text:
            assert "".join(span.text for span in paragraph.spans) in shown


async def test_the_bar_shows_the_keys_that_work_while_letters_search() -> None:
    """In the codex a letter is a letter, so the bar offers none."""
    async with playing() as pilot:
        await press(pilot, "c")
        assert (
            text_of(pilot)
            .rstrip()
            .endswith("down point  enter open  backspace back  esc close  ctrl+q quit")
        )
        await press(pilot, "escape")
        assert "b box" in text_of(pilot)


async def test_what_was_opened_is_read_wide_below_the_schools() -> None:
    """One alone as wide as prose, two beside each other; nothing is cut."""
    async with playing(played(*END), size=(120, 60)) as pilot:
        await press(pilot, "v", "down", "enter")
        rows = text_of(pilot).split("\n")
        assert max(len(row) for row in rows if "Leans on" in row) > 50
        await press(pilot, "down", "enter")
        assert any(row.count("Leans on:") == 2 for row in text_of(pilot).split("\n"))
        assert signs.CUT not in text_of(pilot)


async def test_a_source_says_how_it_was_checked() -> None:
    """Trust is shown, not assumed."""
    async with playing() as pilot:
        key = mini_program().sources.ids[0]
        await screen_of(pilot).go(f"look:{key}")
        await pilot.pause()
        assert "Checked: " in text_of(pilot)


async def test_a_link_in_the_text_opens_in_the_panel() -> None:
    """Tab points at it, enter opens it."""
    async with playing() as pilot:
        await press(pilot, "tab", "enter")
        assert screen_of(pilot).panel.leaf == "look:bridge"


async def test_help_names_every_key() -> None:
    """Help, bar and bindings are made of one table."""
    async with playing(size=(80, 50)) as pilot:
        await press(pilot, "question_mark")
        shown = text_of(pilot)
        assert all(key.help[:30] in shown for key in KEYS)


async def test_the_record_is_there_before_the_end() -> None:
    """The day so far, each card below the scene in which it was found."""
    async with playing(played(*READER)) as pilot:
        await press(pilot, "d")
        rows = [row.strip("│┃ ") for row in text_of(pilot).split("\n")]
        assert "Your day" in rows
        found = next(at for at, row in enumerate(rows) if row.startswith(signs.CARD))
        assert rows[found - 1].endswith("The River Road")


def test_a_line_that_counts_what_the_record_has_opens_the_record() -> None:
    """A row of the debrief leads to it as a link leads to a card."""
    play = played(*END)
    shown = rows_of(look(Desk(play, Plays(play)), RECORD, 60))
    assert "What you changed" in shown
    assert f"look:{RECORD}" in {
        piece.goes
        for block in play.page.blocks
        if block.ref == RECORD
        for row in set_block(block, 60)
        for piece in row
    }


def test_the_hours_tell_what_was_seen_and_hide_the_titles_to_come() -> None:
    """The order of time with a sign for each; no scene is given away."""
    play = played("caption:both", "_sure:2", "be_keeper")
    shown = rows_of(hours(Desk(play, Plays(play)), 60))
    assert "The Gatehouse, you are here" in shown
    assert "The Dark Hours" not in shown


def test_the_hours_show_untitled_scenes_of_one_date_once() -> None:
    """Five rows that say the same would tell nothing."""
    play = played("caption:both", "_sure:2", "be_keeper")
    shown = rows_of(hours(Desk(play, Plays(play)), 60)).split("\n")
    assert all(a != b for a, b in pairwise(shown))


def test_five_thousand_entries_are_listed_without_being_set() -> None:
    """Only the row that is looked at is made: the others name nothing at all."""
    play = begun()
    known = play.program.codex.ids[0]
    listing = Listing(play.program, [], ["nothing"] * 4999 + [known], 40)
    assert len(listing) == 5000
    assert play.program.codex[known].title[:20] in listing[4999][1].text
    with pytest.raises(KeyError):
        listing[0]


async def test_a_paper_that_was_found_stands_in_the_codex() -> None:
    """One that was not found does not."""
    play = played(*SEARCHED)
    rows = [
        "".join(p.text for p in row) for row in codex(Desk(play, Plays(play)), 60).rows
    ]
    found = play.program.cards["keeper_log"].title
    assert f"paper  {found}" in rows
    shown = sum(row.startswith("paper") for row in rows)
    assert shown == play.state.found.bit_count() < len(play.program.cards)


def test_sources_stand_in_the_codex_below_all_else() -> None:
    """Under their own heading, which is no entry and is not counted."""
    play = played(*SEARCHED)
    leaf = codex(Desk(play, Plays(play)), 60)
    rows = ["".join(piece.text for piece in row) for row in leaf.rows]
    above, below = rows[: rows.index("Sources")], rows[rows.index("Sources") + 1 :]
    assert not any(row.startswith("source ") for row in above)
    assert len(below) == len(play.program.sources)
    assert all(row.startswith("source ") for row in below)
    listed = len(play.program.codex) + len(below) + play.state.found.bit_count()
    assert leaf.title == f"Codex · {listed} of {listed}"


def test_every_codex_row_keeps_to_the_width() -> None:
    """Long titles are cut, not wrapped."""
    play = begun()
    for row in codex(Desk(play, Plays(play)), 20).rows:
        assert measure(row) <= 20
