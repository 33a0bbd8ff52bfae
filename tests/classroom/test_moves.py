"""What a class may do, when, and what becomes of it."""

import pytest

from classroom.bridge import at_vote, begun, made, voted
from classroom.october import begun as october
from mini import mini_program
from octgame.classroom.lesson import Class, start
from octgame.classroom.moves import advance, close, words
from octgame.classroom.slide import LATE, view
from octgame.errors import ChoiceError, UsageError
from octgame.game.lesson.screens import Screen


def box(group: Class) -> list[str]:
    """The cards in the class's box."""
    return [group.program.cards.ids[card] for card in group.state.box]


def test_the_first_vote_is_closed_within_six_keys() -> None:
    """Next, next, hands with three counts, close: each is named on the wall."""
    group = begun()
    pressed = 0
    while group.poll is None:
        assert "next" in view(group).moves
        group = advance(group, "next")
        pressed += 1
    assert "open" in view(group).moves
    group = advance(group, "open")
    assert "close:" in view(group).moves
    group = advance(group, close((12, 7, 4)))
    assert group.tally is not None
    assert pressed + 2 <= 6


@pytest.mark.parametrize("argument", ["", "3", "3,4,5", "3,x", "3,-1", "3,1000", "٣,4"])
def test_counts_that_are_none_are_refused(argument: str) -> None:
    """One whole number for each option."""
    with pytest.raises(UsageError):
        advance(made(at_vote(begun(), "gate"), "open"), f"close:{argument}")


@pytest.mark.parametrize(
    "move",
    ["next", "close:1,2,3", "both", "step_back", "reason:No", "jump:nowhere", "fly"],
)
def test_what_cannot_be_done_at_an_open_question_is_refused(move: str) -> None:
    """The question stays on the wall."""
    with pytest.raises(ChoiceError):
        advance(at_vote(begun(), "papers"), move)


def test_nothing_is_undone_at_the_beginning() -> None:
    """There is nothing before it."""
    with pytest.raises(ChoiceError):
        advance(begun(), "undo")


def test_the_result_is_hidden_until_the_vote_is_closed() -> None:
    """Nobody sees on the wall how the others vote."""
    group = made(at_vote(begun(), "gate"), "open")
    assert (view(group).voting, view(group).tally) == ("open", None)
    tally = view(advance(group, "close:9,1")).tally
    assert tally is not None
    assert tally.counts == (9, 1)


def test_the_choice_that_won_is_made_and_what_it_finds_goes_into_the_box() -> None:
    """The class has one box, and the scene's own rules."""
    group = voted(at_vote(begun(), "gate"), 9, 1)
    assert box(group) == ["receipt_for_key", "letter_home"]
    told = view(advance(group, "next"))
    assert (told.kind, told.blocks[0].plain) == ("told", "He signs for it.")


def test_where_the_choice_leads_is_ignored() -> None:
    """The next step is the lesson's, not the scene's."""
    group = voted(at_vote(begun(), "gate"), 1, 9)
    assert group.program.scenes.ids[group.state.scene] == "gatehouse"


def test_without_a_vote_nothing_is_chosen() -> None:
    """Nobody raised a hand: the lesson goes on."""
    group = voted(at_vote(begun(), "gate"), 0, 0)
    assert box(group) == []
    assert advance(group, "next").step.id == "road"


def test_after_a_split_vote_the_other_branch_can_be_read() -> None:
    """It changes nothing; what was not split is not offered."""
    split = voted(at_vote(begun(), "gate"), 10, 9)
    assert "both" in view(split).moves
    both = advance(split, "both")
    read = [block.plain for stop in both.stops for block in getattr(stop, "blocks", ())]
    assert "He signs for it." in read
    assert "You are pushed aside. The writing comes later, by post." in read
    assert both.state == split.state
    assert "both" not in view(voted(at_vote(begun(), "gate"), 10, 2)).moves


def test_papers_of_the_other_branch_are_not_said_to_be_in_the_box() -> None:
    """They would have been found; the class chose otherwise."""

    def headings(*hands: int) -> list[str]:
        both = advance(voted(at_vote(begun(), "gate"), *hands), "both")
        return [stop.heading for stop in both.stops if isinstance(stop, Screen)]

    would = "The other choice would have found"
    assert headings(10, 9).count("Into the box") == 2
    assert would not in headings(10, 9)
    assert headings(9, 10).count(would) == 2
    assert "Into the box" not in headings(9, 10)


def test_the_three_that_won_go_into_the_box_and_the_rest_is_shown_struck_out() -> None:
    """Nobody can write from what was left out."""
    group = voted(at_vote(begun(), "papers"), 4, 1, 7)
    assert box(group) == ["almanac_page", "pay_list"]
    shown = view(advance(group, "next"))
    assert [block.kind for block in shown.blocks] == ["line", "line", "struck"]
    assert group.put_out == ("handbill",)


def test_the_minority_gives_its_reason_after_the_vote() -> None:
    """While the result is on the wall, where it is shown; and it is kept."""
    group = voted(at_vote(begun(), "gate"), 9, 1)
    assert "reason:" in view(group).moves
    assert "reason:" not in view(advance(group, "next")).moves
    group = advance(group, words("reason", " He was not polite. \x1b[31m"))
    assert view(group).reason == "He was not polite. \N{REPLACEMENT CHARACTER}[31m"
    assert view(advance(group, "jump:papers")).reason == ""
    unanimous = voted(at_vote(begun(), "gate"), 9, 0)
    assert "reason:" not in view(unanimous).moves


