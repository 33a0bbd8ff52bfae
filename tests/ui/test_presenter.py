"""The presenter: every key of a class, and the whole lesson on the smallest wall."""

import re
import sys
from asyncio import Event
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.events import Key as KeyPress

from classroom.october import begun
from octgame.classroom.lesson import Class
from octgame.classroom.log import ClassLog, reread
from octgame.classroom.moves import advance
from octgame.classroom.sitting import Sitting
from octgame.errors import SaveError
from octgame.ui.presenter.app import farewell
from octgame.ui.presenter.keys import KEYS
from octgame.ui.presenter.look import DENSITIES
from octgame.ui.presenter.screen import PresenterScreen
from ui.screens import ScreenText
from ui.teaching import (
    BOARD,
    Clock,
    Teaching,
    kept,
    lesson,
    teaching,
    text_of,
    to_vote,
    typed,
    wall_of,
)

LENGTHS = (35, 45, 50)
HANDS = "9 4 1 8 1 7"


def rehearsed(group: Class, clock: Clock | None = None) -> Sitting:
    """A class of which nothing is kept."""
    return Sitting(group, Path("nowhere"), clock=clock or Clock())


def hands(wall: PresenterScreen) -> str:
    """Hands for each option of the vote on the wall."""
    assert wall.slide.motion is not None
    return " ".join(HANDS.split()[: len(wall.slide.motion.options)])


async def next_slide(pilot: Teaching) -> None:
    """Go on as a teacher does: count hands where there is a vote, else space."""
    wall = wall_of(pilot)
    if wall.slide.voting == "ready":
        await typed(pilot, "h", hands(wall), "enter")
    else:
        await typed(pilot, "space")


# Votes


async def test_from_the_start_to_the_first_vote_closed_are_few_keys_each_named() -> (
    None
):
    """At most six keys beside the counts themselves, each on the wall when needed."""
    pressed = 0
    async with teaching(rehearsed(begun())) as pilot:
        wall = wall_of(pilot)
        while wall.slide.voting != "ready":
            assert "space next" in text_of(pilot)
            await typed(pilot, "space")
            pressed += 1
        assert "h count hands" in text_of(pilot)
        await typed(pilot, "h")
        assert "such as 12 7 4; enter closes" in text_of(pilot)
        await typed(pilot, "12 7 4", "enter")
        pressed += 2
        assert wall.sitting.group.results[0].tally.counts == (12, 7, 4)
    assert pressed <= 6


async def test_a_vote_is_hidden_until_it_is_closed_and_then_has_bars() -> None:
    """With letter, words, number and a pattern of each option's own."""
    async with teaching(rehearsed(to_vote(lesson(), "gate"))) as pilot:
        await typed(pilot, "v")
        assert "The vote is open." in text_of(pilot)
        assert "█" not in text_of(pilot)
        await typed(pilot, "h", "12 7", "enter")
        seen = text_of(pilot)
        assert " A   Hand over the key. · most" in seen
        assert re.search("█{20}", seen)
        assert re.search("▒{10}", seen)
        assert "19 votes." in seen


async def test_counts_that_do_not_fit_are_asked_for_again() -> None:
    """What was typed stays to be mended."""
    async with teaching(rehearsed(to_vote(lesson(), "gate"))) as pilot:
        await typed(pilot, "h", "12 7 4", "enter")
        assert "2 numbers with blanks between, such as 12 7." in text_of(pilot)
        await typed(pilot, *["backspace"] * 3, "1000", "enter")
        assert "a count lies between 0 and 999" in text_of(pilot)
        await typed(pilot, *["backspace"] * 4, "7", "enter")
        assert "19 votes." in text_of(pilot)


async def test_a_count_that_no_room_holds_is_asked_back_once() -> None:
    """Enter again takes it as it is."""
    async with teaching(rehearsed(to_vote(lesson(), "gate"))) as pilot:
        await typed(pilot, "h", "100 7", "enter")
        assert "100? Press enter again if that is so." in text_of(pilot)
        assert wall_of(pilot).slide.voting == "open"
        await typed(pilot, "enter")
        assert "107 votes" in text_of(pilot)


