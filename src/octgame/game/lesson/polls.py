"""What a step of a lesson decides: who is asked what, and what comes of the answer."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from octgame.game import phrases
from octgame.game.arrive import enter
from octgame.game.lesson.screens import Screen, in_box, laid_out, told
from octgame.game.offers import GO_ON, KEEP, LEAVE, STEP_BACK, moves
from octgame.game.paging import page
from octgame.game.program import Program
from octgame.game.state import State, belief, bits
from octgame.game.step import act, find, take, untouched
from octgame.story.frame import BOX_PLACES
from octgame.story.lessons import MOST_OPTIONS, Step, VoteKind

SURE = "sure"
"""What a belief vote's second ballot is called after its step."""


class Poll(NamedTuple):
    """One counting of hands.

    Attributes:
        id: The step's id; of how sure the class is, with `:sure` behind it.
        options: (key, text) in the order of the cards A, B, C.
        winners: How many of them win.
    """

    id: str
    kind: VoteKind
    ask: str
    options: tuple[tuple[str, str], ...]
    winners: int = 1

    @property
    def words(self) -> int:
        """How many words are read from it."""
        texts = [self.ask, *(text for _, text in self.options)]
        return sum(len(text.split()) for text in texts)


def begin(program: Program) -> State:
    """A class's state before its first scene: no role, no scene, an empty box."""
    return untouched(program, 0, ())._replace(scene=-1)


def come_in(program: Program, step: Step, state: State) -> State:
    """The state in the step's scene, begun afresh; variables and the box stay."""
    if not step.scene:
        return state
    seen = state.seen | 1 << state.scene if state.scene >= 0 else state.seen
    role = program.core.roles.index(step.role) if step.role else state.role
    fresh = state._replace(role=role, seen=seen, taken=0, told=(), asks=())
    there = enter(program, fresh, program.scenes.at[step.scene], []).state
    return _take(program, there, GO_ON) if there.asks else there


def step_back(program: Program, state: State) -> State:
    """The state with the summary in the scene's stead.

    Raises:
        ChoiceError: The scene has none, or was stepped back from already.
    """
    return _take(program, state, STEP_BACK)


def polls(
    program: Program, step: Step, state: State, table: Sequence[str]
) -> tuple[Poll, ...]:
    """What a step puts to the vote, in order.

    Args:
        program: The story.
        step: The step.
        state: The class's state in its scene.
        table: The cards that lie on the table.
    """
    vote = step.vote
    if vote is None:
        return ()
    poll = Poll(step.id, vote.kind, vote.ask, tuple(vote.print.items()))
    if vote.do:
        return (poll._replace(options=tuple(_choices(program, vote.do, state))),)
    if vote.keep:
        kept_before = {program.cards.ids[card] for card in state.box}
        new = [key for key in table if key not in kept_before][:MOST_OPTIONS]
        cards = [(key, program.cards[key].title) for key in new]
        return (poll._replace(options=tuple(cards), winners=vote.keep),)
    if vote.print:
        return (poll,)
    answers = tuple(program.questions[vote.believe].answers.items())
    sure = tuple((str(how), text) for how, text in phrases.SURENESS.items())
    return (
        poll._replace(options=answers),
        Poll(f"{step.id}:{SURE}", "believe", phrases.HOW_SURE, sure),
    )


def _choices(
    program: Program, keys: Sequence[str], state: State
) -> Iterator[tuple[str, str]]:
    """The open ones of these choices."""
    choices = program.scenes.nth(state.scene).choices
    for move in moves(program, state):
        if move.open and move.id in keys:
            yield move.id, choices[move.choice].paragraph.plain


def decided(
    program: Program, step: Step, state: State, won: Sequence[Sequence[str]]
) -> State:
    """The state after a step's polls.

    Args:
        program: The story.
        step: The step.
        state: The class's state in its scene, before the vote.
        won: The winners of each poll that was closed, the first first.
    """
    vote = step.vote
    if vote is None or not won or not won[0]:
        return state
    if vote.do:
        return _with_finds(program, act(program, state, won[0][0]).state)
    if vote.keep:
        return _with_cards(program, state, won[0])
    if vote.believe and len(won) > 1 and won[1]:
        at = program.questions.at[vote.believe]
        beliefs = list(state.beliefs)
        answer = program.core.answers[at].index(won[0][0])
        beliefs[at] = belief(answer, int(won[1][0]))
        return state._replace(beliefs=tuple(beliefs))
    return state


def outcome(
    program: Program, state: State, option: tuple[str, str], finds: str
) -> tuple[Screen, ...]:
    """What a choice of the scene leads to, without making it.

    Args:
        program: The story.
        state: The class's state in the scene, before the choice.
        option: The choice's key, and its words.
        finds: What stands above the papers that it finds.
    """
    key, heading = option
    turn = act(program, state, key)
    scene = program.scenes.nth(state.scene)
    found = [program.cards[e.id] for e in turn.events if e.kind == "found"]
    before = page(program, turn.state).before
    prose = told(program, scene, before, heading)
    return (*prose, *laid_out(program, finds, found))


def kept(program: Program, state: State, table: Sequence[str]) -> Screen:
    """The class's box after cards were kept, with those that were left out."""
    box = [program.cards.ids[card] for card in state.box]
    return in_box(program, box, [card for card in table if card not in box])


def _with_finds(program: Program, state: State) -> State:
    """Every card that was found goes into the box while it has a place."""
    while state.asks:
        card = program.cards.ids[state.asks[0].about]
        has_place = len(state.box) < BOX_PLACES
        state = _take(program, state, f"{KEEP if has_place else LEAVE}:{card}")
    return state


def _with_cards(program: Program, state: State, cards: Sequence[str]) -> State:
    new = [program.cards.at[card] for card in cards]
    new = [card for card in new if card not in state.box]
    box = (*state.box, *new)[:BOX_PLACES]
    return state._replace(box=box, found=state.found | bits(new))


def _take(program: Program, state: State, move: str) -> State:
    return take(program, state, find(program, state, move)).state
