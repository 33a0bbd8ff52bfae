"""What the engine itself asks: keep or leave, put out, how sure, order, sort, note."""

import pytest

from octgame.errors import ChoiceError
from octgame.story.frame import BOX_PLACES
from small import VARIABLES, begun, offered, small, texts

DESK = """
desk:
  title: Desk
  text: A desk.
  choices:
    open: {text: Open it., then: Two papers., finds: [pay_list, wire_reply], to: here}
    more: {text: Look., then: The same., finds: [pay_list, newsreel], to: here}
    swap: {text: Swap., finds: [handbill], puts_out: [handbill, pay_list], to: here}
    go: {text: Go., then: You go., finds: [keeper_log]}
"""
NINE = (
    "keeper_log",
    "toll_receipt",
    "receipt_for_key",
    "wire_district",
    "wire_reply",
    "order_no_toll",
    "pay_list",
    "handbill",
    "evening_paper",
)


def test_each_card_that_is_found_is_offered_to_the_box() -> None:
    """One after the other, source line first, keep or leave, nothing else."""
    play = begun(small(DESK), "open")
    page = play.page
    assert texts(page.before) == ["Two papers."]
    assert page.blocks[0].ref == "pay_list"
    assert "paymaster" in page.blocks[0].plain
    assert offered(page) == ["_keep:pay_list", "_leave:pay_list"]
    assert page.aside == ()
    play.take("_keep:pay_list")
    assert texts(play.page.before) == ["In the box: Pay list of the militia"]
    assert offered(play.page) == ["_keep:wire_reply", "_leave:wire_reply"]
    play.take("_leave:wire_reply")
    assert texts(play.page.before) == ["Not in the box: The reply"]
    assert play.page.box == ("pay_list",)
    assert "open" in offered(play.page)


def test_a_card_that_was_found_before_is_not_asked_for_again() -> None:
    """Found is found, whether it was kept or left."""
    play = begun(small(DESK), "open", "_leave:pay_list", "_keep:wire_reply", "more")
    assert offered(play.page) == ["_keep:newsreel", "_leave:newsreel"]
    assert [event.id for event in play.events if event.kind == "found"] == ["newsreel"]


def test_a_card_that_was_brought_along_is_not_asked_for() -> None:
    """What is in the box at the start was found before."""
    play = begun(small(DESK), "open", box=("pay_list",))
    assert offered(play.page) == ["_keep:wire_reply", "_leave:wire_reply"]


def test_a_choice_puts_out_before_what_it_finds_is_kept() -> None:
    """The card that a choice finds can be kept even where the choice puts it out."""
    play = begun(small(DESK), "swap", "_keep:handbill", box=("pay_list",))
    assert play.page.box == ("handbill",)


def test_the_play_goes_on_only_when_the_last_card_is_answered() -> None:
    """The next scene waits, and says what became of the card."""
    play = begun(small(DESK), "go")
    assert play.page.scene == "desk"
    play.take("_keep:keeper_log")
    assert play.page.scene == "end"
    assert texts(play.page.before) == ["In the box: The keeper's log"]


@pytest.mark.parametrize("out", ["keeper_log", "evening_paper"])
def test_a_tenth_card_takes_the_place_of_another(out: str) -> None:
    """What is put out is asked; the new one comes in last."""
    play = begun(small(DESK), "more", "_keep:newsreel", box=NINE)
    assert offered(play.page) == [f"_out:{card}" for card in (*NINE, "newsreel")]
    assert texts(play.page.before) == []
    play.take(f"_out:{out}")
    assert play.page.box == (*(card for card in NINE if card != out), "newsreel")
    assert [event.kind for event in play.events] == ["put_out", "kept"]
    assert len(play.page.box) == BOX_PLACES
    gone = play.program.cards[out].title
    assert texts(play.page.before) == [
        f"Out of the box: {gone}",
        "In the box: Newsreel, third anniversary",
    ]