async def test_the_kinds_of_votes_have_words_and_colours_of_their_own() -> None:
    """DO, BELIEVE and PRINT."""
    seen = {}
    for step, word in (
        ("gate", "DO"),
        ("photograph", "BELIEVE"),
        ("two_sheets", "PRINT"),
    ):
        async with teaching(rehearsed(to_vote(lesson(), step))) as pilot:
            assert f" {word} " in text_of(pilot)
            strips = pilot.app.screen._compositor.render_strips()
            segments = [s for strip in strips for s in strip if word in s.text]
            seen[word] = {str(s.style.bgcolor) for s in segments if s.style}
    assert len(set(map(frozenset, seen.values()))) == 3


async def test_a_sealed_result_is_not_shown_and_stands_beside_the_second_vote() -> None:
    """The same question, before and now."""
    async with teaching(rehearsed(to_vote(lesson(), "photograph"))) as pilot:
        await typed(pilot, "h", hands(wall_of(pilot)), "enter")
        assert "stays sealed" in text_of(pilot)
        assert "█" not in text_of(pilot)
        await typed(pilot, "j", "up", "up", "enter")
        while wall_of(pilot).slide.voting != "ready":
            await typed(pilot, "space")
        counts = "1 2 3"[: len(hands(wall_of(pilot)))]
        await typed(pilot, "h", counts, "enter")
        assert "before 9" in text_of(pilot)
        assert "now 1" in text_of(pilot)


async def test_after_a_split_vote_both_branches_are_read() -> None:
    """The wall offers it, and tells both outcomes one after the other."""
    async with teaching(rehearsed(to_vote(lesson(), "gate"))) as pilot:
        await typed(pilot, "h", "10 9", "enter")
        assert "nearly even" in text_of(pilot)
        assert "o read both" in text_of(pilot)
        await typed(pilot, "o")
        assert "Both branches will be read, one after the other" in text_of(pilot)
        headings = set()
        while wall_of(pilot).slide.title == "The Gate":
            headings.add(wall_of(pilot).slide.heading)
            await typed(pilot, "space")
        assert {"Hand over the key.", "Say no."} <= headings or len(headings) > 2


async def test_a_tie_is_called_one_and_says_which_way_the_class_goes() -> None:
    """No option has most; the one listed first is taken, in the open."""
    async with teaching(rehearsed(to_vote(lesson(), "gate"))) as pilot:
        await typed(pilot, "h", "9 9", "enter")
        seen = text_of(pilot)
        assert "· most" not in seen
        assert "18 votes: a tie; the class goes with A. Both can be read." in seen


async def test_the_minority_is_heard_and_a_sentence_is_written_down() -> None:
    """Typed by the teacher; both are on the wall."""
    async with teaching(rehearsed(to_vote(lesson(), "gate"))) as pilot:
        await typed(pilot, "h", "10 2", "enter", "m", "They were cold", "enter")
        assert "A reason of the minority: They were cold" in text_of(pilot)
        await typed(
            pilot, "j", "up", "up", "enter", "space", "e", "Nobody seized it", "enter"
        )
        assert "Nobody seized it" in text_of(pilot)


async def test_escape_lets_an_entry_be_and_c_asks_for_hands_where_no_phones_are() -> (
    None
):
    """No vote is closed at nought because nobody was counted."""
    async with teaching(rehearsed(to_vote(lesson(), "gate"))) as pilot:
        await typed(pilot, "c")
        assert "No vote is open." in text_of(pilot)
        await typed(pilot, "h", "3", "escape")
        assert wall_of(pilot).slide.voting == "open"
        await typed(pilot, "c")
        assert "Hands, such as 12 7;" in text_of(pilot)
        await typed(pilot, "2 1", "enter")
        assert "3 votes." in text_of(pilot)


async def test_undo_leads_back_through_a_vote() -> None:
    """To the open vote, to the question, and before it."""
    async with teaching(rehearsed(to_vote(lesson(), "gate"))) as pilot:
        await typed(pilot, "h", "10 2", "enter")
        for standing in ("open", "ready", ""):
            await typed(pilot, "u")
            assert wall_of(pilot).slide.voting == standing


# Leaves


