"""The compiled story: what `step`, the proof, the cache and every front end run."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from octgame.story.evidence import Card, Entry, Fact, Question, School, Source
from octgame.story.frame import Act, Role, Shore, Variable
from octgame.story.lessons import Lesson
from octgame.story.prose import Paragraph, Prose

RULES = 1
"""The version of the machine's rules; a journal names the one it was played by."""

NEXT, HERE = -1, -2
"""Targets that are no scene: the next of the role's list, and staying."""

NO_ROLE = "none"

Code = tuple[Any, ...]
"""A condition with indices for names: nested tuples, read by `game.conditions`."""


class PassageCode(NamedTuple):
    """A paragraph, or a debrief block (`show`, about `question`), and its condition."""

    paragraph: Paragraph | None
    condition: Code = ()
    show: str = ""
    question: int = -1


class ChoiceCode(NamedTuple):
    """A choice with indices for ids.

    Attributes:
        number: Its bit among the story's once-only choices, or -1.
        sets, adds: (variable, value) and (variable, difference).
        role: The role it sets, or -1.
        puts_out: Cards; `puts_out_it` is for the card of an `each`.
        target: A scene, NEXT or HERE.
        each: The cards that fit an `each` choice as a bit set; 0 for other choices.
        times: How often in one visit an `each` choice may be taken.
        believes: The question, or -1.
        slips: (key, text) of an ordering in the right order.
        weighs: Whether the line that it leaves leads the debrief's list.
        says: A part of the player's own statement.
        right: The flag that says whether the order was right, or the number that says
            how many facts were sorted rightly; -1 for neither.
    """

    key: str
    paragraph: Paragraph
    was: tuple[str, ...]
    condition: Code
    closed: str
    then: tuple[PassageCode, ...]
    finds: tuple[int, ...]
    reveals: tuple[int, ...]
    sets: tuple[tuple[int, int], ...]
    adds: tuple[tuple[int, int], ...]
    role: int
    puts_out: tuple[int, ...]
    puts_out_it: bool
    leaves: str
    weighs: bool
    says: str
    target: int
    number: int
    each: int
    times: int
    believes: int
    slips: tuple[tuple[str, str], ...]
    right: int
    sorts: tuple[int, ...]
    writes: str


class SceneCode(NamedTuple):
    """A scene with indices for ids, its dates and place resolved.

    Attributes:
        roles: A bit set of roles; every bit where everybody comes.
        place: A codex id, or "".
        day: Julian day and minute by which scenes sort, or (0, 0).
        after: Where in the acts' list the scenes after it begin.
        ways: (condition, target) of an automatic scene.
    """

    id: str
    title: str
    act: str
    when: str
    when_short: str
    day: tuple[int, int]
    place: str
    roles: int
    condition: Code
    asks: tuple[int, ...]
    note: str
    step_back: Prose
    shows: tuple[int, ...]
    reveals: tuple[int, ...]
    passages: tuple[PassageCode, ...]
    choices: tuple[ChoiceCode, ...]
    ways: tuple[tuple[Code, int], ...]
    after: int
    ending: bool


Thing = TypeVar("Thing")


class Shelf(Mapping[str, Thing]):
    """Things by id, in the story's order, each made when it is first asked for."""

    def __init__(self, ids: Iterable[str], make: Callable[[str], Thing]) -> None:
        self.ids = tuple(ids)
        self._make = make
        self._made: list[Thing | None] = [None] * len(self.ids)

    def __getitem__(self, key: str) -> Thing:
        return self.nth(self.at[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self.ids)

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def at(self) -> dict[str, int]:
        """Each id's index."""
        return {key: index for index, key in enumerate(self.ids)}

    def nth(self, index: int) -> Thing:
        """The thing at an index."""
        thing = self._made[index]
        if thing is None:
            thing = self._made[index] = self._make(self.ids[index])
        return thing


class Core(NamedTuple):
    """What a program holds beside its shelves.

    Attributes:
        content: A hash of the story as it is played; a journal names it.
        start: The first scene's index.
        roles: Role ids, with `NO_ROLE` first.
        order: Scene indices in the acts' order.
        stops: (scene, roles) of those among them where one stops to choose or to end.
        once: The once-only choices as "scene.choice", by number.
        answers: Each question's answer ids, by index.
        by_title: The ids of codex entries, sources and cards, sorted by title, so that
            a list of thousands can be shown before one of them is unpacked.
    """

    id: str
    title: str
    about: str
    content: str
    start: int
    roles: tuple[str, ...]
    order: tuple[int, ...]
    stops: tuple[tuple[int, int], ...]
    once: tuple[str, ...]
    answers: tuple[tuple[str, ...], ...]
    variables: tuple[Variable, ...]
    outline: tuple[Shore, ...]
    credits: Prose
    by_title: tuple[str, ...]


class Program(NamedTuple):
    """A story, compiled once."""

    core: Core
    scenes: Shelf[SceneCode]
    cards: Shelf[Card]
    facts: Shelf[Fact]
    questions: Shelf[Question]
    codex: Shelf[Entry]
    sources: Shelf[Source]
    schools: Shelf[School]
    roles: Shelf[Role]
    acts: Shelf[Act]
    lessons: Shelf[Lesson]

    def kind_of(self, key: str) -> str:
        """Which shelf an id stands on: "card", "codex" and so on, or ""."""
        for kind in ("cards", "codex", "facts", "questions", "sources", "scenes"):
            shelf: Shelf[object] = getattr(self, kind)
            if key in shelf.at:
                return kind.removesuffix("s") if kind != "codex" else kind
        return ""
