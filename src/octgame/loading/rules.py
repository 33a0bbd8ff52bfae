"""What must hold between the entries of a story, beyond each being well formed."""

from collections.abc import Collection, Mapping

from octgame.loading.decoding.context import Context, Path
from octgame.story.evidence import Claim, Fact, Question, Source
from octgame.story.lessons import MOST_OPTIONS, Lesson, Step
from octgame.story.scenes import Choice, Scene


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


def check_lessons(
    lessons: Mapping[str, Lesson], scenes: Mapping[str, Scene], ctx: Context
) -> None:
    """A lesson's steps stand in scenes that their role enters, and choose in them."""
    for lesson in lessons.values():
        for step in lesson.steps:
            path = ("lessons", lesson.id, "steps", step.id)
            _check_step(step, scenes.get(step.scene), ctx, path)


def _check_step(step: Step, scene: Scene | None, ctx: Context, path: Path) -> None:
    named = scene.roles if scene else ()
    certain = all(role in ctx.known("roles") for role in (*named, step.role) if role)
    if scene and certain and named and step.role not in named:
        ctx.report(
            ctx.nodes[*path, "as" if step.role else "scene"].at,
            "lesson-role",
            f"only {', '.join(named)} comes into “{scene.id}”",
            suggestion=named[0] if len(named) == 1 else "",
            hint="Name the witness under `as:`.",
        )
    if step.vote is None or (step.scene and scene is None):
        return
    known = {choice.key: choice for choice in scene.choices} if scene else {}
    for number, key in enumerate(step.vote.do):
        if key not in known or not _is_plain(known[key]):
            plain = [key for key, choice in known.items() if _is_plain(choice)]
            ctx.report(
                ctx.nodes[*path, "vote", "do", str(number)].at,
                "lesson-choice",
                f"“{step.scene}” has no choice “{key}” that a class can vote on",
                suggestion=ctx.nearest(key, plain),
                hint="It has: " + ", ".join(plain) + "." if plain else "",
            )
    for name, options in (("do", step.vote.do), ("print", step.vote.print)):
        if options and not 2 <= len(options) <= MOST_OPTIONS:
            message = f"a vote has 2 to {MOST_OPTIONS} options, not {len(options)}"
            ctx.report(ctx.nodes[*path, "vote", name].at, "many-options", message)


def _is_plain(choice: Choice) -> bool:
    """Whether it is one move by itself, without slips, cards or beliefs to choose."""
    return not (choice.each or choice.believes or choice.orders or choice.sorts)
