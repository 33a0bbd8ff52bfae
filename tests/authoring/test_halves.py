"""A story proved in two processes is proved the same."""

import threading

import pytest

from mini import mini_program
from octgame.authoring.proof import halves as module
from octgame.authoring.proof import whole
from octgame.authoring.proof.goals import Goal
from octgame.authoring.proof.halves import aside, halves
from octgame.authoring.proof.net import Net
from octgame.authoring.proof.whole import StoryProof, prove
from octgame.game.program import Program
from small import small

APART = """
a:
  title: A
  text: A.
  choices:
    be_keeper: {text: Keeper., set: {role: keeper}}
    be_carter: {text: Carter., set: {role: carter}}
b:
  title: B
  text: [B., {if: role == keeper, text: Keeper.}, {if: brave, text: Brave.}]
  choices: {on: {text: On., if: role == keeper}}
"""
TOGETHER = """
a:
  title: A
  text: A.
  choices:
    be_keeper: {text: Keeper., set: {role: keeper}}
    be_carter: {text: Carter., set: {role: carter}}
b:
  title: B
  text: B.
  choices:
    become: {text: Carter., if: role == keeper, set: {role: carter}}
    on: {text: On.}
c:
  title: C
  text: [C., {if: role == carter and seen(b), text: C.}]
  choices: {on: {text: On.}}
"""


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every story counts as large."""
    monkeypatch.setattr(module, "LEAST", 0)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def alone(program: Program, monkeypatch: pytest.MonkeyPatch) -> StoryProof:
    """What one process proves."""
    with monkeypatch.context() as patch:
        patch.setattr(whole, "halves", lambda net: [net])
        return prove(program)


@pytest.mark.parametrize("scenes", [APART, TOGETHER, ""])
def test_two_processes_prove_what_one_proves(
    scenes: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What no play meets, what some play should not, and by which moves."""
    program = small(scenes) if scenes else mini_program()
    one, two = alone(program, monkeypatch), prove(program)
    assert (two.never, two.faults, two.left) == (one.never, one.faults, one.left)
    assert two.there.keys() == one.there.keys()


def test_a_fault_of_one_role_is_found_with_its_play() -> None:
    """The carter comes to a closed gate; what nobody reads is read by neither."""
    proof = prove(small(APART))
    assert proof.faults == {Goal("shut", 1): ("be_carter",)}
    assert proof.never == {Goal("text", 1, -1, 2)}
    assert [*proof.there] == [1]


def test_roles_that_become_each_other_stay_together() -> None:
    """A play that goes through both is a play of neither half."""
    assert len(halves(Net(small(APART)))) == 2
    assert len(halves(Net(small(TOGETHER)))) == 1


def test_where_the_second_process_fails_the_first_does_its_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing is left unproved."""
    monkeypatch.setattr(whole, "_written", lambda _net: b"")
    assert prove(small(APART)).faults == {Goal("shut", 1): ("be_carter",)}
    assert aside(lambda: b"done")() == b"done"
