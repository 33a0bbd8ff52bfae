"""What is to be proved of a story: what must be met, and what must not."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal, NamedTuple

from octgame.authoring.proof.choices import asked_of_it, compared_with_it
from octgame.authoring.proof.codes import ALWAYS, COMPARE, NEVER, UNKNOWN, settled
from octgame.authoring.proof.net import Net
from octgame.authoring.proof.places import Guard, Place
from octgame.authoring.proof.unfold import Unfolded
from octgame.game.program import HERE, ChoiceCode, Code, PassageCode
from octgame.story.prose import Paragraph

Kind = Literal[
    "scene",
    "choice",
    "text",
    "closed",
    "same",
    "shut",
    "dead",
    "broken",
    "trap",
]

WANTED: tuple[Kind, ...] = ("scene", "choice", "text", "closed")
"""What some play must meet; the rest no play may."""

YES: Code = ("number", 1)

NO_WORDS = Paragraph(())


class Goal(NamedTuple):
    """Something to be met, or not to be met.

    Attributes:
        kind: A scene come to, a choice open, a paragraph shown, a choice shown closed;
            two choices open that do the same, no choice open on arrival, none left
            open later, nowhere to go on, no way to an ending.
        scene, choice: Where; -1 for no choice.
        number: Which paragraph, or the other choice; -1 for none.
    """

    kind: Kind
    scene: int
    choice: int = -1
    number: int = -1


class Probe(NamedTuple):
    """Where something is to be met, and when."""

    place: int
    guard: Guard = ()


Goals = dict[Goal, list[Probe]]
"""For each goal the places where it may be met; none where no edge leads to one."""


def goals(net: Net) -> Goals:
    """Everything that is to be proved of a story, at the places of its net."""
    found: Goals = {}
    for index, scene in enumerate(net.program.scenes.values()):
        found[Goal("scene", index)] = []
        for at, choice in enumerate(scene.choices):
            found[Goal("choice", index, at)] = []
            if choice.closed and not choice.each:
                found[Goal("closed", index, at)] = []
            for number in _conditional(choice.then):
                found[Goal("text", index, at, number)] = []
        for number in _conditional(scene.passages):
            found[Goal("text", index, -1, number)] = []
    meeting = _Meeting(net)
    for number, place in enumerate(net.places):
        for goal, guard in meeting.at(place):
            found.setdefault(goal, []).append(Probe(number, guard))
    return found


def unfolded_goals(goals: Goals, net: Unfolded) -> Goals:
    """The same goals at the places of an unfolded net."""
    places: dict[int, list[int]] = {}
    for number, base in enumerate(net.base):
        places.setdefault(base, []).append(number)
    found: Goals = {}
    for goal, probes in goals.items():
        mine = found[goal] = []
        for base, guard in probes:
            plain = net.flow.open(base, guard)
            if plain is None:
                continue
            for number in places.get(base, ()):
                left = net.guard(number, plain) if net.known[number] else plain
                if left is not None:
                    mine.append(Probe(number, left))
    return found


class _Meeting:
    """Says what may be met at a place, and when."""

    def __init__(self, net: Net) -> None:
        self._net = net
        scenes = enumerate(net.program.scenes.values())
        self._automatic = frozenset(("seen", at) for at, code in scenes if code.ways)

    def at(self, place: Place) -> Iterator[tuple[Goal, Guard]]:
        """What is to be met, or not to be met, at a place."""
        kind, scene = place.kind, self._net.program.scenes.nth(place.scene)
        if kind == "broken":
            yield Goal("broken", place.scene), ()
        elif kind in ("told", "again") and place.choice >= 0:
            yield from self._outcome(place, place.choice, (), place.it)
        elif kind == "stay":
            yield from self._choices(place)
        elif kind in ("arrive", "way", "again", "end"):
            yield Goal("scene", place.scene), ()
            if kind != "end" or not scene.note:
                yield from self._text(place, scene.passages, automatic=bool(scene.ways))
            if kind == "arrive" and (shut := self._shut(place)) is not None:
                yield Goal("shut", place.scene), shut

    def _text(
        self, place: Place, passages: tuple[PassageCode, ...], *, automatic: bool
    ) -> Iterator[tuple[Goal, Guard]]:
        """The paragraphs of a scene; those of an automatic one are shown later."""
        ahead = self._automatic - {("seen", place.scene)} if automatic else ()
        hidden = dict.fromkeys(ahead, UNKNOWN)
        for number, code in _conditions(passages, place.role, -1).items():
            guard = _and((), _veiled(code, hidden))
            yield Goal("text", place.scene, -1, number), guard

    def _outcome(
        self, place: Place, index: int, guard: Guard, it: int
    ) -> Iterator[tuple[Goal, Guard]]:
        """The paragraphs of what comes of a choice.

        When they are shown the play may have left the scene already.
        """
        choice = self._net.choices.nth(place.scene, index)
        role = choice.role if choice.role >= 0 else place.role
        hidden: dict[Code, Code] = {("found", card): YES for card in choice.finds}
        hidden.update(dict.fromkeys(self._automatic, UNKNOWN))
        if choice.target != HERE:
            hidden["seen", place.scene] = UNKNOWN if choice.finds else YES
        it = it if it >= 0 and asked_of_it(choice) >> it & 1 else -1
        for number, code in _conditions(choice.then, role, it).items():
            goal = Goal("text", place.scene, index, number)
            yield goal, _and(guard, _veiled(code, hidden))

    def _choices(self, place: Place) -> Iterator[tuple[Goal, Guard]]:
        scene, choices = place.scene, self._net.program.scenes.nth(place.scene).choices
        for index, choice in enumerate(choices):
            tells = self._net.choices.tells(scene, index)
            for guard, item in self._openings(place, index):
                yield Goal("choice", scene, index), guard
                if not tells:
                    yield from self._outcome(place, index, guard, item)
            if choice.closed and not choice.each:
                yield Goal("closed", scene, index), _closed(choice, place.role)
            for other in range(index):
                if does_same(choice, choices[other]):
                    for guard, _ in self._openings(place, index):
                        for beside, _ in self._openings(place, other):
                            yield Goal("same", scene, index, other), guard + beside
        shut = self._shut(place)
        if shut is not None:
            yield Goal("dead", scene), shut

    def _shut(self, place: Place) -> Guard | None:
        """When no choice of a place is open, or None where one always is."""
        guard: list[tuple[Code, bool]] = []
        for index in range(len(self._net.program.scenes.nth(place.scene).choices)):
            for opening, _ in self._openings(place, index):
                if not opening:
                    return None
                guard.append((_all(opening), False))
        return tuple(guard)

    def _openings(self, place: Place, index: int) -> Iterator[tuple[Guard, int]]:
        return self._net.choices.openings(place.scene, place.role, index)


def does_same(one: ChoiceCode, other: ChoiceCode) -> bool:
    """Whether it makes no difference at all which of two choices is made."""
    if one.target == HERE and (one.number >= 0 or other.number >= 0):
        return False  # each takes itself off the page
    return _effect(one) == _effect(other)


def _effect(choice: ChoiceCode) -> ChoiceCode:
    """A choice without its words, and without when it is open."""
    return choice._replace(
        key="", paragraph=NO_WORDS, was=(), closed="", condition=ALWAYS, number=-1
    )


def _closed(choice: ChoiceCode, role: int) -> Guard:
    """When a choice is shown closed."""
    guard: Guard = ((settled(choice.condition, role) or YES, False),)
    return (*guard, (("taken", choice.number), False)) if choice.number >= 0 else guard


def _all(guard: Guard) -> Code:
    parts = [code if wanted else ("not", code) for code, wanted in guard]
    return ("and", *parts) if len(parts) > 1 else parts[0]


def _and(guard: Guard, code: Code) -> Guard:
    return (*guard, (code, True)) if code != ALWAYS else guard


def _veiled(code: Code, hidden: Mapping[Code, Code]) -> Code:
    """A condition with other codes for some of its atoms."""
    if not code:
        return code
    operation, *parts = code
    if code in hidden:
        return hidden[code]
    if operation in ("and", "or", "not") or operation in COMPARE:
        return (operation, *(_veiled(part, hidden) for part in parts))
    return code


def _conditional(passages: tuple[PassageCode, ...]) -> list[int]:
    """The paragraphs that are not always shown."""
    return [number for number, passage in enumerate(passages) if passage.condition]


@cache
def _conditions(
    passages: tuple[PassageCode, ...], role: int, it: int
) -> dict[int, Code]:
    """The conditions of paragraphs that may hold for a role and a card, by number."""
    asking = _conditional(passages) if it < 0 else _asking(passages).get(it, [])
    found = {**_conditions(passages, role, -1)} if it >= 0 else {}
    for number in asking:
        found.pop(number, None)
        code = settled(passages[number].condition, role, it)
        if code != NEVER:
            found[number] = code
    return found


@cache
def _asking(passages: tuple[PassageCode, ...]) -> dict[int, list[int]]:
    """The paragraphs whose conditions compare `it` with a card, by card."""
    found: dict[int, list[int]] = {}
    for number, passage in enumerate(passages):
        for card in compared_with_it(passage.condition):
            found.setdefault(card, []).append(number)
    return found
