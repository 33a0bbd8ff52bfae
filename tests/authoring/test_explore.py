"""Exploring by playing: what it reaches is certain, and it is the same each time."""

from mini import mini_program
from octgame.authoring.explore import PLAYS, explore, linked, passages_of
from small import small


def test_all_of_the_small_story_is_reached() -> None:
    """Scenes, choices, cards, facts, the question and every paragraph."""
    program = mini_program()
    reached = explore(program)
    assert reached.scenes == set(program.scenes)
    assert reached.cards == set(program.cards)
    assert reached.facts == set(program.facts)
    assert reached.questions == set(program.questions)
    assert reached.choices == {
        (scene.id, choice.key)
        for scene in program.scenes.values()
        for choice in scene.choices
    }
    assert reached.passages == {place[:3] for place in passages_of(program)}
    assert reached.stuck is None
    assert reached.failed is None


def test_exploring_stops_when_there_is_nothing_more_to_reach() -> None:
    """Long before the last play that it may make."""
    reached = explore(mini_program())
    assert 0 < reached.plays < PLAYS
    assert 0 < reached.ended <= reached.plays


def test_exploring_is_the_same_each_time() -> None:
    """Its dice are seeded by the number of the play."""
    assert explore(mini_program()) == explore(mini_program())


def test_a_choice_that_lies_behind_many_others_is_reached() -> None:
    """Every other play tries what was tried least."""
    program = small(
        """
        a:
          title: A
          text: A.
          choices:
            out: {text: Out., to: end}
            one: {text: One., if: nerve == 0, add: {nerve: 1}, to: here}
            two: {text: Two., if: nerve == 1, add: {nerve: 1}, to: here}
            three: {text: Three., if: nerve == 2, add: {nerve: 1}, to: here}
            four: {text: Four., if: nerve == 3, add: {nerve: 1}, to: here}
            five: {text: Five., if: nerve == 4, to: end}
        """,
        variables="nerve: {type: number, start: 0, min: 0, max: 4}\n",
    )
    assert ("a", "five") in explore(program).choices


def test_a_play_that_goes_in_circles_is_left() -> None:
    """A story without an ending is explored too, in so many plays."""
    program = small(
        "a: {title: A, text: A., choices: {x: {text: X., to: here}}}", ("a",)
    )
    reached = explore(program, plays=2)
    assert (reached.plays, reached.ended) == (2, 0)


def test_what_is_linked_follows_targets_ways_and_the_list() -> None:
    """As if every condition could hold."""
    program = small(
        """
        a: {title: A, text: A., choices: {go: {text: Go., to: b}}}
        b: {title: B, text: B., ways: [{if: brave, to: c}, {to: d}]}
        c: {title: C, text: C., choices: {go: {text: Go., to: end}}}
        d: {title: D, text: D., if: brave, choices: {go: {text: Go.}}}
        e: {title: E, text: E., choices: {go: {text: Go., to: end}}}
        f: {title: F, text: F., choices: {go: {text: Go., to: a}}}
        """,
        ("a d e end",),
    )
    assert linked(program) == {"a", "b", "c", "d", "e", "end"}
