"""The lesson on the palace, walked from the photograph to the ticket."""

import pytest

from classroom.october import begun, walked
from octgame.classroom.moves import advance, close
from octgame.classroom.slide import view
from octgame.story.lessons import SCREEN_WORDS


@pytest.mark.parametrize("length", [35, 45, 50])
def test_a_class_comes_from_the_photograph_to_the_ticket(length: int) -> None:
    """Pressing next and counting hands is enough."""
    group = walked(begun(length))
    assert group.step.id == "ticket"
    assert len(group.results) == sum(step.ballots for step in group.path)


def test_no_paragraph_is_longer_than_a_class_can_read() -> None:
    """One paragraph a screen, 45 words, in every step."""
    group = begun()
    for step in group.path:
        group = walked(group, step.id)
        for stop in group.stops:
            for block in getattr(stop, "blocks", ()):
                assert len(block.plain.split()) <= SCREEN_WORDS, (step.id, block.plain)


def test_the_first_vote_stays_sealed_and_stands_beside_the_last() -> None:
    """Nobody sees the first answers before the same question is asked again."""
    group = begun()
    while group.motion is None:
        group = advance(group, "next")
    group = advance(advance(group, "open"), close((12, 7, 4)))
    assert view(group).voting == "sealed"
    assert view(group).tally is None
    group = walked(group, "envelope")
    while group.motion is None:
        group = advance(group, "next")
    group = advance(advance(group, "open"), close((3, 11, 9)))
    slide = view(group)
    assert slide.tally is not None
    assert slide.earlier is not None
    assert slide.earlier.counts == (12, 7, 4)
