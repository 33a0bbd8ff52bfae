"""The teacher's key: what is established, contested or wrong in a lesson."""

from collections.abc import Iterator, Mapping

from octgame.game.lesson.touched import Touched, touched
from octgame.game.program import Program
from octgame.pages.markup import Markup, joined, listed, prose, run, table, tag
from octgame.pages.prints.evidence import small_print, source_named
from octgame.pages.prints.hand_cards import LETTERS
from octgame.pages.prints.paper import Print
from octgame.pages.prints.sheets import laid_pages
from octgame.pages.prints.tickets import rubric
from octgame.story import calendar
from octgame.story.evidence import FACT_STATUSES, Claim, Fact
from octgame.story.lessons import Lesson, Misconception

_MEANING = {
    "established": "Sources beyond the encyclopedia support it; none is against it.",
    "contested": "Named sources disagree. Teach the disagreement.",
    "refuted": "Widely repeated, and wrong.",
}
_TRUST = {
    "wrong": "wrong",
    "disputed": "disputed",
    "consensus": "holds",
}
"""The catalogue's words on a claim's wording, in the order they are listed."""


def teacher_key(
    program: Program, lesson: Lesson, length: int, catalogue: Mapping[str, Claim]
) -> Print:
    """The key to a lesson of that length in minutes.

    Args:
        program: The story.
        lesson: What is taught.
        length: In minutes.
        catalogue: The claims of the story's source documents, by id.
    """
    met = touched(program, lesson, length)
    question = program.questions[lesson.question]
    parts = [
        tag("p", f"{lesson.title} {length} minutes", class_="kicker"),
        tag("h1", "Teacher's key"),
        tag("p", "For you, and never for the wall."),
        prose(question.text),
        *_misconceptions(program, lesson),
        *_pages(program, lesson),
        tag("h2", "What the lesson states"),
        *(part for status in FACT_STATUSES for part in _facts(program, met, status)),
        *_errors(program, met, catalogue),
        *_claims(program, met, catalogue),
        *_tickets(lesson),
        tag("h2", "Sources"),
        listed(_sources(program, lesson, met), class_="small columns"),
        small_print(program),
    ]
    return Print("Teacher's key", "one, for you.", joined(parts))


def _misconceptions(program: Program, lesson: Lesson) -> Iterator[Markup]:
    if lesson.misconceptions:
        yield tag("h2", "What is likely to be said, and a reply")
    for one in lesson.misconceptions:
        yield tag(
            "section",
            tag("h3", f"“{one.heard}”"),
            prose(one.reply),
            _resting(program, one),
            class_="kept",
        )


def _resting(program: Program, one: Misconception) -> Markup:
    keys = [*one.sources, *(s for key in one.facts for s in program.facts[key].sources)]
    named = "; ".join(dict.fromkeys(_short(program, key) for key in keys))
    return tag("p", f"Rests on: {named}.", class_="small") if named else joined([])


def _pages(program: Program, lesson: Lesson) -> Iterator[Markup]:
    """Who wrote the pages that are laid out without a name."""
    question = program.questions[lesson.question]
    laid = laid_pages(lesson.steps)
    views = {view.school: view for view in question.views}
    if laid:
        yield tag("h2", "Who wrote the pages")
        yield tag("p", "Each was composed for octgame; none is a quotation.")
    for letter, school in zip(LETTERS, laid, strict=False):
        view = views[school]
        hardest = program.cards[view.hardest].title
        written = calendar.show(view.written)
        yield tag(
            "section",
            tag("h3", f"{letter}. {program.schools[school].name}, {written}"),
            tag("p", f"In the manner of {view.manner}. Its verb: {view.verb}."),
            tag("p", tag("strong", "Could be printed then: "), view.printable),
            tag("p", tag("strong", "Since shown wrong: "), view.shown_wrong),
            tag("p", tag("strong", "Hardest card for it: "), f"{hardest}."),
            class_="kept",
        )


