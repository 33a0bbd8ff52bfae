"""The gate: the one place that makes text from outside safe to show."""

from typing import NewType

SafeText = NewType("SafeText", str)


def unsafe_at(text: str) -> tuple[int, str] | None:
    """The first character that no terminal should be sent, as (index, what it is).

    Only line feed is let through of the control characters. Refused are C0, C1,
    DEL, surrogates, bidi controls, zero-width and tag characters, line and
    paragraph separators, private-use and unassigned planes, and more than eight
    combining marks on one base.
    """
    raise NotImplementedError


def safe_text(text: str) -> SafeText:
    """The text with every unsafe character replaced by U+FFFD, one for one."""
    raise NotImplementedError


def safe_line(text: str, most: int = 200) -> SafeText:
    """`safe_text` on one line and at most `most` characters, cut with an ellipsis."""
    raise NotImplementedError
