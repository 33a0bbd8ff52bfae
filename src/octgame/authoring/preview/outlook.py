"""What each choice of a scene will change, where it leads, and why one is closed."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from octgame.authoring.preview.held import value_of
from octgame.authoring.preview.why import failing
from octgame.errors import StoryError
from octgame.game.offers import Move, moves
from octgame.game.program import HERE, NEXT, ChoiceCode, Program
from octgame.game.state import State
from octgame.game.step import take

MOST_ASKED = 40
"""How many questions of the engine are answered on the way to the next scene."""

Standing = Literal["open", "closed", "hidden"]


class Outlook(NamedTuple):
    """A choice as its author looks at it.

    Attributes:
        key: Its key in the file.
        standing: Whether it can be taken, is shown closed, or is not shown.
        moves: The ids of the open moves that the engine makes of it.
        why: What would have to be otherwise for it to be open.
        changes: (label, what) of all that it changes: ("add", "nerve: 2 becomes 1").
        leads: Where it leads now, in words.
    """

    key: str
    standing: Standing
    moves: tuple[str, ...]
    why: tuple[str, ...]
    changes: tuple[tuple[str, str], ...]
    leads: str


def outlooks(program: Program, state: State) -> list[Outlook]:
    """One for each choice of the scene, in the author's order.

    None where the engine asks something of its own, but for a content note, which
    stands before the scene's choices.
    """
    asks = state.asks
    if state.ended or (asks and asks[0].kind != "note"):
        return []
    state = state._replace(asks=())
    offered = [move for move in moves(program, state) if move.choice >= 0]
    found = []
    for at, choice in enumerate(program.scenes.nth(state.scene).choices):
        made = [move for move in offered if move.choice == at]
        taking = [move for move in made if move.open]
        why = () if taking else tuple(_why(program, state, choice))
        found.append(
            Outlook(
                key=choice.key,
                standing="open" if taking else "closed" if made else "hidden",
                moves=tuple(move.id for move in taking),
                why=why,
                changes=tuple(_changes(program, state, choice)),
                leads=_leads(program, state, choice, (taking or [Move("", at)])[0]),
            )
        )
    return found


def _why(program: Program, state: State, choice: ChoiceCode) -> Iterator[str]:
    if choice.number >= 0 and state.taken >> choice.number & 1:
        yield "taken already, and it can be taken once"
    if choice.condition:
        yield from failing(program, state, choice.condition)
    if choice.each and not any(choice.each >> card & 1 for card in state.box):
        yield "no card in the box is for it"
    elif choice.each:
        yield "every card in the box that is for it was used"


def _changes(
    program: Program, state: State, choice: ChoiceCode
) -> Iterator[tuple[str, str]]:
    core, cards, facts = program.core, program.cards.ids, program.facts.ids
    if choice.role >= 0:
        yield (
            "set",
            _becomes("role", *(core.roles[r] for r in (state.role, choice.role))),
        )
    for at, value in choice.sets:
        yield "set", _change(program, state, at, value)
    for at, by in choice.adds:
        bounds = core.variables[at]
        after = min(bounds.greatest, max(bounds.least, state.values[at] + by))
        yield "add", f"{_change(program, state, at, after)} ({by:+})"
    for label, listed in (("reveals", choice.reveals), ("sorts", choice.sorts)):
        if listed:
            yield label, ", ".join(facts[fact] for fact in listed)
    if choice.finds:
        yield (
            "finds",
            ", ".join(
                cards[card] + (" (found already)" if state.found >> card & 1 else "")
                for card in choice.finds
            ),
        )
    out = [cards[card] for card in choice.puts_out]
    if out or choice.puts_out_it:
        yield "puts out", ", ".join([*out, *(["it"] if choice.puts_out_it else [])])
    if choice.believes >= 0:
        yield "believes", program.questions.ids[choice.believes]
    if choice.right >= 0:
        yield "right", f"{core.variables[choice.right].id}: whether in the right order"
    if choice.writes:
        yield "writes", choice.writes
    if choice.leaves:
        yield "leaves", choice.leaves
    if choice.says:
        yield "says", choice.says


def _change(program: Program, state: State, at: int, after: int) -> str:
    variable = program.core.variables[at]
    now, then = value_of(variable, state.values[at]), value_of(variable, after)
    return _becomes(variable.id, now, then)


def _becomes(name: str, now: str, then: str) -> str:
    return f"{name}: {now}, as now" if now == then else f"{name}: {now} becomes {then}"


def _leads(program: Program, state: State, choice: ChoiceCode, move: Move) -> str:
    """Where a choice leads as things stand, everything asked on the way kept."""
    if choice.target == HERE:
        return "here"
    there = program.scenes.ids
    said = "next" if choice.target == NEXT else there[choice.target]
    if move.item < 0 and (choice.each or choice.believes >= 0):
        return said
    try:
        entered = _entered(program, state, move)
    except StoryError as problem:
        return f"{said}: {problem.message}"
    way = ", then ".join(dict.fromkeys(entered))
    return f"next, {way}" if choice.target == NEXT else way


def _entered(program: Program, state: State, move: Move) -> list[str]:
    turn = take(program, state, move)
    for _ in range(MOST_ASKED):
        entered = [event.id for event in turn.events if event.kind == "entered"]
        if entered or not turn.state.asks:
            return entered
        turn = take(program, turn.state, next(moves(program, turn.state)))
    return []
