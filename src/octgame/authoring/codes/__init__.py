"""Every code a finding may carry, in groups, and what `octgame explain` says of it."""

from octgame.authoring.codes.lessons import PLANS
from octgame.authoring.codes.plays import PLAYS
from octgame.authoring.codes.uses import USES
from octgame.authoring.codes.ways import WAYS
from octgame.loading.codes.characters import CHARACTERS
from octgame.loading.codes.evidence import EVIDENCE
from octgame.loading.codes.files import NAMES
from octgame.loading.codes.keys import KEYS
from octgame.loading.codes.layout import LAYOUT, SIZES
from octgame.loading.codes.lessons import LESSONS
from octgame.loading.codes.rules import RULES
from octgame.loading.codes.signs import SIGNS
from octgame.loading.codes.values import VALUES
from octgame.loading.diagnostics import Code

GROUPS: dict[str, dict[str, Code]] = {
    "Files": NAMES,
    "Characters": CHARACTERS,
    "Signs that mean something to YAML": SIGNS,
    "Lines and keys": LAYOUT,
    "Too much at once": SIZES,
    "Sections, keys and ids": KEYS,
    "Values, dates and conditions": VALUES,
    "Scenes and choices": RULES,
    "Cards, facts, questions and claims": EVIDENCE,
    "Lessons": {**LESSONS, **PLANS},
    "Written and not used": USES,
    "Met in no play": PLAYS,
    "Plays that get stuck, choices that are none": WAYS,
}
"""In the order in which a file is read and a story is checked."""

CHECKING: dict[str, Code] = {**USES, **PLAYS, **WAYS, **PLANS}
"""The codes of a story that reads well and does not hold."""

EVERY: dict[str, Code] = {
    name: code for codes in GROUPS.values() for name, code in codes.items()
}
