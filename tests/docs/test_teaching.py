"""The teacher's guide can be followed: every command, time, key, file and picture."""

import re
import runpy
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from classroom.october import begun, october
from octgame.classroom import notes
from octgame.classroom.folder import papers
from octgame.loading.load import load
from octgame.pages.prints.bundle import before_class
from octgame.pages.prints.stages import stages
from octgame.ui.presenter.keys import KEYS
from walking import Walk, blocks, sections

DOCS = Path(__file__).parents[2] / "docs"
GUIDE = (DOCS / "teaching.md").read_text("utf-8")
PARTS = sections(GUIDE)
A_CLASS = "\n\n12 7 4\n3 9 8 3\n\nquit\n"
FILE = re.compile(r"^\| `([\w.-]+\.(?:html|csv|md))`", re.MULTILINE)
CLOCK = re.compile(r"\d+:\d\d")


@pytest.fixture
def teacher(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Walk:
    """A teacher in an empty folder, who reads the notes of one step and goes on."""
    monkeypatch.setenv("OCTGAME_CACHE_DIR", str(tmp_path / "cache"))
    followed = notes.notes
    monkeypatch.setattr(notes, "notes", lambda *asked: islice(followed(*asked), 1))
    home = tmp_path / "home"
    home.mkdir()
    return Walk(home, monkeypatch, capsys)


def rows(part: str) -> Iterator[list[str]]:
    """The rows of a part's tables, without their heads."""
    for line in PARTS[part].splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and not set(line) <= set("|- "):
            yield cells


def test_every_command_of_the_guide_does_what_it_is_for(teacher: Walk) -> None:
    """From an empty folder, in the order of the guide, none refused."""
    commands = [
        line for block in blocks(GUIDE) for line in block.body.splitlines() if line
    ]
    assert len(commands) > 12
    for line in commands:
        said = teacher.said(line, A_CLASS)
        is_check = line == "octgame class check palace"
        assert teacher.code == 0, f"{line}: {said}"
        assert not is_check or "If phones fail" in said


def test_what_the_guide_promises_lies_in_the_folders(teacher: Walk) -> None:
    """The prints of the evening before, and a class that is kept."""
    for line in ("octgame class print palace", "octgame class start palace"):
        teacher.said(line, A_CLASS)
    names = {path.name for path in (teacher.here / "print-palace").iterdir()}
    assert names == set(FILE.findall(PARTS["The evening before"]))
    (kept,) = teacher.here.glob("class-*-palace")
    assert [path.name for path in kept.glob("*.journal")] == ["001.journal"]


def test_the_papers_of_a_class_are_those_of_the_guide() -> None:
    """Each by its name."""
    told = set(FILE.findall(PARTS["The lesson"])) | {"class-record.md"}
    assert told == set(papers(begun()))


def test_the_minutes_of_the_guide_are_those_of_the_plan() -> None:
    """Step by step for 45 minutes, to the minute."""
    plan = stages(october(), october().lessons["palace"], 45)
    timed = [row[:2] for row in rows("The lesson") if CLOCK.fullmatch(row[0])]
    assert [title for _, title in timed] == [stage.step.title for stage in plan]
    for (told, _), stage in zip(timed, plan, strict=True):
        minutes, _, seconds = told.partition(":")
        assert abs(60 * int(minutes) + int(seconds) - stage.starts) <= 60


def test_the_keys_of_the_guide_are_the_presenters() -> None:
    """No key that is not there; and every one with a word at the foot."""
    keyed = PARTS["The lesson"].partition("### The keys")[2].partition("###")[0]
    first = "".join(re.findall(r"^\|.*?\|", keyed, re.MULTILINE))
    told = set(re.findall(r"`([^`]+)`", first))
    assert told <= {key.shown for key in KEYS}
    assert {"space", "h", "u", "b", "m", "s", "?", "q"} <= told


def test_the_rubric_of_the_guide_is_the_lessons() -> None:
    """Word by word."""
    levels = october().lessons["palace"].levels
    told = [row for row in rows("Assessing") if row[0] != "level"]
    assert told == [[level.capitalize(), text] for level, text in levels.items()]


def test_the_pictures_are_those_that_the_script_draws() -> None:
    """None is missing, none is left over, none asks another host for anything."""
    shown = set(re.findall(r"\]\((class_\w+\.svg)\)", GUIDE))
    script = (DOCS / "make_class_pictures.py").read_text("utf-8")
    drawn = {f"class_{name}.svg" for name in re.findall(r'draw\("(\w+)"', script)}
    assert shown == drawn == {path.name for path in DOCS.glob("class_*.svg")}
    for name in shown:
        assert "url(http" not in (DOCS / name).read_text("utf-8")


async def test_the_script_still_reaches_each_picture() -> None:
    """After a change of the lesson: python docs/make_class_pictures.py."""
    script = runpy.run_path(str(DOCS / "make_class_pictures.py"))
    for motion in ("photograph", "kerchief", "back_door", "envelope"):
        group = script["at"](begun(), motion, closed=True)
        assert group.tally is not None
        assert group.tally.motion.id == motion


def test_what_the_guide_links_to_is_there() -> None:
    """Its neighbours, and headings in them."""
    for target, anchor in re.findall(r"\]\(([\w./]+\.md)(?:#(\w+))?\)", GUIDE):
        text = (DOCS / target).resolve().read_text("utf-8")
        assert not anchor or f"## {anchor}" in text


def test_the_guide_prints_what_the_plan_asks_for() -> None:
    """One row for each print."""
    story = load(Path(__file__).parents[2] / "scenes" / "october").story
    assert story is not None
    lesson = october().lessons["palace"]
    files = before_class(october(), lesson, 45, story.claims)
    assert set(files) == set(FILE.findall(PARTS["The evening before"]))
