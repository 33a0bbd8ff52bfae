"""Sentences of a skeleton that nobody has written over."""

from collections.abc import Iterator

from octgame.loading.diagnostics import Diagnostic
from octgame.loading.load import Loaded
from octgame.loading.source.nodes import ScalarNode

UNWRITTEN = frozenset(
    {
        "Who made it",
        "For whom it was made",
        "How it reached us",
        "What it says, in at most 60 words.",
        "What a player of fourteen must know of it, in at most 80 words.",
        "Say here one thing that happened, and when.",
        "Say here in one line what the class does.",
        "Say here what the class sees first, a picture or one sentence somebody wrote.",
        "Notes for the teacher. They are never projected.",
        "Say here what the argument is about, and why it matters.",
        "The one answer.",
        "The other answer.",
        (
            "Begin with a thing that can be touched, and a sense. The stove is cold,"
            " and somebody has taken your chair."
        ),
        "Say here what the player does.",
        "Say here what comes of it. It is shown before the next scene.",
        "Say here what else the player can do.",
        "A choice changes something, or it is no choice.",
        "Say here what a later reader can see of it.",
        "Who wrote it",
        "cited by nobody yet",
        "Retell it here as this school did, in at most 80 words.",
        "Who acts in it",
        "the verb that carries it",
        "What could be printed then.",
        "What has since been shown wrong in it.",
        "What it makes of this card.",
        "What is known without it.",
    }
)
"""What the skeletons say in the place of what an author is to write."""

LONGEST = 2 * max(map(len, UNWRITTEN))
"""Signs of a text that may be one of them, on however many lines."""


def check_unwritten(loaded: Loaded) -> Iterator[Diagnostic]:
    """Every value that says what `octgame new` wrote there."""
    for node in loaded.nodes.values():
        if not isinstance(node, ScalarNode) or len(node.text) > LONGEST:
            continue
        if " ".join(node.text.split()) in UNWRITTEN:
            yield Diagnostic(
                node.at,
                "warning",
                "skeleton",
                "this is still the sentence of `octgame new`",
            )
