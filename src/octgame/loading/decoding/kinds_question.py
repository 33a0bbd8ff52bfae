"""Questions and their views, declared key by key."""

from octgame.loading.decoding.context import Context, Path
from octgame.loading.decoding.fields import DateField, Id, Line, OneOf, Reference
from octgame.loading.decoding.kinds_evidence import CARDS, CLAIMS, FACTS, SOURCES
from octgame.loading.decoding.shapes import (
    Key,
    ListOf,
    Made,
    MapOf,
    Record,
    Values,
    build,
    listed,
)
from octgame.loading.decoding.texts import ParagraphField, ProseField
from octgame.story.evidence import (
    FACT_STATUSES,
    AtOdds,
    FromCard,
    Question,
    View,
)

VIEW_WORDS = 80

FROM_CARD = Record(
    "a sentence of a history",
    (
        Key("card", Reference("cards"), "The card it hangs on.", required=True),
        Key("text", Line(), "The sentence that the card allows.", required=True),
        Key("silent", Line(), "What is known elsewhere, without it."),
    ),
    build(FromCard),
)

AT_ODDS = Record(
    "what is at odds",
    (
        Key("fact", Reference("facts"), "The fact that was sorted.", required=True),
        Key("said", OneOf(FACT_STATUSES), "The pile it was put into.", required=True),
        Key("answer", Id(), "The answer that was given last.", required=True),
        Key("text", ParagraphField(), "What is said of the two.", required=True),
    ),
    build(AtOdds),
)

VIEW = Record(
    "a view",
    (
        Key("written", DateField(), "When it was written so.", required=True),
        Key("manner", Line(), "In whose manner it is composed.", required=True),
        Key("text", ParagraphField(VIEW_WORDS), "The retelling.", required=True),
        Key("protagonist", Line(), "Who acts.", required=True),
        Key("verb", Line(), "The verb that carries the account.", required=True),
        Key("leans_on", CARDS, "Cards that it uses.", required=True),
        Key("leaves_out", CARDS, "Cards that it passes over.", required=True),
        Key("hardest", Reference("cards"), "The card hardest for it.", required=True),
        Key("printable", Line(), "What could be printed then.", required=True),
        Key("shown_wrong", Line(), "What has since been shown wrong.", required=True),
        Key("sources", SOURCES, "The scholarship it is written from.", required=True),
        Key("claims", CLAIMS, "The catalogue's claims that it voices."),
        Key("from_box", ListOf(FROM_CARD), "Its history in the debrief."),
    ),
    build(View, "school"),
)


def _make_question(values: Values, ctx: Context, path: Path) -> Question:
    question = Question(path[-1], **values)
    schools = ctx.known("schools").keys()
    given = {view.school for view in question.views}
    if given <= schools:
        for school in [school for school in schools if school not in given]:
            ctx.report(
                ctx.nodes[*path, "views"].at,
                "missing-view",
                f"“{path[-1]}” has no view of the school “{school}”",
                hint=f"Add `{school}:` under `views:`, with the same keys.",
            )
    for number, odd in enumerate(question.at_odds):
        if odd.answer not in question.answers:
            ctx.report(
                ctx.nodes[*path, "at_odds", str(number), "answer"].at,
                "unknown-id",
                f"“{path[-1]}” has no answer “{odd.answer}”",
                suggestion=ctx.nearest(odd.answer, list(question.answers)),
            )
    if len(question.answers) < 2:
        message = f"“{path[-1]}” has fewer than two answers"
        ctx.report(ctx.nodes[*path, "answers"].at, "too-few", message)
    return question


QUESTION = Record(
    "a question",
    (
        Key("title", Line(), "The question itself.", required=True),
        Key("text", ProseField(), "What the argument is about.", required=True),
        Key(
            "answers",
            MapOf(Line(), Id(reserved=("none",))),
            "What a player may believe.",
            required=True,
        ),
        Key("facts", FACTS, "Its contested facts.", required=True),
        Key("cards", CARDS, "The cards that bear on it.", required=True),
        Key(
            "views",
            Made(MapOf(VIEW, Reference("schools")), listed),
            "One view per school.",
            required=True,
        ),
        Key("at_odds", ListOf(AT_ODDS), "Sortings that contradict an answer."),
    ),
    _make_question,
)
