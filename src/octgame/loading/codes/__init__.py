"""Every code a finding may carry, and what `octgame explain` says about it."""

from octgame.loading.codes.decoding import DECODING
from octgame.loading.codes.files import FILES
from octgame.loading.codes.reading import READING
from octgame.loading.diagnostics import Code

__all__ = ["CODES", "Code"]

CODES: dict[str, Code] = {**FILES, **READING, **DECODING}
