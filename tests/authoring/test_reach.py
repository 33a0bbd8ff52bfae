"""The exhaustive search meets what plain enumeration meets, and no more."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generated import generated
from mini import mini_program
from octgame.authoring.explore import Reached, chose, complete, note
from octgame.authoring.reach import reach
from octgame.errors import StoryError
from octgame.game.offers import asides, moves
from octgame.game.program import Program
from octgame.game.step import begin, take
from small import small

MOST_STATES = 2000


def enumerated(program: Program) -> Reached | None:
    """What the states met by plain enumeration show, or None if there are too many."""
    reached = Reached()
    new = [begin(program).state]
    known = set(new)
    for state in new:
        if len(new) > MOST_STATES:
            return None
        note(program, reached, state)
        there = [move for move in moves(program, state) if move.open]
        reached.ended += state.ended
        if not there and not state.ended:
            reached.stuck = reached.stuck or ("", ())
        for move in (*there, *asides(program, state)):
            try:
                after = take(program, state, move).state
            except StoryError as broken:
                reached.failed = (broken.message, ())
                continue
            if move.choice >= 0:
                chose(program, reached, state.scene, move)
            if after not in known:
                known.add(after)
                new.append(after)
    return reached


@given(st.integers(0, 400), st.integers(2, 5))
def test_the_search_meets_what_plain_enumeration_meets(seed: int, scenes: int) -> None:
    """No more, no less: scenes, choices, cards, facts, questions and paragraphs."""
    program = generated(seed, scenes)
    try:
        plain = enumerated(program)
    except StoryError:
        return
    assume(plain is not None)
    assert plain is not None
    searched = reach(program, plays=0)
    assert searched.whole
    for kind in ("scenes", "choices", "cards", "facts", "questions", "passages"):
        assert getattr(searched, kind) == getattr(plain, kind), kind
    for way in ("ended", "stuck", "failed"):
        assert bool(getattr(searched, way)) == bool(getattr(plain, way)), way


def test_all_of_the_small_story_is_reached_without_a_play() -> None:
    """The ordering, the sorting, the cards lent and shown, the belief at the end."""
    searched = reach(mini_program(), plays=0)
    assert searched.whole
    assert complete(mini_program(), searched)


def test_a_story_that_plays_reach_all_of_is_not_searched() -> None:
    """Plays are the cheaper proof that something can be reached."""
    assert reach(mini_program()).states == 0


FOUND_BEFORE = """
a:
  title: A
  text: A.
  choices:
    look: {text: Look., finds: [pay_list], to: b}
    pass: {text: Pass., sorts: [hundred_men, hour_of_opening], to: b}
b: {title: B, text: B., choices: {go: {text: Go., puts_out: [pay_list]}}}
c:
  title: C
  text: C.
  choices:
    look: {text: Look., finds: [pay_list], to: here}
    win: {text: Win., if: kept(pay_list), to: end}
    out: {text: Out., to: end}
"""
PUT_OUT_BESIDE = """
a:
  title: A
  text: A.
  choices:
    look: {text: Look., finds: [pay_list], to: here}
    go: {text: Go., if: kept(pay_list), to: c}
c:
  title: C
  text: C.
  choices:
    win: {text: Win., if: not kept(pay_list), to: end}
    out: {text: Out., to: end}
"""
ONE_OF_TWO = """
a:
  title: A
  text: A.
  choices:
    list: {text: List., finds: [pay_list], to: b}
    bill: {text: Bill., finds: [handbill], to: b}
b: {title: B, text: B., choices: {go: {text: Go., puts_out: [pay_list]}}}
c:
  title: C
  text: C.
  choices:
    burn: {text: Burn., each: box, puts_out: it, add: {nerve: 1}, to: here}
    win: {text: Win., if: nerve == 3, to: end}
    out: {text: Out., to: end}
"""
ANOTHER_ROLE = """
c:
  title: C
  text: C.
  choices:
    be: {text: Be., set: {role: keeper}, to: here}
    win: {text: Win., if: role == keeper, to: end}
    out: {text: Out., to: end}
"""


@pytest.mark.parametrize(
    "scenes", [FOUND_BEFORE, PUT_OUT_BESIDE, ONE_OF_TWO, ANOTHER_ROLE]
)
def test_what_hangs_on_a_card_or_a_role_is_told_apart(scenes: str) -> None:
    """A card found before, put out beside the story, put out by a choice; a role."""
    assert ("c", "win") in reach(small(scenes), plays=0).choices


TWICE = """
a:
  title: A
  text: A.
  choices:
    find: {{text: Find., finds: [{finds}], to: here, once: yes}}
    burn: {{text: B., each: box, puts_out: it, add: {{nerve: 1}}, times: 3, to: here}}
    rich: {{text: Rich., if: nerve >= 4, to: end}}
    go: {{text: Go., to: end}}
"""


def test_cards_that_are_alike_are_counted() -> None:
    """Two to burn open the way, one does not, though no condition names either."""
    two = small(TWICE.format(finds="pay_list, handbill"))
    assert ("a", "rich") in reach(two, plays=0).choices
    one = reach(small(TWICE.format(finds="pay_list")), plays=0)
    assert one.whole
    assert ("a", "rich") not in one.choices


def test_the_way_to_a_dead_end_is_the_shortest() -> None:
    """Though a play may have come to it by many more moves."""
    program = small(
        """
        a:
          title: A
          text: A.
          choices:
            round: {text: Round., add: {nerve: 1}, to: here}
            go: {text: Go.}
        b: {title: B, text: B., choices: {on: {text: On., if: nerve < 1}}}
        """
    )
    assert reach(program).stuck == ("b", ("go",))


def test_a_search_that_is_too_large_says_so() -> None:
    """What plays met stays, and nothing is proved."""
    program = small(
        "a: {title: A, text: A., choices: {go: {text: Go., if: not seen(a)}}}\n"
        "b: {title: B, text: B., if: seen(b), choices: {go: {text: Go.}}}"
    )
    searched = reach(program, plays=5, cap=0)
    assert not searched.whole
    assert "end" in searched.scenes
    assert reach(program, plays=5).whole
