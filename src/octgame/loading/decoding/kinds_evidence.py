"""Cards, facts, codex entries, sources and claims, declared key by key."""

from octgame.loading.decoding.context import Context, Path
from octgame.loading.decoding.fields import (
    CLAIM_ID,
    Checked,
    DateField,
    Flag,
    Id,
    Line,
    OneOf,
    Reference,
    Url,
)
from octgame.loading.decoding.kinds_story import POINT
from octgame.loading.decoding.shapes import (
    Key,
    ListOf,
    Made,
    MapOf,
    Record,
    Values,
    build,
)
from octgame.loading.decoding.texts import ParagraphField, ProseField
from octgame.story.evidence import (
    CARD_KINDS,
    CODEX_KINDS,
    FACT_STATUSES,
    TRUSTS,
    Account,
    Card,
    Claim,
    Entry,
    Fact,
    Source,
)

MOST_CLAIMS = 4
"""A fact that states more of them is several facts."""

SOURCES = ListOf(Reference("sources"), once=True, filled=True)
CLAIMS = ListOf(Reference("claims"), once=True)
CARDS = ListOf(Reference("cards"), once=True)
FACTS = ListOf(Reference("facts"), once=True)


def _make_card(values: Values, ctx: Context, path: Path) -> Card | None:
    if not values.get("source") and not values.get("composed"):
        ctx.report(
            ctx.nodes[path].at,
            "no-origin",
            f"the card “{path[-1]}” does not say where it is from",
            hint="Give its `source:`, or `composed: yes` for an invented paper.",
        )
        return None
    if values.get("source") and values.get("composed"):
        ctx.report(
            ctx.nodes[*path, "composed"].at,
            "two-origins",
            f"the card “{path[-1]}” is invented and has a source",
            hint="Delete `composed:` for a real paper, `source:` for an invented one.",
        )
        return None
    return Card(path[-1], **values)


CARD = Record(
    "a card",
    (
        Key("title", Line(), "What it is, as the box shows it.", required=True),
        Key("kind", OneOf(CARD_KINDS), "What sort of evidence it is.", required=True),
        Key("maker", Line(), "Who made it.", required=True),
        Key("made", DateField(), "When it was made.", required=True),
        Key("about", DateField(), "The moment it speaks of.", required=True),
        Key("audience", Line(), "For whom it was made.", required=True),
        Key("stake", Line(), "What its maker stood to gain or lose."),
        Key("survived", Line(), "How it reached us.", required=True),
        Key("text", ProseField(60, whole=True), "What it says.", required=True),
        Key("composed", Flag(), "Whether octgame invented it for a fictional witness."),
        Key("source", Reference("sources"), "Where it is taken from."),
        Key("claims", CLAIMS, "The catalogue's claims that it carries."),
    ),
    _make_card,
)


def _accounts(says: dict[str, str]) -> tuple[Account, ...]:
    return tuple(Account(source, text) for source, text in says.items())


def _make_fact(values: Values, ctx: Context, path: Path) -> Fact:
    fact = Fact(path[-1], **values)
    if len(fact.claims) > MOST_CLAIMS:
        ctx.report(
            ctx.nodes[*path, "claims"].at,
            "too-many-claims",
            f"a fact states at most {MOST_CLAIMS} claims, not {len(fact.claims)}",
            hint="Make several facts of it.",
        )
    if fact.status == "refuted" and not fact.right:
        ctx.report(
            ctx.nodes[path].at,
            "missing-right",
            f"“{fact.id}” is refuted and does not say what is right",
            hint="Add `right:`.",
        )
    if fact.status == "contested" and len(fact.accounts) < 2:
        ctx.report(
            ctx.nodes[path].at,
            "no-disagreement",
            f"“{fact.id}” is contested and has fewer than two accounts",
            hint="Add `accounts: {source: says …, other: says …}`.",
        )
    return fact


FACT = Record(
    "a fact",
    (
        Key("status", OneOf(FACT_STATUSES), "How it stands.", required=True),
        Key("text", ParagraphField(), "The statement.", required=True),
        Key("right", Line(), "What is right, for a refuted one."),
        Key("sources", SOURCES, "What it rests on.", required=True),
        Key(
            "accounts",
            Made(MapOf(Line(), Reference("sources")), _accounts),
            "Sources that disagree and what each says, for a contested one.",
        ),
        Key("claims", CLAIMS, "The catalogue's claims that it states, at most four."),
        Key("cards", CARDS, "The cards that bear on it; named where it is sorted."),
    ),
    _make_fact,
)

ENTRY = Record(
    "a codex entry",
    (
        Key("kind", OneOf(CODEX_KINDS), "What sort of thing it is.", required=True),
        Key("title", Line(), "Its name.", required=True),
        Key("text", ProseField(80, whole=True), "What to know of it.", required=True),
        Key("at", POINT, "Latitude and longitude of a place."),
        Key("sources", SOURCES, "Where it is taken from."),
    ),
    build(Entry, "id"),
)

SOURCE = Record(
    "a source",
    (
        Key("title", Line(), "Its title.", required=True),
        Key("author", Line(), "Who wrote it.", required=True),
        Key("year", Line(), "The year, or years, of the edition used.", required=True),
        Key("checked", Checked(), "How it was used.", required=True),
        Key("published", Line(), "Place and publisher, or the journal."),
        Key("url", Url(), "Where it can be read."),
        Key("licence", Line(), "The licence of a text that is quoted."),
        Key("note", Line(), "What a reader should know of it."),
        Key("document", Flag(), "Whether the story is written from it."),
    ),
    build(Source, "id"),
)

CLAIM = Record(
    "a claim",
    (
        Key("claim", Line(), "What the documents say, in our words.", required=True),
        Key("trust", OneOf(TRUSTS), "How far their wording holds.", required=True),
        Key("taught", OneOf(("here", "later")), "Where it is taught.", required=True),
    ),
    build(Claim, "id"),
)

CLAIM_KEY = Id(CLAIM_ID)
