"""Whether an ending can be reached from wherever a play can come to.

What is certain and what only may be are computed apart: from where a play certainly
can go on to an ending, and from where it cannot, whatever the variables are that are
not looked at. Where the two differ, what the open conditions ask for is looked at too.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from octgame.authoring.proof.bitmaps import Bitmaps
from octgame.authoring.proof.covers import covers
from octgame.authoring.proof.enact import Enactment
from octgame.authoring.proof.follow import Follower
from octgame.authoring.proof.goals import Goal, Kind
from octgame.authoring.proof.places import Edge
from octgame.authoring.proof.search import Search, Stage, put_out
from octgame.authoring.proof.states import fields
from octgame.authoring.proof.unfold import Unfolded

WIDEST = 14
"""Bits of the variables that may be looked at."""


class Trap(NamedTuple):
    """A place from which there is no way on to an ending, or that goes round by itself.

    Attributes:
        scene: Its index, -1 where there is none.
        moves: The moves of a play that comes there.
        left: The variables looked at when the search was given up, as a bit set;
            None where it was not.
        states: How many states were searched.
    """

    scene: int = -1
    moves: tuple[str, ...] = ()
    left: int | None = None
    states: int = 0


def trap(net: Unfolded) -> Trap:
    """The first place that keeps a play for ever, or none.

    A dead end, or a way that leads nowhere, keeps no play; they are goals by
    themselves.
    """
    if _certain(net):
        return Trap()
    aside = {at for at, place in enumerate(net.places) if place.kind == "again"}
    edges = [
        [*put_out(net, at), *(edge for edge in out if edge.target not in aside)]
        for at, out in enumerate(net.out)
    ]
    return _refined(net, lambda space, known: _endless(space, edges, known), "trap")


def _certain(net: Unfolded) -> bool:
    """Whether from every place steps that are open for certain lead to an end.

    It may be this step or that one: together their conditions leave no case out.
    """
    behind: list[set[int]] = [set() for _ in net.out]
    for edges in net.out:
        for edge in edges:
            behind[edge.target].add(edge.source)
    going = {at for at, edges in enumerate(net.out) if not edges}
    waiting = list(going)
    while waiting:
        for at in behind[waiting.pop()] - going:
            on = [edge.guard for edge in net.out[at] if edge.target in going]
            if not all(on) or covers(net.variables, on):
                going.add(at)
                waiting.append(at)
    return len(going) == len(net.out)


def circle(net: Unfolded) -> Trap:
    """The first automatic scene that leads back to itself, or none."""
    ways = {at for at, place in enumerate(net.places) if place.kind == "way"}
    edges = [
        [e for e in out if at in ways and e.target in ways]
        for at, out in enumerate(net.out)
    ]
    if not any(edges):
        return Trap()
    return _refined(net, lambda space, known: _round(space, edges, known), "broken")


Suspects = tuple[dict[int, int], dict[int, int], Iterable[Edge]]
"""The states by place that are certainly wrong, those that may be, and the edges whose
conditions would tell."""


def _refined(
    net: Unfolded, suspects: Callable[[Bitmaps, dict[int, int]], Suspects], kind: Kind
) -> Trap:
    tracked = states = 0
    while fields(net.variables, tracked)[1] <= WIDEST:
        space = Bitmaps(net.variables, [tracked], net.begins)
        search = Search(net, space, shortest=True)
        soonest: dict[int, int] = {}
        for cost, place, _ in search.walk():
            soonest.setdefault(place, cost)
        states += search.states
        wrong, open_, edges = suspects(space, search.known)
        if not wrong and not open_:
            return Trap(states=states)
        more = 0
        if wrong:
            place = min(wrong, key=soonest.__getitem__)
            goal = Goal(kind, net.places[place].scene)
            stages = search.stages(place, space.first(wrong[place]))
            moves, more = _play(net, stages, tracked, goal)
            if not more:
                return Trap(goal.scene, moves, states=states)
        for edge in edges:
            if space.where(edge.guard)[1] & open_.get(edge.source, 0):
                more |= net.variables.asked(edge.guard)
        if not more & ~tracked:
            break
        tracked |= more
    return Trap(left=tracked, states=states)


def _play(
    net: Unfolded, stages: list[Stage], tracked: int, goal: Goal
) -> tuple[tuple[str, ...], int]:
    """The moves of a way, or what it turned out to hang on."""
    followed = Follower(net).follow(stages, (), tracked, keeps=True)
    if followed.missing:
        return (), followed.missing
    enactment = Enactment(net, goal)
    enactment.play(followed.decisions)
    return tuple(enactment.moves), 0


def _endless(
    space: Bitmaps, edges: list[list[Edge]], known: dict[int, int]
) -> Suspects:
    """From where no play can end, and from where perhaps none can."""
    certainly = _good(space, edges, sure=True)
    perhaps = _good(space, edges, sure=False)
    wrong, open_ = (
        {at: left for at, states in known.items() if (left := states & ~good[at])}
        for good in (perhaps, certainly)
    )
    uncertain = (edge for at in open_ for edge in edges[at])
    return wrong, open_, uncertain


def _good(space: Bitmaps, edges: list[list[Edge]], *, sure: bool) -> list[int]:
    """The states of each place from which a play can end, certainly or perhaps."""
    everything = space.all
    behind: list[set[int]] = [set() for _ in edges]
    for at, out in enumerate(edges):
        for edge in out:
            behind[edge.target].add(at)
    good = [0] * len(edges)
    waiting = sorted(range(len(edges)))
    queued = set(waiting)
    while waiting:
        at = waiting.pop()
        queued.discard(at)
        found = on = 0
        for edge in edges[at]:
            found |= space.before(edge, good[edge.target], sure=sure)
            if sure:  # wherever it may lead from here, a play can end
                on |= space.before(edge, everything & ~good[edge.target], sure=False)
            else:  # it may be that no choice is open
                on |= space.before(edge, everything, sure=True)
        found |= everything & ~on
        if found & ~good[at]:
            good[at] |= found
            new = behind[at] - queued
            waiting += new
            queued |= new
    return good


def _round(space: Bitmaps, edges: list[list[Edge]], known: dict[int, int]) -> Suspects:
    """The states of automatic scenes from which they may go on for ever."""
    left = {at: states for at, states in known.items() if edges[at]}
    changed = True
    while changed:
        changed = False
        for at, states in list(left.items()):
            on = 0
            for edge in edges[at]:
                on |= space.before(edge, left.get(edge.target, 0), sure=False)
            if states & ~on:
                left[at] = states & on
                changed = True
    left = {at: states for at, states in left.items() if states}
    uncertain = [edge for at in left for edge in edges[at]]
    decided = not any(space.where(e.guard)[1] & left[e.source] for e in uncertain)
    return (left if decided else {}), left, uncertain
