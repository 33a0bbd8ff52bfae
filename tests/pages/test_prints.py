"""A lesson's papers say what a teacher and a class need, and nothing from elsewhere."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from classroom.october import begun, october, walked
from mini import MINI, mini_program
from octgame.classroom.folder import papers
from octgame.classroom.moves import advance, words
from octgame.game.lesson.touched import touched
from octgame.loading.load import load
from octgame.pages.prints.bundle import as_html, before_class
from octgame.pages.prints.paper import PAPERS
from octgame.pages.prints.stages import clock_time, stages
from octgame.story.evidence import Claim

OCTOBER = Path(__file__).parents[2] / "scenes" / "october"
REMOTE = re.compile(r"<(?:img|link|script|iframe)|url\(|@import|src=")


@pytest.fixture(scope="module")
def catalogue() -> dict[str, Claim]:
    """The claims of the shipped story's documents."""
    story = load(OCTOBER).story
    assert story is not None
    return dict(story.claims)


def printed(catalogue: dict[str, Claim], length: int = 45) -> dict[str, str]:
    """The papers of the lesson on the palace, as HTML for A4."""
    program = october()
    prints = before_class(program, program.lessons["palace"], length, catalogue)
    return as_html(prints, PAPERS["a4"])


def text(html: str) -> str:
    """The words of a page."""
    body = html.partition("<body>")[2]
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


def test_a_lesson_is_printed_as_eight_files(catalogue: dict[str, Claim]) -> None:
    """A sheet for each half of the room, and one to compare, among them."""
    assert sorted(printed(catalogue)) == [
        "evidence-inside.html",
        "evidence-outside.html",
        "hand-cards.html",
        "lesson-plan.html",
        "sheets.html",
        "speaker-notes.html",
        "teacher-key.html",
        "tickets.html",
    ]


def test_no_print_asks_for_anything_from_elsewhere(catalogue: dict[str, Claim]) -> None:
    """No picture, no font, no script; nor do the papers of a class."""
    for html in (*printed(catalogue).values(), *papers(begun()).values()):
        assert not REMOTE.search(html)


@pytest.mark.parametrize(("length", "letters"), [(45, "ABCDEFEF"), (35, "ABCD")])
def test_there_is_a_card_for_each_option_of_the_longest_vote(
    catalogue: dict[str, Claim], length: int, letters: str
) -> None:
    """Four on a sheet; the second sheet holds its letters twice."""
    html = printed(catalogue, length)["hand-cards.html"]
    assert "".join(re.findall(r'hand"><p>(\w)</p>', html)) == letters


def test_each_half_has_its_own_cards_with_the_source_line_above(
    catalogue: dict[str, Claim],
) -> None:
    """Maker, date, audience and distance are read before the body."""
    files = printed(catalogue)
    lesson = october().lessons["palace"]
    for half in lesson.halves:
        page = text(files[f"evidence-{half.id}.html"])
        for key in half.cards:
            card = october().cards[key]
            assert page.index(card.maker) < page.index(card.text[0].plain[:20])
    assert "Behind the woodpile" not in text(files["evidence-outside.html"])


def test_pupils_compare_the_four_sheets_on_paper_and_only_the_key_names_them(
    catalogue: dict[str, Claim],
) -> None:
    """Each telling whole below its letter, with no school, date or author."""
    files = printed(catalogue)
    program = october()
    page, key = text(files["sheets.html"]), text(files["teacher-key.html"])
    question = program.questions["was_it_a_storming"]
    laid = next(s.sheets for s in program.lessons["palace"].steps if s.sheets)
    views = {view.school: view for view in question.views}
    for letter, school in zip("ABCD", laid, strict=True):
        told = f"Sheet {letter} {views[school].text.plain}"
        assert "".join(told.split()) in "".join(page.split())
        name = program.schools[school].name
        assert name not in page
        assert f"{letter}. {name}" in key


def test_a_ticket_has_the_prompts_of_the_lesson_and_no_name(
    catalogue: dict[str, Claim],
) -> None:
    """Three on a sheet."""
    page = text(printed(catalogue)["tickets.html"])
    assert page.count("One thing that we cannot know from that paper.") == 3
    assert "No name is needed." in page


def test_the_key_has_the_status_and_sources_of_every_fact_touched(
    catalogue: dict[str, Claim],
) -> None:
    """And every claim of the catalogue that these carry."""
    program = october()
    page = text(printed(catalogue)["teacher-key.html"])
    met = touched(program, program.lessons["palace"], 45)
    assert len(met.facts) > 20
    for key in met.facts:
        fact = program.facts[key]
        assert " ".join(fact.text.plain.split()[:4]) in page
    for claim in met.claims:
        assert claim in page


