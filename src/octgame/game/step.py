"""The state machine: a state and a move give the next state and what happened."""

from octgame.errors import ChoiceError, UsageError
from octgame.game import offers
from octgame.game.answers import answer, without
from octgame.game.arrive import enter, first_of
from octgame.game.events import Event, Turn, told
from octgame.game.offers import Move, asides, moves
from octgame.game.program import HERE, NEXT, ChoiceCode, Program
from octgame.game.state import Ask, State, bits
from octgame.story.model import BOX_PLACES, Variable


def begin(
    program: Program, role: str = "", chapter: str = "", box: tuple[str, ...] = ()
) -> Turn:
    """The first state: at the story's start, or at the start of an act.

    Raises:
        UsageError: The role, the act or a card is not of this story.
    """
    core = program.core
    if role and role not in core.roles:
        raise UsageError(
            f"there is no role {role!r}", f"Roles: {', '.join(core.roles[1:])}."
        )
    if chapter and chapter not in program.acts:
        raise UsageError(
            f"there is no chapter {chapter!r}",
            f"Chapters: {', '.join(program.acts.ids)}.",
        )
    cards = tuple(program.cards.at[card] for card in box if card in program.cards.at)
    state = State(
        scene=core.start,
        role=core.roles.index(role) if role else 0,
        values=tuple(_start(variable) for variable in core.variables),
        seen=0,
        found=bits(cards),
        box=cards[:BOX_PLACES],
        taken=0,
        used=(),
        beliefs=(0,) * len(program.questions),
        known=0,
        opened=0,
        asks=(),
        target=HERE,
        told=(),
        passed=(),
        stepped=False,
        ended=False,
    )
    target = core.start
    if chapter:
        listed = [program.scenes.at[key] for key in program.acts[chapter].scenes]
        target = first_of(program, state, listed)
    return enter(program, state, target, [])


def step(program: Program, state: State, move: str) -> Turn:
    """Take one move.

    Raises:
        ChoiceError: The move does not exist here, or is closed.
        StoryError: The story leads nowhere from here, or loops by itself.
    """
    taken = find(program, state, move)
    events: list[Event] = []
    if state.asks:
        return _go_on(program, answer(program, state, taken, events), events)
    if taken.id == offers.STEP_BACK:
        back = state._replace(stepped=True, told=(), passed=())
        return Turn(back, (Event("stepped_back", program.scenes.ids[state.scene]),))
    if taken.choice < 0:
        stayed = state._replace(told=(state.scene, -1, -1), passed=())
        stayed = without(program, stayed, taken.item, events)
        return Turn(stayed, tuple(events))
    return _go_on(program, _choose(program, state, taken, events), events)


def find(program: Program, state: State, move: str) -> Move:
    """The move of that id, by its present key or an older one.

    Raises:
        ChoiceError: It does not exist here, or is closed.
    """
    known = {
        each.id: each for each in (*moves(program, state), *asides(program, state))
    }
    found = known.get(move) or known.get(_renamed(program, state, move))
    if found is None:
        raise ChoiceError(f"there is no choice {move!r} here")
    if not found.open:
        raise ChoiceError(f"the choice {move!r} is closed here")
    return found


def _renamed(program: Program, state: State, move: str) -> str:
    key, colon, item = move.partition(":")
    for choice in program.scenes.nth(state.scene).choices:
        if key in choice.was:
            return f"{choice.key}{colon}{item}"
    return ""


def _choose(program: Program, state: State, move: Move, events: list[Event]) -> State:
    choice = program.scenes.nth(state.scene).choices[move.choice]
    events += [Event("found", program.cards.ids[card]) for card in choice.finds]
    events += told(program, choice.reveals)
    after = state._replace(
        values=_values(program, state, choice),
        role=choice.role if choice.role >= 0 else state.role,
        taken=state.taken | (1 << choice.number if choice.number >= 0 else 0),
        found=state.found | bits(choice.finds),
        known=state.known | bits(choice.reveals),
        asks=_asks(state, choice, move),
        target=choice.target,
        told=(state.scene, move.choice, move.item),
        passed=(),
        used=(*state.used, (move.choice, move.item)) if choice.each else state.used,
    )
    for card in (*choice.puts_out, *((move.item,) if choice.puts_out_it else ())):
        after = without(program, after, card, events)
    return after


def _asks(state: State, choice: ChoiceCode, move: Move) -> tuple[Ask, ...]:
    asks = []
    if choice.believes >= 0:
        asks.append(Ask("sure", choice.believes, (move.item,)))
    if choice.slips:
        asks.append(Ask("order", move.choice))
    if choice.sorts:
        asks.append(Ask("sort", move.choice))
    asks += [Ask("keep", card) for card in choice.finds if not state.found >> card & 1]
    return tuple(asks)


def _values(program: Program, state: State, choice: ChoiceCode) -> tuple[int, ...]:
    if not choice.sets and not choice.adds:
        return state.values
    values = list(state.values)
    for variable, value in choice.sets:
        values[variable] = value
    for variable, difference in choice.adds:
        bounds = program.core.variables[variable]
        wanted = values[variable] + difference
        values[variable] = max(bounds.least, min(bounds.greatest, wanted))
    return tuple(values)


def _go_on(program: Program, state: State, events: list[Event]) -> Turn:
    """Stay while something is asked; then go where the choice leads."""
    if state.asks or state.target == HERE:
        return Turn(state, tuple(events))
    told_here = state.told if state.told and state.told[1] >= 0 else ()
    left = state._replace(seen=state.seen | 1 << state.scene, told=told_here)
    target = state.target
    if target == NEXT:
        target = first_of(program, left, program.scenes.nth(state.scene).following)
    return enter(program, left, target, events)


def _start(variable: Variable) -> int:
    if variable.words:
        return variable.words.index(str(variable.start))
    return int(variable.start)
