"""Nothing in the story of October is chosen for nothing."""

from collections import defaultdict

from octgame.authoring.consequences import consequences, debrief_scenes
from octgame.story.model import Story

BEFORE_THE_DEBRIEF = 0.7
"""The share of the choices before the debrief that must be felt before it."""


def only_way_on(story: Story) -> set[tuple[str, str]]:
    """Choices that are no decision: every other one of the scene stays there."""
    found = set()
    for scene in story.scenes.values():
        on = [choice.key for choice in scene.choices if choice.to != "here"]
        if len(on) == 1:
            found.add((scene.id, on[0]))
    return found


def test_every_decision_changes_something_that_is_seen_later(october: Story) -> None:
    """A text, a choice, a card, a person, or a line of what was changed."""
    ways_on = only_way_on(october)
    idle = [
        f"{one.scene}.{one.choice}"
        for one in consequences(october)
        if not one.seen_in and not one.told and (one.scene, one.choice) not in ways_on
    ]
    assert idle == []


def test_most_choices_are_felt_before_the_debrief(october: Story) -> None:
    """Counted in each witness's own scenes as well as in all of them."""
    debrief = debrief_scenes(october)
    felt: dict[str, list[bool]] = defaultdict(list)
    for one in consequences(october):
        if one.scene not in debrief:
            for role in (*october.scenes[one.scene].roles, "anybody"):
                felt[role].append(one.before(debrief))
    shares = {role: sum(each) / len(each) for role, each in felt.items()}
    assert {r: s for r, s in shares.items() if s < BEFORE_THE_DEBRIEF} == {}