def _facts(program: Program, met: Touched, status: str) -> Iterator[Markup]:
    facts = [program.facts[key] for key in met.facts]
    facts = [fact for fact in facts if fact.status == status]
    if facts:
        yield tag("h3", status.capitalize())
        yield tag("p", _MEANING[status])
        yield listed(joined(_fact(program, fact)) for fact in facts)


def _fact(program: Program, fact: Fact) -> Iterator[Markup]:
    yield run(fact.text)
    if fact.right:
        yield tag("p", tag("strong", "What is right: "), fact.right)
    if fact.accounts:
        yield listed(f"{_short(program, a.source)}: {a.says}." for a in fact.accounts)
    else:
        named = "; ".join(_short(program, key) for key in fact.sources)
        yield tag("p", f"{named}.", class_="small")


def _errors(
    program: Program, met: Touched, catalogue: Mapping[str, Claim]
) -> Iterator[Markup]:
    """What the source documents have wrong, of what the lesson touches."""
    wrong = [k for k in met.claims if k in catalogue and catalogue[k].trust == "wrong"]
    if not wrong:
        return
    yield tag("h2", "Errors of the game's own source documents")
    yield tag(
        "p",
        "The story was written from two revisions of one encyclopedia article. Of what "
        "they say, the lesson touches these statements, which do not hold.",
    )
    rows = ((catalogue[key].claim, _right(program, met, key)) for key in wrong)
    yield table(("The documents say", "What is known"), rows)


def _right(program: Program, met: Touched, claim: str) -> Markup:
    """What the facts that carry a claim say is right, or who says what."""
    facts = [program.facts[key] for key in met.facts]
    mine = [fact for fact in facts if claim in fact.claims]
    refuted = [tag("p", fact.right) for fact in mine if fact.right]
    contested = [
        tag("p", f"{_short(program, account.source)}: {account.says}.")
        for fact in mine
        for account in fact.accounts
        if not program.sources[account.source].document
    ]
    return joined(refuted or contested)


def _claims(
    program: Program, met: Touched, catalogue: Mapping[str, Claim]
) -> Iterator[Markup]:
    """Every claim of the catalogue that the lesson touches.

    What a contested or refuted fact states is said to be so before its wording is.
    """
    status = {
        claim: fact.status
        for fact in (program.facts[key] for key in met.facts)
        if fact.status in ("contested", "refuted")
        for claim in fact.claims
    }
    claims = [catalogue[key] for key in met.claims if key in catalogue]
    if claims:
        yield tag("h2", "Claims of the documents, and how far their wording holds")
        yield tag(
            "p",
            "“Holds” judges the documents' words. Of a school's thesis it means "
            "that the thesis is fairly reported, and nothing more.",
        )
        order = list(_TRUST)
        ranked = sorted(
            claims, key=lambda claim: (order.index(claim.trust), claim.id not in status)
        )
        yield table(
            ("Claim", "Wording", "What they say"),
            ((one.id, _wording(one, status), one.claim) for one in ranked),
            class_="dense",
        )


def _wording(claim: Claim, status: Mapping[str, str]) -> str:
    judged = _TRUST[claim.trust]
    if claim.id not in status:
        return judged
    return f"{status[claim.id].capitalize()}, see above; as wording: {judged}"


def _tickets(lesson: Lesson) -> Iterator[Markup]:
    if lesson.levels:
        yield tag("section", tag("h2", "Tickets"), rubric(lesson.levels), class_="kept")


def _sources(program: Program, lesson: Lesson, met: Touched) -> Iterator[str]:
    """Everything that is named above, each once, in the order of the authors."""
    views = program.questions[lesson.question].views
    keys = {
        *(s for key in met.facts for s in program.facts[key].sources),
        *(s for one in lesson.misconceptions for s in one.sources),
        *(s for step in lesson.steps for s in step.sources),
        *(s for view in views for s in view.sources),
        *(program.cards[key].source for key in met.cards),
    }
    yield from sorted(source_named(program, key) for key in keys if key)


def _short(program: Program, source: str) -> str:
    known = program.sources[source]
    return f"{known.author} ({known.year})"
