"""What a state holds, in an author's words: variables, cards, scenes, beliefs."""

from collections.abc import Iterable
from operator import itemgetter

from octgame.game.program import Program
from octgame.game.state import Ask, State, answer_of, members, sureness_of
from octgame.story.frame import Variable

FLAGS = ("no", "yes")

_ASKED = {
    "note": "whether to read on past the content note",
    "keep": "whether to keep {}",
    "put_out": "what to put out for {}",
    "sure": "how sure, about {}",
    "order": "the next slip of {}",
    "sort": "where the next fact of {} belongs",
}


def value_of(variable: Variable, number: int) -> str:
    """A variable's value as its author writes it."""
    names = variable.words or (FLAGS if variable.type == "flag" else ())
    return names[number] if names else str(number)


def variables(program: Program, state: State) -> list[tuple[str, str]]:
    """(name, value) of the role and of every variable."""
    core = program.core
    valued = zip(core.variables, state.values, strict=True)
    return [
        ("role", core.roles[state.role]),
        *((variable.id, value_of(variable, value)) for variable, value in valued),
    ]


def remembered(program: Program, state: State) -> list[tuple[str, str]]:
    """(label, ids) of everything else that is remembered; what is empty is left out."""
    core, cards = program.core, program.cards.ids
    rest = [card for card in members(state.found) if card not in state.box]
    beliefs = [
        f"{question} = {core.answers[at][answer_of(value)]}, sure {sureness_of(value)}"
        for at, (question, value) in enumerate(
            zip(program.questions.ids, state.beliefs, strict=True)
        )
        if value
    ]
    rows = [
        ("asked now", [_asked(program, state, ask) for ask in state.asks]),
        ("in the box", _named(cards, state.box)),
        ("found, not kept", _named(cards, rest)),
        ("seen", _named(program.scenes.ids, members(state.seen))),
        ("believed", beliefs),
        ("taken once", _named(core.once, members(state.taken))),
        ("facts told", _named(program.facts.ids, members(state.known))),
        ("questions opened", _named(program.questions.ids, members(state.opened))),
    ]
    return [(label, ", ".join(held)) for label, held in filter(itemgetter(1), rows)]


def _named(ids: tuple[str, ...], indices: Iterable[int]) -> list[str]:
    return [ids[index] for index in indices]


def _asked(program: Program, state: State, ask: Ask) -> str:
    if ask.kind in ("keep", "put_out"):
        about = program.cards.ids[ask.about]
    elif ask.kind == "sure":
        about = program.questions.ids[ask.about]
    else:
        choices = program.scenes.nth(state.scene).choices
        about = choices[ask.about].key if ask.kind != "note" else ""
    return _ASKED[ask.kind].format(about)
