"""Lessons and their steps, declared key by key."""

import re
from dataclasses import dataclass

from octgame.loading.decoding.context import Context, Path
from octgame.loading.decoding.fields import (
    Field,
    Flag,
    Id,
    Line,
    OneOf,
    Reference,
    Scalar,
    Whole,
    label,
)
from octgame.loading.decoding.kinds_evidence import CARDS, FACTS, SOURCES
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
from octgame.loading.decoding.texts import ProseField
from octgame.loading.source.nodes import MapNode, Node, ScalarNode
from octgame.story.lessons import (
    ANY,
    SHOWS,
    Half,
    Lesson,
    Misconception,
    Step,
    TakeHome,
    Vote,
)

SHORTEST, LONGEST = 5, 180
"""Minutes of a lesson."""

LENGTH = Whole(SHORTEST, LONGEST)
SCHOOLS = ListOf(Reference("schools"), once=True)
DECIDES = ("do", "believe", "print", "keep")
"""The keys that say what a vote is about; a vote has one of them."""

MINUTES = re.compile(r"[0-9]{1,3}(\.[0-9])?")


class Minutes(Scalar[int]):
    """A span of time, kept in seconds."""

    doc = "Minutes, with one decimal at most, as 2.5."

    def read(self, node: ScalarNode, ctx: Context, path: Path) -> int | None:
        """The seconds."""
        if MINUTES.fullmatch(node.text):
            return round(float(node.text) * 60)
        message = f"“{label(path)}” is a number of minutes, not “{node.text}”"
        ctx.report(node.at, "wrong-type", message, hint=self.doc)
        return None


@dataclass(eq=False, repr=False)
class TalkField(Field[dict[int, int]]):
    """Minutes of talk: one number, or one for each length that needs its own."""

    doc = "Minutes, as 2.5; or by length, as {35: 2, 45: 3}."
    minutes = Minutes()

    def decode(self, node: Node, ctx: Context, path: Path) -> dict[int, int] | None:
        """See `Field.decode`."""
        if not isinstance(node, MapNode):
            seconds = self.minutes.decode(node, ctx, path)
            return None if seconds is None else {ANY: seconds}
        found: dict[int, int] = {}
        for name, item in node.pairs:
            here = (*path, name.text)
            ctx.nodes[here] = item
            length = LENGTH.decode(name, ctx, here)
            seconds = self.minutes.decode(item, ctx, here)
            if length is not None and seconds is not None:
                found[length] = seconds
        return found if len(found) == len(node.keys) else None


def _make_vote(values: Values, ctx: Context, path: Path) -> Vote | None:
    given = [key for key in DECIDES if values.get(key)]
    if len(given) == 1:
        return Vote(**values)
    hint = "Give it one of: " + ", ".join(DECIDES) + "."
    if not given:
        message = "a vote needs something to decide"
        ctx.report(ctx.nodes[path].at, "missing-field", message, hint=hint)
        return None
    message = f"a vote decides one thing, not “{given[0]}” and “{given[1]}”"
    ctx.report(ctx.nodes[*path, given[1]].at, "two-votes", message, hint=hint)
    return None


VOTE = Record(
    "a vote",
    (
        Key("asks", Line(), "The question, as read out.", required=True, into="ask"),
        Key("do", ListOf(Id(), once=True), "Choices of the step's scene."),
        Key("believe", Reference("questions"), "The question; then how sure."),
        Key("print", MapOf(Line()), "Words or numbers to choose from."),
        Key("keep", Whole(1, 9), "How many cards of the table go into the box."),
        Key("sealed", Flag(), "Whether the result waits until it is asked again."),
    ),
    _make_vote,
)


def _make_step(values: Values, ctx: Context, path: Path) -> Step | None:
    values["late"] = bool(values.get("late"))
    step = Step(path[-1], **values)
    if step.role and not step.scene:
        message = "“as” means something only beside “scene”"
        ctx.report(ctx.nodes[*path, "as"].at, "misplaced-key", message)
    dropped = [key for key in ("cut", "late") if values.get(key)]
    if step.must and dropped:
        ctx.report(
            ctx.nodes[*path, "must"].at,
            "must-be-left-out",
            f"“{step.id}” is never left out, and has “{dropped[0]}”",
            hint="Take one of the two out.",
        )
    return step


