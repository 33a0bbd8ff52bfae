"""What the texts of a story link to."""

from collections.abc import Iterator

from octgame.story.model import Story
from octgame.story.prose import Paragraph
from octgame.story.scenes import Passage, Scene, Text


def links_of(scene: Scene) -> Iterator[str]:
    """What a scene and its choices link to."""
    for paragraph in _of_scene(scene):
        yield from paragraph.links


def linked_to(story: Story) -> set[str]:
    """Everything that some text of a story links to."""
    return {link for paragraph in _every(story) for link in paragraph.links}


def _every(story: Story) -> Iterator[Paragraph]:
    for scene in story.scenes.values():
        yield from _of_scene(scene)
    for card in story.cards.values():
        yield from card.text
    for fact in story.facts.values():
        yield fact.text
    for question in story.questions.values():
        yield from question.text
        yield from (view.text for view in question.views)
    for entry in story.codex.values():
        yield from entry.text
    for school in story.schools.values():
        yield from school.about
    for lesson in story.lessons.values():
        for step in lesson.steps:
            yield from step.text


def _of_scene(scene: Scene) -> Iterator[Paragraph]:
    yield from _told(scene.text)
    for choice in scene.choices:
        yield choice.text
        yield from _told(choice.then)
    yield from scene.step_back


def _told(text: Text) -> Iterator[Paragraph]:
    yield from (part.paragraph for part in text if isinstance(part, Passage))
