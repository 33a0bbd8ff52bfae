"""The folders of the debrief: what the schools write from a tin."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from random import Random

from octgame.game.histories import (
    MOST_AT_LAST,
    MOST_PAGES,
    MOST_PAPERS,
    Kept,
    shares,
)
from octgame.story.calendar import first_year
from octgame.story.model import Story

BOXES = 200
PLACES = 9
THAT_YEAR = 1917


def _always(cards: Iterable[str]) -> Kept:
    """A box that every page could have had."""
    return dict.fromkeys(cards, THAT_YEAR)


def _used(shared: Mapping[str, list[str]]) -> list[str]:
    return [card for cards in shared.values() for card in cards]


def test_no_paper_carries_a_whole_folder(october: Story) -> None:
    """Two pages use the same one, a third only where it has no other; each once."""
    dice = Random(1917)
    for question in october.questions.values():
        for _ in range(BOXES):
            box = dice.sample(question.feeds, k=min(PLACES, dice.randint(1, PLACES)))
            shared = shares(question, _always(box))
            taken = _used(shared)
            assert max(map(taken.count, taken)) <= MOST_AT_LAST
            for card in set(taken):
                if taken.count(card) > MOST_PAGES:
                    assert [card] in shared.values()
            for cards in shared.values():
                assert len(set(cards)) == len(cards) <= MOST_PAPERS


def test_of_three_papers_or_more_a_folder_uses_at_least_three(october: Story) -> None:
    """The tin reaches its pages."""
    dice = Random(1917)
    for question in october.questions.values():
        for _ in range(BOXES):
            box = dice.sample(question.feeds, k=dice.randint(3, PLACES))
            assert len(set(_used(shares(question, _always(box))))) > 2


def test_two_papers_are_both_written_from(october: Story) -> None:
    """A tin with two papers for a question does not lie half unread."""
    for question in october.questions.values():
        for one, other in pairwise(question.feeds):
            assert set(_used(shares(question, _always([one, other])))) == {one, other}


def test_what_was_read_from_a_moment_ago_comes_last(october: Story) -> None:
    """A school takes another paper, if there is one."""
    for question in october.questions.values():
        kept = _always(question.feeds[:4])
        first = {next(iter(kept))}
        for cards in shares(question, kept, spent=first).values():
            assert not first.intersection(cards[:1]) or len(cards) == 1


def test_no_page_uses_a_paper_that_came_after_it(october: Story) -> None:
    """A find of 1992 is for the page of the nineties alone."""
    for question in october.questions.values():
        late = shares(question, dict.fromkeys(question.feeds, 1992))
        for view in question.views:
            assert bool(late[view.school]) == (first_year(view.written) >= 1992)


def test_no_page_is_written_to_use_what_was_made_after_it(october: Story) -> None:
    """Neither in its sentences, nor in what it leans on, leaves out or finds hard."""
    for question in october.questions.values():
        for view in question.views:
            used = {part.card for part in view.from_box}
            used |= {*view.leans_on, *view.leaves_out, view.hardest}
            for card in used:
                made = first_year(october.cards[card].made)
                assert made <= first_year(view.written), (question.id, card)
