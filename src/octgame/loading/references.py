"""Looking up what the author named, when every file of the story has been read."""

from octgame.loading.decoding.context import Asked, Context, Use
from octgame.loading.decoding.kinds import NOUNS
from octgame.story import conditions
from octgame.story.conditions import Names
from octgame.story.frame import Variable

SETTLED = ("never-true", "always-true")
"""What an author may mean, as to close a way for a while, but seldom does."""


def resolve(ctx: Context) -> None:
    """Report each id that leads to nothing, with the nearest one that would."""
    for use in ctx.uses:
        wanted = [name for name in use.sections if name in ctx.declared]
        if wanted and not any(use.id in ctx.declared[name] for name in wanted):
            _report_unknown(use, wanted, ctx)


def _report_unknown(use: Use, wanted: list[str], ctx: Context) -> None:
    at = ctx.place_in(use.node, f"]({use.id})", 2) if use.linked else use.node.at
    other = next((name for name, ids in ctx.declared.items() if use.id in ids), "")
    if use.linked:
        message = f"the link “{use.id}” leads to nothing"
        hint = "A link leads to a codex entry, card, fact, question or source."
    else:
        message = f"no {NOUNS[wanted[0]]} is named “{use.id}”"
        hint = ""
    if other:
        message += f"; it is a {NOUNS[other]}"
    ctx.report(
        at,
        "unknown-variable" if wanted == ["variables"] else "unknown-id",
        message,
        suggestion=ctx.nearest(
            use.id, [i for name in wanted for i in ctx.declared[name]]
        ),
        hint=hint,
    )


def vocabulary(ctx: Context, *, in_each: bool = False) -> Names:
    """What the conditions of the story may name."""
    variables = ctx.variables.values()

    def of(kind: str) -> list[Variable]:
        return [variable for variable in variables if variable.type == kind]

    answers: dict[str, tuple[str, ...]] = dict.fromkeys(ctx.known("questions"), ())
    for path in ctx.positions:
        if len(path) == 4 and path[0] == "questions" and path[2] == "answers":
            answers[path[1]] += (path[3],)
    return Names(
        numbers={v.id: (v.least, v.greatest) for v in of("number")},
        flags=frozenset(v.id for v in of("flag")),
        words={v.id: v.words for v in of("word")}
        | {"role": (*ctx.known("roles"), "none")},
        scenes=frozenset(ctx.known("scenes")),
        cards=frozenset(ctx.known("cards")),
        answers=answers,
        in_each=in_each,
    )


def check_conditions(ctx: Context) -> None:
    """Report what conditions name wrongly, at the column where they name it.

    Where the declarations of variables are wrong, nothing can be said of them.
    """
    told = "variables" in ctx.declared and "roles" in ctx.declared
    if not told or ctx.known("variables").keys() != ctx.variables.keys():
        return
    outside, inside = vocabulary(ctx), vocabulary(ctx, in_each=True)
    for asked in ctx.asked:
        names = inside if _of_one_card(asked, ctx) else outside
        for wrong in conditions.check(asked.condition, names):
            meant = wrong.code in SETTLED and not wrong.suggestion
            ctx.report(
                ctx.place_in(asked.node, asked.node.text.rstrip(), wrong.at),
                wrong.code,
                wrong.message.rstrip("."),
                suggestion=wrong.suggestion,
                severity="warning" if meant else "error",
            )


def _of_one_card(asked: Asked, ctx: Context) -> bool:
    """Whether a condition stands in the `then` of an `each` choice."""
    choice, within = asked.path[:4], asked.path[4:5]
    return within == ("then",) and (*choice, "each") in ctx.positions
