"""Scenes and their choices, declared key by key."""

from octgame.loading.decoding.changes import AddField, SetField
from octgame.loading.decoding.context import Context, Path
from octgame.loading.decoding.fields import (
    DateField,
    Flag,
    Id,
    Line,
    OneOf,
    Reference,
    Whole,
)
from octgame.loading.decoding.kinds_evidence import CARDS, FACTS
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
from octgame.loading.decoding.texts import IF, ParagraphField, ProseField, TextField
from octgame.story.evidence import CARD_KINDS
from octgame.story.frame import Variable
from octgame.story.scenes import Branch, Choice, Each, Scene

KEYS = ListOf(Id(), once=True)
QUESTIONS = ListOf(Reference("questions"), once=True)

MOVES = ("each", "believes", "orders", "sorts")
"""The keys that make several choices of one; a choice has one of them at most."""

NEEDS = {
    "kinds": ("each",),
    "cards": ("each",),
    "but": ("each",),
    "times": ("each",),
    "right": ("orders", "sorts"),
    "weighs": ("leaves",),
    "else": ("if",),
}
"""Keys of a choice that mean something only beside another."""

PARTICULAR = frozenset(
    (*MOVES, "kinds", "cards", "but", "times", "right", "weighs", "closed", "puts_out")
)
"""Values that few choices have; the others go with each other in any way."""


def _make_choice(values: Values, ctx: Context, path: Path) -> Choice | None:
    if not _keys_agree(values, ctx, path):
        return None
    kinds, cards = values.pop("kinds", ()), values.pop("cards", ())
    times, but = values.pop("times", 1), values.pop("but", ())
    if values.pop("each", None):
        values["each"] = Each(kinds, cards, times, but)
    choice = Choice(path[-1], **values)
    if 0 < len(choice.orders) < 2:
        message = f"“{choice.key}” has one slip; there is nothing to order"
        ctx.report(ctx.nodes[*path, "orders"].at, "too-few", message)
    variable = ctx.variables.get(choice.right)
    if variable is not None and not _holds_right(variable, choice):
        last = len(choice.sorts)
        wanted = f"a number from 0 to {last}" if last else "a flag"
        message = f"“right” takes {wanted}; “{variable.id}” is another variable"
        ctx.report(ctx.nodes[*path, "right"].at, "wrong-type", message)
    return choice


def _holds_right(variable: Variable, choice: Choice) -> bool:
    """Whether a variable can say how right an ordering or a sorting was."""
    if not choice.sorts:
        return variable.type == "flag"
    least, greatest = variable.least, variable.greatest
    return variable.type == "number" and (least, greatest) == (0, len(choice.sorts))


def _keys_agree(values: Values, ctx: Context, path: Path) -> bool:
    """Whether the keys of a choice make sense beside each other."""
    if PARTICULAR.isdisjoint(values):
        return True

    def has(key: str) -> bool:
        return (*path, key) in ctx.nodes

    agree = True
    for key, others in NEEDS.items():
        if has(key) and not any(map(has, others)):
            beside = "” or “".join(others)
            message = f"“{key}” means something only beside “{beside}”"
            ctx.report(ctx.nodes[*path, key].at, "misplaced-key", message)
            agree = False
    moves = [key for key in MOVES if has(key)]
    if len(moves) > 1:
        ctx.report(
            ctx.nodes[*path, moves[1]].at,
            "two-moves",
            f"a choice has one of “{moves[0]}” and “{moves[1]}”, not both",
            hint="Make two choices of it.",
        )
        agree = False
    if "it" in values.get("puts_out", ()) and not has("each"):
        ctx.report(
            ctx.nodes[*path, "puts_out"].at,
            "it-outside-each",
            "“it” means a card only in a choice with “each”",
        )
        agree = False
    return agree


