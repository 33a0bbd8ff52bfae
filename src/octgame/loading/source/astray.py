"""Text that YAML reads into a comment, or into what stands above it."""

import re

from yaml.error import Mark

from octgame.loading.diagnostics import Diagnostics, Position
from octgame.loading.source.nodes import ScalarNode

_COMMENT = re.compile(r"(?P<gap> +)#(?P<next>.?)")


def warn_of_lost_text(
    node: ScalarNode, end: Mark, lines: list[str], into: Diagnostics
) -> None:
    """Tell text that a ` #` cuts off from a comment that is meant as one.

    `min: 0 # least` is a comment: one word, a space after the sign. So is what
    two spaces set apart. `Room #1` and `the rumour # and the rest` are text.
    """
    line = lines[end.line]
    comment = _COMMENT.match(line, end.column) if "#" in line else None
    if comment is None:
        return
    set_apart = len(comment["gap"]) > 1 or " " not in node.text
    if set_apart and comment["next"] in ("", " ", "#"):
        return
    into.warn(
        Position(node.file, end.line + 1, comment.start("next")),
        "lost-text",
        "the text ends here: what follows ` #` is a comment",
        "Put the text in quotes; before a comment write two spaces, after # one.",
    )


def may_be_glued(text: str) -> bool:
    """Whether it is worth looking at the lines of a text; of most it is not."""
    return "- " in text or "> " in text


def warn_of_glued_text(
    node: ScalarNode, end: Mark, lines: list[str], into: Diagnostics
) -> None:
    """Tell of lines that were to begin a list item or a quotation, and do not.

    In a block a dash may stand below an empty line, and in quotes anywhere: there
    it can only be meant as a dash.
    """
    block = node.style in ("|", ">")
    above = "" if block else lines[node.line - 1]
    for number in range(node.line, end.line + (0 if block else 1)):
        line = lines[number].strip()
        if line.startswith("- "):
            wrong = not node.style or (block and above)
        else:
            wrong = line.startswith("> ") and above and not above.startswith(">")
        if wrong:
            into.warn(
                Position(node.file, number + 1, lines[number].index(line[0]) + 1),
                "glued-text",
                f"this line begins with `{line[:2]}` and still belongs to the text"
                " above",
                "Put the dash exactly below the other dashes; before a quotation leave"
                " an empty line.",
            )
        above = line