def test_a_reason_stays_with_the_vote_that_it_was_given_for() -> None:
    """How sure the class is has another winner, and no reason is asked for it."""
    group = voted(at_vote(begun(), "again"), 9, 1, 1)
    group = made(group, words("reason", "The door was open"), "next")
    assert view(group).heading == "How sure are you?"
    assert "reason:" not in view(group).moves
    group = voted(group, 4, 4, 3, 0)
    assert view(group).reason == ""
    assert "reason:" not in view(group).moves
    with pytest.raises(ChoiceError):
        advance(group, words("reason", "Not here"))


def test_a_sealed_vote_asks_nobody_for_a_reason() -> None:
    """Who is the minority would give it away."""
    group = voted(at_vote(begun(), "photograph"), 9, 1, 1)
    assert view(group).voting == "sealed"
    assert "reason:" not in view(group).moves


def test_the_archivists_summary_stands_in_for_a_scene() -> None:
    """The teacher steps back at the content note; the vote stays."""
    group = made(begun(), "jump:gate")
    assert view(group).kind == "note"
    assert "step_back" in view(group).moves
    group = advance(group, "step_back")
    assert view(group).blocks[0].plain.startswith("The gate was opened a little before")
    assert at_vote_of(group).poll is not None


def at_vote_of(group: Class) -> Class:
    """The class at the vote of its step."""
    while group.poll is None:
        group = advance(group, "next")
    return group


def test_undo_takes_back_a_vote_and_what_came_of_it() -> None:
    """One move at a time, down to the beginning."""
    before = made(at_vote(begun(), "gate"), "open")
    after = advance(before, "close:9,1")
    assert box(after) != []
    assert view(advance(after, "undo")) == view(before)
    back = after
    while back.before is not None:
        back = advance(back, "undo")
    assert view(back)._replace(number=0) == view(begun())


def test_a_vote_that_is_opened_again_is_another_ballot() -> None:
    """A phone that still shows the first one votes in vain."""
    first = made(at_vote(begun(), "gate"), "open")
    again = made(first, "undo", "open")
    assert again.number == first.number + 1


def test_a_card_that_was_in_the_box_before_is_not_told_to_be_left_out() -> None:
    """It lies on the table too; the class cannot vote on it, and keeps it."""
    group = at_vote(october(), "one_sound")
    group = made(group, "open", "close:1,9,1,1")
    assert "aurora_letter" in box(group)
    group = at_vote(made(group, "jump:four_papers", "jump:two_more"), "which_three")
    group = made(group, "open", "close:5,4,3,2,1")
    assert not set(group.put_out) & set(box(group))
    group = advance(group, "next")
    rows = [block for block in view(group).blocks if "Aurora" in block.plain]
    assert [row.kind for row in rows] == ["line"]


def test_the_short_path_leaves_out_what_may_be_and_nothing_else() -> None:
    """It is offered from four minutes behind, and never drops the debrief."""
    group = begun(10)
    assert "short" not in view(group, LATE).moves
    assert "short" in view(group, 2 * LATE).moves
    short = advance(group, "short")
    assert [step.id for step in short.path] == [
        step.id for step in group.path if step.id != "road"
    ]
    assert "short" not in view(short, 9 * LATE).moves
    with pytest.raises(ChoiceError):
        advance(short, "short")


def test_the_clock_stands_behind_or_ahead_of_the_plan() -> None:
    """The plan counts what is read, voted and talked about up to here."""
    group = begun(10)
    assert view(group, 0).behind == 0
    assert view(at_vote(group, "gate"), 0).behind < 0
    assert view(group, 600).behind > LATE
    here = advance(group, "jump:ticket")
    assert view(here, 600).behind < 60


@pytest.mark.parametrize("seconds", [0, 500, 3000])
def test_closing_a_vote_does_not_move_the_clock(seconds: int) -> None:
    """What is read after it is planned after it."""
    group = october()
    for step in [step.id for step in group.path if step.vote]:
        asked = made(at_vote(group, step), "open")
        options = asked.motion.options if asked.motion else ()
        group = made(asked, close([9] * len(options)))
        assert view(group, seconds).behind == view(asked, seconds).behind


def test_skipping_goes_to_the_next_step_that_must_be() -> None:
    """From the photograph over everything else."""
    move = "jump:uncovered"
    assert move in view(begun()).moves
    assert advance(begun(), move).step.id == "uncovered"


def test_a_step_that_is_come_to_again_is_begun_afresh() -> None:
    """Its vote is taken again, and stands for the first one."""
    group = voted(at_vote(begun(), "gate"), 9, 1)
    again = voted(at_vote(group, "gate"), 2, 8)
    assert [result.tally.counts for result in again.results] == [(2, 8)]


def test_a_lesson_is_asked_for_by_name_and_length() -> None:
    """What there is instead is named."""
    with pytest.raises(UsageError, match="one_ridge") as wrong:
        start(mini_program(), "one_ridge")
    assert "one_bridge" in wrong.value.hint
    with pytest.raises(UsageError, match="60 minutes") as wrong:
        start(mini_program(), "one_bridge", 60)
    assert "10, 8" in wrong.value.hint


def test_a_step_whose_cards_were_jumped_past_says_so_and_can_be_left() -> None:
    """Nothing lies on the table to vote on; the class neither stops nor falls."""
    group = made(begun(), "jump:papers")
    assert group.stops
    every = [step.id for step in group.path]
    for step in every:
        jumped = made(begun(), f"jump:{step}")
        assert view(jumped).blocks or view(jumped).motion
    bare = group.step._replace(cards=())
    path = tuple(bare if step.id == bare.id else step for step in group.path)
    jumped = made(begun()._replace(path=path), "jump:papers")
    assert view(jumped).blocks
    assert made(jumped, "next").step.id == "two_sheets"
