"""What a class reads of how long after its subject a paper was made."""

import pytest

from mini import mini_program
from octgame.game.lesson import since
from octgame.game.sourceline import distance


@pytest.mark.parametrize(
    ("short", "words"),
    [
        ("+0 d", "the same day"),
        ("+1 y", "1 year after"),
        ("+2 y", "2 years after"),
        ("about +0 mo", "about the same month"),
        ("about +20 y", "about 20 years after"),
        ("+13 to +15 y", "13 to 15 years after"),
        ("+5 mo to +3 y", "5 months to 3 years after"),
        ("-2 d", "2 days before"),
        ("the same year", "the same year"),
        ("today", "today"),
    ],
)
def test_a_distance_is_told_to_a_class_in_words(
    short: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody of fifteen has to guess what +1 y is."""
    monkeypatch.setattr(since, "distance", lambda _: short)
    assert since.since(mini_program().cards.nth(0)) == words


def test_every_distance_of_a_story_has_words() -> None:
    """Whatever dates its cards have."""
    cards = mini_program().cards
    for at in range(len(cards.ids)):
        if distance(cards.nth(at))[0] in "+-":
            assert "+" not in since.since(cards.nth(at))
