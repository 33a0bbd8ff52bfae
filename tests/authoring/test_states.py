"""However states are held, a search finds the same ones: as many, and in each place."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from generated import generated
from octgame.authoring.proof.bitmaps import Bitmaps
from octgame.authoring.proof.codes import value
from octgame.authoring.proof.net import Net
from octgame.authoring.proof.places import PUTS_OUT, Edge
from octgame.authoring.proof.search import Search, put_out
from octgame.authoring.proof.sets import Sets
from octgame.authoring.proof.states import Space
from octgame.authoring.proof.unfold import Unfolded, unfolded
from octgame.authoring.proof.variables import KEPT, LEFT
from octgame.game.program import Code
from octgame.game.state import bits

Plain = tuple[tuple[int, int], ...]
"""A state as (variable, value) of those that are tracked."""


def plainly(net: Unfolded, tracked: int) -> dict[int, int]:
    """How many states each place has, one at a time and without any packing."""
    numbers = [n for n in range(len(net.variables.names)) if tracked >> n & 1]
    start = dict.fromkeys(numbers, 0)
    start.update({n: net.flow.start(n) for n in numbers})
    new: list[tuple[int, Plain]] = [(0, tuple(sorted(start.items())))]
    known = set(new)
    for place, state in new:
        for edge in (*net.out[place], *put_out(net, place)):
            for after in taken(net, edge, dict(state)):
                there = edge.target, tuple(sorted(after.items()))
                if there not in known:
                    known.add(there)
                    new.append(there)
    return {place: sum(p == place for p, _ in known) for place in {p for p, _ in known}}


def taken(net: Unfolded, edge: Edge, state: dict[int, int]) -> Iterator[dict[int, int]]:
    """Every state that an edge may lead to from one."""

    def atom(code: Code) -> int | None:
        variable, values = net.variables.meaning(code)
        return values[state[variable]] if variable in state else None

    for code, wanted in edge.guard:
        found = value(code, atom)
        if found is not None and bool(found) != wanted:
            return
    if edge.choice == PUTS_OUT and edge.changes[0].variable < 0:
        for number, now in state.items():
            meant = edge.changes[0].variable >> number & 1
            if meant and net.variables.names[number][0] == "card" and now == KEPT:
                yield {**state, number: LEFT}
        return
    states = [state]
    for number, pairs in edge.changes:
        if number in state:
            states = [
                {**one, number: after}
                for one in states
                for before, after in pairs
                if before == one[number]
            ]
    yield from states


def searched(net: Unfolded, space: Space) -> dict[int, int]:
    """How many states each place has by a search."""
    search = Search(net, space)
    for _ in search.walk():
        pass
    assert search.states == sum(space.count(known) for known in search.known.values())
    return {place: space.count(known) for place, known in search.known.items()}


@given(st.integers(0, 400), st.integers(2, 4), st.integers(0, 2**8 - 1))
def test_bitmaps_sets_and_plain_states_are_as_many(
    seed: int, scenes: int, tracked: int
) -> None:
    """For any variables that are told apart, in every place."""
    net = unfolded(Net(generated(seed, scenes)))
    tracked &= (1 << len(net.variables.names)) - 1
    tracked = bits(  # few enough for the plain way
        number
        for number in range(len(net.variables.names))
        if tracked >> number & 1 and net.variables.sizes[number] <= 4
    )
    plain = plainly(net, tracked)
    begins = net.begins
    assert searched(net, Bitmaps(net.variables, [tracked], begins)) == plain
    assert searched(net, Sets(net.variables, tracked, begins)) == plain


@given(st.integers(0, 400), st.integers(0, 2**6 - 1), st.integers(0, 2**6 - 1))
def test_lanes_lie_beside_each_other_without_touching(
    seed: int, one: int, other: int
) -> None:
    """Two lanes in one bitmap have the states that each has by itself."""
    net = unfolded(Net(generated(seed, 3)))
    every = (1 << len(net.variables.names)) - 1
    one, other = one & every, other & every
    if one == other:
        return
    both = searched(net, Bitmaps(net.variables, [one, other], net.begins))
    alone = [
        searched(net, Bitmaps(net.variables, [each], net.begins))
        for each in (one, other)
    ]
    assert both == {at: sum(each.get(at, 0) for each in alone) for at in both}
