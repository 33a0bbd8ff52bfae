"""How much of a story several plays have met, in numbers that give nothing away."""

from collections.abc import Iterable
from typing import NamedTuple

from octgame.game.play import Play
from octgame.game.program import Program
from octgame.game.state import bits


class Count(NamedTuple):
    """So many of so many."""

    name: str
    have: int
    there: int


class Progress(NamedTuple):
    """What the plays of one story come to.

    Attributes:
        plays: How many there are.
        ended: How many of them are finished.
        roles: (name, whether a play in it was finished) of every role of the story.
        counts: Scenes, cards, facts and questions met.
    """

    plays: int
    ended: int
    roles: tuple[tuple[str, bool], ...]
    counts: tuple[Count, ...]

    @property
    def heard(self) -> Count:
        """The witnesses that were heard to the end."""
        return Count("Witnesses heard", sum(e for _, e in self.roles), len(self.roles))


def progress(program: Program, plays: Iterable[Play]) -> Progress:
    """What some plays met together: each thing counts once."""
    scenes = found = known = opened = 0
    made = ended = 0
    heard: set[int] = set()
    for play in plays:
        made += 1
        state = play.state
        scenes |= state.seen | 1 << state.scene
        known |= state.known
        opened |= state.opened
        found |= state.found
        if state.ended:
            ended += 1
            heard.add(state.role)
    for index, scene in enumerate(program.scenes.values()):
        if scenes >> index & 1:
            found |= bits(scene.shows)
    roles = tuple(
        (role.name, program.core.roles.index(role.id) in heard)
        for role in program.roles.values()
    )
    return Progress(
        plays=made,
        ended=ended,
        roles=roles,
        counts=(
            _count("Scenes", scenes, len(program.scenes)),
            _count("Cards seen", found, len(program.cards)),
            _count("Facts met", known, len(program.facts)),
            _count("Questions opened", opened, len(program.questions)),
        ),
    )


def _count(name: str, met: int, there: int) -> Count:
    return Count(name, met.bit_count(), there)
