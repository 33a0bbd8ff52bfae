"""What `octgame explain` says of what an author wrote in good YAML."""

from octgame.loading.codes.evidence import EVIDENCE
from octgame.loading.codes.keys import KEYS
from octgame.loading.codes.lessons import LESSONS
from octgame.loading.codes.rules import RULES
from octgame.loading.codes.values import VALUES
from octgame.loading.diagnostics import Code

DECODING: dict[str, Code] = {**KEYS, **VALUES, **RULES, **EVIDENCE, **LESSONS}
