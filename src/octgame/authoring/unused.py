"""What a story declares and never uses: dead weight, or a slip of the author's."""

from collections.abc import Iterator

from octgame.authoring.findings import Report
from octgame.authoring.links import linked_to
from octgame.loading.diagnostics import Diagnostic
from octgame.story.conditions import (
    Both,
    Call,
    Compare,
    Either,
    Expr,
    Name,
    Not,
)
from octgame.story.lessons import Step
from octgame.story.model import Story
from octgame.story.scenes import Choice, Scene


def check_uses(story: Story, report: Report) -> Iterator[Diagnostic]:
    """What is declared and not used, in part or at all."""
    read, written = names_read(story), variables_set(story)
    for name in story.variables:
        path = ("story", "variables", name)
        if name not in read and name not in written:
            message = f"nowhere is the variable “{name}” set or read"
            yield report(path, "unused", message)
        elif name not in read:
            message = f"no condition reads the variable “{name}”"
            yield report(path, "never-read", message)
        elif name not in written:
            message = f"no choice sets the variable “{name}”"
            yield report(path, "never-set", message)
    used = [
        ("cards", story.cards, cards_used(story), "found or shown"),
        ("facts", story.facts, facts_told(story), "told"),
        ("sources", story.sources, sources_named(story), "named"),
    ]
    for section, things, known, how in used:
        for key in things:
            if key not in known:
                message = f"nowhere is “{key}” {how}"
                yield report((section, key), "unused", message)
    met = entries_met(story) if story.codex else set()
    for key in story.codex:
        if key not in met:
            message, hint = f"no text links to “{key}”", f"Link to it: [words]({key})"
            yield report(("codex", key), "unused", message, hint)


def names_read(story: Story) -> set[str]:
    """Every variable, scene, card and question that some condition reads."""
    return {
        name
        for scene in story.scenes.values()
        for condition in conditions_of(scene)
        for name in names_in(condition)
    }


def variables_set(story: Story) -> set[str]:
    """Every variable that some choice sets, adds to or orders into."""
    return {
        name
        for choice in choices_of(story)
        for name in (*choice.set, *choice.add, choice.right)
    }


def cards_used(story: Story) -> set[str]:
    """Every card that is found or lies open somewhere, or on a class's table."""
    laid = {card for step in steps_of(story) for card in step.cards}
    return laid | {
        card
        for scene in story.scenes.values()
        for card in (
            *scene.shows,
            *(c for choice in scene.choices for c in choice.finds),
        )
    }


def facts_told(story: Story) -> set[str]:
    """Every fact that a scene, choice or lesson tells, or that is to be sorted."""
    projected = {fact for step in steps_of(story) for fact in step.facts}
    return projected | {
        fact
        for scene in story.scenes.values()
        for fact in (
            *scene.reveals,
            *(f for choice in scene.choices for f in (*choice.reveals, *choice.sorts)),
        )
    }


def sources_named(story: Story) -> set[str]:
    """Every source that a card, fact, view, codex entry or lesson names."""
    named = {card.source for card in story.cards.values()}
    for fact in story.facts.values():
        named.update(fact.sources, (account.source for account in fact.accounts))
    for question in story.questions.values():
        named.update(source for view in question.views for source in view.sources)
    for entry in story.codex.values():
        named.update(entry.sources)
    for step in steps_of(story):
        named.update(step.sources)
    return named


def entries_met(story: Story) -> set[str]:
    """Every codex entry that a text links to, or that is the place of a scene."""
    return linked_to(story) | {scene.where for scene in story.scenes.values()}


def choices_of(story: Story) -> Iterator[Choice]:
    """Every choice of every scene."""
    for scene in story.scenes.values():
        yield from scene.choices


def steps_of(story: Story) -> Iterator[Step]:
    """Every step of every lesson."""
    for lesson in story.lessons.values():
        yield from lesson.steps


def conditions_of(scene: Scene) -> Iterator[Expr]:
    """Every condition in a scene: its own, its ways', its texts' and its choices'."""
    held = [scene.condition, *(way.condition for way in scene.ways)]
    held += [choice.condition for choice in scene.choices]
    texts = [scene.text, *(choice.then for choice in scene.choices)]
    held += [part.condition for text in texts for part in text]
    yield from (condition for condition in held if condition is not None)


def names_in(expr: Expr) -> Iterator[str]:
    """The variables, scenes, cards and questions that a condition reads."""
    match expr:
        case Both(parts) | Either(parts):
            for part in parts:
                yield from names_in(part)
        case Not(operand):
            yield from names_in(operand)
        case Compare(_, left, right):
            yield from names_in(left)
            yield from names_in(right)
        case Call(function, argument) if function != "fed":
            yield argument
        case Name(text):
            yield text
