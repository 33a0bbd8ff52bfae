"""A story as a net: places, and edges between them with conditions and changes.

It is the same machine as `game.step`, cut at the author's choices: what the engine
asks on the way (to keep a card, how sure) is any of the answers that there are.
"""

from collections.abc import Iterator

from octgame.authoring.proof.choices import Choices
from octgame.authoring.proof.codes import ALWAYS, NEVER, UNKNOWN, atoms, settled
from octgame.authoring.proof.places import Edge, Guard, Kind, Place
from octgame.authoring.proof.variables import Change, Variables
from octgame.game.program import HERE, NEXT, Code, PassageCode, Program

NOBODY = 0
"""The role that a play begins as."""


class Net:
    """The places of a story and the edges between them, from its start.

    Attributes:
        program: The story.
        variables: What the edges read and change.
        choices: What they are made of.
        places: Every place; the first is the start.
        out: The edges out of each place.
        begins: What coming to the start changes.
    """

    def __init__(self, program: Program) -> None:
        self.program = program
        self.variables = Variables(program)
        self.choices = Choices(program, self.variables)
        self.places: list[Place] = []
        self.out: list[list[Edge]] = []
        self._number: dict[Place, int] = {}
        self._into(program.core.start, NOBODY)
        self.begins = self.choices.coming(program.core.start)
        for number, place in enumerate(self.places):  # it grows on the way
            self.out[number] += self._edges(number, place)

    def _edges(self, number: int, place: Place) -> Iterator[Edge]:
        if place.kind == "arrive" and self.choices.linger(place.scene):
            yield Edge(number, self._at(place._replace(kind="stay")), ())
        elif place.kind in ("arrive", "stay"):
            for index in range(len(self.program.scenes.nth(place.scene).choices)):
                yield from self._choice(number, place, index)
        elif place.kind == "way":
            yield from self._ways(number, place)
        elif place.kind == "leave":
            yield from self._list(number, place)

    def _at(self, place: Place) -> int:
        number = self._number.get(place)
        if number is None:
            number = self._number[place] = len(self.places)
            self.places.append(place)
            self.out.append([])
        return number

    def _into(self, scene: int, role: int) -> int:
        code = self.program.scenes.nth(scene)
        kind: Kind = "end" if code.ending else "way" if code.ways else "arrive"
        return self._at(Place(kind, scene, role))

    def _choice(self, number: int, place: Place, index: int) -> Iterator[Edge]:
        scene, choices = place.scene, self.choices
        choice = choices.nth(scene, index)
        role = choice.role if choice.role >= 0 else place.role
        target, coming = self._onward(scene, role, choice.target)
        onward = choices.finds(scene, index) + coming
        rarer: dict[int, Edge] = {}  # whichever card it is made with, nothing changes
        tells = choices.tells(scene, index)
        for guard, item in choices.openings(scene, place.role, index, asked=tells):
            changes = choices.changes(scene, index, item)
            if tells:
                asks = item >= 0 and choices.asked_of_it(scene, index) >> item & 1
                it = item if asks else -1
                told = self._at(Place("told", scene, place.role, index, it))
                yield Edge(number, told, guard, changes, index, item)
                if not self.out[told]:
                    self.out[told].append(Edge(told, target, (), onward))
                    self._told_again(told, role)
            elif item < 0 or target != number or not self._of_visit(changes + onward):
                yield Edge(number, target, guard, changes + onward, index, item)
            else:
                rarer.setdefault(index, Edge(number, target, ((UNKNOWN, True),)))
        yield from rarer.values()

    def _of_visit(self, changes: tuple[Change, ...]) -> bool:
        """Whether changes only make an `each` choice rarer in this visit."""
        names = self.variables.names
        return all(names[change.variable][0] in ("count", "used") for change in changes)

    def _told_again(self, told: int, role: int) -> None:
        _, scene, _, index, _ = self.places[told]
        choice = self.choices.nth(scene, index)
        known: Guard = tuple((("found", card), True) for card in choice.finds)
        stops = self._stops(scene, role, choice.target)
        self._again(told, choice.then, role, known, stops)

    def _again(
        self,
        number: int,
        passages: tuple[PassageCode, ...],
        role: int,
        guard: Guard,
        stops: list[bool],
    ) -> None:
        """A text stays on the page while cards are put out, where nothing is asked.

        Args:
            number: Where it is told.
            passages: What is told.
            role: To whom.
            guard: When nothing is asked before.
            stops: Whether cards can be put out, wherever it may lead from here.
        """
        place = self.places[number]
        codes = [settled(p.condition, role, place.it) for p in passages]
        kept = any(atom[0] == "kept" for code in codes for atom in atoms(code))
        if kept and any(stops):
            again = self._at(place._replace(kind="again"))
            perhaps: Guard = () if all(stops) else ((UNKNOWN, True),)
            self.out[number].append(Edge(number, again, guard + perhaps))

    def _stops(self, scene: int, role: int, target: int) -> list[bool]:
        """Whether cards can be put out in each place where a target may lead."""
        scenes = self.program.scenes
        if target == HERE:
            return [True]
        ahead = {target}
        if target == NEXT:
            after = scenes.nth(scene).after
            order = self.program.core.order[after:]
            ahead = {to for to in order if scenes.nth(to).roles >> role & 1}
        new = list(ahead)
        while new:
            ways = {to for _, to in scenes.nth(new.pop()).ways} - ahead
            ahead |= ways
            new += ways
        codes = [code for code in map(scenes.nth, ahead) if not code.ways]
        return [not (code.ending or code.note) for code in codes]

    def _onward(
        self, scene: int, role: int, target: int
    ) -> tuple[int, tuple[Change, ...]]:
        """Where a target leads, and what going there changes."""
        if target == HERE:
            return self._at(Place("stay", scene, role)), ()
        seen = self.variables.put(1, "seen", scene)
        if target == NEXT:
            return self._at(Place("leave", scene, role)), (seen,)
        return self._into(target, role), (seen, *self.choices.coming(target))

    def _list(self, number: int, place: Place) -> Iterator[Edge]:
        """The next scene of the list that this role comes to."""
        scenes = self.program.scenes
        after = scenes.nth(place.scene).after
        listed = [
            (settled(scenes.nth(scene).condition, place.role), scene)
            for scene in self.program.core.order[after:]
            if scenes.nth(scene).roles >> place.role & 1
        ]
        return self._first(number, place, listed)

    def _ways(self, number: int, place: Place) -> Iterator[Edge]:
        scene = self.program.scenes.nth(place.scene)
        ways = [(settled(code, place.role), to) for code, to in scene.ways]
        stops = self._stops(place.scene, place.role, place.scene)
        self._again(number, scene.passages, place.role, (), stops)
        return self._first(number, place, ways)

    def _first(
        self, number: int, place: Place, ways: list[tuple[Code, int]]
    ) -> Iterator[Edge]:
        """The first of some ways whose condition holds."""
        before: Guard = ()
        for condition, scene in ways:
            if condition == NEVER:
                continue
            target = self._into(scene, place.role)
            holds: Guard = ((condition, True),) if condition != ALWAYS else ()
            yield Edge(number, target, before + holds, self.choices.coming(scene))
            if condition == ALWAYS:
                return
            before += ((condition, False),)
        broken = self._at(Place("broken", place.scene, place.role))
        yield Edge(number, broken, before)
