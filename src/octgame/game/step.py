"""The state machine: a state and a move give the next state and what happened."""

from octgame.errors import ChoiceError, StoryError, UsageError
from octgame.game import offers
from octgame.game.answers import answer, without
from octgame.game.arrive import enter, first_of
from octgame.game.events import Event, Turn, told
from octgame.game.offers import Move, asides, moves
from octgame.game.program import HERE, NEXT, ChoiceCode, Program
from octgame.game.state import Ask, State, bits
from octgame.story.frame import BOX_PLACES, Variable


def begin(
    program: Program, role: str = "", chapter: str = "", box: tuple[str, ...] = ()
) -> Turn:
    """The first state: at the story's start, or at the start of an act.

    Raises:
        UsageError: The role, the act or a card is not of this story.
    """
    core = program.core
    _must_know("role", (role,) if role else (), core.roles[1:])
    _must_know("chapter", (chapter,) if chapter else (), program.acts.ids)
    _must_know("card", box, program.cards.ids)
    cards = tuple(program.cards.at[card] for card in dict.fromkeys(box))
    if len(cards) > BOX_PLACES:
        raise UsageError(f"{len(cards)} cards do not fit into the box of {BOX_PLACES}")
    state = untouched(program, core.roles.index(role) if role else 0, cards)
    target = core.start
    if chapter:
        listed = [program.scenes.at[key] for key in program.acts[chapter].scenes]
        target = first_of(program, state, listed)
        if target < 0:
            raise UsageError(
                f"the chapter {chapter!r} has no scene for {role or 'nobody'!r}",
                f"Give a role: {', '.join(core.roles[1:])}.",
            )
    return enter(program, state, target, [])


def _must_know(name: str, given: tuple[str, ...], known: tuple[str, ...]) -> None:
    for one in given:
        if one not in known:
            raise UsageError(
                f"there is no {name} {one!r}",
                f"{name.capitalize()}s: {', '.join(known)}.",
            )


def untouched(program: Program, role: int, cards: tuple[int, ...]) -> State:
    """The state before any scene, with the box as it is handed over."""
    return State(
        scene=program.core.start,
        role=role,
        values=tuple(_start(variable) for variable in program.core.variables),
        seen=0,
        found=bits(cards),
        box=cards,
        taken=0,
        used=(),
        beliefs=(0,) * len(program.questions),
        known=0,
        news=0,
        opened=0,
        asks=(),
        target=HERE,
        told=(),
        passed=(),
        stayed=False,
        stepped=False,
        ended=False,
    )


def step(program: Program, state: State, move: str) -> Turn:
    """Take one move by its id.

    Raises:
        ChoiceError: The move does not exist here, or is closed.
        StoryError: The story leads nowhere from here, or loops by itself.
    """
    return take(program, state, find(program, state, move))


def take(program: Program, state: State, move: Move) -> Turn:
    """Take one of the open `moves` or `asides` of this state.

    Raises:
        StoryError: The story leads nowhere from here, or loops by itself.
    """
    events: list[Event] = []
    if state.asks:
        return _go_on(program, answer(program, state, move, events), events)
    if move.id == offers.STEP_BACK:
        events.append(Event("stepped_back", program.scenes.ids[state.scene]))
        back = state._replace(stepped=True, stayed=False, told=(), passed=())
        return Turn(back, tuple(events))
    if move.choice < 0:
        return Turn(without(program, state, move.item, events), tuple(events))
    return _go_on(program, _choose(program, state, move, events), events)


def act(program: Program, state: State, move: str) -> Turn:
    """Do what a choice does and stay where it was made; its `to` is ignored.

    Raises:
        ChoiceError: The choice does not exist here, or is closed.
    """
    events: list[Event] = []
    after = _choose(program, state, find(program, state, move), events)
    return Turn(after._replace(target=HERE), tuple(events))


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
    new = [card for card in choice.finds if not state.found >> card & 1]
    events += [Event("found", program.cards.ids[card]) for card in new]
    events += told(program, choice.reveals, state.known)
    after = state._replace(
        values=_values(program, state, choice),
        role=choice.role if choice.role >= 0 else state.role,
        taken=state.taken | (1 << choice.number if choice.number >= 0 else 0),
        found=state.found | bits(choice.finds),
        known=state.known | bits(choice.reveals),
        news=bits(choice.reveals) & ~state.known,
        asks=(*_asks(choice, move), *(Ask("keep", card) for card in new)),
        target=choice.target,
        told=(state.scene, move.choice, move.item if choice.each else -1),
        passed=(),
        stayed=True,
        used=(*state.used, (move.choice, move.item)) if choice.each else state.used,
    )
    for card in (*choice.puts_out, *((move.item,) if choice.puts_out_it else ())):
        after = without(program, after, card, events)
    return after


def _asks(choice: ChoiceCode, move: Move) -> tuple[Ask, ...]:
    if choice.believes >= 0:
        return (Ask("sure", choice.believes, (move.item,)),)
    if choice.slips:
        return (Ask("order", move.choice),)
    return (Ask("sort", move.choice),) if choice.sorts else ()


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
    left = state._replace(seen=state.seen | 1 << state.scene)
    target = state.target
    if target == NEXT:
        scene = program.scenes.nth(state.scene)
        target = first_of(program, left, program.core.order[scene.after :])
        if target < 0:
            raise StoryError(f"no scene follows {scene.id!r} for this role")
    return enter(program, left, target, events)


def _start(variable: Variable) -> int:
    if variable.words:
        return variable.words.index(str(variable.start))
    return int(variable.start)
