"""What check finds beyond reading: each defect by code, with its place and the way."""

import pytest

from authoring.told import A_TO_END, found, scene_line
from mini import MINI
from octgame.authoring.check import findings
from octgame.authoring.codes import CHECKING
from octgame.loading.load import load, load_files
from small import VARIABLES, small_files


def test_the_small_story_has_nothing_wrong() -> None:
    """All of it is reached: no finding, not even a warning."""
    assert findings(load(MINI)) == []


def test_what_reading_found_comes_too_and_in_order() -> None:
    """A story that does not read well is not explored."""
    files = small_files("a: {title: A, text: A., choices: {go: {text: Go., to: x}}}")
    every = findings(load_files(files))
    assert "error" in [one.severity for one in every]
    assert not {one.code for one in every} & set(CHECKING)
    assert [one.at for one in every] == sorted(one.at for one in every)


LONELY = "lonely: {title: L, text: L., choices: {go: {text: Go., to: end}}}\n"


def test_a_scene_that_nothing_leads_to_is_an_error() -> None:
    """No act and no target: certain, so it is an error at the scene."""
    (one,) = found(A_TO_END + LONELY, ("a", "end"), code="unreachable-scene")
    assert one.severity == "error"
    assert "“lonely”" in one.message
    assert (one.at.file, scene_line(one)) == ("scenes.yaml", LONELY.strip())
    assert not found(A_TO_END + LONELY, ("a", "end"), code="unreached-scene")


def test_a_scene_whose_condition_never_holds_is_a_warning() -> None:
    """Something leads there, and no play can come: it is proved."""
    scenes = A_TO_END.replace(", to: end", "") + LONELY.replace(
        "text: L.,", "text: L., if: seen(lonely),"
    )
    (one,) = found(scenes, code="unreached-scene")
    assert one.severity == "warning"
    assert one.message == "no play comes to “lonely”"
    assert scene_line(one).startswith("lonely:")


def test_a_place_without_a_way_on_is_found_with_the_moves_to_it() -> None:
    """Every choice is closed or used up: a dead end."""
    (one,) = found(
        """
        a: {title: A, text: A., choices: {go: {text: Go.}}}
        b: {title: B, text: B., choices: {rest: {text: Rest., once: yes, to: here}}}
        """,
        code="dead-end",
    )
    assert one.severity == "error"
    assert "“b”" in one.message
    assert "run out" in one.message
    assert one.moves == ("go", "rest")
    assert scene_line(one).startswith("b:")


def test_a_dead_end_at_the_start_needs_no_move() -> None:
    """No move leads there."""
    (one,) = found(
        "a: {title: A, text: A., choices: {go: {text: Go., if: seen(a)}}}",
        code="dead-end",
    )
    assert one.moves == ()


LOOP = """
a: {title: A, text: A., choices: {go: {text: Go., to: b}, out: {text: Out., to: end}}}
b: {title: B, text: B., ways: [{to: c}]}
c: {title: C, text: C., ways: [{to: b}]}
"""


def test_scenes_that_go_round_by_themselves_are_an_error() -> None:
    """With the moves that lead into the circle, at one of its scenes."""
    (one,) = found(LOOP, code="broken-play")
    assert "round" in one.message
    assert one.moves == ("go",)
    assert scene_line(one)[0] in "bc"


def test_a_story_that_never_ends_is_an_error() -> None:
    """An ending that no play reached is no ending."""
    (one,) = found(
        "a: {title: A, text: A., choices: {go: {text: Go., to: here}}}",
        ("a",),
        code="no-ending",
    )
    assert one.severity == "error"


def test_a_choice_that_never_opens_is_named() -> None:
    """At the choice, not at its scene."""
    (one,) = found(
        """
        a:
          title: A
          text: A.
          choices:
            fly: {text: Fly., if: kept(newsreel)}
            go: {text: Go.}
        """,
        code="unreached-choice",
    )
    assert "“fly”" in one.message
    assert scene_line(one).startswith("fly:")


@pytest.mark.parametrize(
    ("scenes", "begins"),
    [
        (
            """
            a:
              title: A
              text:
                - Always.
                - {if: seen(end), text: Never in this life.}
              choices: {go: {text: Go.}}
            """,
            "- {if: seen(end)",
        ),
        (
            """
            a:
              title: A
              text: A.
              choices:
                go:
                  text: Go.
                  then:
                    - {if: kept(newsreel), text: Never in this life.}
            """,
            "- {if: kept(newsreel)",
        ),
        (
            """
            a: {title: A, text: A., choices: {go: {text: Go.}}}
            end:
              title: End
              text: [The end., {show: day, if: kept(newsreel)}]
              ending: yes
            """,
            "text: [The end.",
        ),
    ],
)
def test_a_paragraph_that_is_never_shown_is_found_in_its_place(
    scenes: str, begins: str
) -> None:
    """In a scene's text, in an outcome, and a block of the debrief."""
    (one,) = found(scenes, code="unreached-text")
    assert scene_line(one).startswith(begins)


