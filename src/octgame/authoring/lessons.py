"""Whether a lesson lasts as long as it says, and has what every lesson has."""

from collections.abc import Iterator

from octgame.authoring.findings import Report
from octgame.game.lesson.pace import Counted, Pace, pace
from octgame.game.program import Program
from octgame.loading.diagnostics import Diagnostic
from octgame.story.lessons import TOLERANCE, Lesson, Step


def check_lessons(program: Program, report: Report) -> Iterator[Diagnostic]:
    """Every finding on the lessons of a story."""
    for lesson in program.lessons.values():
        counted: Counted = {}
        for length in lesson.lengths:
            yield from _incomplete(lesson, length, report)
            steps = pace(program, lesson, length, counted)
            yield from _out_of_time(steps, lesson, length, report)


def _out_of_time(
    steps: tuple[Pace, ...], lesson: Lesson, length: int, report: Report
) -> Iterator[Diagnostic]:
    """Whatever the class decides, the lesson lasts about as long as it says."""
    least, most = sum(step.least for step in steps), sum(step.most for step in steps)
    if length * 60 - TOLERANCE <= least and most <= length * 60 + TOLERANCE:
        return
    longest = max(steps, key=lambda step: step.most)
    taken = _minutes(longest.least, longest.most)
    yield report(
        ("lessons", lesson.id, "lengths"),
        "lesson-length",
        f"planned for {length} minutes, “{lesson.id}” takes {_minutes(least, most)}",
        f"Its longest step is “{longest.step}”, {taken}.",
        "error",
    )


def _incomplete(lesson: Lesson, length: int, report: Report) -> Iterator[Diagnostic]:
    path = lesson.path(length)
    asked = [step for step in path if step.vote and _believes(step, lesson)]
    parts = {
        "belief vote on its question before": asked[:1],
        "belief vote on its question after": asked[1:][-1:],
        "history from the class's box": [s for s in path if "history" in s.show],
        "exit ticket": [step for step in path if "ticket" in step.show],
    }
    for part, found in parts.items():
        if not found:
            message = f"in {length} minutes “{lesson.id}” has no {part}"
            place: tuple[str, ...] = ("lessons", lesson.id)
            hint = "Add a step, with `must: yes`."
            yield report(place, "lesson-incomplete", message, hint, "error")
        elif not any(step.must for step in found):
            step = found[0].id
            message = f"“{step}”, the {part}, can be left out"
            place = ("lessons", lesson.id, "steps", step)
            yield report(
                place, "lesson-incomplete", message, "Add `must: yes`.", "error"
            )


def _believes(step: Step, lesson: Lesson) -> bool:
    return step.vote is not None and step.vote.believe == lesson.question


def _minutes(least: int, most: int) -> str:
    """“4.5 minutes”, or “4.5 to 5.0 minutes”."""
    low, high = f"{least / 60:.1f}", f"{most / 60:.1f}"
    return f"{low} minutes" if low == high else f"{low} to {high} minutes"
