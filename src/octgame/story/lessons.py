"""Lessons: a class's path through a story, as a teacher wrote it."""

import re
from collections.abc import Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Literal, NamedTuple

from octgame.story.prose import Paragraph, Prose

SHOWS = ("box", "history", "ticket")
"""What a step projects beside text, cards, facts and views: the class's box, the
histories written from it, and the box again with the exit ticket."""

READING = 150
"""Words a minute, read aloud from the wall."""

VOTING = 30
"""Seconds that a vote takes, with hands."""

TOLERANCE = 120
"""Seconds that a lesson's planned time may differ from the length it is planned for."""

SCREEN_WORDS = 45
"""Words of a paragraph on one screen: what can be read from the back row."""

MOST_OPTIONS = 6
"""Options of a vote: there are cards from A to F to hold up."""

VoteKind = Literal["do", "believe", "print"]
"""What is decided: a choice of the story, an answer to a question, a word."""

ANY = 0
"""Stands for every length for which no talk of its own is given."""

_SENTENCE_END = re.compile(r"[.?!]”? ")
_NO_OPTIONS: Mapping[str, str] = MappingProxyType({})


class Vote(NamedTuple):
    """What a step puts to the vote: one of `do`, `believe`, `print` and `keep`.

    Attributes:
        ask: The question, as the teacher reads it out.
        do: Choices of the step's scene, by their keys.
        believe: A question of the story; its answers, and then how sure.
        print: Words or numbers to choose from, key to text.
        keep: How many of the cards on the table go into the class's box.
        sealed: Whether the result stays hidden until the question is asked again.
    """

    ask: str
    do: tuple[str, ...] = ()
    believe: str = ""
    print: Mapping[str, str] = _NO_OPTIONS
    keep: int = 0
    sealed: bool = False

    @property
    def kind(self) -> VoteKind:
        """Its kind on screen; keeping a card is something done."""
        if self.believe:
            return "believe"
        return "print" if self.print else "do"

    @property
    def ballots(self) -> int:
        """How often hands are counted for it."""
        return 2 if self.believe else 1


class Step(NamedTuple):
    """A part of a lesson: what is projected, then at most one vote, then talk.

    Attributes:
        scene: The scene it stands in, begun afresh, or "".
        role: The witness whose scene it is, or "".
        text: Words for the wall; instead of the scene's own, where it has a scene.
        cards: Cards laid on the table, the source line before the body.
        facts: Facts projected with their status first.
        sheets: Schools whose views are projected without label, as sheet A, B, C, D.
        labels: The same, uncovered: who wrote it, what it leans on and leaves out.
        show: More that is projected, of `SHOWS`.
        minutes: Seconds of talk by length; `ANY` is for those not named.
        half: The half of the class that it is for, or "" for everybody.
        cut: Lengths in which it is left out.
        must: Whether it is never left out.
        late: Whether the short path leaves it out.
        say: The teacher's notes, never projected.
        sources: What `text` is taken from.
    """

    id: str
    title: str
    scene: str = ""
    role: str = ""
    text: Prose = ()
    cards: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    show: tuple[str, ...] = ()
    vote: Vote | None = None
    minutes: Mapping[int, int] = MappingProxyType({})
    half: str = ""
    cut: tuple[int, ...] = ()
    must: bool = False
    late: bool = False
    say: Prose = ()
    sources: tuple[str, ...] = ()

    @property
    def ballots(self) -> int:
        """How often hands are counted in it."""
        return self.vote.ballots if self.vote else 0

    def talk(self, length: int) -> int:
        """Seconds of talk planned in a lesson of that length in minutes."""
        return self.minutes.get(length, self.minutes.get(ANY, 0))

    def planned(self, words: int, length: int) -> int:
        """Seconds that it takes when so many words are projected."""
        reading = round(words * 60 / READING)
        return reading + self.ballots * VOTING + self.talk(length)


class Half(NamedTuple):
    """A half of the class: where it sits in the story, and the cards on its sheet."""

    id: str
    name: str
    cards: tuple[str, ...]


class Misconception(NamedTuple):
    """What a class is likely to say that is not so, and a reply to it.

    Attributes:
        heard: As it is said.
        facts: What the reply rests on; their sources are its sources.
        sources: More of them.
    """

    id: str
    heard: str
    reply: Prose
    facts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


class TakeHome(NamedTuple):
    """A task on paper for after the lesson, about a card that the class has not seen.

    Attributes:
        asks: What is to be written about the card, one question a paragraph.
        levels: What an answer has to show, level by level, the lowest first.
    """

    card: str
    asks: Prose
    levels: Mapping[str, str]


class Lesson(NamedTuple):
    """A class's path through a story, planned for one or several lengths.

    Attributes:
        about: One line for lists.
        question: What it is about.
        lengths: In minutes, the first is taken where none is named.
        objective: What a pupil can do afterwards; printed, never projected.
        standards: Curricula it may serve; a teacher checks their wording.
        levels: What an exit ticket has to show, level by level, the lowest first.
    """

    id: str
    title: str
    about: str
    question: str
    lengths: tuple[int, ...]
    halves: tuple[Half, ...]
    steps: tuple[Step, ...]
    objective: Prose = ()
    standards: tuple[str, ...] = ()
    misconceptions: tuple[Misconception, ...] = ()
    levels: Mapping[str, str] = _NO_OPTIONS
    take_home: TakeHome | None = None

    def path(self, length: int) -> tuple[Step, ...]:
        """The steps of a lesson of that length in minutes."""
        return tuple(step for step in self.steps if length not in step.cut)


def split(paragraph: Paragraph, most: int = SCREEN_WORDS) -> tuple[Paragraph, ...]:
    """A paragraph as several, cut between sentences so that each fits a screen.

    A sentence that is too long by itself stays whole.
    """
    if paragraph.words <= most:
        return (paragraph,)
    plain = paragraph.plain
    ends = [match.end() for match in _SENTENCE_END.finditer(plain)]
    cuts, words = [0], 0
    for start, end in pairwise((0, *ends, len(plain))):
        more = len(plain[start:end].split())
        if words and words + more > most:
            cuts.append(start)
            words = 0
        words += more
    parts = pairwise((*cuts, len(plain)))
    return tuple([_part(paragraph, start, end) for start, end in parts])


def _part(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    """The characters from start to end, without blanks behind them."""
    end = start + len(paragraph.plain[start:end].rstrip())
    spans, at = [], 0
    for span in paragraph.spans:
        text = span.text[max(start - at, 0) : max(end - at, 0)]
        spans += [span._replace(text=text)] if text else []
        at += len(span.text)
    return Paragraph(tuple(spans), paragraph.quoted)
