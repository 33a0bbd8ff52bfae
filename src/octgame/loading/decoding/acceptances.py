"""Findings that an author may accept, with a reason, since they are meant so."""
# ruff: noqa: ARG002 - every `read` is called alike

from octgame.loading.decoding.context import Context, Path
from octgame.loading.decoding.fields import OneOf
from octgame.loading.source.nodes import ScalarNode

ACCEPTABLE = (
    *("lost-text", "glued-text", "never-true", "always-true"),
    *("never-read", "never-set", "unused", "skeleton"),
    *("out-of-order", "made-before", "leans-ahead", "crowded-act"),
    *("unreached-scene", "unreached-choice", "unreached-text"),
    *("unreached-card", "unreached-fact", "unreached-question"),
    *("never-closed", "same-choice", "not-proved"),
)
"""The codes of findings that are no errors: the story can be played as it is."""


class Acceptable(OneOf):
    """The code of a finding that may be accepted."""

    doc = "The code of a warning, as `octgame explain` lists it."

    def __init__(self) -> None:
        super().__init__(ACCEPTABLE)

    def read(self, node: ScalarNode, ctx: Context, path: Path) -> str | None:
        """The code, if it is one of these."""
        if node.text in ACCEPTABLE:
            return node.text
        ctx.report(
            node.at,
            "not-acceptable",
            f"“{node.text}” cannot be accepted",
            suggestion=ctx.nearest(node.text, ACCEPTABLE),
            hint="A warning can be, by the code that it is told with; an error cannot.",
        )
        return None
