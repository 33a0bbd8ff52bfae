"""What each choice changes that is seen later, and whether before the debrief."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from octgame.authoring.unused import conditions_of, names_in
from octgame.story.model import Story
from octgame.story.scenes import Choice, Insert, Scene

LEAVES, BELIEF, SENTENCE, HISTORY = "leaves", "belief", "sentence", "history"
"""Traces that the debrief shows."""


class Consequence(NamedTuple):
    """What a choice leads to.

    Attributes:
        scene, choice: Which choice it is.
        seen_in: The scenes whose text or choices differ by it.
        told: How the debrief shows it, of the four above.
    """

    scene: str
    choice: str
    seen_in: tuple[str, ...]
    told: tuple[str, ...]

    def before(self, debrief: set[str]) -> bool:
        """Whether it is seen in a scene that is not one of these."""
        return not debrief.issuperset(self.seen_in)


def consequences(story: Story) -> list[Consequence]:
    """One for every choice, in the order of the files."""
    order = _order(story)
    readers = _readers(story)
    in_histories = {
        part.card
        for question in story.questions.values()
        for view in question.views
        for part in view.from_box
    }
    found = []
    for scene in story.scenes.values():
        for choice in scene.choices:
            read = {r for name in _changes(choice) for r in readers[name]}
            read.update(_elsewhere(scene, choice))
            seen_in = [
                r
                for r in read
                if order[r] >= order[scene.id] and _meet(scene, story.scenes[r])
            ]
            told = tuple(_told(choice, in_histories))
            seen = tuple(sorted(seen_in, key=order.__getitem__))
            found.append(Consequence(scene.id, choice.key, seen, told))
    return found


def _changes(choice: Choice) -> Iterator[str]:
    """The names of the conditions that a choice gives another value."""
    yield from choice.set
    yield from choice.add
    yield from choice.finds
    yield from choice.puts_out
    yield choice.right
    yield choice.believes
    if choice.each and "it" in choice.puts_out:
        yield from choice.each.cards


def _elsewhere(scene: Scene, choice: Choice) -> Iterator[str]:
    """The scene that only this choice of its scene leads to."""
    others = {other.to for other in scene.choices if other is not choice}
    if choice.to not in ("here", "next", *others):
        yield choice.to


def _readers(story: Story) -> dict[str, set[str]]:
    """The scenes that read each variable, card and question."""
    readers: dict[str, set[str]] = defaultdict(set)
    for scene in story.scenes.values():
        for condition in conditions_of(scene):
            for name in names_in(condition):
                readers[name].add(scene.id)
        for choice in scene.choices:
            for card in _offered(story, choice):
                readers[card].add(scene.id)
    return readers


def _offered(story: Story, choice: Choice) -> Iterable[str]:
    """The cards of which an `each` choice makes one choice each."""
    each = choice.each
    if each is None:
        return ()
    kinds = each.kinds
    return each.cards or (
        card.id
        for card in story.cards.values()
        if (not kinds or card.kind in kinds) and card.id not in each.but
    )


def _told(choice: Choice, in_histories: set[str]) -> Iterator[str]:
    if choice.leaves:
        yield LEAVES
    if choice.believes or choice.sorts:
        yield BELIEF
    if choice.writes:
        yield SENTENCE
    if in_histories.intersection(choice.finds):
        yield HISTORY


def debrief_scenes(story: Story) -> set[str]:
    """The scenes from the first one on that shows a block of the debrief."""
    order = _order(story)
    shows = [
        order[scene.id]
        for scene in story.scenes.values()
        if any(isinstance(part, Insert) for part in scene.text)
    ]
    first = min(shows, default=len(order))
    return {key for key, at in order.items() if at >= first}


def _order(story: Story) -> dict[str, int]:
    """Where each scene stands: as its act lists it, or behind all that are listed."""
    listed = [scene for act in story.acts.values() for scene in act.scenes]
    return {key: at for at, key in enumerate(dict.fromkeys((*listed, *story.scenes)))}


def _meet(one: Scene, other: Scene) -> bool:
    """Whether some role comes to both."""
    return not one.roles or not other.roles or bool({*one.roles} & {*other.roles})
