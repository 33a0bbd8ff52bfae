"""What a proof found, as findings at their places in the author's files."""

from collections.abc import Iterator
from dataclasses import dataclass

from octgame.authoring.enclosing import Positions
from octgame.authoring.proof.goals import WANTED, Goal
from octgame.authoring.proof.whole import Moves, StoryProof
from octgame.game.program import Program, SceneCode
from octgame.loading.diagnostics import Diagnostic, Severity

SHOWN = 40
"""Signs of a paragraph that a message quotes."""

NAMED = 6
"""Variables that a message names."""


@dataclass(frozen=True, slots=True)
class Report:
    """Makes findings at the place of a path, or of the nearest field above it."""

    positions: Positions

    def __call__(
        self,
        path: tuple[str, ...],
        code: str,
        message: str,
        hint: str = "",
        severity: Severity = "warning",
        *,
        moves: Moves | None = None,
    ) -> Diagnostic:
        """One finding.

        Args:
            path: The keys that lead to what is wrong.
            code: A key of `codes.CHECKING`.
            message: One sentence without a full stop.
            hint: What to do, where more can be said than the code's own advice.
            severity: Whether the story cannot be played as it is.
            moves: Those of the play that shows it, if there is one.
        """
        at = next(
            self.positions[path[:length]]
            for length in range(len(path), 0, -1)
            if path[:length] in self.positions
        )
        return Diagnostic(at, severity, code, message, hint=hint, moves=moves)


def proved(
    program: Program, proof: StoryProof, certain: set[str], report: Report
) -> Iterator[Diagnostic]:
    """Every finding of a proof.

    Args:
        program: The story.
        proof: What was proved of it.
        certain: The scenes that nothing leads to; they were told of.
        report: Makes the findings.
    """
    for goal, moves in proof.faults.items():
        yield _fault(program, goal, moves, report)
    unmet = {goal.scene for goal in proof.never if goal.kind == "scene"}
    scenes = program.scenes
    endings = [at for at, scene in enumerate(scenes.values()) if scene.ending]
    if unmet.issuperset(endings):
        message = "no play reaches an ending"
        yield report(("story",), "no-ending", message, severity="error")
    for goal in sorted(proof.never):
        scene = scenes.nth(goal.scene)
        if scene.id in certain:
            continue
        if goal.kind == "scene":
            message = f"no play comes to “{scene.id}”"
            yield report(("scenes", scene.id), "unreached-scene", message)
        elif goal.scene not in unmet and _alone(goal, proof):
            yield _never(scene, goal, proof.there.get(goal.scene), report)
    yield from _unmet(program, proof, unmet, report)
    if proof.left:
        yield _bounded(program, proof, report)


def _alone(goal: Goal, proof: StoryProof) -> bool:
    """Whether a goal is not only missed because its choice is never open."""
    return (
        goal.kind == "choice"
        or goal.choice < 0
        or (Goal("choice", goal.scene, goal.choice) not in proof.never)
    )


def _fault(program: Program, goal: Goal, moves: Moves, report: Report) -> Diagnostic:
    scene = program.scenes.nth(goal.scene)
    path: tuple[str, ...] = ("scenes", scene.id)
    if goal.kind == "same":
        key, other = scene.choices[goal.choice].key, scene.choices[goal.number].key
        message = f"“{key}” does what “{other}” beside it does, and tells the same"
        return report((*path, "choices", key), "same-choice", message, moves=moves)
    once = any(choice.number >= 0 for choice in scene.choices)
    code, message = {
        "shut": ("dead-end", f"a play comes to “{scene.id}” and no choice is open"),
        "dead": (
            "dead-end",
            f"a play stays in “{scene.id}” and no choice is left open"
            + (": those that are taken `once` run out" if once else ""),
        ),
        "trap": ("trap", f"from “{scene.id}” on no play reaches an ending"),
        "broken": ("broken-play", f"nothing follows “{scene.id}”"),
    }[goal.kind]
    if goal.kind == "broken" and scene.ways:
        message = f"“{scene.id}” leads nowhere, or round in a circle by itself"
    return report(path, code, message, severity="error", moves=moves)


def _never(
    scene: SceneCode, goal: Goal, moves: Moves | None, report: Report
) -> Diagnostic:
    """A choice or a paragraph of a scene that is come to."""
    path: tuple[str, ...] = ("scenes", scene.id)
    key = scene.choices[goal.choice].key if goal.choice >= 0 else ""
    if goal.kind == "choice":
        message = f"the choice “{key}” is open in no play"
        return report((*path, "choices", key), "unreached-choice", message, moves=moves)
    if goal.kind == "closed":
        last = "else" if scene.choices[goal.choice].closed else "if"
        so = "its `else` is not read" if last == "else" else "its `if` does nothing"
        message = f"the choice “{key}” is closed in no play, so {so}"
        where = (*path, "choices", key, last)
        return report(where, "never-closed", message, moves=moves)
    within = ("choices", key, "then") if key else ("text",)
    told = scene.choices[goal.choice].then if key else scene.passages
    passage = told[goal.number]
    shown = passage.paragraph.plain[:SHOWN] if passage.paragraph else passage.show
    message = f"the paragraph “{shown}…” is shown in no play"
    where = (*path, *within, str(goal.number))
    return report(where, "unreached-text", message, moves=moves)


def _unmet(
    program: Program, proof: StoryProof, unmet: set[int], report: Report
) -> Iterator[Diagnostic]:
    """Cards, facts and questions that are in the story, where no play comes."""
    met: set[tuple[str, int]] = set()
    there: set[tuple[str, int]] = set()
    for at, scene in enumerate(program.scenes.values()):
        things = {("cards", card) for card in scene.shows}
        things |= {("facts", fact) for fact in scene.reveals}
        things |= {("questions", question) for question in scene.asks}
        there |= things
        met |= things if at not in unmet else set()
        for index, choice in enumerate(scene.choices):
            given = {("cards", card) for card in choice.finds}
            given |= {("facts", fact) for fact in (*choice.reveals, *choice.sorts)}
            there |= given
            met |= given if Goal("choice", at, index) not in proof.never else set()
    for section, index in sorted(there - met):
        key = getattr(program, section).ids[index]
        what = section.removesuffix("s")
        message = f"no play meets the {what} “{key}”"
        yield report((section, key), f"unreached-{what}", message)
    for index, key in enumerate(program.questions.ids):
        if ("questions", index) not in there:
            message = f"no scene asks the question “{key}”, so nobody reads its views"
            yield report(("questions", key), "unreached-question", message)


def _bounded(program: Program, proof: StoryProof, report: Report) -> Diagnostic:
    """One finding for all that could not be told."""
    names = dict.fromkeys(word for words in proof.left.values() for word in words)
    hang = ", ".join([*names][:NAMED]) + (" …" if len(names) > NAMED else "")
    first = min(proof.left)
    scene = program.scenes.nth(first.scene)
    where = f"{scene.id}.{scene.choices[first.choice].key}" if first.choice >= 0 else ""
    count = len(proof.left)
    message = (
        f"bounded at {proof.states} states: of {count} "
        f"{'thing' if count == 1 else 'things'} it is not known whether a play meets "
        f"{'it' if count == 1 else 'them'}, as of “{where or scene.id}”"
    )
    wanted = first.kind in WANTED
    hint = f"Too much hangs together: {hang}." if hang and wanted else ""
    return report(("scenes", scene.id), "not-proved", message, hint)