def test_the_key_sets_the_documents_errors_beside_what_is_known(
    catalogue: dict[str, Claim],
) -> None:
    """Each wrong claim of what the lesson touches has its answer."""
    html = printed(catalogue)["teacher-key.html"]
    errors = html.partition("Errors of the game")[2].partition("</table>")[0]
    rows = re.findall(r'<th scope="row">(.*?)</th><td>(.*?)</td>', errors)
    assert len(rows) >= 5
    for said, known in rows:
        assert said
        assert known


def test_the_key_calls_a_claim_contested_where_a_fact_says_so(
    catalogue: dict[str, Claim],
) -> None:
    """Before it judges the wording, which may report a contested statement well."""
    html = printed(catalogue)["teacher-key.html"]
    claims = html.partition("Claims of the documents")[2].partition("</table>")[0]
    rows = dict(re.findall(r'<th scope="row">(C\d+)</th><td>(.*?)</td>', claims))
    for key in ("C197", "C183", "C184"):
        assert rows[key].startswith("Contested, see above")
    assert "holds" in rows.values()


def test_every_misconception_has_a_reply_that_rests_on_something(
    catalogue: dict[str, Claim],
) -> None:
    """But for the one that is about method."""
    lesson = october().lessons["palace"]
    page = text(printed(catalogue)["teacher-key.html"])
    assert len(lesson.misconceptions) >= 8
    for one in lesson.misconceptions:
        assert one.heard in page
        assert one.facts or one.sources or one.id == "one_of_them_lies"


@pytest.mark.parametrize("length", [35, 45, 50])
def test_the_plan_ends_within_two_minutes_of_its_length(length: int) -> None:
    """Its steps follow each other without a gap."""
    program = october()
    plan = stages(program, program.lessons["palace"], length)
    assert abs(plan[-1].ends - 60 * length) <= 120
    assert all(a.ends == b.starts for a, b in pairwise(plan))


def test_the_plan_names_standards_only_as_to_be_verified(
    catalogue: dict[str, Claim],
) -> None:
    """Nobody takes them for checked."""
    page = text(printed(catalogue)["lesson-plan.html"])
    assert "Standards, to be verified where you teach" in page
    assert "Stay or Go" in page
    assert "the short path leaves out" in page


def test_the_notes_give_each_vote_with_its_letters(catalogue: dict[str, Claim]) -> None:
    """As the wall and the cards have them."""
    page = text(printed(catalogue)["speaker-notes.html"])
    assert "A Put the kerchief on, and go. B Fold it in four, and stay." in page
    assert "Divide the room with your arm" in page


def test_a_time_is_told_to_the_half_minute() -> None:
    """No teacher reads seconds."""
    assert [clock_time(s) for s in (0, 14, 16, 89, 2710)] == [
        *("0:00", "0:00", "0:30", "1:30", "45:00"),
    ]


def test_a_lesson_of_ones_own_is_printed_too() -> None:
    """With what it has: other levels, no claims."""
    program = mini_program()
    story = load(MINI).story
    assert story is not None
    lesson = program.lessons["one_bridge"]
    prints = before_class(program, lesson, 10, story.claims)
    key = prints["teacher-key.html"].body
    assert "A hundred men came." in key
    steps = tuple(step._replace(half="") for step in lesson.steps)
    bare = lesson._replace(misconceptions=(), levels={}, halves=(), steps=steps)
    assert "evidence-inside.html" not in before_class(program, bare, 10, {})


def test_a_class_leaves_its_evidence_and_a_paper_it_has_not_seen() -> None:
    """Only cards that were met are in the pack; the task is on another."""
    group = walked(begun())
    group = advance(group, words("sentence", "Nobody saw <all> of it."))
    files = papers(group)
    pack = text(files["evidence-pack.html"])
    assert "Notice of arrest, ten past two" in pack
    assert "Cable, “Battle at Winter Palace”" not in pack
    assert "Cable, “Battle at Winter Palace”" in text(files["take-home.html"])
    assert "Proficient" in text(files["take-home.html"])
    assert "One stroke a ticket" in text(files["ticket-tally.html"])
    assert "Nobody saw &lt;all&gt; of it." in files["class-record.html"]


def test_the_record_sets_the_two_votes_side_by_side_and_tells_them_once() -> None:
    """Question, path, votes, box and sentence stand on it too."""
    page = text(papers(walked(begun()))["class-record.html"])
    assert page.count("It was given up from inside.") == 1
    for part in ("Before and after", "What was decided", "In the box of the class"):
        assert part in page
    assert "One Photograph · Four People, Six Words" in page
