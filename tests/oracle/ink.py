"""A story written out as ink: scenes are knots, what is told of a choice is a tunnel.

What an author writes is translated: scenes and the ways between them, texts, choices
and their conditions, variables, beliefs, cards and the box, orderings and sortings.
`machine.ink` and `box.py` hold what the game asks in every story. The game's wording
of its own questions, of a card's line and of a fact's lines is taken over, and the
order in which slips lie; where and when they stand is not.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from octgame.game import phrases
from octgame.game.compile import compile_story
from octgame.game.sourceline import card_line, fact_lines
from octgame.story.conditions import Expr
from octgame.story.model import Story
from octgame.story.scenes import Choice, Insert, Scene, Text
from oracle.box import box
from oracle.choices import closed, consequences, offered
from oracle.words import all_of, condition, literal, where

MACHINE = Path(__file__).parent / "machine.ink"
FORGET = "~ forget()"


def ink(story: Story) -> str:
    """The story, which has no debrief blocks, as ink source."""
    return "\n".join(_Writer(story).lines()) + "\n"


class _Writer:
    """One story on its way into ink."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.order = [key for act in story.acts.values() for key in act.scenes]

    @cached_property
    def facts(self) -> dict[str, list[str]]:
        """The lines that tell each fact."""
        program = compile_story(self.story)
        return {
            key: [
                f"{block.kind}: {literal(block.plain)}"
                for block in fact_lines(program, fact)
            ]
            for key, fact in self.story.facts.items()
        }

    def lines(self) -> Iterator[str]:
        """The source, line by line."""
        yield f"-> scene_{self.story.start}"
        yield MACHINE.read_text(encoding="utf-8")
        yield from box()
        yield from self._feeds()
        yield from self._variables()
        for card in self.story.cards.values():
            yield f"=== card_{card.id}"
            yield f"card: {literal(card_line(card).plain)}"
            yield "->->"
        yield from self._facts()
        yield from self._acts()
        for scene in self.story.scenes.values():
            yield from self._scene(scene)

    def _facts(self) -> Iterator[str]:
        """A fact is told where it is new, once on a page, and again with the page."""
        for key, told in self.facts.items():
            yield f"=== fact_{key}"
            yield from where(f"since_{key} == 0", f"~ since_{key} = turn")
            new = f"since_{key} == turn and on_{key} != page"
            yield from where(new, f"~ on_{key} = page", *told)
            yield "->->"

    def _feeds(self) -> Iterator[str]:
        for question in self.story.questions.values():
            kept = (f'kept("{card}")' for card in question.feeds)
            yield f"=== function fed_{question.id}()"
            yield f"~ return {' or '.join(kept) or 0}"

    def _variables(self) -> Iterator[str]:
        for variable in self.story.variables.values():
            start = f'"{variable.start}"' if variable.words else int(variable.start)
            yield f"VAR v_{variable.id} = {start}"
        for key in self.story.questions:
            yield f'VAR believes_{key} = "none"'
            yield f"VAR sure_{key} = 0"
        for key in self.story.cards:
            yield f"VAR found_{key} = 0"
        for key in self.story.facts:
            yield f"VAR since_{key} = 0"
            yield f"VAR on_{key} = 0"
        for scene in self.story.scenes.values():
            yield f"VAR seen_{scene.id} = 0"
            for choice in scene.choices:
                yield f"VAR taken_{scene.id}_{choice.key} = 0"
            yield from (f'VAR {name} = ""' for name in _used(scene))

    def _acts(self) -> Iterator[str]:
        """The acts' list as a chain: `to: next` goes down to the first that comes."""
        for place, key in enumerate(self.order):
            scene = self.story.scenes[key]
            roles = " or ".join(f'role == "{role}"' for role in scene.roles)
            comes = all_of(f"({roles})" if roles else "", self._if(scene.condition))
            yield f"=== next_{place}"
            yield from where(comes, f"-> scene_{key}")
            if comes:
                yield f"-> next_{place + 1}"
        yield f"=== next_{len(self.order)}"
        yield "Nothing follows."
        yield "-> END"

    def _scene(self, scene: Scene) -> Iterator[str]:
        yield f"=== text_{scene.id}"
        yield from self._text(scene.text)
        yield from self._lying_open(scene)
        yield "->->"
        yield f"=== scene_{scene.id}"
        if scene.ways:
            yield from self._ways(scene)
            return
        yield f'~ here = "{literal(scene.title)}"'
        yield "~ stayed = 0"
        yield "~ stepped = 0"
        yield from (f'~ {name} = ""' for name in _used(scene))
        if scene.note:
            yield from self._note(scene)
        yield f"-> at_{scene.id}"
        yield from self._page(scene)
        yield from self._choices(scene)

    def _ways(self, scene: Scene) -> Iterator[str]:
        yield f"~ pass(-> text_{scene.id})"
        yield f"~ seen_{scene.id} = 1"
        for way in scene.ways:
            yield from where(self._if(way.condition), f"-> scene_{way.to}")
        if all(way.condition for way in scene.ways):
            yield "No way leads on."
            yield "-> END"

    def _note(self, scene: Scene) -> Iterator[str]:
        yield "-> heading ->"
        yield "-> before ->"
        yield f"note: {literal(scene.note)}"
        yield f"prompt: {phrases.NOTE_PROMPT}"
        yield f"+ [_go_on: {literal(phrases.GO_ON)}]"
        yield f"+ [_step_back: {literal(phrases.STEP_BACK)}]"
        yield "    ~ stepped = 1"
        yield f"- {FORGET}"

    def _page(self, scene: Scene) -> Iterator[str]:
        """The knot that shows the scene anew, whatever has been done in it."""
        yield f"=== at_{scene.id}"
        yield "-> heading ->"
        yield "-> before ->"
        yield from where("stayed == 0 and stepped == 0", f"-> text_{scene.id} ->")
        summary = [f"text: {literal(part.plain)}" for part in scene.step_back]
        yield from where(
            "stayed == 0 and stepped == 1",
            f"heading: {literal(phrases.SUMMARY)}",
            *summary,
            *self._lying_open(scene),
        )
        if scene.ending:
            yield "-> END"
            return
        for choice in scene.choices:
            yield from closed(self.story, scene, choice)
        yield f"<- choices_{scene.id}"
        yield f"<- asides(-> at_{scene.id})"
        yield "-> DONE"

    def _choices(self, scene: Scene) -> Iterator[str]:
        yield f"=== choices_{scene.id}"
        for choice in scene.choices:
            yield from offered(self.story, scene, choice)
        if scene.note:
            yield f"+ {{stepped == 0}} [_step_back: {literal(phrases.STEP_BACK)}]"
            yield f"    {FORGET}"
            yield "    ~ stayed = 0"
            yield "    ~ stepped = 1"
            yield f"    -> at_{scene.id}"
        yield "- -> DONE"
        for choice in scene.choices:
            yield f"=== then_{scene.id}_{choice.key}"
            yield from self._text(choice.then)
            yield from self._told(choice.reveals)
            yield "->->"
            yield from consequences(self.story, scene, choice)
            yield from self._onward(scene, choice)

    def _onward(self, scene: Scene, choice: Choice) -> Iterator[str]:
        """Where a choice leads when nothing is asked any more."""
        if choice.to == "here":
            yield f"-> at_{scene.id}"
            return
        yield f"~ seen_{scene.id} = 1"
        if choice.to != "next":
            yield f"-> scene_{choice.to}"
            return
        listed = scene.id in self.order
        after = self.order.index(scene.id) + 1 if listed else len(self.order)
        yield f"-> next_{after}"

    def _text(self, text: Text) -> Iterator[str]:
        for part in text:
            if isinstance(part, Insert):
                raise TypeError(f"{part.show} is composed, not told")
            kind = "quote" if part.paragraph.quoted else "text"
            # In an `each` choice the author's {card} is the card it was taken for.
            said = literal(part.paragraph.plain).replace(r"\{card\}", "{it_title}")
            yield from where(self._if(part.condition), f"{kind}: {said}")

    def _lying_open(self, scene: Scene) -> Iterator[str]:
        yield from (f"-> card_{card} ->" for card in scene.shows)
        yield from self._told(scene.reveals)
        for key in scene.asks:
            title = literal(self.story.questions[key].title)
            yield f"question: {literal(phrases.OPENS)} {title}"

    def _told(self, facts: Iterable[str]) -> Iterator[str]:
        yield from (f"-> fact_{fact} ->" for fact in facts)

    def _if(self, expr: Expr | None) -> str:
        return condition(expr, self.story.variables)


def _used(scene: Scene) -> Iterator[str]:
    """The variables that remember the cards of the scene's `each` choices."""
    for choice in scene.choices:
        for time in range(choice.each.times if choice.each else 0):
            yield f"used_{scene.id}_{choice.key}_{time}"
