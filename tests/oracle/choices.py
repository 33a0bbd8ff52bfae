"""Choices as ink: how they are offered, and what is asked and changed by them."""

from collections.abc import Iterator
from typing import NamedTuple

from octgame.game import phrases
from octgame.game.offers import shuffled
from octgame.story.model import Story
from octgame.story.scenes import Choice, Each, Scene
from oracle.box import PLACES
from oracle.words import all_of, condition, literal, where


class Row(NamedTuple):
    """A line of a choice: per answer or per card there is one, else one in all.

    Attributes:
        there: Whether it is offered at all.
        key: Its identity.
        text: What it says.
        given: What is passed on when it is taken: an answer or a card, and its name.
    """

    there: str
    key: str
    text: str
    given: str


def closed(story: Story, scene: Scene, choice: Choice) -> Iterator[str]:
    """The lines that say why the choice is closed; text must stand before choices."""
    opens = condition(choice.condition, story.variables)
    if choice.closed and opens:
        reason = f"\\({literal(choice.closed)}\\)"
        for row in _rows(story, scene, choice):
            line = f"closed: {row.key}: {row.text} {reason}"
            yield from where(all_of(row.there, f"not {opens}"), line)


def offered(story: Story, scene: Scene, choice: Choice) -> Iterator[str]:
    """The choice where it is open."""
    opens = condition(choice.condition, story.variables)
    rows = _answers if choice.believes else _rows
    for row in rows(story, scene, choice):
        holds = all_of(row.there, opens)
        waits = f"{{{holds}}} " if holds else ""
        yield f"+ {waits}[{row.key}: {row.text}]"
        yield f"    -> take_{scene.id}_{choice.key}({row.given})"


def _rows(story: Story, scene: Scene, choice: Choice) -> Iterator[Row]:
    name, said = f"{scene.id}_{choice.key}", literal(choice.text.plain)
    there = f"taken_{name} == 0" if choice.once else ""
    if not choice.each:
        yield Row(there, choice.key, said, '"", ""')
        return
    fitting = _fitting(story, choice.each)
    last = choice.each.times - 1
    for place in PLACES:
        card, title = f"box_{place}", f"{{title_{place}}}"
        fits = " or ".join(f'{card} == "{each}"' for each in fitting)
        unused = [f"{card} != used_{name}_{time}" for time in range(last)]
        text = said.replace(r"\{card\}", title)
        yield Row(
            all_of(there, f"({fits})", f'used_{name}_{last} == ""', *unused),
            f"{choice.key}\\:{{{card}}}",
            text if text != said else f"{said} {title}",
            f"{card}, title_{place}",
        )


def _answers(story: Story, scene: Scene, choice: Choice) -> Iterator[Row]:
    (row,) = _rows(story, scene, choice)
    for key, answer in story.questions[choice.believes].answers.items():
        said = literal(answer)
        yield Row(
            row.there,
            f"{choice.key}\\:{key}",
            f"{row.text} {said}",
            f'"{key}", "{said}"',
        )


def _fitting(story: Story, each: Each) -> list[str]:
    return [
        card.id
        for card in story.cards.values()
        if (not each.kinds or card.kind in each.kinds)
        and (not each.cards or card.id in each.cards)
        and card.id not in each.but
    ]


def consequences(story: Story, scene: Scene, choice: Choice) -> Iterator[str]:
    """What a choice changes and asks, for a card or an answer."""
    name = f"{scene.id}_{choice.key}"
    yield f"=== take_{name}(item, title)"
    for card in choice.finds:
        yield f"~ temp new_{card} = found_{card} == 0"
    yield from _changes(story, choice)
    yield f"~ taken_{name} = 1"
    yield from (f"~ found_{card} = 1" for card in choice.finds)
    item = "item, title" if choice.each else '"", ""'
    yield f"~ tell(-> then_{name}, {item})"
    yield "~ stayed = 1"
    if choice.each:
        yield from _use(name, choice.each.times)
    for card in choice.puts_out:
        out = "item" if card == "it" else f'"{card}"'
        yield f"~ take_out({out})"
    if choice.believes:
        question = literal(story.questions[choice.believes].title)
        yield f'-> how_sure("{question}", title) ->'
        yield f"~ believes_{choice.believes} = item"
        yield f"~ sure_{choice.believes} = sureness"
    elif choice.orders:
        yield from _orders(choice)
    else:
        yield from _sorts(story, choice)
    for card in choice.finds:
        title = literal(story.cards[card].title)
        asked = f"~ shown = -> card_{card}", f'-> keep("{card}", "{title}") ->'
        yield from where(f"new_{card}", *asked)


def _changes(story: Story, choice: Choice) -> Iterator[str]:
    for key, value in choice.set.items():
        if key == "role":
            yield f'~ role = "{value}"'
        else:
            words = story.variables[key].words
            yield f"~ v_{key} = " + (f'"{value}"' if words else str(int(value)))
    for key, by in choice.add.items():
        least, greatest = story.variables[key].least, story.variables[key].greatest
        yield f"~ v_{key} = v_{key} + {by}"
        yield from where(f"v_{key} < {least}", f"~ v_{key} = {least}")
        yield from where(f"v_{key} > {greatest}", f"~ v_{key} = {greatest}")


def _use(name: str, times: int) -> Iterator[str]:
    """The card goes into the first place that remembers none."""
    yield "{"
    for time in range(times):
        yield f'- used_{name}_{time} == "":'
        yield f"    ~ used_{name}_{time} = item"
    yield "}"


def _orders(choice: Choice) -> Iterator[str]:
    """One slip at a time in rounds; the last one left needs no asking."""
    slips = list(choice.orders.items())
    yield "~ temp right = 1"
    for slip in range(len(slips)):
        yield f"~ temp placed_{slip} = 0"
        yield f'~ temp row_{slip} = ""'
    for turn in range(len(slips) - 1):
        yield "-> heading ->"
        if turn:
            yield f"heading: {literal(phrases.ORDER_SO_FAR)}"
        yield from (f"line: {{row_{before}}}" for before in range(turn))
        yield f"prompt: {literal(phrases.ORDER_PROMPT)}"
        for slip in shuffled(len(slips)):
            key, text = slips[slip][0], literal(slips[slip][1])
            yield f"+ {{placed_{slip} == 0}} [_place\\:{key}: {text}]"
            yield f"    ~ placed_{slip} = 1"
            yield f'    ~ row_{turn} = "{text}"'
            if slip != turn:
                yield "    ~ right = 0"
        yield f"- (placed_after_{turn})"
    if choice.right:
        yield f"~ v_{choice.right} = right"


def _sorts(story: Story, choice: Choice) -> Iterator[str]:
    """One statement at a time, each put down in one of three piles."""
    yield "~ temp alike = 0"
    for fact in choice.sorts:
        yield "-> heading ->"
        yield f"text: {literal(story.facts[fact].text.plain)}"
        yield f"prompt: {literal(phrases.SORT_PROMPT)}"
        for status, text in phrases.STATUSES.items():
            yield f"+ [_sort\\:{status}: {literal(text)}]"
            if status == story.facts[fact].status:
                yield "    ~ alike = alike + 1"
        yield f"- (sorted_{fact})"
    if choice.right:
        yield f"~ v_{choice.right} = alike"
