"""What `octgame explain` says about YAML: what is none, and what a story refuses."""

from octgame.loading.codes.layout import LAYOUT, SIZES
from octgame.loading.codes.signs import SIGNS
from octgame.loading.diagnostics import Code

READING: dict[str, Code] = {**SIGNS, **LAYOUT, **SIZES}
