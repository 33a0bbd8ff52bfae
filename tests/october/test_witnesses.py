"""Four witnesses, four nights: no two of them live through the same scenes."""

from collections.abc import Iterator
from itertools import combinations

import pytest

from octgame.story.calendar import order_key, parse_when
from octgame.story.conditions import Both, Compare, Either, Expr, Name, Not
from octgame.story.model import Story
from octgame.story.scenes import Passage, Scene

LEAST_SCENES = 7
MOST_SHARED = 0.6
"""The share of the words of 1917 that two witnesses may both see."""
FIRST_OF_1919 = order_key(parse_when("1919-01-01", "new_style"))[0]


def of_1917(story: Story) -> list[Scene]:
    """The scenes placed in 1917 and 1918."""
    return [
        scene
        for scene in story.scenes.values()
        if scene.when and order_key(scene.when)[0] < FIRST_OF_1919
    ]


def holds(expr: Expr | None, role: str) -> bool | None:
    """Whether a condition can hold for a role; None where that is not all it asks."""
    match expr:
        case Compare(operator, Name("role"), Name(asked)):
            return (asked == role) is (operator == "==")
        case Not(operand):
            inner = holds(operand, role)
            return None if inner is None else not inner
        case Both(parts):
            known = [holds(part, role) for part in parts]
            return False if False in known else None if None in known else True
        case Either(parts):
            known = [holds(part, role) for part in parts]
            return True if True in known else None if None in known else False
    return None


def seen_by(story: Story, role: str) -> Iterator[tuple[str, int]]:
    """(place, words) of every text of 1917 that a role can come to see."""
    for scene in of_1917(story):
        if scene.roles and role not in scene.roles:
            continue
        texts = [("", scene.text), *((c.key, c.then) for c in scene.choices)]
        for key, text in texts:
            for number, part in enumerate(text):
                if (
                    isinstance(part, Passage)
                    and holds(part.condition, role) is not False
                ):
                    words = len(part.paragraph.plain.split())
                    yield f"{scene.id}.{key}.{number}", words
        for choice in scene.choices:
            if holds(choice.condition, role) is not False:
                yield f"{scene.id}.{choice.key}", len(choice.text.plain.split())


def test_every_witness_has_scenes_of_1917_enough(october: Story) -> None:
    """Their own ones, not those of everybody."""
    for role in october.roles:
        own = [scene for scene in of_1917(october) if role in scene.roles]
        assert len(own) >= LEAST_SCENES, role


def test_no_two_witnesses_read_mostly_the_same(october: Story) -> None:
    """Words that both can see, as a share of what the one of fewer words can see."""
    seen = {role: dict(seen_by(october, role)) for role in october.roles}
    shares = {}
    for one, other in combinations(october.roles, 2):
        both = sum(words for at, words in seen[one].items() if at in seen[other])
        smaller = min(sum(seen[one].values()), sum(seen[other].values()))
        shares[one, other] = both / smaller
    assert {pair: share for pair, share in shares.items() if share >= MOST_SHARED} == {}


@pytest.mark.parametrize("places", ["outside", "inside"])
def test_the_condition_reader_knows_a_role_when_it_sees_one(places: str) -> None:
    """`role == inside or brave` may hold for both; `role == inside` for one."""
    is_inside = Compare("==", Name("role"), Name("inside"))
    assert holds(is_inside, places) is (places == "inside")
    assert holds(Not(is_inside), places) is (places != "inside")
    brave = Name("brave")
    assert holds(Either((is_inside, brave)), places) in {True, None}
    assert holds(Both((is_inside, brave)), "outside") is False
