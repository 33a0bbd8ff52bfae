"""The hours: how far along the play is, and its scenes at their time of day."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from octgame.game.program import SceneCode
from octgame.game.way import Standing, by_act, how_far
from octgame.ui import signs
from octgame.ui.blocks import NO_ROW
from octgame.ui.desk import Desk
from octgame.ui.panels.leaf import Leaf, heading, plain
from octgame.ui.strip import beads
from octgame.ui.typeset import Piece, Row, wrap

LEGEND = f"{signs.SEEN} done  {signs.TAKEN} here  {signs.TO_COME} still to come"
QUIET_HOURS = 2
"""Hours without a scene that are still shown one by one."""
_ABOUT = "c. "
_CLOCK = re.compile(r"(\d\d):\d\d")
_SIGNS: dict[Standing, str] = {
    "done": signs.SEEN,
    "here": signs.TAKEN,
    "ahead": signs.TO_COME,
}


class Entry(NamedTuple):
    """A dated scene on the way.

    Attributes:
        date: Its day, in both calendars where the story names both.
        clock: Its time, "21:40", "c. 21:40" or "21:40 to 02:10", or "".
    """

    scene: SceneCode
    standing: Standing
    date: str
    clock: str

    @property
    def hour(self) -> int:
        """The hour on the clock, or -1 where there is none."""
        found = _CLOCK.search(self.clock)
        return int(found[1]) if found else -1


def hours(desk: Desk, width: int) -> Leaf:
    """The strip of scenes by acts, then the days and their hours."""
    program, state = desk.program, desk.play.state
    rows: list[Row] = []
    role = program.roles.get(desk.page.role)
    if role is not None:
        rows += wrap([Piece(f"{role.name}. ", "strong"), Piece(role.about)], width)
    far = how_far(program, state)
    if far:
        rows += [*heading(far, width, rows), *_acts(desk, width)]
    rows += heading("The hours", width, rows)
    entries = _entries(desk)
    if any("O.S." in entry.date for entry in entries):
        rows += plain("O.S. is the Russian calendar of the time; N.S. is ours.", width)
    rows.append((Piece(LEGEND, "quiet"),))
    for _, group in groupby(entries, lambda entry: entry.scene.day[0]):
        day = list(group)
        date = min((entry.date for entry in day), key=len)
        rows += [NO_ROW, *wrap([Piece(date, "strong")], width), *_day(day, width)]
    return Leaf("How far, and when", rows)


def _acts(desk: Desk, width: int) -> Iterator[Row]:
    """The strip, an act to a row; no title of what is still to come."""
    groups = by_act(desk.program, desk.play.state)
    most = max(len(stops) for _, stops in groups)
    for act, stops in groups:
        reached = any(stop.standing != "ahead" for stop in stops)
        title = desk.program.acts[act].title if reached and act else ""
        gap = Piece(" " * (most - len(stops) + 2))
        yield from wrap([Piece(title, "quiet")], width, (*beads(stops), gap))


def _entries(desk: Desk) -> list[Entry]:
    """The dated scenes on the way, the earliest first."""
    program, found = desk.program, []
    for _, stops in by_act(program, desk.play.state):
        for stop in stops:
            scene = program.scenes.nth(stop.scene)
            if scene.day != (0, 0):
                about, date, clock = _read(scene.when_short)
                found.append(Entry(scene, stop.standing, date, about + clock))
    return sorted(found, key=lambda entry: entry.scene.day)


def _read(when: str) -> tuple[str, str, str]:
    """("c. " or "", the date, the clock) of a date in few cells."""
    date, _, clock = when.removeprefix(_ABOUT).partition(", ")
    return _ABOUT if clock and when.startswith(_ABOUT) else "", date, clock


def _day(entries: Sequence[Entry], width: int) -> Iterator[Row]:
    """One day: what has no hour first, then hour by hour."""
    before = -1
    last: list[Row] = []
    for entry in entries:
        hour = entry.hour
        if hour > before >= 0:
            yield from _quiet(before + 1, hour)
        label = f"{hour:02} " if hour > before else "   "
        rows = list(_entry(entry, label, width))
        if rows != last:  # scenes to come that say the same are one row
            yield from rows
        last, before = rows, max(hour, before)


def _quiet(first: int, end: int) -> Iterator[Row]:
    """The hours from `first` up to `end` in which nothing was stood in."""
    if end - first > QUIET_HOURS:
        yield (Piece(f" :  {signs.EDGE}", "quiet"),)
        return
    for hour in range(first, end):
        yield (Piece(f"{hour:02}  {signs.EDGE}", "quiet"),)


def _entry(entry: Entry, label: str, width: int) -> list[Row]:
    dim = entry.standing == "ahead"
    first: Row = (
        Piece(f"{label} {signs.EDGE} ", "quiet"),
        Piece(f"{_SIGNS[entry.standing]} ", "quiet" if dim else "mark"),
    )
    time = [Piece(f"{entry.clock}  ", "quiet")] if entry.clock else []
    if dim:
        return wrap([*time, Piece("still to come", "quiet")], width, first)
    note = ", you are here" if entry.standing == "here" else ""
    title = [Piece(entry.scene.title, "strong"), Piece(note, "quiet")]
    return wrap([*time, *title], width, first)
