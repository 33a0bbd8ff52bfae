"""What an author's choice does when it is taken."""

import pytest

from mini import mini_program
from octgame.errors import ChoiceError
from small import begun, offered, small, texts

ROOM = """
room:
  title: Room
  text: A room.
  choices:
    knock: {text: Knock., to: here, then: Nobody answers.}
    force: {text: Force it., if: nerve >= 3, else: You dare not., to: here}
    hide: {text: Hide., if: brave, to: here}
    once: {text: Only once., once: yes, to: here}
    grow: {text: Grow., add: {nerve: 2}, to: here}
    turn: {text: Turn., set: {word: rising, brave: yes, role: carter}, to: here}
    older: {text: The same., was: [old, oldest], leaves: You were the same., to: here}
    go: {text: Go.}
"""


def test_a_plain_choice_stays_and_tells_what_came_of_it() -> None:
    """`then` stands above, the scene's own text is not told again."""
    page = begun(small(ROOM), "knock").page
    assert texts(page.before) == ["Nobody answers."]
    assert not page.blocks
    assert page.scene == "room"


def test_a_closed_choice_is_shown_with_its_reason_and_cannot_be_taken() -> None:
    """A choice with `else` is there, greyed; taking it is refused."""
    play = begun(small(ROOM))
    closed = [offer for offer in play.page.offers if not offer.open]
    assert [(offer.id, offer.reason) for offer in closed] == [
        ("force", "You dare not.")
    ]
    with pytest.raises(ChoiceError, match="closed"):
        play.take("force")


def test_a_choice_without_a_reason_is_hidden_until_it_is_open() -> None:
    """Without `else` nobody sees that there was something to choose."""
    play = begun(small(ROOM))
    assert "hide" not in [offer.id for offer in play.page.offers]
    with pytest.raises(ChoiceError, match="no choice"):
        play.take("hide")
    play.take("turn")
    play.take("hide")


def test_a_choice_that_nobody_wrote_is_refused_by_name() -> None:
    """The message names what was asked for."""
    with pytest.raises(ChoiceError, match="'dance'"):
        begun(small(ROOM), "dance")


def test_a_once_only_choice_is_gone_when_it_was_taken() -> None:
    """Once in a play, also when the scene is come to again."""
    play = begun(small(ROOM))
    assert "once" in offered(play.page)
    play.take("once")
    assert "once" not in offered(play.page)


def test_a_number_stays_within_its_bounds() -> None:
    """Adding beyond the greatest value stops there."""
    play = begun(small(ROOM), "grow", "grow", "grow")
    assert play.state.values[0] == 4


def test_a_choice_sets_flags_words_and_the_role() -> None:
    """All of `set` at once."""
    play = begun(small(ROOM), "turn")
    assert play.page.role == "carter"
    assert play.state.values == (2, 1, 2)


@pytest.mark.parametrize("key", ["older", "old", "oldest"])
def test_a_choice_is_known_by_its_older_keys(key: str) -> None:
    """A journal from before the renaming still plays."""
    play = begun(small(ROOM), key)
    assert play.steps[-1].key == key
    assert play.state == begun(small(ROOM), "older").state


EACH = """
room:
  title: Room
  text: A room.
  choices:
    show:
      text: "Show {card}."
      each: box
      kinds: [memo, wire]
      times: 2
      if: not brave
      else: She has seen enough.
      then: [{if: it == wire_reply, text: "She reads {card}."}, "She nods."]
      to: here
    burn: {text: Burn, each: box, cards: [handbill], puts_out: it, to: here}
    lay: {text: Lay it open., each: box, kinds: [film], once: yes, to: here}
    dare: {text: Dare., set: {brave: yes}, to: here}
    again: {text: Come back., to: room}
    go: {text: Go.}
"""
BOX = ("wire_reply", "toll_receipt", "keeper_log", "handbill", "wire_district")


def test_an_each_choice_is_made_once_per_card_that_fits() -> None:
    """Memos and wires, in the order of the box."""
    page = begun(small(EACH), box=BOX).page
    rows = [(offer.id, offer.plain, offer.open) for offer in page.offers][:5]
    assert rows == [
        ("show:wire_reply", "Show The reply.", True),
        ("show:toll_receipt", "Show Receipt for two wheels.", True),
        ("show:keeper_log", "Show The keeper's log.", True),
        ("show:wire_district", "Show Wire to the district.", True),
        ("burn:handbill", "Burn Handbill", True),
    ]
    assert page.offers[0].card == "wire_reply"


def test_a_closed_each_choice_gives_its_reason_for_each_card() -> None:
    """Every card that fits is shown, and why it cannot be chosen."""
    page = begun(small(EACH), "dare", box=BOX).page
    closed = [offer for offer in page.offers if not offer.open]
    assert {offer.reason for offer in closed} == {"She has seen enough."}
    assert len(closed) == 4


def test_the_outcome_of_an_each_choice_knows_its_card() -> None:
    """`it` and `{card}` in `then` mean the card that was chosen."""
    program = small(EACH)
    shown = begun(program, "show:wire_reply", box=BOX).page.before
    assert texts(shown) == ["She reads The reply.", "She nods."]
    other = begun(program, "show:keeper_log", box=BOX).page.before
    assert texts(other) == ["She nods."]


def test_an_each_choice_is_taken_so_many_times_a_visit() -> None:
    """Twice, each card once; a new visit begins anew."""
    play = begun(small(EACH), "show:wire_reply", box=BOX)
    assert "show:wire_reply" not in offered(play.page)
    play.take("show:keeper_log")
    assert not [move for move in offered(play.page) if move.startswith("show")]
    play.take("again")
    assert "show:wire_reply" in offered(play.page)


def test_a_card_that_is_put_out_by_a_choice_leaves_the_box() -> None:
    """`puts_out: it` is the card chosen, and nothing else."""
    play = begun(small(EACH), "burn:handbill", box=BOX)
    assert play.page.box == ("wire_reply", "toll_receipt", "keeper_log", BOX[4])
    assert [event.kind for event in play.events] == ["put_out"]


def test_a_once_only_each_choice_is_gone_for_every_card() -> None:
    """`once` counts the choice, not the card."""
    play = begun(small(EACH), box=("newsreel",))
    assert "lay:newsreel" in offered(play.page)
    play.take("lay:newsreel")
    play.take("again")
    assert "lay:newsreel" not in offered(play.page)


def test_a_card_named_in_puts_out_need_not_be_in_the_box() -> None:
    """Putting out what is not there does nothing."""
    program = mini_program()
    play = begun(program, "be_keeper", "_go_on", "refuse")
    assert play.page.box == ()
    assert "put_out" not in [event.kind for event in play.events]


def test_a_free_sentence_is_asked_for_by_the_offer() -> None:
    """The machine knows only its prompt; the sentence is a note."""
    program = small(
        """
        a:
          title: A
          text: A.
          choices: {plaque: {text: Write it., writes: "One sentence:", to: here}}
        """
    )
    play = begun(program)
    assert play.page.offers[0].writes == "One sentence:"
    before = play.state
    play.write("They came in.")
    assert play.state == before
