"""The way: the scenes of a role that are done, here and ahead."""

from mini import begun, mini_program
from octgame.game.way import by_act, how_far, stops
from small import begun as begun_small
from small import small

ROLES = """
first:
  title: First
  text: One.
  choices:
    keeper: {text: Keeper., set: {role: keeper}, to: next}
    far: {text: Far., set: {role: keeper}, to: third}
second: {title: B, roles: [keeper], text: Two., choices: {on: {text: On., to: next}}}
other: {title: Other, roles: [carter], text: No., choices: {on: {text: On., to: next}}}
gone: {title: Gone, text: Passed., ways: [{to: third}]}
third: {title: Third, text: Three., choices: {on: {text: On., to: next}}}
"""


def standings(*moves: str) -> list[tuple[str, str]]:
    """Scenes and how they stand after some moves."""
    program = small(ROLES)
    play = begun_small(program, *moves)
    return [
        (program.scenes.ids[stop.scene], stop.standing)
        for stop in stops(program, play.state)
    ]


def test_before_a_role_is_taken_the_way_is_not_known() -> None:
    """Nothing is ahead then, and no number is told."""
    assert standings() == [("first", "here")]
    play = begun()
    assert how_far(mini_program(), play.state) == ""


def test_a_role_goes_by_its_own_scenes_and_stops_where_there_is_a_choice() -> None:
    """Other roles' scenes and automatic ones are not on its way."""
    assert standings("keeper") == [
        ("first", "done"),
        ("second", "here"),
        ("third", "ahead"),
        ("end", "ahead"),
    ]


def test_a_scene_that_was_passed_over_is_no_longer_on_the_way() -> None:
    """So the number of scenes is only about right before."""
    assert standings("far") == [("first", "done"), ("third", "here"), ("end", "ahead")]
    program = small(ROLES)
    assert how_far(program, begun_small(program, "far").state) == "Scene 2 of about 3"


def test_the_last_scene_is_exactly_the_last() -> None:
    """There is nothing left that could be passed over."""
    program = small(ROLES)
    play = begun_small(program, "keeper", "on", "on")
    assert how_far(program, play.state) == "Scene 4 of 4"


def test_a_scene_outside_the_acts_stands_after_those_that_were_seen() -> None:
    """It is here all the same."""
    program = small(
        """
        first: {title: A, text: One., choices: {aside: {text: Aside., to: aside}}}
        aside: {title: B, text: Two., choices: {back: {text: Back., to: last}}}
        last: {title: C, text: Three., choices: {on: {text: On., to: end}}}
        """,
        ("first last end",),
    )
    play = begun_small(program, "aside")
    ((act, way),) = by_act(program, play.state)
    assert act == "act1"
    assert [stop.standing for stop in way] == ["done", "here", "ahead", "ahead"]
