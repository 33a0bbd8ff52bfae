"""The colours of a wall: read from the back row, told apart without them."""

import pytest

from octgame.classroom.ballot import VoteKind
from octgame.ui.look import CLASS_THEMES
from octgame.ui.presenter.look import ABOUT, WORDS, least_contrast, wall_inks
from octgame.ui.presenter.numbers import HIGH, WIDEST, big
from octgame.ui.presenter.votes import LETTERS, PATTERNS, PLAIN_PATTERNS
from ui.test_look import DRAWN, contrast

KINDS: tuple[VoteKind | None, ...] = (None, "do", "believe", "print")


@pytest.mark.parametrize("theme", CLASS_THEMES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_ink_has_seven_to_one(theme: str, kind: VoteKind | None) -> None:
    """Quiet text, keys and badges too, in each kind of vote."""
    for name, style in wall_inks(theme, kind).items():
        if name not in DRAWN:
            assert contrast(style) >= 7, (theme, kind, name)


@pytest.mark.parametrize("theme", CLASS_THEMES)
def test_the_contrast_that_check_tells_is_that_of_the_inks(theme: str) -> None:
    """The least of them all, computed in another way."""
    inks = [wall_inks(theme, kind) for kind in KINDS]
    read = [s for each in inks for name, s in each.items() if name not in DRAWN]
    assert least_contrast(theme) == pytest.approx(min(map(contrast, read)), abs=0.05)


def test_kinds_of_votes_differ_in_word_and_options_in_letter_and_pattern() -> None:
    """No meaning by colour alone, in ASCII neither."""
    for told in (WORDS.values(), ABOUT.values(), LETTERS, PATTERNS, PLAIN_PATTERNS):
        assert len(set(told)) == len(list(told))
    assert len(LETTERS) == len(PATTERNS) == len(PLAIN_PATTERNS)


@pytest.mark.parametrize("number", [0, 1, 28, 100, 999])
def test_a_big_number_has_rows_of_one_width(number: int) -> None:
    """So that it can stand at the right end of a wall."""
    rows = big(number)
    assert len(rows) == HIGH
    assert len({len(row) for row in rows}) == 1
    assert len(rows[0]) <= WIDEST
