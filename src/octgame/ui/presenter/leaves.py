"""Leaves: what is laid over the slide for a moment, such as the keys or the steps."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from octgame.classroom.sitting import Sitting
from octgame.story.safe import safe_line
from octgame.ui import signs
from octgame.ui.presenter.clock import MINUTE
from octgame.ui.presenter.keys import KEYS
from octgame.ui.presenter.slides import NO_ROW
from octgame.ui.typeset import Piece, Row, cut, wrap

NETWORK = "Everyone on this network can see this page."
NOTES = (
    "Your notes are never on this wall.",
    "On paper: octgame class print",
    "Or octgame class notes, in a second terminal out of sight.",
)


class Leaf(NamedTuple):
    """A leaf.

    Attributes:
        rows: What is on it; a piece that leads somewhere can be pointed at.
        goes: Where its places lead, in order; the first is pointed at.
    """

    rows: Sequence[Row]
    goes: tuple[str, ...] = ()


def lines(heading: str, paragraphs: Sequence[str], width: int) -> Leaf:
    """A heading and some paragraphs."""
    rows = wrap([Piece(heading, "heading")], width)
    for paragraph in paragraphs:
        rows += [NO_ROW, *wrap([Piece(paragraph)], width)]
    return Leaf(rows)


def help_leaf(width: int) -> Leaf:
    """Every key and what it does."""
    rows: list[Row] = []
    for key in KEYS:
        first: Row = (Piece(f"{key.shown:>6}  ", "mark"),)
        rows += wrap([Piece(key.help)], width, first)
    return Leaf(rows)


def jump_leaf(sitting: Sitting, width: int) -> Leaf:
    """The steps of the path, the one that is on the wall marked."""
    rows: list[Row] = []
    goes = []
    group = sitting.group
    for at, step in enumerate(group.path):
        mark = signs.TAKEN if at == group.at else " "
        minutes = f"{group.plan[step.id] / MINUTE:.0f} min"
        goes.append(f"jump:{step.id}")
        row = (
            Piece(f"{mark} {at + 1:>2}  ", "mark"),
            Piece(step.title, "strong", goes[-1]),
            Piece(f"  {minutes}", "quiet"),
        )
        rows.append(cut(row, width))
    here = goes[group.at :] + goes[: group.at]
    return Leaf(rows, tuple(here))


def lan_leaf(addresses: Sequence[tuple[str, str]], width: int) -> Leaf:
    """Which network phones are let in from, or none."""
    rows = wrap([Piece("Phones join over which network?", "heading")], width)
    rows.append(NO_ROW)
    goes = []
    for number, (name, ip) in enumerate(addresses, start=1):
        goes.append(f"lan:{ip}")
        words = Piece(f"{name} {ip}".strip(), "strong", goes[-1])
        rows.append((Piece(f"  {number}  ", "mark"), words))
    goes.append("lan:")
    hands = Piece("no phones: hands and paper cards", "strong", goes[-1])
    rows += [(Piece("  0  ", "mark"), hands), NO_ROW]
    rows += wrap([Piece(NETWORK, "strong")], width)
    rows += wrap([Piece("No names are asked for; votes are totals.")], width)
    return Leaf(rows, tuple(goes))


def resume_leaf(sitting: Sitting, width: int) -> Leaf:
    """That a class is unfinished, and what can be done about it."""
    slide = sitting.slide
    where = f"step {slide.step} of {slide.steps}, {slide.title}"
    minutes = f"{sitting.seconds // MINUTE} of {sitting.group.length}"
    rows = wrap([Piece("A class of this lesson is not finished.", "heading")], width)
    rows += [NO_ROW, *wrap([Piece(f"It stands at {where}, minute {minutes}.")], width)]
    rows += wrap([Piece(f"It lies in {shown(sitting.folder)}.", "quiet")], width)
    rows += [
        NO_ROW,
        (Piece(" r ", "badge"), Piece("  go on with it", "strong", "key:r")),
        NO_ROW,
        (Piece(" a ", "badge"), Piece("  begin another class", "strong", "key:a")),
    ]
    return Leaf(rows)


def leave_leaf(sitting: Sitting, width: int) -> Leaf:
    """What leaving means, asked once."""
    kept = "It is kept as it stands; octgame class start offers to go on with it."
    if sitting.is_rehearsal:
        kept = "A rehearsal is not kept."
    return lines("Leave the class?", [kept, "q leaves. Any other key stays."], width)


def end_leaf(sitting: Sitting, width: int) -> Leaf:
    """Where the class's papers are."""
    if sitting.is_rehearsal:
        return lines(
            "The end of the lesson", ["A rehearsal leaves no papers. q leaves."], width
        )
    what = "The record and the votes of this class, without names, are in:"
    rows = wrap([Piece("The end of the lesson", "heading")], width)
    rows += [NO_ROW, *wrap([Piece(what)], width), NO_ROW]
    rows += wrap([Piece(shown(sitting.folder), "strong")], width)
    rows += [(Piece(f"  {name}"),) for name in sitting.papers]
    return Leaf([*rows, NO_ROW, *wrap([Piece("q leaves.")], width)])


def shown(folder: Path) -> str:
    """A folder's path as it is shown."""
    return safe_line(str(folder))
