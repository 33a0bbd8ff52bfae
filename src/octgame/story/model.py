"""A whole story: a folder of YAML, read. Nothing here knows that it is played.

Ids are unique in a story across scenes, cards, facts, questions, codex and sources.
"""

from collections.abc import Mapping
from typing import NamedTuple

from octgame.story.calendar import Calendar
from octgame.story.evidence import Card, Claim, Entry, Fact, Question, School, Source
from octgame.story.frame import Act, Role, Shore, Variable
from octgame.story.lessons import Lesson
from octgame.story.prose import Prose
from octgame.story.scenes import Scene


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
    lessons: Mapping[str, Lesson]
    outline: tuple[Shore, ...] = ()
    credits: Prose = ()
