"""What is to be proved of a story: what must be met, and what must not."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal, NamedTuple

from octgame.authoring.proof.choices import compared_with_it
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
        kind: A scene come to, a choice open, a paragraph shown, a choice closed;
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
            if closes(choice):
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
            asked = net.variables.asked(plain)
            for number in places.get(base, ()):
                left = net.guard(number, plain, asked)
                if left is not None:
                    mine.append(Probe(number, left))
    return found


class _Meeting:
    """Says what may be met at a place, and when."""

    def __init__(self, net: Net) -> None:
        self._net = net
        scenes = enumerate(net.program.scenes.values())
        automatic = [("seen", at) for at, code in scenes if code.ways]
        self._automatic = dict.fromkeys(automatic, UNKNOWN)
        # By number, for texts take long to hash.
        self._asking = cache(self._asking_of)
        self._shown = cache(self._shown_of)
        self._told = cache(self._told_of)
        self._alike = cache(self._alike_in)

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
                yield from self._text(place, automatic=bool(scene.ways))
            if kind == "arrive" and (shut := self._shut(place)) is not None:
                yield Goal("shut", place.scene), shut
            if kind == "arrive" and not self._net.choices.linger(place.scene):
                yield from self._choices(place)

    def _text(self, place: Place, *, automatic: bool) -> Iterator[tuple[Goal, Guard]]:
        """The paragraphs of a scene; those of an automatic one are shown later."""
        hidden = {**self._automatic} if automatic else {}
        hidden.pop(("seen", place.scene), None)
        for number, code in self._shown(place.scene, -1, place.role, -1).items():
            guard = _and((), _veiled(code, hidden))
            yield Goal("text", place.scene, -1, number), guard

    def _outcome(
        self, place: Place, index: int, guard: Guard, it: int
    ) -> Iterator[tuple[Goal, Guard]]:
        """The paragraphs of what comes of a choice."""
        choices = self._net.choices
        own = choices.nth(place.scene, index).role
        role = own if own >= 0 else place.role
        asks = it >= 0 and choices.asked_of_it(place.scene, index) >> it & 1
        it = it if asks else -1
        for goal, code in self._told(place.scene, index, role, it):
            yield goal, _and(guard, code)

    def _told_of(
        self, scene: int, index: int, role: int, it: int
    ) -> list[tuple[Goal, Code]]:
        """The paragraphs of what comes of a choice, and when each is shown.

        When they are shown the play may have left the scene already.
        """
        choice = self._net.choices.nth(scene, index)
        hidden: dict[Code, Code] = {("found", card): YES for card in choice.finds}
        hidden.update(self._automatic)
        if choice.target != HERE:
            hidden["seen", scene] = UNKNOWN if choice.finds else YES
        return [
            (Goal("text", scene, index, number), _veiled(code, hidden))
            for number, code in self._shown(scene, index, role, it).items()
        ]

    def _shown_of(self, scene: int, index: int, role: int, it: int) -> dict[int, Code]:
        """The conditions of paragraphs that may hold for a role and a card, by number.

        Args:
            scene: Where.
            index: The choice whose outcome it is, -1 for the scene's own text.
            role: For whom.
            it: The card, or -1 for none that a condition names.
        """
        passages = self._passages(scene, index)
        if it >= 0:
            asking, found = (
                self._asking(scene, index).get(it, []),
                self._shown(scene, index, role, -1).copy(),
            )
        else:
            asking, found = _conditional(passages), {}
        for number in asking:
            found.pop(number, None)
            code = settled(passages[number].condition, role, it)
            if code != NEVER:
                found[number] = code
        return found

    def _asking_of(self, scene: int, index: int) -> dict[int, list[int]]:
        """The paragraphs whose conditions compare `it` with a card, by card."""
        found: dict[int, list[int]] = {}
        for number, passage in enumerate(self._passages(scene, index)):
            for card in compared_with_it(passage.condition):
                found.setdefault(card, []).append(number)
        return found

    def _passages(self, scene: int, index: int) -> tuple[PassageCode, ...]:
        there = self._net.program.scenes.nth(scene)
        return there.passages if index < 0 else there.choices[index].then

    def _choices(self, place: Place) -> Iterator[tuple[Goal, Guard]]:
        scene, choices = place.scene, self._net.program.scenes.nth(place.scene).choices
        for index, choice in enumerate(choices):
            tells = self._net.choices.tells(scene, index)
            for guard, item in self._openings(place, index):
                yield Goal("choice", scene, index), guard
                if not tells:
                    yield from self._outcome(place, index, guard, item)
            if closes(choice):
                yield Goal("closed", scene, index), _closed(choice, place.role)
            for other in self._alike(scene, index):
                for guard, _ in self._openings(place, index):
                    for beside, _ in self._openings(place, other):
                        yield Goal("same", scene, index, other), guard + beside
        shut = self._shut(place)
        if shut is not None:
            yield Goal("dead", scene), shut

    def _alike_in(self, scene: int, index: int) -> list[int]:
        """The choices before one in its scene that do the same."""
        choices = self._net.program.scenes.nth(scene).choices
        return [at for at in range(index) if does_same(choices[index], choices[at])]

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
    if one.target != other.target:
        return False  # most differ in this
    return _effect(one) == _effect(other)


def _effect(choice: ChoiceCode) -> ChoiceCode:
    """A choice without its words, and without when it is open."""
    return choice._replace(
        key="", paragraph=NO_WORDS, was=(), closed="", condition=ALWAYS, number=-1
    )


def closes(choice: ChoiceCode) -> bool:
    """Whether a choice is meant to be closed at times."""
    return choice.condition != ALWAYS and not choice.each


def _closed(choice: ChoiceCode, role: int) -> Guard:
    """When a choice is closed, whether that is shown or not."""
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
