"""Where a play begins and goes: next, here, automatic scenes, endings."""

import pytest

from mini import mini_program
from octgame.errors import ChoiceError, StoryError, UsageError
from octgame.game.program import NO_ROLE
from octgame.game.step import begin
from small import begun, offered, small, texts

LIST = """
a:
  title: A
  text: A.
  choices: {go: {text: Go.}, be: {text: Be., set: {role: keeper}}}
b: {title: B, text: B., roles: [keeper], choices: {go: {text: Go.}}}
c: {title: C, text: C., if: brave, choices: {go: {text: Go.}}}
d: {title: D, text: D., if: seen(a), choices: {go: {text: Go., to: a}}}
"""


@pytest.mark.parametrize(("move", "scene"), [("go", "d"), ("be", "b")])
def test_next_is_the_first_scene_for_this_role_whose_condition_holds(
    move: str, scene: str
) -> None:
    """`b` is another's, `c` does not hold; `seen(a)` is true for the scene left."""
    assert begun(small(LIST), move).page.scene == scene


def test_a_story_without_a_next_scene_says_so() -> None:
    """The state stays as it was; the message names the scene."""
    program = small(
        "a: {title: A, text: A., choices: {go: {text: Go.}}}\n" + END, ("a",)
    )
    play = begun(program)
    with pytest.raises(StoryError, match="no scene follows 'a'"):
        play.take("go")
    assert play.page.scene == "a"
    assert not play.can_undo


END = "end: {title: The End, text: That is all., ending: yes}"


def test_a_choice_that_leads_back_to_its_own_scene_tells_it_again() -> None:
    """Coming again is no staying: text and cards are there."""
    program = small(
        "a: {title: A, text: Here., choices: {x: {text: X., to: a}}}\n" + END
    )
    page = begun(program, "x").page
    assert texts(page.blocks) == ["Here."]


AUTOMATIC = """
a:
  title: A
  text: A.
  choices:
    go: {text: Go., then: You go., to: span}
    dare: {text: Dare., set: {brave: yes}, to: span}
span:
  title: Bridge
  text: The bridge.
  asks: was_it_seized
  shows: [handbill]
  reveals: [hour_of_opening]
  ways: [{if: brave, to: river}, {to: bank}]
river: {title: River, text: The river., ways: [{to: bank}]}
bank: {title: Bank, text: [The bank., {if: seen(span), text: Over it.}], ending: yes}
"""


def test_an_automatic_scene_stands_above_the_next_one() -> None:
    """Outcome, then its text, its card, its fact and its question."""
    page = begun(small(AUTOMATIC), "go").page
    before = texts(page.before)
    assert before[:2] == ["You go.", "The bridge."]
    assert [block.kind for block in page.before] == [
        *("text", "text", "card", "fact", "line", "line", "question")
    ]
    assert texts(page.blocks) == ["The bank.", "Over it."]


def test_the_first_way_that_holds_is_taken_through_several_scenes() -> None:
    """Each of them is told and counts as seen."""
    play = begun(small(AUTOMATIC), "dare")
    entered = [event.id for event in play.events if event.kind == "entered"]
    assert entered == ["span", "river", "bank"]
    assert "The river." in texts(play.page.before)


def test_an_ending_ends_the_play() -> None:
    """Nothing is offered, nothing can be taken, the event says it."""
    play = begun(small(AUTOMATIC), "go")
    assert play.page.ended
    assert play.events[-1][:2] == ("ended", "bank")
    assert play.page.offers == play.page.aside == ()
    with pytest.raises(ChoiceError):
        play.take("go")


def test_scenes_that_go_round_by_themselves_are_noticed() -> None:
    """A circle raises at the choice that leads into it; the play stays."""
    program = small(
        """
        a: {title: A, text: A., choices: {go: {text: Go., to: b}}}
        b: {title: B, text: B., ways: [{to: c}]}
        c: {title: C, text: C., ways: [{to: b}]}
        """
    )
    play = begun(program)
    with pytest.raises(StoryError, match="round"):
        play.take("go")
    assert offered(play.page) == ["go"]


def test_an_automatic_scene_without_a_way_that_holds_is_named() -> None:
    """The author forgot the last way."""
    program = small(
        """
        a: {title: A, text: A., choices: {go: {text: Go., to: b}}}
        b: {title: B, text: B., ways: [{if: brave, to: a}]}
        """
    )
    with pytest.raises(StoryError, match="'b'"):
        begun(program, "go")


def test_a_play_begins_at_the_start_without_a_role() -> None:
    """No role, no card, nothing seen."""
    page = begun(mini_program()).page
    assert (page.scene, page.role, page.box) == ("reading_room", NO_ROLE, ())


def test_a_play_may_begin_with_a_role_at_a_chapter_with_a_box() -> None:
    """The chapter's first scene for this role, the cards already found."""
    play = begun(
        mini_program(), role="carter", chapter="after", box=("pay_list", "pay_list")
    )
    assert play.page.scene == "later_reader"
    assert play.page.box == ("pay_list",)
    assert play.page.role == "carter"
    assert "show_paper:pay_list" in offered(play.page)


@pytest.mark.parametrize(
    ("given", "names"),
    [
        (("tsar", "", ()), "keeper"),
        ((NO_ROLE, "", ()), "keeper"),
        (("", "tomorrow", ()), "night"),
        (("", "", ("sword",)), "pay_list"),
    ],
)
def test_what_is_not_of_this_story_is_refused_and_what_is_there_named(
    given: tuple[str, str, tuple[str, ...]], names: str
) -> None:
    """A role, a chapter, a card: the hint lists the known ones."""
    with pytest.raises(UsageError) as refused:
        begin(mini_program(), *given)
    assert names in refused.value.hint


def test_a_box_of_ten_is_refused() -> None:
    """Nine places are nine places."""
    with pytest.raises(UsageError, match="10 cards"):
        begin(mini_program(), box=mini_program().cards.ids[:10])


def test_a_chapter_without_a_scene_for_the_role_is_refused() -> None:
    """The hint names the roles there are."""
    program = small(LIST, ("a b end", "c"))
    with pytest.raises(UsageError, match="act2") as refused:
        begin(program, chapter="act2")
    assert "keeper" in refused.value.hint
