"""What an author wrote, as values: a story and its kinds of thing.

Nothing here knows that it is played, or which file it came from. Ids are unique
in a story across scenes, cards, facts, questions, codex and sources.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from octgame.story.calendar import Calendar, When
from octgame.story.prose import Paragraph, Prose

if TYPE_CHECKING:
    from octgame.story.conditions import Expr

CARD_KINDS = (
    "memo",
    "wire",
    "press",
    "decree",
    "memoir",
    "photograph",
    "film",
    "statistic",
    "encyclopedia",
)
FACT_STATUSES = ("established", "contested", "refuted")
CODEX_KINDS = ("person", "place", "organisation", "term")
TRUSTS = ("consensus", "disputed", "wrong")
INSERTS = (
    "day",
    "box",
    "histories",
    "beliefs",
    "changes",
    "sorting",
    "audit",
    "seen",
)
"""The blocks that the debrief composes from the journal and the box."""

BOX_PLACES = 9
SURENESS = (1, 2, 3, 4)

CardKind = Literal[
    "memo",
    "wire",
    "press",
    "decree",
    "memoir",
    "photograph",
    "film",
    "statistic",
    "encyclopedia",
]
FactStatus = Literal["established", "contested", "refuted"]
Value = int | bool | str

NOTHING: Mapping[str, Any] = MappingProxyType({})
"""A mapping that a field holds where the author wrote none."""


class Passage(NamedTuple):
    """A paragraph of a text and the condition under which it is shown."""

    paragraph: Paragraph
    condition: "Expr | None" = None


class Insert(NamedTuple):
    """A block that the debrief composes, one of `INSERTS`."""

    show: str
    question: str = ""
    condition: "Expr | None" = None


Text = tuple[Passage | Insert, ...]


class Variable(NamedTuple):
    """What a story remembers beside scenes, cards and beliefs.

    Attributes:
        type: "number", "flag" or "word".
        start: The value at the beginning.
        least, greatest: The bounds of a number, at most 16 values apart.
        words: What a word variable may hold.
    """

    id: str
    type: Literal["number", "flag", "word"]
    start: Value
    least: int = 0
    greatest: int = 1
    words: tuple[str, ...] = ()
    about: str = ""


class Each(NamedTuple):
    """A choice made once per card in the box that fits.

    Attributes:
        kinds: Card kinds that fit; empty means any.
        cards: Card ids that fit; empty means any.
        times: How often the choice may be taken in one visit of the scene.
    """

    kinds: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    times: int = 1


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
        to: A scene id, "next" or "here".
        once: Taken at most once in a play.
        believes: The question whose answers the engine offers, then how sure.
        orders: Slips in their right order, key to text; the player puts them in
            order and `right` (a flag variable) says whether it was this one.
        sorts: Facts to be sorted into the three statuses, one at a time.
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
        step_back: The archivist's summary, for a player who steps back.
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


class Card(NamedTuple):
    """A piece of evidence.

    Attributes:
        maker: Who made it.
        made, about: When it was made, and the moment it speaks of.
        audience: For whom.
        stake: What the maker stood to gain or lose, or "".
        survived: How it reached us.
        text: What it says, at most 60 words.
        composed: True for a paper that octgame invented for its fictional witness.
        source: The source it is taken from; "" only where `composed`.
        claims: Catalogue ids that it carries.
    """

    id: str
    title: str
    kind: CardKind
    maker: str
    made: When
    about: When
    audience: str
    survived: str
    text: Prose
    stake: str = ""
    composed: bool = False
    source: str = ""
    claims: tuple[str, ...] = ()


class Account(NamedTuple):
    """What one source says of a contested fact."""

    source: str
    says: str


class Fact(NamedTuple):
    """A statement about the past.

    Attributes:
        status: Established, contested, or refuted (widely repeated and wrong).
        right: What is right, for a refuted one.
        accounts: Named sources that disagree, for a contested one.
        claims: At most four catalogue ids, each stated in the text.
    """

    id: str
    status: FactStatus
    text: Paragraph
    sources: tuple[str, ...]
    claims: tuple[str, ...] = ()
    right: str = ""
    accounts: tuple[Account, ...] = ()


class FromCard(NamedTuple):
    """A sentence that a school can write only with a card; `silent` is the rest.

    Attributes:
        card: The card that must be in the box.
        text: The sentence it allows.
        silent: What is known elsewhere, where the box is silent; without it the
            sentence is left out.
    """

    card: str
    text: str
    silent: str = ""


class View(NamedTuple):
    """One school's answer to a question, composed in its manner.

    Attributes:
        school: Its id.
        written: When it was written, "as written c. 1938".
        manner: Whose manner it is composed in.
        text: The retelling, at most 80 words.
        protagonist, verb: Who acts, and the verb that carries the account.
        leans_on, leaves_out: Cards used and passed over.
        hardest: The card that is hardest for this view.
        printable: What could be printed then.
        shown_wrong: What has since been shown wrong in it.
        from_box: The sentences of its history that hang on single cards.
        sources: The scholarship the view is written from.
    """

    school: str
    written: When
    manner: str
    text: Paragraph
    protagonist: str
    verb: str
    leans_on: tuple[str, ...]
    leaves_out: tuple[str, ...]
    hardest: str
    printable: str
    shown_wrong: str
    sources: tuple[str, ...]
    from_box: tuple[FromCard, ...] = ()
    claims: tuple[str, ...] = ()


class Question(NamedTuple):
    """What historians argue about, with one view per school.

    Attributes:
        title: The question itself.
        text: What the argument is about, in a few sentences.
        answers: What a player may believe, key to text.
        facts: Its contested facts.
        cards: The cards that bear on it.
    """

    id: str
    title: str
    text: Prose
    answers: Mapping[str, str]
    facts: tuple[str, ...]
    cards: tuple[str, ...]
    views: tuple[View, ...]


class Entry(NamedTuple):
    """A codex entry: a person, place, organisation or term.

    Attributes:
        kind: One of `CODEX_KINDS`.
        text: At most 80 words.
        at: Latitude and longitude of a place in thousandths of a degree, or None.
        sources: Where it is taken from.
    """

    id: str
    kind: Literal["person", "place", "organisation", "term"]
    title: str
    text: Prose
    at: tuple[int, int] | None = None
    sources: tuple[str, ...] = ()


class Source(NamedTuple):
    """Where a thing is taken from.

    Attributes:
        checked: How it was used: "read", "excerpt", or "cited by …".
        document: True for the two encyclopedia texts the story is written from.
        licence: Of a text that is quoted, or "".
    """

    id: str
    title: str
    author: str
    year: str
    checked: str
    published: str = ""
    url: str = ""
    licence: str = ""
    note: str = ""
    document: bool = False


class Claim(NamedTuple):
    """One claim of the source documents, in our own words.

    Attributes:
        trust: How far the documents' wording can be trusted.
        taught: Whether the story teaches or corrects it here, or later.
    """

    id: str
    claim: str
    trust: Literal["consensus", "disputed", "wrong"]
    taught: Literal["here", "later"]


class School(NamedTuple):
    """A school of historians, as the story names it."""

    id: str
    name: str
    about: Prose
    short: str


class Role(NamedTuple):
    """A witness who can be played."""

    id: str
    name: str
    about: str


class Act(NamedTuple):
    """A part of the story: its scenes in the order in which `to: next` goes."""

    id: str
    title: str
    scenes: tuple[str, ...]


class Shore(NamedTuple):
    """A line of the map's outline, in thousandths of a degree (latitude, longitude)."""

    name: str
    points: tuple[tuple[int, int], ...]


class Story(NamedTuple):
    """A folder of YAML, read.

    Every mapping is from id to thing, in the order of the files.
    """

    id: str
    title: str
    about: str
    calendar: Calendar
    start: str
    schools: Mapping[str, School]
    roles: Mapping[str, Role]
    acts: Mapping[str, Act]
    variables: Mapping[str, Variable]
    scenes: Mapping[str, Scene]
    cards: Mapping[str, Card]
    facts: Mapping[str, Fact]
    questions: Mapping[str, Question]
    codex: Mapping[str, Entry]
    sources: Mapping[str, Source]
    claims: Mapping[str, Claim]
    outline: tuple[Shore, ...] = ()
    credits: Prose = ()