def test_the_tenth_card_itself_may_stay_outside() -> None:
    """Putting out the new one leaves the box as it was."""
    play = begun(small(DESK), "more", "_keep:newsreel", "_out:newsreel", box=NINE)
    assert play.page.box == NINE
    assert [event.kind for event in play.events] == ["left"]


def test_a_card_may_be_put_out_beside_the_story() -> None:
    """At any choice; the page stays as it was but for the box."""
    play = begun(small(DESK), box=("pay_list", "handbill"))
    before = play.page
    assert [offer.id for offer in before.aside] == [
        "_put_out:pay_list",
        "_put_out:handbill",
    ]
    play.take("_put_out:pay_list")
    after = play.page
    assert after.box == ("handbill",)
    assert (after.blocks, after.offers) == (before.blocks, before.offers)


def test_only_a_card_in_the_box_can_be_put_out() -> None:
    """Anything else is no move."""
    with pytest.raises(ChoiceError):
        begun(small(DESK), "_put_out:newsreel")


VOTE = """
hall:
  title: Hall
  text: A hall.
  choices:
    vote:
      text: What happened?
      believes: was_it_seized
      then: [{if: believes(was_it_seized) == opened, text: You say opened.}, Noted.]
      to: here
    order:
      text: Put them in order.
      orders: {first: One., second: Two., third: Three., fourth: Four.}
      right: brave
      then: [{if: brave, text: In order.}, {if: not brave, text: In disorder.}]
      to: here
    pair: {text: Two only., orders: {x: X., y: "Y."}, to: here}
    sort:
      text: Sort them.
      sorts: [hundred_men, hour_of_opening]
      reveals: [hundred_men]
      to: here
    go: {text: Go.}
"""


def test_a_belief_is_an_answer_and_then_how_sure() -> None:
    """The answers stand under one heading; four degrees follow; then it is told."""
    play = begun(small(VOTE))
    votes = [offer for offer in play.page.offers if offer.id.startswith("vote")]
    assert [offer.id for offer in votes] == ["vote:seized", "vote:opened", "vote:both"]
    assert {offer.heading for offer in votes} == {"What happened?"}
    assert votes[1].plain == "It was opened to them."
    play.take("vote:opened")
    assert play.page.prompt == "How sure are you?"
    assert offered(play.page) == [f"_sure:{degree}" for degree in (1, 2, 3, 4)]
    assert play.page.before == ()
    play.take("_sure:3")
    assert texts(play.page.before) == ["You say opened.", "Noted."]
    assert play.events[-1] == ("believed", "was_it_seized", "opened:3")


def _in_order(*slips: str) -> list[str]:
    return [f"_place:{slip}" for slip in slips]


def test_slips_in_the_right_order_set_the_flag() -> None:
    """The last slip places itself; what came of it is told then."""
    play = begun(small(VOTE), "order", *_in_order("first", "second", "third"))
    assert play.events[-1] == ("ordered", "order", "right")
    assert texts(play.page.before) == ["In order."]


def test_slips_in_another_order_do_not() -> None:
    """The flag says no, even where it said yes before."""
    right = _in_order("first", "second", "third")
    wrong = _in_order("second", "first", "third")
    play = begun(small(VOTE), "order", *right, "order", *wrong)
    assert play.events[-1] == ("ordered", "order", "wrong")
    assert texts(play.page.before) == ["In disorder."]


def test_slips_are_not_shown_in_their_right_order() -> None:
    """Neither two of them nor four; placed ones are listed and gone."""
    play = begun(small(VOTE), "order")
    assert sorted(offered(play.page)) == sorted(
        _in_order("first", "second", "third", "fourth")
    )
    assert offered(play.page) != _in_order("first", "second", "third", "fourth")
    play.take("_place:second")
    assert texts(play.page.blocks) == ["So far:", "Two."]
    assert "_place:second" not in offered(play.page)
    assert offered(begun(small(VOTE), "pair").page) == _in_order("y", "x")


def test_an_order_may_go_without_a_flag() -> None:
    """Without `right` only the event says it."""
    play = begun(small(VOTE), "pair", "_place:x")
    assert play.events[-1] == ("ordered", "pair", "right")
    assert play.state.values == begun(small(VOTE)).state.values


