"""Everything that is wrong with a story, beyond what reading it tells."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from octgame.authoring import unused
from octgame.authoring.findings import Positions, Report, proved
from octgame.authoring.linked import linked
from octgame.authoring.proof.whole import prove
from octgame.game.compile import compile_story
from octgame.loading.diagnostics import Diagnostic, Diagnostics
from octgame.loading.load import Loaded
from octgame.story.calendar import order_key
from octgame.story.model import Story

if TYPE_CHECKING:
    from octgame.story.scenes import Scene


def findings(loaded: Loaded, *, proof: bool = True) -> list[Diagnostic]:
    """Every finding on a story, those of reading it first, by position.

    Args:
        loaded: The story as it was read.
        proof: Whether it is also proved what plays meet, which takes longer.
    """
    into = Diagnostics(loaded.diagnostics.sources)
    into.take(loaded.diagnostics)
    if loaded.story is not None:
        for one in _of_story(loaded.story, loaded.positions, proof=proof):
            into.add(one)
    return sorted(into.found, key=lambda one: (one.at, one.code))


def _of_story(
    story: Story, positions: Positions, *, proof: bool
) -> Iterator[Diagnostic]:
    report = Report(positions)
    program = compile_story(story)
    yield from _unused(story, report)
    yield from _out_of_order(story, report)
    yield from _astray(story, report)
    certain = set(program.scenes) - linked(program)
    yield from (
        report(
            ("scenes", scene),
            "unreachable-scene",
            f"no choice and no act leads to the scene “{scene}”",
            "Name it in an act, in a `to:` or in `ways:`.",
            "error",
        )
        for scene in program.scenes
        if scene in certain
    )
    if proof:
        yield from proved(program, prove(program), certain, report)


def _unused(story: Story, report: Report) -> Iterator[Diagnostic]:
    read, written = unused.names_read(story), unused.variables_set(story)
    for name in story.variables:
        if name not in read:
            message = f"no condition reads the variable “{name}”"
            yield report(("story", "variables", name), "never-read", message)
        if name not in written:
            message = f"no choice sets the variable “{name}”"
            yield report(("story", "variables", name), "never-set", message)
    used = [
        ("cards", story.cards, unused.cards_used(story), "found or shown"),
        ("facts", story.facts, unused.facts_told(story), "told"),
        ("sources", story.sources, unused.sources_named(story), "named"),
    ]
    for section, things, known, how in used:
        for key in things:
            if key not in known:
                message = f"nowhere is “{key}” {how}"
                yield report((section, key), "unused", message)


def _out_of_order(story: Story, report: Report) -> Iterator[Diagnostic]:
    """Within an act a scene does not come before what its role met before."""
    for act in story.acts.values():
        latest: dict[str, Scene] = {}
        for key in act.scenes:
            scene = story.scenes[key]
            if scene.when is None:
                continue
            now = order_key(scene.when)
            roles = scene.roles or (*story.roles, "")
            for before in (latest[role] for role in roles if role in latest):
                if before.when is not None and now < order_key(before.when):
                    message = f"“{key}” is earlier than “{before.id}” before it"
                    hint = f"Reorder the act “{act.id}”, or mend the date."
                    yield report(("scenes", key, "when"), "out-of-order", message, hint)
                    break
            latest.update(dict.fromkeys(roles, scene))


def _astray(story: Story, report: Report) -> Iterator[Diagnostic]:
    """`to: next` means nothing in a scene that stands in no act."""
    listed = {key for act in story.acts.values() for key in act.scenes}
    for scene in story.scenes.values():
        if scene.id in listed:
            continue
        for choice in scene.choices:
            if choice.to == "next":
                yield report(
                    ("scenes", scene.id, "choices", choice.key),
                    "next-of-nothing",
                    f"“{scene.id}” stands in no act, so nothing comes next",
                    "Give the choice a `to:`, or name the scene in an act.",
                    "error",
                )
