"""check proves a lesson: how long it takes, and that its debrief is there."""

import re
from pathlib import Path

import pytest

from mini import MINI
from octgame.authoring.check import findings
from octgame.loading.diagnostics import Diagnostic
from octgame.loading.load import load, load_files

OCTOBER = Path(__file__).parents[2] / "scenes" / "october"


def found(old: str = "", new: str = "") -> list[Diagnostic]:
    """The findings on the small story's lesson after an edit of it."""
    files = {path.name: path.read_bytes() for path in MINI.glob("*.yaml")}
    text = files["lessons.yaml"].decode()
    assert old in text
    files["lessons.yaml"] = text.replace(old, new).encode()
    every = findings(load_files(files), proof=False)
    return [one for one in every if one.at.file == "lessons.yaml"]


def test_a_lesson_that_fits_its_lengths_is_left_alone() -> None:
    """The small one does."""
    assert found() == []


@pytest.mark.parametrize("length", [35, 45, 50])
def test_the_shipped_lesson_is_proved_in_each_length(length: int) -> None:
    """Within two minutes, whatever the class decides, and whole."""
    loaded = load(OCTOBER)
    assert loaded.story is not None
    assert length in loaded.story.lessons["palace"].lengths
    every = findings(loaded, proof=False)
    assert [one for one in every if one.code.startswith("lesson")] == []


def test_a_lesson_that_overruns_is_told_with_its_longest_step() -> None:
    """For the length in which it does, and for no other."""
    [one] = found("minutes: {8: 0.3, 10: 0.9}", "minutes: {8: 0.3, 10: 5}")
    assert one.code == "lesson-length"
    assert one.at.line == 6
    minutes = re.search(r"planned for 10 minutes, .* takes ([\d.]+)", one.message)
    assert minutes is not None
    assert float(minutes[1]) > 12
    assert "“gate”" in one.hint


def test_a_lesson_that_is_over_too_early_is_told() -> None:
    """A teacher would stand there with nothing to do."""
    [one] = found("lengths: [10, 8]", "lengths: [10, 8, 30]")
    assert one.code == "lesson-length"
    assert "planned for 30 minutes" in one.message


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("        show: ticket\n", "", "exit ticket"),
        ("        show: history\n", "", "history"),
        ("believe: was_it_seized}", "print: {a: A., b: B.}}", "after"),
    ],
)
def test_a_part_that_is_missing_is_named(old: str, new: str, part: str) -> None:
    """In each length."""
    every = [one for one in found(old, new) if one.code == "lesson-incomplete"]
    assert len(every) == 2
    assert all(part in one.message for one in every)


def test_a_debrief_that_may_be_dropped_is_told() -> None:
    """Its step is no `must`."""
    every = found(
        "        show: history\n        minutes: 0.1\n        must: yes\n",
        "        show: history\n        minutes: 0.1\n",
    )
    assert {one.code for one in every} == {"lesson-incomplete"}
    assert "can be left out" in every[0].message


def test_what_only_a_lesson_uses_is_not_unused() -> None:
    """A card on the class's table is found there."""
    files = {path.name: path.read_bytes() for path in MINI.glob("*.yaml")}
    scenes = files["scenes.yaml"].decode()
    files["scenes.yaml"] = scenes.replace("handbill, evening", "evening").encode()
    unused = [
        one.message
        for one in findings(load_files(files), proof=False)
        if one.code == "unused"
    ]
    assert not [message for message in unused if "handbill" in message]