CHOICE = Record(
    "a choice",
    (
        Key("text", ParagraphField(), "What the player chooses.", required=True),
        Key("was", KEYS, "Older keys of the same choice."),
        Key("if", IF, "When it is open.", into="condition"),
        Key("else", Line(), "Why it is closed, shown greyed.", into="closed"),
        Key("then", TextField(), "What comes of it."),
        Key("finds", CARDS, "Cards offered to the box."),
        Key("reveals", FACTS, "Facts told."),
        Key("set", SetField(), "What variables become."),
        Key("add", AddField(), "What is added to numbers."),
        Key(
            "puts_out",
            ListOf(Reference("cards", ("it",)), once=True),
            "Cards taken out of the box; `it` is the card of an `each`.",
        ),
        Key("leaves", Line(), "A line of “what you changed”."),
        Key("weighs", Flag(), "Whether that line leads the list."),
        Key("says", Line(), "A part of the player's own statement."),
        Key("to", Reference("scenes", ("next", "here")), "Where it leads."),
        Key("once", Flag(), "Whether it is taken at most once in a play."),
        Key("each", OneOf(("box",)), "Makes one choice per card in the box."),
        Key("kinds", ListOf(OneOf(CARD_KINDS), once=True), "Kinds of card for `each`."),
        Key("cards", CARDS, "Cards for `each`."),
        Key("but", CARDS, "Cards that `each` leaves out."),
        Key("times", Whole(1, 9), "How often `each` may be taken in a visit."),
        Key(
            "believes", Reference("questions"), "The question it offers the answers of."
        ),
        Key("orders", MapOf(Line()), "Slips, in their right order."),
        Key(
            "right",
            Reference("variables"),
            "The flag that becomes yes if it was so; for `sorts` a number, how many.",
        ),
        Key("sorts", FACTS, "Facts to be sorted into the three statuses."),
        Key("writes", Line(), "The prompt of a free sentence, kept as a note."),
    ),
    _make_choice,
)

WAY = Record(
    "a way on",
    (
        Key("if", IF, "When it is taken.", into="condition"),
        Key("to", Reference("scenes"), "Where it leads.", required=True),
    ),
    build(Branch),
)


def _make_scene(values: Values, ctx: Context, path: Path) -> Scene:
    scene = Scene(path[-1], **values)
    ends = [key for key in ("choices", "ways", "ending") if values.get(key)]
    if not ends:
        ctx.report(
            ctx.nodes[path].at,
            "no-way-on",
            f"nothing leads on from “{scene.id}”",
            hint="Give it `choices:`, `ways:` or `ending: yes`.",
        )
    elif len(ends) > 1:
        ctx.report(
            ctx.nodes[*path, ends[1]].at,
            "two-ways-on",
            f"“{scene.id}” has both “{ends[0]}” and “{ends[1]}”",
            hint="A scene has choices, or ways, or is an ending.",
        )
    if scene.note and not scene.step_back:
        ctx.report(
            ctx.nodes[*path, "note"].at,
            "missing-step-back",
            "a content note needs a way round the scene",
            hint="Add `step_back:`, the summary for who would rather not be there.",
        )
    _check_older_keys(scene, ctx, path)
    return scene


def _check_older_keys(scene: Scene, ctx: Context, path: Path) -> None:
    """Report an older key that another choice has or had."""
    taken = {choice.key for choice in scene.choices}
    for choice in scene.choices:
        for number, older in enumerate(choice.was):
            if older in taken:
                at = ctx.nodes[*path, "choices", choice.key, "was", str(number)].at
                message = f"“{older}” is the key of another choice of this scene"
                ctx.report(at, "was-clash", message)
            taken.add(older)


SCENE = Record(
    "a scene",
    (
        Key("title", Line(), "Its heading.", required=True),
        Key("text", TextField(), "What is seen and heard.", required=True),
        Key("when", DateField(), "The moment."),
        Key("where", Reference("places"), "A place of the codex."),
        Key("roles", ListOf(Reference("roles"), once=True), "Who comes here."),
        Key("if", IF, "When `to: next` does not pass over it.", into="condition"),
        Key("asks", QUESTIONS, "Questions whose views open here."),
        Key("note", Line(), "A content note, shown before it."),
        Key("step_back", ProseField(), "The summary for who steps back."),
        Key("shows", CARDS, "Cards that lie open here."),
        Key("reveals", FACTS, "Facts told on arrival."),
        Key("choices", Made(MapOf(CHOICE), listed), "What the player may do."),
        Key("ways", ListOf(WAY), "Ways on without a choice; the first that holds."),
        Key("ending", Flag(), "Whether the play ends here."),
    ),
    _make_scene,
)
