"""Evidence and what is made of it: cards, facts, questions, codex, sources, claims."""

from collections.abc import Mapping
from typing import Literal, NamedTuple, get_args

from octgame.story.calendar import When
from octgame.story.prose import Paragraph, Prose

FACT_STATUSES = ("established", "contested", "refuted")
CODEX_KINDS = ("person", "place", "organisation", "term")
TRUSTS = ("consensus", "disputed", "wrong")

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
    "letter",
    "testimony",
    "picture",
]
CARD_KINDS: tuple[CardKind, ...] = get_args(CardKind)
FactStatus = Literal["established", "contested", "refuted"]


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
        cards: The cards that bear on it.
    """

    id: str
    status: FactStatus
    text: Paragraph
    sources: tuple[str, ...]
    claims: tuple[str, ...] = ()
    right: str = ""
    accounts: tuple[Account, ...] = ()
    cards: tuple[str, ...] = ()


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


class AtOdds(NamedTuple):
    """What is said where a sorting and a belief do not go together.

    Attributes:
        fact: The fact that was sorted.
        said: The status that it was given.
        answer: What was believed last.
        text: What is said of the two.
    """

    fact: str
    said: FactStatus
    answer: str
    text: Paragraph


class Question(NamedTuple):
    """What historians argue about, with one view per school.

    Attributes:
        title: The question itself.
        text: What the argument is about, in a few sentences.
        answers: What a player may believe, key to text.
        facts: Its contested facts.
        cards: The cards that bear on it.
        at_odds: What the debrief says of sortings that contradict an answer.
    """

    id: str
    title: str
    text: Prose
    answers: Mapping[str, str]
    facts: tuple[str, ...]
    cards: tuple[str, ...]
    views: tuple[View, ...]
    at_odds: tuple[AtOdds, ...] = ()

    @property
    def feeds(self) -> tuple[str, ...]:
        """The cards that some school writes from in the debrief, each once."""
        parts = (part.card for view in self.views for part in view.from_box)
        return tuple(dict.fromkeys(parts))


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
