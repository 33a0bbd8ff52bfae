"""Why a condition does not hold: the parts that fail, and how things stand instead."""

from collections.abc import Iterator

from octgame.authoring.preview.held import FLAGS
from octgame.game.conditions import holds
from octgame.game.program import Code, Program
from octgame.game.state import State, answer_of, sureness_of

SIGNS = ("==", "!=", "<", "<=", ">", ">=")


def failing(program: Program, state: State, code: Code) -> list[str]:
    """Each part of a condition that would have to hold and does not, as one line.

    Returns:
        Such as "nerve >= 2 (nerve is 1)"; nothing where the condition holds.
    """
    if holds(code, state):
        return []
    if code[0] == "and":
        return [line for part in code[1:] for line in failing(program, state, part)]
    stands = ", ".join(dict.fromkeys(_stands(program, state, code)))
    return [f"{in_words(program, code)} ({stands})" if stands else "never"]


def in_words(program: Program, code: Code) -> str:
    """A condition as its author would write it."""
    operation, *parts = code
    if operation in ("and", "or"):
        joined = [_bracketed(program, part) for part in parts]
        return f" {operation} ".join(joined)
    if operation == "not":
        return f"not {_bracketed(program, parts[0])}"
    if operation in SIGNS:
        left, right = parts
        return (
            f"{_side(program, left, right)} {operation} {_side(program, right, left)}"
        )
    return _side(program, code, code)


def _bracketed(program: Program, code: Code) -> str:
    text = in_words(program, code)
    return f"({text})" if code[0] in ("and", "or") else text


def _side(program: Program, code: Code, other: Code) -> str:
    """One side of a comparison; what a number means depends on the other side."""
    operation, *parts = code
    match operation:
        case "number":
            return _meaning(program, other, parts[0])
        case "role" | "it":
            return str(operation)
        case "value":
            return program.core.variables[parts[0]].id
        case "seen":
            return f"seen({program.scenes.ids[parts[0]]})"
        case "found" | "kept":
            return f"{operation}({program.cards.ids[parts[0]]})"
        case "believes" | "sure":
            return f"{operation}({program.questions.ids[parts[0]]})"
    return f"({in_words(program, code)})"


def _meaning(program: Program, side: Code, number: int) -> str:
    """What a number says of the side that it stands for, or is compared with."""
    operation, *parts = side
    if operation == "value":
        variable = program.core.variables[parts[0]]
        names = variable.words or (FLAGS if variable.type == "flag" else ())
    elif operation == "role":
        names = program.core.roles
    elif operation == "believes":
        names = program.core.answers[parts[0]]
        if number < 0:
            return "none"
    elif operation == "it":
        names = program.cards.ids
    else:
        names = FLAGS if operation in ("seen", "found", "kept") else ()
    return names[number] if 0 <= number < len(names) else str(number)


def _stands(program: Program, state: State, code: Code) -> Iterator[str]:
    """How everything stands that a condition looks at."""
    operation, *parts = code
    if operation in ("and", "or", "not", *SIGNS):
        for part in parts:
            yield from _stands(program, state, part)
    elif operation not in ("number", "it"):
        now = _meaning(program, code, _now(state, code))
        yield f"{_side(program, code, code)} is {now}"


def _now(state: State, code: Code) -> int:
    operation, *parts = code
    match operation:
        case "role":
            return state.role
        case "value":
            return state.values[parts[0]]
        case "believes":
            return answer_of(state.beliefs[parts[0]])
        case "sure":
            return sureness_of(state.beliefs[parts[0]])
        case "kept":
            return int(parts[0] in state.box)
    sets = {"seen": state.seen, "found": state.found}
    return sets[operation] >> int(parts[0]) & 1