STEP = Record(
    "a step of a lesson",
    (
        Key("title", Line(), "Its heading.", required=True),
        Key("scene", Reference("scenes"), "The scene that it begins afresh."),
        Key("as", Reference("roles"), "The witness whose scene it is.", into="role"),
        Key("text", ProseField(), "Words for the wall, in the scene's stead."),
        Key("cards", CARDS, "Cards laid on the table, source lines first."),
        Key("facts", FACTS, "Facts projected with their status."),
        Key("sheets", SCHOOLS, "Views projected without label, as sheet A, B, …"),
        Key("labels", SCHOOLS, "Views uncovered: what each leans on and leaves out."),
        Key("show", ListOf(OneOf(SHOWS), once=True), "What else is projected."),
        Key("vote", VOTE, "What the class decides."),
        Key("minutes", TalkField(), "Talk as planned.", required=True),
        Key("half", Id(), "The half of the class it is for."),
        Key("cut", ListOf(LENGTH, once=True), "Lengths in which it is left out."),
        Key("must", Flag(), "Whether it is never left out."),
        Key("late", OneOf(("drop",)), "Whether the short path leaves it out."),
        Key("say", ProseField(), "The teacher's notes, never projected."),
        Key("sources", SOURCES, "What the step's own text is taken from."),
    ),
    _make_step,
)

HALF = Record(
    "a half of the class",
    (
        Key("name", Line(), "Where it sits, as the wall shows it.", required=True),
        Key("cards", CARDS, "The cards on its evidence sheet.", required=True),
    ),
    build(Half, "id"),
)

MISCONCEPTION = Record(
    "a misconception",
    (
        Key("heard", Line(), "What a class is likely to say.", required=True),
        Key("reply", ProseField(), "What to say or to ask then.", required=True),
        Key("facts", FACTS, "What the reply rests on."),
        Key("sources", SOURCES, "Where else it is taken from."),
    ),
    build(Misconception, "id"),
)

TAKE_HOME = Record(
    "a task to take home",
    (
        Key("card", Reference("cards"), "A card that is new to them.", required=True),
        Key("asks", ProseField(), "Questions on it, each a paragraph.", required=True),
        Key("levels", MapOf(Line()), "What an answer shows, by level.", required=True),
    ),
    build(TakeHome),
)


def _make_lesson(values: Values, ctx: Context, path: Path) -> Lesson:
    lesson = Lesson(path[-1], **{"halves": (), **values})
    halves = [half.id for half in lesson.halves]
    for step in lesson.steps:
        here = (*path, "steps", step.id)
        if step.half and step.half not in halves:
            ctx.report(
                ctx.nodes[*here, "half"].at,
                "unknown-id",
                f"no half of the class is named “{step.half}”",
                suggestion=ctx.nearest(step.half, halves),
            )
        for length in step.cut:
            if length not in lesson.lengths:
                message = f"the lesson is not planned for {length} minutes"
                ctx.report(ctx.nodes[*here, "cut"].at, "unknown-word", message)
    return lesson


LESSON = Record(
    "a lesson",
    (
        Key("title", Line(), "Its title.", required=True),
        Key("about", Line(), "One line for lists.", required=True),
        Key("question", Reference("questions"), "What it is about.", required=True),
        Key(
            "lengths",
            ListOf(LENGTH, once=True),
            "Minutes it is planned for; the first is taken where none is named.",
            required=True,
        ),
        Key("halves", Made(MapOf(HALF), listed), "The halves of the class."),
        Key("steps", Made(MapOf(STEP), listed), "Its steps, in order.", required=True),
        Key("objective", ProseField(), "What a pupil can do after it."),
        Key("standards", ListOf(Line()), "Curricula it may serve, to be verified."),
        Key(
            "misconceptions",
            Made(MapOf(MISCONCEPTION), listed),
            "What is likely to be said, with a reply, for the teacher's key.",
        ),
        Key("levels", MapOf(Line()), "What an exit ticket shows, by level."),
        Key("take_home", TAKE_HOME, "A task for afterwards."),
    ),
    _make_lesson,
)
