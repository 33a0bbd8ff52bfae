"""The shipped story, loaded once."""

from functools import cache
from pathlib import Path

import pytest

from octgame.loading.load import load
from octgame.story.model import Story

OCTOBER = Path(__file__).parents[2] / "scenes" / "october"


@cache
def _october() -> Story:
    story = load(OCTOBER).story
    assert story is not None, "octgame check october says what is wrong"
    return story


@pytest.fixture
def october() -> Story:
    """The story of October."""
    return _october()
