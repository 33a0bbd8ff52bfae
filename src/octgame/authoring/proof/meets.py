"""What a play meets: what the page of a state shows, what a choice gives."""

from collections.abc import Iterator
from typing import NamedTuple

from octgame.game.conditions import holds
from octgame.game.program import PassageCode, Program
from octgame.game.state import State


class Spot(NamedTuple):
    """Something that can be met in a story, by index.

    Attributes:
        kind: A scene, a choice that is open or shown closed, or a paragraph.
        choice: -1 for none.
        number: Which paragraph, or -1.
    """

    kind: str
    scene: int
    choice: int = -1
    number: int = -1


def shown(program: Program, state: State) -> Iterator[Spot]:
    """The scenes and paragraphs on the page of a state."""
    for index in (*state.passed, state.scene):
        yield Spot("scene", index)
        if index != state.scene or not (state.asks or state.stayed or state.stepped):
            passages = program.scenes.nth(index).passages
            yield from _told(state, index, -1, passages)
    if state.telling and state.telling[1] >= 0:
        scene, choice, card = state.telling
        then = program.scenes.nth(scene).choices[choice].then
        yield from _told(state, scene, choice, then, it=card)


def _told(
    state: State,
    scene: int,
    choice: int,
    passages: tuple[PassageCode, ...],
    *,
    it: int = -1,
) -> Iterator[Spot]:
    for number, passage in enumerate(passages):
        if holds(passage.condition, state, it):
            yield Spot("text", scene, choice, number)