async def test_the_steps_are_listed_and_gone_to() -> None:
    """By arrows and enter; the step on the wall is marked."""
    async with teaching(rehearsed(lesson())) as pilot:
        await typed(pilot, "j", "down", "down", "enter")
        assert wall_of(pilot).slide.title == "The Road"
        await typed(pilot, ">")
        assert wall_of(pilot).slide.title == "Who Wrote Them"


async def test_a_digit_in_the_list_of_steps_jumps() -> None:
    """At once where no longer number begins with it; else after the second or enter."""
    async with teaching(rehearsed(lesson())) as pilot:
        await typed(pilot, "j", "3")
        assert wall_of(pilot).slide.step == 3
    async with teaching(rehearsed(begun(50))) as pilot:
        await typed(pilot, "j", "9")
        assert wall_of(pilot).slide.step == 9
        await typed(pilot, "j", "1", "2")
        assert wall_of(pilot).slide.step == 12
        await typed(pilot, "j", "0", "1", "enter")
        assert wall_of(pilot).slide.step == 1


async def test_the_source_of_what_is_on_the_wall_is_a_key_away() -> None:
    """And the same key takes it away again."""
    async with teaching(rehearsed(lesson())) as pilot:
        await typed(pilot, "s")
        assert "Where this comes from" in text_of(pilot)
        await typed(pilot, "s")
        assert "Men with rifles" in text_of(pilot)


async def test_a_blank_wall_shows_nothing_but_the_way_back() -> None:
    """For a class that talks."""
    async with teaching(rehearsed(lesson())) as pilot:
        await typed(pilot, "b")
        assert text_of(pilot).split() == ["b", "back", "q", "leave"]
        await typed(pilot, "b")
        assert "Men with rifles" in text_of(pilot)


@pytest.mark.parametrize("key", ["m", "e", "h"])
async def test_whoever_writes_on_a_blank_wall_sees_the_wall_and_the_field(
    key: str,
) -> None:
    """No field takes keys that nobody sees."""
    group = lesson("jump:ticket") if key == "e" else to_vote(lesson(), "gate")
    moves = ("open", "close:10,2") if key == "m" else ("next",) * (key == "e")
    for move in moves:
        group = advance(group, move)
    async with teaching(rehearsed(group)) as pilot:
        await typed(pilot, "b", key, "7")
        assert "enter" in text_of(pilot)
        assert re.search("^┃ *7", text_of(pilot), re.MULTILINE)
        await typed(pilot, "escape", "q")
        assert "Leave the class?" in text_of(pilot)


async def test_a_letter_typed_before_the_field_is_drawn_is_no_command() -> None:
    """A b neither blanks the wall nor hides the field."""
    group = advance(advance(to_vote(lesson(), "gate"), "open"), "close:10,2")
    async with teaching(rehearsed(group)) as pilot:
        await typed(pilot, "m", "escape")
        for sign in "mb":
            pilot.app.post_message(KeyPress(sign, sign))
        await pilot.pause()
        await typed(pilot, "ut")
        assert re.search("^┃ *b?ut", text_of(pilot), re.MULTILINE)
        await typed(pilot, "enter")
        assert "A reason of the minority: " in text_of(pilot)


async def test_a_move_by_a_click_closes_the_field() -> None:
    """What was half typed is let be, and keys are keys again."""
    group = advance(advance(to_vote(lesson(), "gate"), "open"), "close:10,2")
    async with teaching(rehearsed(group)) as pilot:
        await typed(pilot, "m", "They were")
        await wall_of(pilot).run_action("go_on")
        await typed(pilot, "q")
        assert "Leave the class?" in text_of(pilot)


async def test_every_key_is_explained_on_the_wall() -> None:
    """On as many pages as it takes."""
    async with teaching(rehearsed(lesson())) as pilot:
        await typed(pilot, "?")
        seen = text_of(pilot)
        assert "more: space" in seen
        await typed(pilot, "space")
        seen += text_of(pilot)
        assert all(key.help in seen for key in KEYS)
        await typed(pilot, "space")
        assert "Men with rifles" in text_of(pilot)


