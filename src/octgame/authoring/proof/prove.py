"""Proof by refinement: each goal looks only at the variables that matter for it.

A goal begins with the few variables that its own condition asks for; all others may be
anything. If it is met for certain so, it is met; if it is not met even so, no play
meets it. Where it may be met, one such way is followed with everything remembered:
either it can be gone, or the condition that fails names what else matters. All goals
are searched for at once, each in a lane of its own.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from octgame.authoring.proof.bitmaps import Bitmaps
from octgame.authoring.proof.enact import Enactment
from octgame.authoring.proof.follow import Follower
from octgame.authoring.proof.goals import WANTED, Goal, Goals
from octgame.authoring.proof.places import Guard
from octgame.authoring.proof.search import CERTAIN, Search
from octgame.authoring.proof.sets import Sets
from octgame.authoring.proof.states import Space, fields
from octgame.authoring.proof.unfold import Unfolded
from octgame.game.state import members

AT_FIRST = 5
"""Bits of the variables that a goal begins with at most."""

WIDEST = 1 << 15
"""States there may be in a lane; a goal that looks at more is searched for alone."""

LANES = 1 << 17
"""States there may be in all lanes of a search together."""

CAP, NO_CAP = 20_000, 1 << 60
"""States that are searched for a goal alone, and for goals in lanes, which are few
enough by themselves."""

WORK = 15_000_000
"""States in lanes after which what is left is given up; one searched alone counts for
`ALONE` of them."""

ALONE = 30


class Hit(NamedTuple):
    """Where a goal was met first, or may be."""

    place: int
    state: int
    guard: Guard
    certain: bool


@dataclass(slots=True)
class Proof:
    """What was proved of some goals.

    Attributes:
        met: Goals that some play meets.
        never: Goals that no play meets.
        left: Goals that were given up, each with the variables it came to look at.
        states: How many states were searched, all lanes together.
        plays: The moves to some goals that are met.
    """

    met: set[Goal] = field(default_factory=set)
    never: set[Goal] = field(default_factory=set)
    left: dict[Goal, int] = field(default_factory=dict)
    states: int = 0
    plays: dict[Goal, tuple[str, ...]] = field(default_factory=dict)


class Prover:
    """Proves goals of one story."""

    def __init__(self, net: Unfolded, goals: Goals) -> None:
        self._net = net
        self._goals = goals
        self._follower = Follower(net)

    def prove(self, goals: Iterable[Goal], *, plays: bool = False) -> Proof:
        """Prove that goals are met, or that they never are.

        Args:
            goals: Which of them.
            plays: Whether the shortest play to each that is met is wanted.
        """
        proof = Proof()
        looking = {}
        for goal in goals:
            if self._goals[goal]:
                looking[goal] = self._first(goal)
            else:  # there is no place where it might be met
                proof.never.add(goal)
        work = 0
        while looking:
            if work > WORK:
                proof.left.update(looking)
                break
            further: dict[Goal, int] = {}
            for space, mine in self._shared(looking):
                alone = isinstance(space, Sets)
                cap = CAP if alone else NO_CAP
                search = Search(self._net, space, shortest=plays, cap=cap)
                hits = self._look(search, space, mine, certain=not plays)
                proof.states += search.states
                work += search.states * (ALONE if alone else 1)
                for goal, tracked in mine.items():
                    hit = hits.get(goal)
                    if hit is None and not search.whole:
                        proof.left[goal] = tracked
                        continue
                    missing = self._judge(
                        goal, hit, search, tracked, proof, plays=plays
                    )
                    if missing > 0 and missing & ~tracked:
                        further[goal] = tracked | missing
                    elif missing:
                        proof.left[goal] = tracked
            looking = further
        return proof

    def _first(self, goal: Goal) -> int:
        """As much as fits of what a goal's own condition asks for, the least first."""
        variables = self._net.variables
        read = 0
        for probe in self._goals[goal]:
            read |= variables.asked(probe.guard)
        found = 0
        for one in sorted((1 << n for n in members(read)), key=variables.weight):
            if fields(variables, found | one)[1] > AT_FIRST:
                break
            found |= one
        return found

    def _shared(
        self, looking: dict[Goal, int]
    ) -> Iterator[tuple[Space, dict[Goal, int]]]:
        """The goals that can be searched for together, with how to hold the states.

        Those that look at few variables lie side by side in bitmaps; each of the rest
        is searched for by itself, as far as that goes.
        """
        variables, begins = self._net.variables, self._net.begins
        narrow: dict[Goal, int] = {}
        lanes: dict[int, int] = {}
        room = LANES
        for goal, tracked in sorted(looking.items(), key=lambda each: each[1]):
            if tracked not in lanes:
                lanes[tracked] = 1 << fields(variables, tracked)[1]
                room -= lanes[tracked] if lanes[tracked] <= WIDEST else 0
            if lanes[tracked] <= WIDEST and room >= 0:
                narrow[goal] = tracked
            else:
                alone = Sets(variables, tracked, begins)
                wanted = [0] * len(self._net.out)
                for place, guard in self._goals[goal]:
                    wanted[place] |= alone.looked_at(guard)
                alone.forget(self._net.out, wanted)
                yield alone, {goal: tracked}
        if narrow:
            yield Bitmaps(variables, sorted(set(narrow.values())), begins), narrow

    def _look(
        self, search: Search, space: Space, looking: dict[Goal, int], *, certain: bool
    ) -> dict[Goal, Hit]:
        """Where each goal is met for certain, or else may be."""
        wanted: dict[int, list[tuple[Goal, Guard, int]]] = {}
        for goal, tracked in looking.items():
            for place, guard in self._goals[goal]:
                wanted.setdefault(place, []).append((goal, guard, tracked))
        hits: dict[Goal, Hit] = {}
        for cost, place, states in search.walk():
            sure_so_far = certain and cost == CERTAIN
            for goal, guard, tracked in wanted.get(place, ()):
                known = hits.get(goal)
                if known and (known.certain or not sure_so_far):
                    continue
                there = space.part(tracked, states)
                if not there:
                    continue
                sure, perhaps = space.holding(guard, there)
                if sure and (sure_so_far or not known):
                    hits[goal] = Hit(place, space.first(sure), guard, sure_so_far)
                elif perhaps and not known:
                    hits[goal] = Hit(place, space.first(perhaps), guard, certain=False)
            if len(hits) == len(looking) and not certain:
                break
        return hits

    def _judge(
        self,
        goal: Goal,
        hit: Hit | None,
        search: Search,
        tracked: int,
        proof: Proof,
        *,
        plays: bool,
    ) -> int:
        """Note what a hit means for its goal; the variables that it turned out to miss.

        -1 where a way can be gone and still does not meet the goal.
        """
        if hit is None:
            proof.never.add(goal)
            return 0
        if hit.certain:
            proof.met.add(goal)
            return 0
        stages = search.stages(hit.place, hit.state)
        missing = 0
        for keeps in (True, False):
            followed = self._follower.follow(stages, hit.guard, tracked, keeps=keeps)
            missing = missing or followed.missing
            if followed.missing:
                continue
            enactment = Enactment(self._net, goal)
            sure = not (plays or followed.guessed) and goal.kind in WANTED
            if sure or enactment.play(followed.decisions):
                proof.met.add(goal)
                proof.plays[goal] = tuple(enactment.moves)
                return 0
        return missing or -1
