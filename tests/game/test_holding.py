"""Conditions in a state: each word of the grammar, against what the state holds."""

import pytest

from octgame.game.conditions import holds
from small import begun, small

SCENES = """
start:
  title: Start
  text: Start.
  choices:
    think: {text: Think., believes: was_it_seized, to: here}
    find: {text: Find., finds: [pay_list, handbill], to: here}
    go: {text: Go., set: {role: keeper, word: coup, brave: yes}, add: {nerve: 1}}
asking:
  title: Asking
  text: [A paragraph., {if: CONDITION, text: It holds.}]
  choices: {go: {text: Go.}}
"""
WALK = ("think:opened", "_sure:3", "find", "_keep:pay_list", "_leave:handbill", "go")

TRUE = [
    "nerve == 3",
    "nerve != 2",
    "nerve > 2",
    "nerve >= 3",
    "nerve < 4",
    "nerve <= 3",
    "brave",
    "brave == yes",
    "not word == rising",
    "word == coup",
    "role == keeper",
    "role != carter",
    "seen(start)",
    "not seen(asking)",
    "found(handbill)",
    "not found(newsreel)",
    "kept(pay_list)",
    "not kept(handbill)",
    "believes(was_it_seized) == opened",
    "believes(was_it_seized) != none",
    "sure(was_it_seized) == 3",
    "(brave or nerve == 0) and seen(start)",
    "(nerve == 3) == yes",
    "not (brave and nerve == 0)",
]


def _shown(condition: str) -> bool:
    program = small(SCENES.replace("CONDITION", condition))
    return "It holds." in [b.plain for b in begun(program, *WALK).page.blocks]


@pytest.mark.parametrize("condition", TRUE)
def test_a_condition_that_holds_shows_its_paragraph(condition: str) -> None:
    """Each word of the grammar reads the state it is about."""
    assert _shown(condition)


@pytest.mark.parametrize("condition", TRUE)
def test_its_opposite_does_not(condition: str) -> None:
    """`not` in front of the same turns it round, so none of them holds always."""
    assert not _shown(f"not ({condition})")


def test_before_anything_is_believed_the_answer_is_none() -> None:
    """No belief is `none` and zero sure."""
    program = small(
        SCENES.replace(
            "CONDITION", "believes(was_it_seized) == none and sure(was_it_seized) == 0"
        )
    )
    page = begun(program, "go").page
    assert "It holds." in [b.plain for b in page.blocks]


def test_no_condition_always_holds() -> None:
    """An empty code is no condition."""
    assert holds((), begun(small(SCENES.replace("CONDITION", "brave"))).state)
