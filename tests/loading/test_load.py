"""A folder becomes a story whose every part knows where it stands."""

from pathlib import Path

import pytest

from octgame.loading.codes import CODES
from octgame.loading.decoding.context import MOST_GUESSES, MOST_SHOWN
from octgame.loading.diagnostics import Diagnostics, Position
from octgame.loading.load import Loaded, load, load_files
from octgame.story.model import Story
from octgame.story.scenes import Each, Insert, Passage, Text

MINI = Path(__file__).parent.parent / "stories" / "mini"


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    """The small story."""
    return load(MINI)


@pytest.fixture(scope="module")
def story(loaded: Loaded) -> Story:
    """The small story's values."""
    assert loaded.story is not None
    return loaded.story


def with_text(text: str, name: str = "scenes.yaml") -> Loaded:
    """The small story with one file replaced."""
    files = {path.name: path.read_bytes() for path in MINI.glob("*.yaml")}
    return load_files(files | {name: text.encode()})


def scene_with(text: str) -> Text:
    """The text of a scene, decoded; findings of other scenes do not matter."""
    ends = "    ending: yes\n"
    old = (MINI / "scenes.yaml").read_text("utf-8")
    new = f"{old}  extra:\n    title: Extra\n    text: {text}\n{ends}"
    got = with_text(new)
    assert got.story is not None, got.diagnostics.found
    return got.story.scenes["extra"].text


def shown(text: Text) -> list[str]:
    """The plain paragraphs of a text."""
    return [part.paragraph.plain for part in text if isinstance(part, Passage)]


def empty_fields(thing: tuple[object, ...]) -> set[str]:
    """The fields of a value that hold nothing."""
    named = thing._asdict()  # type: ignore[attr-defined]
    return {name for name, value in named.items() if not value}


@pytest.mark.parametrize(
    "section", ["scenes", "cards", "facts", "questions", "codex", "sources", "claims"]
)
def test_the_small_story_fills_every_field_of_the_model(
    story: Story, section: str
) -> None:
    """It is the sample of the format, so no field of any kind goes unused."""
    things = list(getattr(story, section).values())
    unused = set.intersection(*(empty_fields(thing) for thing in things))
    assert unused == set()


def test_the_small_story_fills_every_field_of_choices_and_views(story: Story) -> None:
    """Nor does a field of what lies within a scene or a question."""
    choices = [c for scene in story.scenes.values() for c in scene.choices]
    views = [v for question in story.questions.values() for v in question.views]
    assert set.intersection(*map(empty_fields, choices)) == set()
    assert set.intersection(*map(empty_fields, views)) == set()


def test_the_small_story_fills_every_field_of_the_story_section(story: Story) -> None:
    """Nor does a field of the story itself."""
    assert empty_fields(story) == set()


def test_values_are_typed_by_their_fields(story: Story) -> None:
    """Numbers, flags and words come out as such, coordinates in thousandths."""
    nerve, rumour = story.variables["nerve"], story.variables["rumour"]
    assert (nerve.start, nerve.least, nerve.greatest) == (2, 0, 4)
    assert story.variables["counted"].start is False
    assert rumour.words == ("unheard", "seized", "opened")
    assert story.codex["bridge"].at == (57911, 33141)
    assert story.outline[0].points[0] == (57910, 33100)


def test_each_and_its_filters_become_one_value(story: Story) -> None:
    """The siblings `kinds`, `cards`, `but` and `times` belong to `each`."""
    show, lend = story.scenes["later_reader"].choices[:2]
    kinds = ("memo", "wire", "statistic", "press")
    assert show.each == Each(kinds, (), 2, but=("receipt_for_key",))
    assert lend.each == Each((), ("carter_note", "letter_home"), 1)
    assert lend.puts_out == ("it",)


def test_blocks_of_the_debrief_stand_between_paragraphs(story: Story) -> None:
    """An insert keeps its question and its condition."""
    text = story.scenes["strip_of_cards"].text
    inserts = [part for part in text if isinstance(part, Insert)]
    assert [insert.show for insert in inserts][:3] == ["day", "box", "histories"]
    assert inserts[3].question == "was_it_seized"
    assert inserts[3].condition is not None


def test_positions_lead_to_values_and_to_the_keys_of_entries(loaded: Loaded) -> None:
    """A later check can point at a field, a list's item, or a whole entry."""
    where = loaded.positions
    lines = (MINI / "scenes.yaml").read_text("utf-8").splitlines()
    at = where["scenes", "river_road", "choices", "ask", "to"]
    assert lines[at.line - 1][at.column - 1 :] == "dark_hours"
    at = where["scenes", "river_road", "choices", "ask"]
    assert lines[at.line - 1][at.column - 1 :] == "ask:"
    at = where["scenes", "later_reader", "choices", "lend", "cards", "1"]
    assert lines[at.line - 1][at.column - 1 :] == "letter_home]"


