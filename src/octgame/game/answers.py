"""What the engine itself asks: to keep a card, how sure, in which order."""

from octgame.game import offers
from octgame.game.events import Event
from octgame.game.offers import Move
from octgame.game.program import ChoiceCode, Program
from octgame.game.state import Ask, State, belief
from octgame.story.evidence import FACT_STATUSES
from octgame.story.frame import BOX_PLACES


def answer(program: Program, state: State, move: Move, events: list[Event]) -> State:
    """The state after the first thing asked is answered by a move."""
    ask, *rest = state.asks
    after = state._replace(asks=tuple(rest), passed=())
    if ask.kind == "note":
        return _past_note(program, after._replace(told=()), move, events)
    if ask.kind in ("keep", "put_out"):
        after = after._replace(told=(state.scene, -1, ask.about), news=0)
    if ask.kind == "keep":
        kept = move.id.startswith(offers.KEEP)
        return _keep(program, after, ask, events, kept=kept)
    if ask.kind == "put_out":
        return _swap(program, after, ask.about, move.item, events)
    if ask.kind == "sure":
        return _believe(program, after, ask, move.item, events)
    return _in_turn(program, after, ask, move.item, events)


def without(program: Program, state: State, card: int, events: list[Event]) -> State:
    """The state with a card out of the box, if it was in it."""
    if card not in state.box:
        return state
    events.append(Event("put_out", program.cards.ids[card]))
    return state._replace(box=tuple(kept for kept in state.box if kept != card))


def _past_note(
    program: Program, state: State, move: Move, events: list[Event]
) -> State:
    if move.id != offers.STEP_BACK:
        return state
    events.append(Event("stepped_back", program.scenes.ids[state.scene]))
    return state._replace(stepped=True)


def _keep(
    program: Program, state: State, ask: Ask, events: list[Event], *, kept: bool
) -> State:
    card = program.cards.ids[ask.about]
    if not kept:
        events.append(Event("left", card))
        return state
    if len(state.box) >= BOX_PLACES:
        return state._replace(asks=(Ask("put_out", ask.about), *state.asks))
    events.append(Event("kept", card))
    return state._replace(box=(*state.box, ask.about))


def _swap(
    program: Program, state: State, new: int, out: int, events: list[Event]
) -> State:
    if out == new:
        events.append(Event("left", program.cards.ids[new]))
        return state
    state = without(program, state, out, events)
    events.append(Event("kept", program.cards.ids[new]))
    return state._replace(box=(*state.box, new), told=(state.scene, -1, new, out))


def _believe(
    program: Program, state: State, ask: Ask, sureness: int, events: list[Event]
) -> State:
    answer = ask.so_far[0]
    name = program.core.answers[ask.about][answer]
    question = program.questions.ids[ask.about]
    events.append(Event("believed", question, f"{name}:{sureness}"))
    beliefs = list(state.beliefs)
    beliefs[ask.about] = belief(answer, sureness)
    return state._replace(beliefs=tuple(beliefs))


def _in_turn(
    program: Program, state: State, ask: Ask, item: int, events: list[Event]
) -> State:
    """One slip placed, or one fact sorted; the question goes on until all are."""
    choice = program.scenes.nth(state.scene).choices[ask.about]
    so_far = (*ask.so_far, item)
    if ask.kind == "sort":
        fact = program.facts.ids[choice.sorts[len(ask.so_far)]]
        events.append(Event("sorted", fact, FACT_STATUSES[item]))
        if len(so_far) < len(choice.sorts):
            return state._replace(asks=(ask._replace(so_far=so_far), *state.asks))
        return _put(state, choice.right, _alike(program, choice, so_far))
    if len(so_far) < len(choice.slips) - 1:
        return state._replace(asks=(ask._replace(so_far=so_far), *state.asks))
    right = so_far == tuple(range(len(so_far)))
    events.append(Event("ordered", choice.key, "right" if right else "wrong"))
    return _put(state, choice.right, int(right))


def _alike(program: Program, choice: ChoiceCode, piles: tuple[int, ...]) -> int:
    """How many statements were put into the pile where they belong."""
    facts = map(program.facts.nth, choice.sorts)
    return sum(
        fact.status == FACT_STATUSES[pile]
        for fact, pile in zip(facts, piles, strict=True)
    )


def _put(state: State, variable: int, value: int) -> State:
    """The state with another value of a variable; the same where there is none."""
    if variable < 0:
        return state
    values = list(state.values)
    values[variable] = value
    return state._replace(values=tuple(values))
