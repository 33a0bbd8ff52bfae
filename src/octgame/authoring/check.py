"""Everything that is wrong with a story, beyond what reading it tells."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from octgame.authoring import unused
from octgame.authoring.explore import Reached, linked, passages_of
from octgame.authoring.reach import reach
from octgame.game.compile import compile_story
from octgame.game.program import Program
from octgame.loading.diagnostics import Diagnostic, Diagnostics, Position, Severity
from octgame.loading.load import Loaded
from octgame.story.calendar import order_key
from octgame.story.model import Story

if TYPE_CHECKING:
    from octgame.story.scenes import Scene

Positions = Mapping[tuple[str, ...], Position]


def findings(loaded: Loaded) -> list[Diagnostic]:
    """Every finding on a story, those of reading it first, by position."""
    into = Diagnostics(loaded.diagnostics.sources)
    into.take(loaded.diagnostics)
    if loaded.story is not None:
        for one in _of_story(loaded.story, loaded.positions):
            into.add(one)
    return sorted(into.found, key=lambda one: (one.at, one.code))


@dataclass(frozen=True, slots=True)
class _Report:
    """Makes findings at the place of a path, or of the nearest field above it."""

    positions: Positions

    def __call__(
        self,
        path: tuple[str, ...],
        code: str,
        message: str,
        hint: str = "",
        severity: Severity = "warning",
    ) -> Diagnostic:
        at = next(
            self.positions[path[:length]]
            for length in range(len(path), 0, -1)
            if path[:length] in self.positions
        )
        return Diagnostic(at, severity, code, message, hint=hint)


def _of_story(story: Story, positions: Positions) -> Iterator[Diagnostic]:
    report = _Report(positions)
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
    yield from _unreached(program, reach(program), certain, report)


def _unused(story: Story, report: _Report) -> Iterator[Diagnostic]:
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


def _out_of_order(story: Story, report: _Report) -> Iterator[Diagnostic]:
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


def _astray(story: Story, report: _Report) -> Iterator[Diagnostic]:
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


def _unreached(
    program: Program, reached: Reached, certain: set[str], report: _Report
) -> Iterator[Diagnostic]:
    after = reached.among()
    if reached.stuck:
        stuck, moves = reached.stuck
        message = f"a play ends in “{stuck}” with no choice open"
        yield report(("scenes", stuck), "dead-end", message, _way(moves), "error")
    if reached.failed:
        message, moves = reached.failed
        yield report(("story",), "broken-play", message, _way(moves), "error")
    if not reached.ended:
        message = f"no ending was reached {after}"
        yield report(("story",), "no-ending", message, severity="error")
    for scene in program.scenes.values():
        if scene.id in certain:
            continue
        if scene.id not in reached.scenes:
            message = f"“{scene.id}” was not reached {after}"
            yield report(("scenes", scene.id), "unreached-scene", message)
            continue
        for choice in scene.choices:
            if (scene.id, choice.key) not in reached.choices:
                among = reached.among((scene.id, choice.key, -1))
                message = f"the choice “{choice.key}” was not open {among}"
                path = ("scenes", scene.id, "choices", choice.key)
                yield report(path, "unreached-choice", message)
    yield from _unshown(program, reached, report)
    yield from _unmet(program, reached, after, report)


def _unshown(
    program: Program, reached: Reached, report: _Report
) -> Iterator[Diagnostic]:
    for scene, choice, number, passage in passages_of(program):
        met = (scene, choice) in reached.choices if choice else scene in reached.scenes
        if not met or (scene, choice, number) in reached.passages:
            continue
        within = ("choices", choice, "then") if choice else ("text",)
        shown = passage.paragraph.plain[:40] if passage.paragraph else passage.show
        among = reached.among((scene, choice, number))
        message = f"the paragraph “{shown}…” was not shown {among}"
        path = ("scenes", scene, *within, str(number))
        yield report(path, "unreached-text", message)


def _unmet(
    program: Program, reached: Reached, after: str, report: _Report
) -> Iterator[Diagnostic]:
    shelves: list[tuple[str, Iterable[str], set[str]]] = [
        ("cards", program.cards, reached.cards),
        ("questions", program.questions, reached.questions),
    ]
    for section, shelf, met in shelves:
        for key in shelf:
            if key not in met:
                what = section.removesuffix("s")
                message = f"the {what} “{key}” was not met {after}"
                yield report((section, key), f"unreached-{what}", message)


def _way(moves: tuple[str, ...]) -> str:
    return "The moves to it: " + (" ".join(moves) or "none, it is the start") + "."
