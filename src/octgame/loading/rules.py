"""What must hold between the entries of a story, beyond each being well formed."""

from collections.abc import Collection, Mapping

from octgame.loading.decoding.context import Context
from octgame.story.evidence import Claim, Fact, Question, Source


def check_evidence(
    facts: Mapping[str, Fact], sources: Mapping[str, Source], ctx: Context
) -> None:
    """An established fact needs a source beyond the documents it is drawn from."""
    documents = {source.id for source in sources.values() if source.document}
    for fact in facts.values():
        if fact.status == "established" and documents.issuperset(fact.sources):
            ctx.report(
                ctx.nodes["facts", fact.id, "sources"].at,
                "no-evidence",
                f"“{fact.id}” is established by nothing beyond the source documents",
                hint="Add a source that is not one of them.",
            )


def check_contested(
    questions: Mapping[str, Question], facts: Mapping[str, Fact], ctx: Context
) -> None:
    """A question's facts are contested ones; there is no view on the others."""
    for question in questions.values():
        for number, name in enumerate(question.facts):
            fact = facts.get(name)
            if fact is not None and fact.status != "contested":
                ctx.report(
                    ctx.nodes["questions", question.id, "facts", str(number)].at,
                    "not-contested",
                    f"“{name}” is {fact.status}; a question asks about contested facts",
                )


def check_taught(
    claims: Mapping[str, Claim], named: Collection[str], ctx: Context
) -> None:
    """A claim that the story says it teaches stands in a card, a fact or a view."""
    for claim in claims.values():
        if claim.taught == "here" and claim.id not in named:
            ctx.report(
                ctx.nodes["claims", claim.id].at,
                "untaught-claim",
                f"no card, fact or view names the claim “{claim.id}”",
                hint="Name it under `claims:`, or write `taught: later`.",
            )