async def test_a_list_of_steps_that_is_longer_than_the_wall_follows_the_pointer() -> (
    None
):
    """Up from the first of forty steps to the last, and round again."""
    group = lesson()
    many = tuple(
        step._replace(id=f"{step.id}_{n}", title=f"{step.title} {n}")
        for n in range(5)
        for step in group.path
    )
    plan = {step.id: 60 for step in many}
    group = group._replace(path=many, plan=plan)
    async with teaching(rehearsed(group)) as pilot:
        await typed(pilot, "j", "up")
        assert many[-1].title in text_of(pilot)
        await typed(pilot, "down")
        assert many[0].title in text_of(pilot)


async def test_notes_are_never_on_the_wall() -> None:
    """The key says where they are; the words of none are on any slide."""
    async with teaching(rehearsed(lesson())) as pilot:
        assert wall_of(pilot).slide.note
        await typed(pilot, "n")
        assert "octgame class notes" in text_of(pilot)
        assert "Do not say when it was taken" not in text_of(pilot)
        await typed(pilot, "n")
        assert "Do not say when it was taken" not in text_of(pilot)


async def test_density_and_colours_change_on_a_key() -> None:
    """More on a row, more air; dark, and light again."""
    async with teaching(rehearsed(begun())) as pilot:

        def column() -> int:
            rows = text_of(pilot).splitlines()[2:-1]
            return max(len(row.strip()) for row in rows)

        usual = column()
        await typed(pilot, "plus", "plus", "plus", "plus")
        assert column() > usual
        await typed(pilot, *["minus"] * len(DENSITIES))
        assert column() < usual
        light = pilot.app.theme
        await typed(pilot, "t")
        assert pilot.app.theme != light
        await typed(pilot, "t")
        assert pilot.app.theme == light


# Time


async def test_the_clock_tells_how_late_it_is_and_offers_the_short_path() -> None:
    """From four minutes on, with its key; the steps that must be stay."""
    clock = Clock()
    sitting = rehearsed(lesson("next"), clock)
    async with teaching(sitting) as pilot:
        assert "0 of 10 min, " in text_of(pilot)
        assert "short path" not in text_of(pilot)
        clock.now = 400
        wall_of(pilot).tick()
        await pilot.pause()
        seen = text_of(pilot)
        assert "6 of 10 min, " in seen
        assert "min behind: p takes the short path. The debrief stays." in seen
        before = {step.id for step in sitting.group.path if step.must}
        await typed(pilot, "p")
        assert "short path" not in text_of(pilot)
        assert "road" not in {step.id for step in sitting.group.path}
        assert before == {step.id for step in sitting.group.path if step.must}


async def test_a_clock_whose_minute_stays_repaints_nothing() -> None:
    """A wall that nobody touches costs nothing."""
    async with teaching(rehearsed(lesson("next"))) as pilot:
        wall, painted = wall_of(pilot), []
        for part in (wall.head, wall.wall, wall.notice):
            part.refresh = lambda *_, **__: painted.append(1)  # type: ignore[method-assign]
        wall.tick()
        await pilot.pause()
        assert not painted


# Beginning and end


async def test_an_unfinished_class_is_gone_on_with_or_another_begins(
    tmp_path: Path,
) -> None:
    """One key goes on at the same step, one begins anew; the other class stays."""
    sitting = kept(lesson(), tmp_path / "one")
    for move in ("next", "open", "close:5,6,7", "next"):
        sitting.do(move)
    sitting.leave()
    log = ClassLog.resume(tmp_path / "one", sitting.group.program)
    old = Sitting(log.retold.group, tmp_path / "one", log)
    another = kept(lesson(), tmp_path / "two")
    async with teaching(old, anew=lambda: another) as pilot:
        assert "is not finished" in text_of(pilot)
        await typed(pilot, "space")
        assert "r goes on with the class" in text_of(pilot)
        await typed(pilot, "r")
        assert wall_of(pilot).slide.heading == "How sure are you?"
    async with teaching(old, anew=lambda: another) as pilot:
        await typed(pilot, "a")
        assert "Men with rifles" in text_of(pilot)
        await typed(pilot, "space")
    assert len(reread(tmp_path / "one", old.group.program).group.results) == 1
    assert reread(tmp_path / "two", old.group.program).moves == 1


