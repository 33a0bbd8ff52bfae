"""From what an author wrote to what is run: ids become indices, dates become words."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from octgame.game.codes import Indices, code_of
from octgame.game.program import (
    HERE,
    NEXT,
    NO_ROLE,
    ChoiceCode,
    Code,
    Core,
    PassageCode,
    Program,
    SceneCode,
    Shelf,
)
from octgame.game.state import bits
from octgame.story import calendar
from octgame.story.conditions import Expr
from octgame.story.frame import Value, Variable
from octgame.story.model import Story
from octgame.story.scenes import Choice, Each, Insert, Scene, Text

UNNAMED = "0" * 16
"""The content of a story that was read from no file."""

WORDS = {"next": NEXT, "here": HERE}
T = TypeVar("T")


def compile_story(story: Story, content: str = UNNAMED) -> Program:
    """Compile a story that `octgame check` finds no error in.

    Args:
        story: What was read.
        content: A hash of what it was read from, 16 hexadecimal digits.
    """
    compiler = _Compiler(story)
    scenes = compiler.scenes()
    core = Core(
        id=story.id,
        title=story.title,
        about=story.about,
        content=content,
        start=list(story.scenes).index(story.start),
        roles=(NO_ROLE, *story.roles),
        order=tuple(compiler.order),
        stops=tuple(compiler.stops()),
        once=tuple(compiler.once),
        answers=tuple(tuple(q.answers) for q in story.questions.values()),
        variables=tuple(story.variables.values()),
        outline=story.outline,
        credits=story.credits,
        by_title=_by_title(story),
    )
    return Program(
        core=core,
        scenes=_shelf(scenes),
        cards=_shelf(story.cards),
        facts=_shelf(story.facts),
        questions=_shelf(story.questions),
        codex=_shelf(story.codex),
        sources=_shelf(story.sources),
        schools=_shelf(story.schools),
        roles=_shelf(story.roles),
        acts=_shelf(story.acts),
        lessons=_shelf(story.lessons),
    )


def _by_title(story: Story) -> tuple[str, ...]:
    shelves = (story.codex, story.sources, story.cards)
    titles = {key: thing.title for shelf in shelves for key, thing in shelf.items()}
    return tuple(sorted(titles, key=lambda key: titles[key].casefold()))


def _shelf(things: Mapping[str, T]) -> Shelf[T]:
    return Shelf(things, things.__getitem__)


class _Compiler:
    """The indices of one story, and what becomes of its scenes."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.scene = _indices(story.scenes)
        self.card = _indices(story.cards)
        self.fact = _indices(story.facts)
        self.question = _indices(story.questions)
        self.variable = _indices(story.variables)
        self.role = _indices((NO_ROLE, *story.roles))
        listed = [(key, a.id) for a in story.acts.values() for key in a.scenes]
        self.order = [self.scene[key] for key, _ in listed]
        self.act = dict(listed)
        self.after: dict[str, int] = {}
        for number, (key, _) in enumerate(listed, start=1):
            self.after.setdefault(key, number)
        self.once: list[str] = []
        self.indices = Indices(
            scene=self.scene,
            card=self.card,
            question=self.question,
            variable=self.variable,
            role=self.role,
            words={k: v.words for k, v in story.variables.items() if v.words},
            answers={k: tuple(q.answers) for k, q in story.questions.items()},
            feeds={k: q.feeds for k, q in story.questions.items()},
        )

    def scenes(self) -> dict[str, SceneCode]:
        """Every scene, compiled."""
        return {key: self._scene(scene) for key, scene in self.story.scenes.items()}

    def stops(self) -> Iterator[tuple[int, int]]:
        """(scene, roles) of the scenes in the acts where one stops."""
        for act in self.story.acts.values():
            for key in act.scenes:
                scene = self.story.scenes[key]
                if not scene.ways:
                    yield self.scene[key], self._roles(scene)

    def _roles(self, scene: Scene) -> int:
        return bits(self.role[role] for role in scene.roles or self.role)

    def _scene(self, scene: Scene) -> SceneCode:
        when = scene.when
        place = self.story.codex.get(scene.where)
        return SceneCode(
            id=scene.id,
            title=scene.title,
            act=self.act.get(scene.id, ""),
            when=calendar.show(when) if when else "",
            when_short=calendar.show_short(when) if when else "",
            day=calendar.order_key(when) if when else (0, 0),
            place=place.id if place else "",
            roles=self._roles(scene),
            condition=self._code(scene.condition),
            asks=tuple(self.question[key] for key in scene.asks),
            note=scene.note,
            step_back=scene.step_back,
            shows=tuple(self.card[key] for key in scene.shows),
            reveals=tuple(self.fact[key] for key in scene.reveals),
            passages=self._passages(scene.text),
            choices=tuple(self._choice(scene, choice) for choice in scene.choices),
            ways=tuple((self._code(w.condition), self.scene[w.to]) for w in scene.ways),
            after=self.after.get(scene.id, len(self.order)),
            ending=scene.ending,
        )

    def _passages(self, text: Text) -> tuple[PassageCode, ...]:
        return tuple(
            PassageCode(
                None,
                self._code(part.condition),
                part.show,
                self.question.get(part.question, -1),
            )
            if isinstance(part, Insert)
            else PassageCode(part.paragraph, self._code(part.condition))
            for part in text
        )

    def _choice(self, scene: Scene, choice: Choice) -> ChoiceCode:
        number = -1
        if choice.once:
            number = len(self.once)
            self.once.append(f"{scene.id}.{choice.key}")
        each = choice.each
        return ChoiceCode(
            key=choice.key,
            paragraph=choice.text,
            was=choice.was,
            condition=self._code(choice.condition),
            closed=choice.closed,
            then=self._passages(choice.then),
            finds=tuple([self.card[key] for key in choice.finds]),
            reveals=tuple([self.fact[key] for key in choice.reveals]),
            sets=tuple(
                [
                    (self.variable[key], value_of(self.story.variables[key], value))
                    for key, value in choice.set.items()
                    if key != "role"
                ]
            ),
            adds=tuple([(self.variable[k], by) for k, by in choice.add.items()]),
            role=self.role[str(choice.set["role"])] if "role" in choice.set else -1,
            puts_out=tuple([self.card[key] for key in choice.puts_out if key != "it"]),
            puts_out_it="it" in choice.puts_out,
            leaves=choice.leaves,
            weighs=choice.weighs,
            says=choice.says,
            target=self.scene[choice.to]
            if choice.to in self.scene
            else WORDS[choice.to],
            number=number,
            each=self._fitting(each) if each else 0,
            times=each.times if each else 0,
            believes=self.question.get(choice.believes, -1),
            slips=tuple(choice.orders.items()),
            right=self.variable.get(choice.right, -1),
            sorts=tuple([self.fact[key] for key in choice.sorts]),
            writes=choice.writes,
        )

    def _fitting(self, each: Each) -> int:
        return bits(
            self.card[card.id]
            for card in self.story.cards.values()
            if (not each.kinds or card.kind in each.kinds)
            and (not each.cards or card.id in each.cards)
            and card.id not in each.but
        )

    def _code(self, condition: Expr | None) -> Code:
        return code_of(condition, self.indices) if condition is not None else ()


def value_of(variable: Variable, value: Value) -> int:
    """A variable's value as the number that a state holds."""
    return variable.words.index(str(value)) if variable.words else int(value)


def _indices(keys: Iterable[str]) -> dict[str, int]:
    return {key: index for index, key in enumerate(keys)}