def test_an_outcome_that_waits_for_a_belief_is_reached() -> None:
    """What a choice tells after its own asking counts as shown."""
    scenes = """
    a:
      title: A
      text: A.
      choices:
        vote:
          text: Which?
          believes: was_it_seized
          then:
            - {if: believes(was_it_seized) == seized, text: Seized.}
            - {if: sure(was_it_seized) == 4, text: Sworn.}
        order:
          text: Order.
          orders: {x: X., z: Z.}
          right: brave
          then: [{if: brave, text: Right.}, {if: not brave, text: Wrong.}]
    """
    assert not found(scenes, variables=VARIABLES, code="unreached-text")


def test_an_outcome_that_knows_its_card_is_reached() -> None:
    """`it` is the card of the choice that was taken."""
    scenes = """
    a:
      title: A
      text: A.
      choices:
        find: {text: Find., finds: [pay_list, handbill], to: here, once: yes}
        show: {text: Show., each: box, then: [{if: it == pay_list, text: P.}], to: here}
        go: {text: Go.}
    """
    assert not found(scenes, code="unreached-text")


def test_a_card_and_a_question_that_no_play_met_are_named() -> None:
    """They are used somewhere, but nobody comes there."""
    scenes = """
    a: {title: A, text: A., choices: {go: {text: Go.}}}
    b:
      title: B
      text: B.
      if: seen(b)
      asks: was_it_seized
      shows: [pay_list]
      choices: {go: {text: Go.}}
    """
    (card,) = [
        one
        for one in found(scenes, code="unreached-card")
        if "“pay_list”" in one.message
    ]
    (question,) = found(scenes, code="unreached-question")
    assert scene_line(card) == "pay_list:"
    assert scene_line(question) == "was_it_seized:"


def test_next_in_a_scene_of_no_act_is_an_error_at_the_choice() -> None:
    """Nothing comes next where no list goes on."""
    scenes = """
    a: {title: A, text: A., choices: {go: {text: Go., to: b}}}
    b:
      title: B
      text: B.
      choices:
        on: {text: On.}
        out: {text: Out., to: end}
    """
    (one,) = found(scenes, ("a end",), code="next-of-nothing")
    assert one.severity == "error"
    assert scene_line(one).startswith("on:")


SAME = """
a:
  title: A
  text: A.
  choices:
    one: {text: One., to: b}
    two: {text: Two., to: b}
    three: {text: Three., set: {brave: yes}, to: b}
b: {title: B, text: [B., {if: brave, text: Brave.}], choices: {go: {text: Go.}}}
"""


def test_two_choices_that_do_the_same_are_named() -> None:
    """The later one; not one that changes something."""
    (one,) = found(SAME, variables=VARIABLES, code="same-choice")
    assert "“two” does what “one”" in one.message
    assert scene_line(one).startswith("two:")


def test_two_choices_of_which_only_one_is_ever_open_are_none() -> None:
    """They are the same choice in two wordings."""
    apart = SAME.replace("One.,", "One., if: brave,")
    apart = apart.replace("Two.,", "Two., if: not brave,")
    assert not found(apart, variables=VARIABLES, code="same-choice")


def test_a_choice_that_is_never_closed_is_named_at_its_else() -> None:
    """With the play to where it would be closed."""
    scenes = """
    a:
      title: A
      text: A.
      choices: {go: {text: Go., set: {brave: yes}}}
    b:
      title: B
      text: B.
      choices: {go: {text: Go., if: brave, else: You dare not.}}
    """
    (one,) = found(scenes, variables=VARIABLES, code="never-closed")
    assert scene_line(one).endswith("else: You dare not.}}")
    assert one.moves == ("go",)


def test_a_condition_that_closes_nothing_is_named_without_an_else_too() -> None:
    """At the `if:`, which does nothing."""
    scenes = """
    a:
      title: A
      text: A.
      choices: {go: {text: Go., set: {brave: yes}}}
    b:
      title: B
      text: B.
      choices: {go: {text: Go., if: brave or nerve == 2}, stay: {text: S., to: end}}
    """
    (one,) = found(scenes, variables=VARIABLES, code="never-closed")
    assert "its `if` does nothing" in one.message
    assert one.line[one.at.column - 1 :].startswith("brave or")


TRAP = """
a: {title: A, text: A., choices: {down: {text: Down., to: b}, out: {text: O., to: end}}}
b: {title: B, text: B., choices: {on: {text: On., to: c}}}
c: {title: C, text: C., choices: {back: {text: Back., to: b}}}
"""


def test_a_place_that_leads_to_no_ending_is_an_error() -> None:
    """There is always something to choose, and it goes round."""
    (one,) = found(TRAP, code="trap")
    assert one.severity == "error"
    assert "“b”" in one.message
    assert one.moves == ("down",)


def test_a_fact_that_is_told_where_nobody_comes_is_named() -> None:
    """And a question that no scene asks."""
    scenes = A_TO_END.replace(
        "to: end}",
        "to: end}, no: {text: No., if: kept(newsreel),"
        " reveals: [hundred_men], to: end}",
    )
    (one,) = found(scenes, code="unreached-fact")
    assert scene_line(one) == "hundred_men:"
    assert found(scenes, code="unreached-question")