async def test_the_end_writes_the_papers_and_says_where(tmp_path: Path) -> None:
    """A class that ended leaves without being asked twice."""
    sitting = kept(lesson(), tmp_path / "c")
    async with teaching(sitting) as pilot:
        while wall_of(pilot).leaf != "end":
            await next_slide(pilot)
        assert "class-record.html" in text_of(pilot)
        await typed(pilot, "q")
    assert (tmp_path / "c" / "votes.csv").is_file()
    assert str(tmp_path / "c") in farewell(sitting)


async def test_a_disk_that_refuses_is_told_and_the_class_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the end, too: the wall says why, and space tries again."""
    sitting = kept(lesson("jump:ticket", "next"), tmp_path / "c")

    def refuse() -> None:
        raise SaveError("the folder cannot be written: the disk is full")

    monkeypatch.setattr(sitting, "finish", refuse)
    async with teaching(sitting) as pilot:
        await typed(pilot, "space")
        assert "the disk is full" in text_of(pilot)


async def test_a_class_that_no_disk_took_is_not_said_to_be_kept(tmp_path: Path) -> None:
    """It is told from the first wall on, in a row that holds it, and when leaving."""
    (tmp_path / "file").write_text("", "utf-8")
    sitting = kept(lesson(), tmp_path / "file" / "c")
    async with teaching(sitting) as pilot:
        assert "The class is not saved: not a directory." in text_of(pilot)
        await typed(pilot, "space")
        assert wall_of(pilot).slide.motion is not None
    assert "kept" not in farewell(sitting)
    assert "Its last moves are lost." in farewell(sitting)


async def test_leaving_is_asked_once() -> None:
    """Any other key stays."""
    async with teaching(rehearsed(lesson())) as pilot:
        await typed(pilot, "q")
        assert "Leave the class?" in text_of(pilot)
        await typed(pilot, "space")
        assert "Men with rifles" in text_of(pilot)
        await typed(pilot, "q", "q")
        assert pilot.app._exit


# Phones


async def test_phones_are_asked_for_over_one_network_and_said_to_be_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The question, the address and code to join, and votes of both added up."""
    monkeypatch.setattr(
        "octgame.ui.presenter.phones.addresses", lambda: [("lo", "127.0.0.1")]
    )
    sitting = kept(to_vote(lesson(), "gate"), tmp_path)
    async with teaching(sitting, lan="", port=0) as pilot:
        assert "Everyone on this network can see this page." in text_of(pilot)
        await typed(pilot, "1")
        wall = wall_of(pilot)
        room = wall.phones._room
        assert room is not None
        seen = text_of(pilot)
        assert room.code in seen
        assert room.address in seen
        assert "Everyone on this network" in seen
        await typed(pilot, "space", "v")
        assert "0 of 0 phones have voted." in text_of(pilot)
        monkeypatch.setattr(room, "counts", lambda: (5, 1))
        await typed(pilot, "h", "2 3", "enter")
        assert sitting.group.results[-1].tally.counts == (7, 4)
        await typed(pilot, "l")
        assert room.code in text_of(pilot)


async def test_the_way_to_join_stands_before_the_first_vote(tmp_path: Path) -> None:
    """Once; space goes on to the vote."""
    async with teaching(kept(lesson(), tmp_path), lan="127.0.0.1", port=0) as pilot:
        await typed(pilot, "space", "space")
        assert "Join with a phone" in text_of(pilot)
        await typed(pilot, "space")
        assert "How did the bridge change hands?" in text_of(pilot)


