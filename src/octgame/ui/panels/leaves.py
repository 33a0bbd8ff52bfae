"""Which leaf is which, by the name that opens it."""

from collections.abc import Callable

from octgame.ui.desk import Desk
from octgame.ui.panels.again import again
from octgame.ui.panels.box import box
from octgame.ui.panels.codex import codex
from octgame.ui.panels.help import help_page
from octgame.ui.panels.hours import hours
from octgame.ui.panels.leaf import Leaf
from octgame.ui.panels.look import look
from octgame.ui.panels.plays import plays
from octgame.ui.panels.record import record
from octgame.ui.panels.views import views
from octgame.ui.panels.where import where

LEAVES: dict[str, Callable[[Desk, int], Leaf]] = {
    "box": box,
    "views": views,
    "codex": codex,
    "where": where,
    "hours": hours,
    "record": record,
    "plays": plays,
    "again": again,
    "help": help_page,
}


def leaf(desk: Desk, name: str, width: int) -> Leaf:
    """The leaf of this name, or of the thing that "look:ID" names."""
    verb, _, key = name.partition(":")
    return look(desk, key, width) if verb == "look" else LEAVES[verb](desk, width)