def test_every_file_has_its_digest(loaded: Loaded) -> None:
    """An edit of any file can be told from its SHA-256."""
    assert set(loaded.files) == {path.name for path in MINI.glob("*.yaml")}
    assert all(len(digest) == 64 for digest in loaded.files.values())


@pytest.mark.parametrize(
    "written",
    [
        "|\n      One\n      line.\n\n      Two.",
        ">\n      One\n      line.\n\n      Two.",
        "One\n      line.\n\n      Two.",
        '"One\n      line.\n\n      Two."',
        "[One line., Two.]",
    ],
)
def test_a_blank_line_parts_paragraphs_however_the_text_is_written(
    written: str,
) -> None:
    """A line break is a space and a blank line is a break, in all of YAML's styles."""
    assert shown(scene_with(written)) == ["One line.", "Two."]


def test_a_condition_covers_every_paragraph_of_its_text() -> None:
    """A text under `if` may itself be several paragraphs."""
    text = scene_with('[{if: nerve > 1, text: "One.\n\n        Two."}]')
    assert shown(text) == ["One.", "Two."]
    assert all(part.condition is not None for part in text)


def test_a_condition_in_a_folded_text_is_pointed_at_where_it_begins() -> None:
    """Where a column cannot be had, the scalar's own place is told."""
    old = (MINI / "scenes.yaml").read_text("utf-8")
    new = old.replace("if: nerve > 0", "if: nerve > 0 and\n          nervs > 0")
    found = with_text(new).diagnostics.found
    line = next(n for n, t in enumerate(new.splitlines(), 1) if "nerve > 0 and" in t)
    assert [d.at for d in found] == [Position("scenes.yaml", line, 13)]


def test_a_condition_under_a_bar_is_pointed_at_on_its_own_line() -> None:
    """A block scalar begins on the line below its key."""
    old = (MINI / "scenes.yaml").read_text("utf-8")
    new = old.replace("if: nerve > 0", "if: |\n          nervs > 0")
    found = with_text(new).diagnostics.found
    line = next(n for n, t in enumerate(new.splitlines(), 1) if "nervs > 0" in t)
    assert [d.at for d in found] == [Position("scenes.yaml", line, 11)]


def test_a_condition_that_never_holds_is_a_warning_and_a_misspelt_word_an_error() -> (
    None
):
    """An author may close a way on purpose, but nobody misspells on purpose."""
    old = (MINI / "scenes.yaml").read_text("utf-8")
    closed = with_text(old.replace("if: nerve > 0", "if: nerve > 4"))
    misspelt = with_text(old.replace("if: rumour == opened", "if: rumour == opend"))
    assert closed.story is not None
    assert [d.severity for d in closed.diagnostics.found] == ["warning"]
    assert misspelt.story is None


def test_a_file_that_cannot_be_read_does_not_make_its_things_missing() -> None:
    """What leads into the unread file is not reported as leading nowhere."""
    found = with_text("cards: [", "cards.yaml").diagnostics.found
    assert {diagnostic.at.file for diagnostic in found} == {"cards.yaml"}
    assert len(found) == 1


def test_a_wrong_variable_does_not_make_its_uses_wrong() -> None:
    """Only the declaration is reported, not every condition that names it."""
    old = (MINI / "story.yaml").read_text("utf-8")
    got = with_text(old.replace("start: 2, min: 0", "start: 9, min: 0"), "story.yaml")
    assert [d.code for d in got.diagnostics.found] == ["out-of-bounds"]


def test_a_story_without_its_section_is_told_so() -> None:
    """The finding names the file in which it is looked for."""
    found = load_files({}).diagnostics.found
    assert [(d.code, d.at.file) for d in found] == [("missing-story", "story.yaml")]


def test_things_are_checked_without_a_story_section() -> None:
    """Its absence is one finding; what it would declare is not looked up."""
    files = {
        path.name: path.read_bytes()
        for path in MINI.glob("*.yaml")
        if path.name != "story.yaml"
    }
    assert [d.code for d in load_files(files).diagnostics.found] == ["missing-story"]


