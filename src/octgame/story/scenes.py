"""Scenes and choices, as their author wrote them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from octgame.story.calendar import When
from octgame.story.frame import Value
from octgame.story.prose import Paragraph, Prose

if TYPE_CHECKING:
    from octgame.story.conditions import Expr

INSERTS = (
    "day",
    "box",
    "histories",
    "beliefs",
    "changes",
    "at_odds",
    "sorting",
    "said",
    "wrote",
    "audit",
    "seen",
)
"""The blocks that the debrief composes from the journal and the box."""

NOTHING: Mapping[str, Any] = MappingProxyType({})
"""A mapping that a field holds where the author wrote none."""


class Passage(NamedTuple):
    """A paragraph of a text and the condition under which it is shown."""

    paragraph: Paragraph
    condition: "Expr | None" = None


class Insert(NamedTuple):
    """A block that the debrief composes from the journal and the box."""

    show: str
    question: str = ""
    condition: "Expr | None" = None


Text = tuple[Passage | Insert, ...]


class Each(NamedTuple):
    """A choice made once per card in the box that fits.

    Attributes:
        kinds: Card kinds that fit; empty means any.
        cards: Card ids that fit; empty means any.
        but: Card ids that do not fit.
        times: How often the choice may be taken in one visit of the scene.
    """

    kinds: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    times: int = 1
    but: tuple[str, ...] = ()


class Choice(NamedTuple):
    """What the player may do in a scene.

    Attributes:
        key: Its identity in saves, votes, tests and exports.
        text: The line that is chosen; in an `each` choice `{card}` is the title.
        was: Older keys of the same choice.
        condition: When it is open; a closed choice is shown with `closed`,
            or hidden where `closed` is empty.
        then: What comes of it, shown before the next scene.
        set, add: Changes of variables; `role` may be set.
        puts_out: Cards taken out of the box; "it" is the card of an `each`.
        leaves: A line of "what you changed".
        weighs: Whether that line leads the debrief's list.
        says: A part of the player's own statement, which the debrief puts together.
        to: A scene id, "next" or "here".
        once: Taken at most once in a play.
        believes: The question whose answers the engine offers, then how sure.
        orders: Slips in their right order, key to text; the player puts them in
            order and `right` (a flag variable) says whether it was this one.
        sorts: Facts to be sorted into the three statuses, one at a time; `right` (a
            number variable) says how many were put where they belong.
        writes: The prompt of a free sentence, kept as a note, never in the state.
    """

    key: str
    text: Paragraph
    was: tuple[str, ...] = ()
    condition: "Expr | None" = None
    closed: str = ""
    then: Text = ()
    finds: tuple[str, ...] = ()
    reveals: tuple[str, ...] = ()
    set: Mapping[str, Value] = NOTHING
    add: Mapping[str, int] = NOTHING
    puts_out: tuple[str, ...] = ()
    leaves: str = ""
    weighs: bool = False
    says: str = ""
    to: str = "next"
    once: bool = False
    each: Each | None = None
    believes: str = ""
    orders: Mapping[str, str] = NOTHING
    right: str = ""
    sorts: tuple[str, ...] = ()
    writes: str = ""


class Branch(NamedTuple):
    """One way on of a scene without choices: where, and when that way is taken."""

    to: str
    condition: "Expr | None" = None


class Scene(NamedTuple):
    """A place and a moment.

    Attributes:
        roles: Who comes here; empty means everybody.
        condition: `to: next` passes over the scene where this does not hold.
        asks: Questions whose views open here.
        note: A content note, shown before the scene with the way round it.
        step_back: The summary, for a player who steps back.
        shows: Cards that lie open here, without being found.
        reveals: Facts told on arrival.
        choices: In the order shown; a scene has these, or `ways`, or is an ending.
        ways: The branches of an automatic scene, the first that holds is taken.
    """

    id: str
    title: str
    text: Text
    when: When | None = None
    where: str = ""
    roles: tuple[str, ...] = ()
    condition: "Expr | None" = None
    asks: tuple[str, ...] = ()
    note: str = ""
    step_back: Prose = ()
    shows: tuple[str, ...] = ()
    reveals: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    ways: tuple[Branch, ...] = ()
    ending: bool = False
