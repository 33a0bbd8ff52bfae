"""Which moves there are: the author's choices, and those the engine makes of them."""

from collections.abc import Iterator
from typing import NamedTuple

from octgame.game.conditions import holds
from octgame.game.program import ChoiceCode, Program
from octgame.game.state import Ask, State
from octgame.story.evidence import FACT_STATUSES
from octgame.story.frame import SURENESS

GO_ON, STEP_BACK = "_go_on", "_step_back"
KEEP, LEAVE, OUT = "_keep", "_leave", "_out"
PUT_OUT, SURE, PLACE, SORT = "_put_out", "_sure", "_place", "_sort"
"""Engine's keys start with a sign that no author's key can start with."""


class Move(NamedTuple):
    """A move that exists here, open or closed.

    Attributes:
        id: Its identity in a journal.
        choice: The choice's index in its scene, or -1 for the engine's own.
        item: The card, answer, slip, sureness or status it stands for, or -1.
        open: Whether it can be taken now.
    """

    id: str
    choice: int
    item: int = -1
    open: bool = True


def moves(program: Program, state: State) -> Iterator[Move]:
    """The moves of a state in the order in which they are shown.

    Closed choices are among them where their author says why they are closed.
    """
    if state.ended:
        return
    if state.asks:
        yield from _asked(program, state, state.asks[0])
        return
    for index, choice in enumerate(program.scenes.nth(state.scene).choices):
        if choice.number >= 0 and state.taken >> choice.number & 1:
            continue
        is_open = holds(choice.condition, state)
        if not is_open and not choice.closed:
            continue
        if choice.each:
            yield from _each(program, state, index, choice, is_open=is_open)
        elif is_open and choice.believes >= 0:
            for item, answer in enumerate(program.core.answers[choice.believes]):
                yield Move(f"{choice.key}:{answer}", index, item)
        else:
            yield Move(choice.key, index, -1, is_open)


def asides(program: Program, state: State) -> Iterator[Move]:
    """The moves beside the story: stepping back, putting a card out of the box."""
    if state.ended or state.asks:
        return
    if program.scenes.nth(state.scene).note and not state.stepped:
        yield Move(STEP_BACK, -1)
    for card in state.box:
        yield Move(f"{PUT_OUT}:{program.cards.ids[card]}", -1, card)


def _each(
    program: Program, state: State, index: int, choice: ChoiceCode, *, is_open: bool
) -> Iterator[Move]:
    used = [card for taken, card in state.used if taken == index]
    if len(used) >= choice.times:
        return
    for card in state.box:
        if choice.each >> card & 1 and card not in used:
            yield Move(f"{choice.key}:{program.cards.ids[card]}", index, card, is_open)


def _asked(program: Program, state: State, ask: Ask) -> Iterator[Move]:
    cards = program.cards.ids
    if ask.kind == "note":
        yield Move(GO_ON, -1)
        yield Move(STEP_BACK, -1)
    elif ask.kind == "keep":
        yield Move(f"{KEEP}:{cards[ask.about]}", -1, ask.about)
        yield Move(f"{LEAVE}:{cards[ask.about]}", -1, ask.about)
    elif ask.kind == "put_out":
        for card in (*state.box, ask.about):
            yield Move(f"{OUT}:{cards[card]}", -1, card)
    elif ask.kind == "sure":
        for sureness in SURENESS:
            yield Move(f"{SURE}:{sureness}", -1, sureness)
    elif ask.kind == "order":
        slips = program.scenes.nth(state.scene).choices[ask.about].slips
        for item in shuffled(len(slips)):
            if item not in ask.so_far:
                yield Move(f"{PLACE}:{slips[item][0]}", -1, item)
    else:
        for item, status in enumerate(FACT_STATUSES):
            yield Move(f"{SORT}:{status}", -1, item)


def shuffled(count: int) -> list[int]:
    """The indices in a fixed order that is never the right one for two or more."""
    odd, even = range(1, count, 2), range(0, count, 2)
    return [*reversed(odd), *reversed(even)] if count > 3 else [*reversed(range(count))]
