"""Dates that cannot be: scenes out of order, cards before their time."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from octgame.authoring.findings import Report
from octgame.loading.diagnostics import Diagnostic
from octgame.story.calendar import When, distance, order_key
from octgame.story.model import Story

if TYPE_CHECKING:
    from octgame.story.scenes import Scene


def check_dates(story: Story, report: Report) -> Iterator[Diagnostic]:
    """What is out of order among the dates of a story."""
    yield from _scenes(story, report)
    for card in story.cards.values():
        if before(card.made, card.about):
            message = f"“{card.id}” was made before what it speaks of"
            yield report(("cards", card.id, "made"), "made-before", message)
    for question in story.questions.values():
        for view in question.views:
            path = ("questions", question.id, "views", view.school, "leans_on")
            for number, key in enumerate(view.leans_on):
                if before(view.written, story.cards[key].made):
                    message = f"“{key}” was not made when this view was written"
                    yield report((*path, str(number)), "leans-ahead", message)


def before(one: When, other: When) -> bool:
    """Whether a date certainly comes before another, as far as both are known."""
    return distance(other, one).removeprefix("about ").startswith("-")


def _scenes(story: Story, report: Report) -> Iterator[Diagnostic]:
    """Within an act a scene does not come before what its role met before."""
    for act in story.acts.values():
        latest: dict[str, Scene] = {}
        for key in act.scenes:
            scene = story.scenes[key]
            if scene.when is None:
                continue
            now = order_key(scene.when)
            roles = scene.roles or (*story.roles, "")
            for earlier in (latest[role] for role in roles if role in latest):
                if earlier.when is not None and now < order_key(earlier.when):
                    message = f"“{key}” is earlier than “{earlier.id}” before it"
                    hint = f"Reorder the act “{act.id}”, or mend the date."
                    yield report(("scenes", key, "when"), "out-of-order", message, hint)
                    break
            latest.update(dict.fromkeys(roles, scene))