async def test_while_the_phones_are_closed_a_sign_says_so_and_no_key_is_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then comes the end of the lesson."""
    sitting = kept(lesson("jump:ticket", "next"), tmp_path)
    async with teaching(sitting, lan="127.0.0.1", port=0) as pilot:
        wall, gone = wall_of(pilot), Event()
        room = wall.phones._room
        assert room is not None
        end = room.end

        async def slowly() -> None:
            await gone.wait()
            await end()

        monkeypatch.setattr(room, "end", slowly)
        await typed(pilot, "space", "space")
        assert "Closing the phones ..." in text_of(pilot)
        await typed(pilot, "b", "q", "q")
        assert not wall.is_blank
        gone.set()
        while wall.leaf != "end":
            await pilot.pause(0.01)
        assert "class-record.html" in text_of(pilot)


async def test_without_the_extra_packages_the_class_goes_on_with_hands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One friendly sentence."""
    monkeypatch.setitem(sys.modules, "octgame.classroom.server.room", None)
    async with teaching(kept(lesson(), tmp_path), lan="127.0.0.1") as pilot:
        seen = " ".join(text_of(pilot).split())
        assert "in the program's folder: pip install '.[classroom]'" in seen
        await typed(pilot, "space", "space", "h", "1 2 3", "enter")
        assert wall_of(pilot).sitting.group.results


async def test_an_address_that_is_not_there_is_told_and_hands_are_counted(
    tmp_path: Path,
) -> None:
    """The class does not wait for a network."""
    async with teaching(kept(lesson(), tmp_path), lan="wlan7") as pilot:
        assert "wlan7" in text_of(pilot)
        assert "goes on with hands" in " ".join(text_of(pilot).split())


# The whole lesson


@pytest.mark.parametrize("length", LENGTHS)
async def test_the_whole_lesson_stands_on_the_smallest_wall(length: int) -> None:
    """Every slide at 64 by 20: nothing is cut, and every word is there."""
    async with teaching(rehearsed(begun(length)), BOARD) as pilot:
        wall = wall_of(pilot)
        for _ in range(200):
            assert not wall.wall.has_more, wall.slide
            seen = " ".join(text_of(pilot).split())
            if wall.leaf == "end":
                break
            for words in _words(wall):
                assert words in seen, (words, text_of(pilot))
            await next_slide(pilot)
        assert wall.leaf == "end"
        assert wall.slide.step == wall.slide.steps


def _words(wall: PresenterScreen) -> list[str]:
    """Words that a slide has to show: the first and the last of each part of it."""
    slide = wall.slide
    texts = [block.plain for block in slide.blocks if block.kind != "card"]
    texts += [slide.heading]
    if slide.motion is not None:
        texts += [option.text for option in slide.motion.options]
    counts = [f"{slide.tally.total} votes" if slide.tally else ""]
    return [
        word for text in texts for word in (text.split()[:1] + text.split()[-1:])
    ] + counts


async def test_an_open_entry_leaves_every_option_in_sight() -> None:
    """On the smallest wall, with six options."""
    group = begun()
    for move in ("jump:four_papers", "jump:two_more", "jump:which_three"):
        group = advance(group, move)
    async with teaching(rehearsed(group), BOARD) as pilot:
        await typed(pilot, "h")
        assert not wall_of(pilot).wall.has_more
        assert all(f" {letter} " in text_of(pilot) for letter in "ABCDEF")


async def test_a_wall_that_is_too_small_says_what_is_enough() -> None:
    """And that the class waits."""
    async with teaching(rehearsed(lesson()), (50, 10)) as pilot:
        assert "The class waits where it is." in " ".join(text_of(pilot).split())


async def test_ascii_walls_have_bars_too() -> None:
    """No sign that a bare console lacks."""
    async with teaching(rehearsed(to_vote(lesson(), "gate")), ascii_only=True) as pilot:
        await typed(pilot, "h", "12 7", "enter")
        seen = text_of(pilot)
        assert seen.isascii()
        assert "#####" in seen
        assert "=====" in seen


@pytest.mark.parametrize(
    "moves", [(), ("gate",), ("again",)], ids=["text", "do", "two"]
)
async def test_a_wall_looks_as_it_did(
    moves: tuple[str, ...], snapshot: SnapshotAssertion
) -> None:
    """A paragraph, the bars of a vote, and a vote beside the one before it."""
    group = to_vote(lesson(), "photograph")
    group = advance(advance(group, "open"), "close:9,4,1")
    group = to_vote(group, moves[0]) if moves else lesson()
    async with teaching(rehearsed(group)) as pilot:
        if moves:
            counts = "5 6 7" if moves[0] == "again" else "12 7"
            await typed(pilot, "h", counts, "enter")
        assert text_of(pilot) == snapshot(extension_class=ScreenText)
