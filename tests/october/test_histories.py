"""The folders of the debrief: what the schools write from a tin."""

from itertools import pairwise
from random import Random

from octgame.game.histories import MOST_SCHOOLS, shares
from octgame.story.model import Story

BOXES = 200
PLACES = 9


def test_no_paper_carries_a_whole_folder(october: Story) -> None:
    """However few there are, two schools at most write from the same one."""
    dice = Random(1917)
    for question in october.questions.values():
        for _ in range(BOXES):
            box = dice.sample(question.feeds, k=min(PLACES, dice.randint(1, PLACES)))
            taken = list(shares(question, box).values())
            assert taken
            assert max(map(taken.count, taken)) <= MOST_SCHOOLS


def test_two_papers_are_both_written_from_wherever_that_can_be(october: Story) -> None:
    """A tin with two papers for a question does not lie half unread."""
    for question in october.questions.values():
        writers = {
            card: {
                view.school
                for view in question.views
                if card in [part.card for part in view.from_box]
            }
            for card in question.feeds
        }
        everybody = [card for card in question.feeds if len(writers[card]) > 1]
        for one, other in pairwise(everybody):
            assert set(shares(question, [one, other]).values()) == {one, other}


def test_what_was_read_from_a_moment_ago_comes_last(october: Story) -> None:
    """A school takes another paper, if there is one."""
    for question in october.questions.values():
        box = question.feeds[:4]
        first = set(shares(question, box[:1]).values())
        again = shares(question, box, spent=first)
        assert set(again.values()) != first
