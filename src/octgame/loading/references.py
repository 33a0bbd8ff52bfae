"""Looking up what the author named, when every file of the story has been read."""

from octgame.loading.decoding.context import Context, Path, Use
from octgame.loading.decoding.kinds import NOUNS
from octgame.loading.source.nodes import MapNode, Node, ScalarNode
from octgame.story import conditions
from octgame.story.conditions import Mistyped, Names
from octgame.story.frame import Variable

SETTLED = ("never-true", "always-true")
"""What an author may mean, as to close a way for a while, but seldom does."""


def resolve(ctx: Context) -> None:
    """Report each id that leads to nothing, with the nearest one that would."""
    for use in ctx.uses:
        declared = [ctx.declared[name] for name in use.sections if name in ctx.declared]
        if declared and not any(use.id in ids for ids in declared):
            _report_unknown(use, ctx)


def _report_unknown(use: Use, ctx: Context) -> None:
    wanted = [name for name in use.sections if name in ctx.declared]
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
            use.id, [*use.words, *(i for name in wanted for i in ctx.declared[name])]
        ),
        hint=hint,
    )


def vocabulary(ctx: Context) -> Names:
    """What the conditions of the story may name."""
    variables = ctx.variables.values()

    def of(kind: str) -> list[Variable]:
        return [variable for variable in variables if variable.type == kind]

    questions = ctx.known("questions").items()
    return Names(
        numbers={v.id: (v.least, v.greatest) for v in of("number")},
        flags=frozenset(v.id for v in of("flag")),
        words={v.id: v.words for v in of("word")}
        | {"role": (*ctx.known("roles"), "none")},
        scenes=frozenset(ctx.known("scenes")),
        cards=frozenset(ctx.known("cards")),
        answers={question: _answers(node) for question, node in questions},
    )


def _answers(question: Node) -> tuple[str, ...]:
    """The ids of a question's answers, well formed or not."""
    held = question.values.get("answers") if isinstance(question, MapNode) else None
    return tuple(held.values) if isinstance(held, MapNode) else ()


def check_conditions(ctx: Context) -> None:
    """Report what conditions name wrongly, at the column where they name it.

    Where the declarations of variables are wrong, nothing can be said of them.
    """
    told = "variables" in ctx.declared and "roles" in ctx.declared
    if not told or ctx.known("variables").keys() != ctx.variables.keys():
        return
    names = vocabulary(ctx)
    found: dict[tuple[str, bool], list[Mistyped]] = {}
    for condition, node, path in ctx.asked:
        case = node.text, _of_one_card(path, ctx)
        if case not in found:
            found[case] = conditions.check(condition, names._replace(in_each=case[1]))
        for wrong in found[case]:
            _report_mistyped(wrong, node, ctx)


def _report_mistyped(wrong: Mistyped, node: ScalarNode, ctx: Context) -> None:
    meant = wrong.code in SETTLED and not wrong.suggestion
    ctx.report(
        ctx.place_in(node, node.text.rstrip(), wrong.at),
        wrong.code,
        wrong.message.rstrip("."),
        suggestion=wrong.suggestion,
        severity="warning" if meant else "error",
    )


def _of_one_card(path: Path, ctx: Context) -> bool:
    """Whether a condition stands in the `then` of an `each` choice."""
    return path[4:5] == ("then",) and (*path[:4], "each") in ctx.nodes
