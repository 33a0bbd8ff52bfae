"""The sections of a story's files and what an entry of each is."""

from octgame.loading.decoding.fields import Field, Scalar
from octgame.loading.decoding.kinds_evidence import (
    CARD,
    CLAIM,
    CLAIM_KEY,
    ENTRY,
    FACT,
    SOURCE,
)
from octgame.loading.decoding.kinds_lesson import LESSON
from octgame.loading.decoding.kinds_question import QUESTION
from octgame.loading.decoding.kinds_scene import SCENE
from octgame.loading.decoding.kinds_story import OWN_ID

SECTIONS: dict[str, Field[object]] = {
    "scenes": SCENE,
    "cards": CARD,
    "facts": FACT,
    "questions": QUESTION,
    "codex": ENTRY,
    "sources": SOURCE,
    "claims": CLAIM,
    "lessons": LESSON,
}
"""Each section that holds entries by id, with the declaration of an entry."""

FRAME = ("schools", "roles", "acts", "variables")
"""What the `story` section declares by id."""

ONE_NAMESPACE = (
    *("scenes", "cards", "facts", "questions", "codex", "sources", "lessons"),
)
"""The sections over which an id is unique."""

NOUNS = {
    "scenes": "scene",
    "cards": "card",
    "facts": "fact",
    "questions": "question",
    "codex": "codex entry",
    "places": "place",
    "sources": "source",
    "claims": "claim",
    "lessons": "lesson",
    "schools": "school",
    "roles": "role",
    "acts": "act",
    "variables": "variable",
}
"""What one entry of a section is called in a message."""


def key_of(section: str) -> Scalar[str]:
    """What the ids of a section look like."""
    return CLAIM_KEY if section == "claims" else OWN_ID