def test_an_ordering_is_taken_back_slip_by_slip() -> None:
    """Undo in the middle leaves the slips before it placed."""
    play = begun(small(VOTE), "order", *_in_order("second", "first"))
    play.undo()
    assert texts(play.page.blocks) == ["So far:", "Two."]
    play.undo()
    assert play.page.blocks == ()
    play.undo()
    assert "vote:seized" in offered(play.page)


def test_facts_are_sorted_one_at_a_time_and_told_only_then() -> None:
    """Each statement with three answers; its status is not given away before."""
    play = begun(small(VOTE), "sort")
    assert texts(play.page.blocks) == ["A hundred men stormed the bridge."]
    assert play.page.before == ()
    assert offered(play.page) == [
        "_sort:established",
        "_sort:contested",
        "_sort:refuted",
    ]
    play.take("_sort:refuted")
    assert play.events[-1] == ("sorted", "hundred_men", "refuted")
    assert "half past ten" in texts(play.page.blocks)[0]
    assert play.page.before == ()
    play.take("_sort:established")
    assert texts(play.page.before)[0] == "Refuted. A hundred men stormed the bridge."


NOTED = """
door: {title: Door, text: A door., choices: {go: {text: In., then: It creaks.}}}
cellar:
  title: Cellar
  note: A man is hurt.
  step_back: One man was hurt there.
  shows: [pay_list]
  text: You see it.
  choices: {wait: {text: Wait., to: here}, go: {text: Go.}}
"""


def test_a_content_note_stands_before_the_scene() -> None:
    """What came of the last choice, the note, and two ways; nothing of the scene."""
    page = begun(small(NOTED), "go").page
    assert texts(page.before) == ["It creaks."]
    assert [(block.kind, block.plain) for block in page.blocks] == [
        ("note", "A man is hurt.")
    ]
    assert offered(page) == ["_go_on", "_step_back"]
    assert page.prompt == "Before you go on"


def test_who_goes_on_reads_the_scene() -> None:
    """And may still step back later."""
    page = begun(small(NOTED), "go", "_go_on").page
    assert page.before == ()
    assert texts(page.blocks)[0] == "You see it."
    assert [offer.id for offer in page.aside] == ["_step_back"]


def test_who_steps_back_reads_the_summary_and_has_every_choice() -> None:
    """The scene's text is not shown, its cards are."""
    page = begun(small(NOTED), "go", "_step_back").page
    assert texts(page.blocks)[:2] == [
        "The summary",
        "One man was hurt there.",
    ]
    assert page.blocks[2].ref == "pay_list"
    assert offered(page) == ["wait", "go"]
    assert page.aside == ()


def test_who_steps_back_later_reads_the_summary_then() -> None:
    """Also after a choice that stayed in the scene."""
    play = begun(small(NOTED), "go", "_go_on", "wait", "_step_back")
    assert texts(play.page.blocks)[1] == "One man was hurt there."
    assert play.events[-1].kind == "stepped_back"
    with pytest.raises(ChoiceError):
        play.take("_step_back")


@pytest.mark.parametrize(
    ("piles", "said"),
    [
        (("refuted", "contested"), "Both."),
        (("refuted", "refuted"), "One."),
        (("contested", "established"), "None."),
    ],
)
def test_a_sorting_says_how_many_were_put_where_they_belong(
    piles: tuple[str, str], said: str
) -> None:
    """In a number variable, which what comes of it reads at once."""
    counting = VOTE.replace(
        "      reveals: [hundred_men]\n",
        "      right: alike\n      then: [{if: alike == 2, text: Both.}, "
        "{if: alike == 1, text: One.}, {if: alike == 0, text: None.}]\n",
    )
    variables = f"{VARIABLES}alike: {{type: number, start: 0, min: 0, max: 2}}\n"
    moves = ("sort", *(f"_sort:{pile}" for pile in piles))
    play = begun(small(counting, variables=variables), *moves)
    assert texts(play.page.before) == [said]
