"""What is proved of a story is what plain enumeration of the game finds, no more."""

from collections.abc import Iterable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from authoring.enumerated import enumerated
from generated import generated
from mini import mini_program
from octgame.authoring.proof.goals import WANTED, Goal, goals, unfolded_goals
from octgame.authoring.proof.net import Net
from octgame.authoring.proof.prove import Proof, Prover
from octgame.authoring.proof.sweep import Sweep
from octgame.authoring.proof.unfold import unfolded
from octgame.authoring.proof.whole import prove
from octgame.errors import StoryError
from octgame.game.offers import moves
from octgame.game.program import Program
from octgame.game.step import begin, step
from small import small


def proof_of(program: Program) -> Proof:
    """What is proved of every goal of a story."""
    net = unfolded(Net(program))
    wanted = unfolded_goals(goals(net.net), net)
    return Prover(net, wanted).prove(wanted)


@given(st.integers(0, 400), st.integers(2, 5))
def test_what_is_met_and_what_never_is_are_what_enumeration_finds(
    seed: int, scenes: int
) -> None:
    """Scenes, choices, paragraphs, closed choices and dead ends, of any story."""
    program = generated(seed, scenes, dead_ends=True)
    plain, proof = enumerated(program), proof_of(program)
    assume(not plain.broken)  # a play that breaks tells nothing more of its page
    unconditional = {
        goal for goal in plain.met if goal not in map(tuple, all_of(proof))
    }
    met = {tuple(goal) for goal in proof.met if goal.kind != "same"}
    assert met <= plain.met
    assert not {tuple(goal) for goal in proof.never} & plain.met
    assert plain.met - met - unconditional <= set(map(tuple, proof.left))
    assert len(proof.left) <= 4


def all_of(proof: Proof) -> set[Goal]:
    """Every goal that was asked for."""
    return proof.met | proof.never | proof.left.keys()


@given(st.integers(0, 400), st.integers(2, 5))
def test_the_play_to_a_fault_shows_it(seed: int, scenes: int) -> None:
    """The game itself takes the moves; at their end nothing is open, or it breaks."""
    program = generated(seed, scenes, dead_ends=True)
    try:
        state = begin(program).state
    except StoryError:
        return
    for goal, way in prove(program).faults.items():
        after, broke = state, False
        for move in way:
            try:
                after = step(program, after, move).state
            except StoryError:
                broke = True
        if goal.kind == "broken":
            assert broke
        elif goal.kind in ("dead", "shut"):
            assert not any(move.open for move in moves(program, after))


@given(st.integers(0, 400), st.integers(2, 4))
def test_a_place_without_a_way_to_an_ending_is_found(seed: int, scenes: int) -> None:
    """If and only if enumeration finds one, where an ending can be reached at all."""
    program = generated(seed, scenes, dead_ends=True)
    plain, proof = enumerated(program), prove(program)
    kinds = {goal.kind for goal in proof.faults}
    open_kinds = {goal.kind for goal in proof.left}
    assert plain.broken == ("broken" in kinds) or "broken" in open_kinds
    assume(not plain.broken)
    ending = program.scenes.at["end"]
    if Goal("scene", ending) not in proof.never and "trap" not in open_kinds:
        assert bool(plain.endless) == ("trap" in kinds)


def test_all_of_the_small_story_is_proved() -> None:
    """The ordering, the sorting, the cards lent and shown, the belief at the end."""
    proof = prove(mini_program())
    assert (proof.faults, proof.left) == ({}, {})
    assert closed_in_no_play(mini_program(), proof.never) == ACCEPTED


ACCEPTED = {"refuse", "decide"}
"""The choices of the small story whose conditions close nothing; it says why."""


def closed_in_no_play(program: Program, never: Iterable[Goal]) -> set[str]:
    """The choices that are never closed, where nothing else is never met."""
    assert {goal.kind for goal in never} <= {"closed"}
    return {program.scenes.nth(goal.scene).choices[goal.choice].key for goal in never}


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


def choice(program: Program, scene: str, key: str) -> Goal:
    """That a choice is open in some play."""
    at = program.scenes.at[scene]
    keys = [choice.key for choice in program.scenes.nth(at).choices]
    return Goal("choice", at, keys.index(key))


@pytest.mark.parametrize(
    "scenes", [FOUND_BEFORE, PUT_OUT_BESIDE, ONE_OF_TWO, ANOTHER_ROLE]
)
def test_what_hangs_on_a_card_or_a_role_is_told_apart(scenes: str) -> None:
    """A card found before, put out beside the story, put out by a choice; a role."""
    program = small(scenes)
    assert choice(program, "c", "win") in proof_of(program).met


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
    assert choice(two, "a", "rich") in proof_of(two).met
    one = small(TWICE.format(finds="pay_list"))
    assert choice(one, "a", "rich") in proof_of(one).never


def test_the_play_to_a_dead_end_is_the_shortest() -> None:
    """Though it can be come to by many more moves."""
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
    assert prove(program).faults == {Goal("shut", 1): ("go",)}


def test_a_variable_that_is_never_read_costs_nothing() -> None:
    """Of sixteen values and three flags only what a condition asks for is searched."""
    variables = "".join(f"f{n}: {{type: flag, start: no}}\n" for n in range(9))
    scenes = "a:\n  title: A\n  text: [A., {if: f0, text: F.}]\n  choices:\n"
    scenes += "".join(
        f"    c{n}: {{text: Set., set: {{f{n}: yes}}, to: a}}\n" for n in range(9)
    )
    scenes += "    go: {text: Go., to: end}\n"
    proof = prove(small(scenes, variables=variables))
    assert not proof.never
    assert proof.states < 60


def test_a_goal_is_wanted_or_a_fault() -> None:
    """Nothing is both told as missing and told as wrong."""
    found = all_of(proof_of(mini_program()))
    assert {goal.kind for goal in found} >= {"scene", "choice", "text", "closed"}
    never = {goal for goal in proof_of(mini_program()).never if goal.kind in WANTED}
    assert closed_in_no_play(mini_program(), never) == ACCEPTED


@given(st.integers(0, 400), st.integers(2, 5))
def test_what_a_sweep_meets_is_met(seed: int, scenes: int) -> None:
    """It plays with everything remembered, so it claims nothing too much."""
    program = generated(seed, scenes, dead_ends=True)
    plain = enumerated(program)
    assume(not plain.broken)
    net = unfolded(Net(program))
    sweep = Sweep(net, unfolded_goals(goals(net.net), net))
    sweep.run()
    assert {tuple(goal) for goal in sweep.met if goal.kind != "same"} <= plain.met


TANGLED = """
a:
  title: A
  text: A.
  choices:
{choices}
    out: {{text: Out., to: end}}
    win: {{text: Win., if: {all}, to: end}}
"""


def test_what_hangs_together_too_much_is_left_and_named() -> None:
    """Nothing is claimed of it, and the rest is proved all the same."""
    flags = [f"f{number}" for number in range(26)]
    pairs = zip(flags, [*flags[1:], flags[0]], strict=True)
    choices = "\n".join(
        f"    c{flag}: {{text: Set., if: not {other}, set: {{{flag}: yes}}, to: here}}"
        for flag, other in pairs
    )
    scenes = TANGLED.format(choices=choices, all=" and ".join(flags))
    variables = "".join(f"{flag}: {{type: flag, start: no}}\n" for flag in flags)
    program = small(scenes, variables=variables)
    proof = prove(program)
    assert choice(program, "a", "win") in {*proof.left, *proof.never}
    assert choice(program, "a", "out") not in proof.left
