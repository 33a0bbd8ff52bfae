"""The one Page that every front end shows and every test compares."""

from typing import Literal, NamedTuple

from octgame.story.prose import Span

BlockKind = Literal[
    "text",
    "quote",
    "heading",
    "note",
    "card",
    "fact",
    "question",
    "line",
    "struck",
]
"""What a block is; "line" is a row of a list, "struck" a row that is not used."""


RECORD = "_record"
"""The ref of a block that opens the record of the play; no id is written so."""


class Block(NamedTuple):
    """A paragraph, or a row of something.

    Attributes:
        spans: Its text.
        ref: The id that it opens when it is chosen, or "".
        sureness: 1 to 4 where it tells an answer that was believed, else 0.
    """

    kind: BlockKind
    spans: tuple[Span, ...]
    ref: str = ""
    sureness: int = 0

    @property
    def plain(self) -> str:
        """The block's characters without style or link."""
        return "".join(span.text for span in self.spans)


class Offer(NamedTuple):
    """A move that the player may make now, or why not.

    Attributes:
        id: The choice's identity in the journal: `key`, or `key:item`.
        spans: What it says.
        open: Whether it can be taken.
        reason: Why it is closed.
        heading: Shown once above a run of offers that share it.
        writes: The prompt of a free sentence asked for first, or "".
        card: The card it is about, or "".
        note: A line about it: who somebody is whose role it takes, or "".
    """

    id: str
    spans: tuple[Span, ...]
    open: bool = True
    reason: str = ""
    heading: str = ""
    writes: str = ""
    card: str = ""
    note: str = ""

    @property
    def plain(self) -> str:
        """The offer's characters without style or link."""
        return "".join(span.text for span in self.spans)


class Page(NamedTuple):
    """What there is to see and do.

    Attributes:
        scene, title, act, role: Ids of scene, act and role; the scene's title.
        when: The date in words, or "".
        when_short: The same in few cells.
        where: The place's codex id, or "".
        place: The place's name, or "".
        before: What came of the last choice.
        blocks: The scene itself, or the question that is being asked.
        prompt: A line above the offers, or "".
        offers: The choices in the author's order, closed ones with reasons.
        aside: Moves beside the story: putting a card out, stepping back.
        box: The ids of the cards kept, in the order of keeping.
        asked: The question that is argued about here, or "".
        ended: Whether the play is over.
    """

    scene: str
    title: str
    act: str
    role: str
    when: str
    when_short: str
    where: str
    place: str
    before: tuple[Block, ...]
    blocks: tuple[Block, ...]
    prompt: str
    offers: tuple[Offer, ...]
    aside: tuple[Offer, ...]
    box: tuple[str, ...]
    asked: str
    ended: bool