def test_a_story_may_do_without_variables_and_may_count_in_new_style() -> None:
    """Only what a story needs must be in its section."""
    text = """
story: {id: s, title: S, about: S., calendar: new_style, start: a, schools: {},
  roles: {}, acts: {one: {title: One, scenes: [a]}}}
scenes:
  a: {title: A, text: A., when: 1917-11-07, ending: yes}
"""
    got = load_files({"s.yaml": text.encode()})
    assert got.story is not None
    assert got.story.variables == {}
    assert got.story.scenes["a"].when is not None
    assert got.story.scenes["a"].when.start.calendar == "new_style"


def test_all_mistakes_of_a_story_are_found_in_one_reading() -> None:
    """The first error ends nothing."""
    text = """
scenes:
  a: {title: A, txt: A., when: soon, ending: maybe}
  b: {title: B, text: "[x](nowhere)", to: c}
cards:
  c: {kind: x, made: y, about: z, source: w}
"""
    codes = [d.code for d in with_text(text).diagnostics.found]
    wanted = {"unknown-key", "bad-date", "wrong-type", "unknown-word", "missing-field"}
    assert wanted | {"unknown-id"} <= set(codes)
    assert len(codes) > 12


def test_a_thousand_wrong_ids_are_reported_and_quickly_guessed() -> None:
    """Nearest names are sought for the first hundred only; the rest go without."""
    wrong = ", ".join(f"cadr_{number}" for number in range(1000))
    old = (MINI / "scenes.yaml").read_text("utf-8")
    found = with_text(
        old.replace("finds: [receipt_for_key, letter_home]", f"finds: [{wrong}]")
    ).diagnostics.found
    assert len(found) == 1000
    assert sum(bool(diagnostic.suggestion) for diagnostic in found) <= MOST_GUESSES


def test_a_long_text_in_a_message_is_cut() -> None:
    """A finding fits a few lines whatever the author wrote."""
    old = (MINI / "story.yaml").read_text("utf-8")
    got = with_text(old.replace("old_style", "x" * 5000), "story.yaml")
    assert len(got.diagnostics.found[0].message) <= MOST_SHOWN


def test_findings_of_the_folder_are_kept(tmp_path: Path) -> None:
    """What the folder's reader found stands beside what the decoder found."""
    for path in MINI.glob("*.yaml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "Bad Name.yaml").write_text("scenes: {}")
    loaded = load(tmp_path)
    assert loaded.story is None
    assert [d.at.file for d in loaded.diagnostics.found] == ["Bad Name.yaml"]


def test_a_collector_may_be_handed_in() -> None:
    """The caller's own collector is filled."""
    into = Diagnostics()
    assert load_files({}, into).diagnostics is into
    assert into.errors


def test_every_code_found_can_be_explained() -> None:
    """`octgame explain` knows each code that the small mistakes above lead to."""
    found = with_text("scenes: {a: {txt: b}}").diagnostics.found
    assert {diagnostic.code for diagnostic in found} <= set(CODES)


@pytest.mark.parametrize("kind", ["letter", "testimony", "picture"])
def test_a_card_may_be_of_a_kind_that_october_does_not_have(kind: str) -> None:
    """What an author of another subject has in the archive."""
    files = {path.name: path.read_bytes() for path in MINI.glob("*.yaml")}
    cards = files["cards.yaml"].replace(b"kind: film", f"kind: {kind}".encode(), 1)
    story = load_files({**files, "cards.yaml": cards}).story
    assert story is not None
    assert kind in {card.kind for card in story.cards.values()}


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        (
            "[receipt_for_key, letter_home]",
            "letter_home newsreel",
            "[letter_home, newsreel]",
        ),
        (
            "[receipt_for_key, letter_home]",
            "letter_home, newsreel",
            "[letter_home, newsreel]",
        ),
        ("when: today", "when: 16 August 1819", "`1917-10-25`"),
    ],
)
def test_a_hint_says_how_a_value_is_written(old: str, new: str, hint: str) -> None:
    """With the author's own words in it, where they are right."""
    text = (MINI / "scenes.yaml").read_text("utf-8").replace(old, new, 1)
    (found,) = with_text(text).diagnostics.found
    assert hint in found.hint
    assert found.message not in found.hint


def test_a_view_that_is_missing_is_asked_for_by_its_key() -> None:
    """With the place where it belongs."""
    text = (MINI / "story.yaml").read_text("utf-8")
    school = "    ledger:"
    assert school in text
    more = "    crowd: {name: The Crowd, short: CRD, about: They count.}\n"
    found = with_text(text.replace(school, more + school), "story.yaml").diagnostics
    hints = {one.hint for one in found.found if one.code == "missing-view"}
    assert hints == {"Add `crowd:` under `views:`, with the same keys."}
