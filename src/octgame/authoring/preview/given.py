"""What an author says of a state in words: `role=red_guard`, `nerve=2`, `kept=key`."""

from collections.abc import Iterable
from difflib import get_close_matches

from octgame.errors import UsageError
from octgame.game.program import Program
from octgame.game.state import State, belief
from octgame.story.frame import BOX_PLACES, SURENESS, Variable
from octgame.story.safe import safe_line

ROLE, FOUND, KEPT, SEEN, BELIEVES = "role", "found", "kept", "seen", "believes"
WORDS = (ROLE, FOUND, KEPT, SEEN, BELIEVES)
"""What can be said beside the story's own variables; no variable is called so."""

LISTED = 12
"""How many names a hint lists; longer lists are no help."""

FLAGS = {"yes": 1, "true": 1, "no": 0, "false": 0}


def with_given(program: Program, state: State, word: str) -> State:
    """The state with one thing more that holds in it.

    Args:
        program: The story.
        state: What holds so far.
        word: `VARIABLE=VALUE`, a flag alone for `yes`, `role=ROLE`, `found=CARD`,
            `kept=CARD`, `seen=SCENE` or `believes=QUESTION:ANSWER`, which may end in
            `:1` to `:4` for how sure.

    Raises:
        UsageError: The story has nothing of that name or value.
    """
    name, equals, value = (part.strip() for part in word.partition("="))
    if name not in WORDS:
        return _with_variable(program, state, name, value if equals else "yes")
    if name == ROLE:
        roles = program.core.roles
        return state._replace(role=roles.index(_known("role", value, roles)))
    if name == SEEN:
        scene = program.scenes.at[_known("scene", value, program.scenes.ids)]
        return state._replace(seen=state.seen | 1 << scene)
    if name == BELIEVES:
        return _with_belief(program, state, value)
    card = program.cards.at[_known("card", value, program.cards.ids)]
    state = state._replace(found=state.found | 1 << card)
    if name == FOUND or card in state.box:
        return state
    if len(state.box) == BOX_PLACES:
        raise UsageError(f"the box holds {BOX_PLACES} cards, and {value} is one more")
    return state._replace(box=(*state.box, card))


def _with_variable(program: Program, state: State, name: str, value: str) -> State:
    names = [variable.id for variable in program.core.variables]
    at = names.index(_known("variable", name, names, WORDS))
    values = list(state.values)
    values[at] = _value(program.core.variables[at], value)
    return state._replace(values=tuple(values))


def _value(variable: Variable, value: str) -> int:
    if variable.words:
        words = variable.words
        return words.index(_known(f"value of {variable.id}", value, words))
    if variable.type == "flag":
        return FLAGS[_known(f"value of {variable.id}", value, FLAGS)]
    bounds = range(variable.least, variable.greatest + 1)
    numbers = {str(number): number for number in bounds}
    if value not in numbers:
        raise UsageError(
            f"{variable.id} is a number from {variable.least} to {variable.greatest},"
            f" not {safe_line(value) or 'nothing'}"
        )
    return numbers[value]


def _with_belief(program: Program, state: State, said: str) -> State:
    question, _, rest = said.partition(":")
    answer, _, sure = rest.partition(":")
    at = program.questions.at[_known("question", question, program.questions.ids)]
    answers = program.core.answers[at]
    sureness = _known("degree of being sure", sure or "1", map(str, SURENESS))
    beliefs = list(state.beliefs)
    found = answers.index(_known(f"answer to {question}", answer, answers))
    beliefs[at] = belief(found, int(sureness))
    return state._replace(beliefs=tuple(beliefs))


def _known(what: str, name: str, known: Iterable[str], also: Iterable[str] = ()) -> str:
    """The name, if it is known.

    Raises:
        UsageError: It is not; the hint says which one was probably meant.
    """
    there = list(known)
    if name in there:
        return name
    near = get_close_matches(name, [*there, *also], 1)
    meant = f"Did you mean {near[0]}? " if near else ""
    few = len(there) <= LISTED
    listed = f"There are: {', '.join([*there, *also])}." if few else ""
    raise UsageError(f"there is no {what} {safe_line(name)!r}", meant + listed)
