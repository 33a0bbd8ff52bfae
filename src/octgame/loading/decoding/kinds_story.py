"""The `story` section: schools, roles, acts, variables and the outline of the map."""

from octgame.loading.decoding.changes import value_of
from octgame.loading.decoding.context import Context, Path
from octgame.loading.decoding.fields import (
    Degrees,
    Id,
    Line,
    OneOf,
    Reference,
    Verbatim,
    Whole,
)
from octgame.loading.decoding.shapes import (
    Key,
    ListOf,
    Made,
    MapOf,
    Record,
    Values,
    build,
)
from octgame.loading.decoding.texts import ProseField
from octgame.story import conditions
from octgame.story.evidence import School
from octgame.story.frame import Act, Role, Shore, Variable

MOST_VALUES = 16
"""More would make the states of a story too many to prove."""

RESERVED = (*conditions.RESERVED, "role", "none", "box", "here", "next")
"""Words that conditions and choices give a meaning of their own."""

OWN_ID = Id(reserved=RESERVED)
WORD = Id(reserved=tuple(conditions.RESERVED))


def _point(values: tuple[int, ...]) -> tuple[int, int]:
    return values[0], values[1]


POINT = Made(ListOf(Degrees(180), size=2), _point)
"""A latitude and a longitude."""


def _shores(lines: dict[str, tuple[tuple[int, int], ...]]) -> tuple[Shore, ...]:
    return tuple(Shore(name, points) for name, points in lines.items())


SCHOOL = Record(
    "a school",
    (
        Key("name", Line(), "Its name, as headings show it.", required=True),
        Key("short", Line(), "Three letters for narrow places.", required=True),
        Key("about", ProseField(), "Who wrote so, when and for whom.", required=True),
    ),
    build(School, "id"),
)

ROLE = Record(
    "a role",
    (
        Key("name", Line(), "The witness, as the player reads it.", required=True),
        Key("about", Line(), "One line for the choice of a role.", required=True),
    ),
    build(Role, "id"),
)

ACT = Record(
    "an act",
    (
        Key("title", Line(), "Its heading.", required=True),
        Key(
            "scenes",
            ListOf(Reference("scenes"), once=True),
            "Its scenes, in the order in which `to: next` goes.",
            required=True,
        ),
    ),
    build(Act, "id"),
)


def _make_variable(values: Values, ctx: Context, path: Path) -> Variable | None:
    start = values.pop("start")
    if not _keys_fit(values, ctx, path):
        return None
    variable = Variable(path[-1], start="", **values)
    spread = variable.greatest - variable.least + 1
    count = len(variable.words) or spread
    if count > MOST_VALUES:
        message = f"“{variable.id}” has {count} values; at most {MOST_VALUES} fit"
        ctx.report(ctx.nodes[path].at, "wide-variable", message)
        return None
    if spread < 1:
        message = f"the min of “{variable.id}” is above its max"
        ctx.report(ctx.nodes[*path, "min"].at, "out-of-bounds", message)
        return None
    value = value_of(variable, start, ctx)
    if value is None:
        return None
    return ctx.variables.setdefault(path[-1], variable._replace(start=value))


TYPE_KEYS = {
    "least": ("min", "number"),
    "greatest": ("max", "number"),
    "words": ("words", "word"),
}
"""The keys that only one type of variable has, and must have."""


def _keys_fit(values: Values, ctx: Context, path: Path) -> bool:
    """Whether a variable has the keys of its type and no other's."""
    fit = True
    for name, (key, kind) in TYPE_KEYS.items():
        given, wanted = name in values, values["type"] == kind
        if given and not wanted:
            message = f"only a {kind} has “{key}”, “{path[-1]}” is a {values['type']}"
            ctx.report(ctx.nodes[*path, key].at, "misplaced-key", message)
        if wanted and not given:
            message = f"a {kind} needs “{key}”"
            ctx.report(ctx.nodes[path].at, "missing-field", message)
        fit = fit and given == wanted
    return fit


VARIABLE = Record(
    "a variable",
    (
        Key("type", OneOf(("number", "flag", "word")), "What it holds.", required=True),
        Key("start", Verbatim(), "Its value at the beginning.", required=True),
        Key("min", Whole(-999, 999), "A number's least value.", into="least"),
        Key("max", Whole(-999, 999), "A number's greatest.", into="greatest"),
        Key("words", ListOf(WORD, once=True), "What a word may be."),
        Key("about", Line(), "What it stands for, for other authors."),
    ),
    _make_variable,
)


def _make_frame(values: Values, ctx: Context, path: Path) -> Values:
    """The values as they are: the story is made when its entries are read too."""
    first: dict[str, str] = {}
    for act in values["acts"].values():
        for number, name in enumerate(act.scenes):
            if name in first:
                ctx.report(
                    ctx.nodes[*path, "acts", act.id, "scenes", str(number)].at,
                    "scene-in-two-acts",
                    f"“{name}” stands in the act “{first[name]}” already",
                    hint="`to: next` would not know where to go from it.",
                )
            first.setdefault(name, act.id)
    return values


STORY = Record(
    "the story section",
    (
        Key("id", Id(), "The story's own id, in saves and records.", required=True),
        Key("title", Line(), "Its title.", required=True),
        Key("about", Line(), "One line for lists.", required=True),
        Key(
            "calendar",
            OneOf(("old_style", "new_style")),
            "Which calendar the dates of the files use: `old_style` for Russia before"
            " 1918, whose days are shown in both; else `new_style`, shown as written.",
            required=True,
        ),
        Key("start", Reference("scenes"), "The scene it opens in.", required=True),
        Key(
            "schools", MapOf(SCHOOL), "The schools, in the order shown.", required=True
        ),
        Key("roles", MapOf(ROLE, OWN_ID), "Who can be played.", required=True),
        Key("acts", MapOf(ACT), "Its parts, in order.", required=True),
        Key("variables", MapOf(VARIABLE, OWN_ID), "What it remembers."),
        Key(
            "outline",
            Made(MapOf(ListOf(POINT), Line()), _shores),
            "The map: lines of latitude and longitude.",
        ),
        Key("credits", ProseField(), "Whom it owes what."),
    ),
    _make_frame,
)
