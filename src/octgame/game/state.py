"""Where a play stands: one small, hashable value."""

from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple

from octgame.game.program import Program


class Ask(NamedTuple):
    """Something the engine asks before the play goes on.

    Attributes:
        kind: "note", "keep", "put_out", "sure", "order" or "sort".
        about: A card, question or choice by index, as the kind has it.
        so_far: What has been answered of it.
    """

    kind: str
    about: int
    so_far: tuple[int, ...] = ()


class State(NamedTuple):
    """A place in the play; ids stand as indices, sets as bits.

    Attributes:
        values: One number per variable; a word is its index, a flag 0 or 1.
        seen: Scenes left at least once.
        box: The cards kept, in the order of keeping.
        taken: Once-only choices taken.
        used: (choice, card) of the `each` choices taken in this visit.
        beliefs: Per question 0, or 5 times the answer plus how sure plus 1.
        known: Facts told.
        news: Those of them that this page tells; one is told once in a play.
        opened: Questions asked.
        asks: What the engine still asks, the first is now.
        target: Where the play goes when nothing is asked any more.
        told: (scene, choice, card) whose outcome is told next, or (); a choice of
            -1 tells what became of a card that was found, and a fourth number is
            the card that went out for it.
        passed: The automatic scenes passed on the way here.
        stayed: Whether the scene was shown, and only what came since is told.
        stepped: Whether the player stepped back from this scene.
    """

    scene: int
    role: int
    values: tuple[int, ...]
    seen: int
    found: int
    box: tuple[int, ...]
    taken: int
    used: tuple[tuple[int, int], ...]
    beliefs: tuple[int, ...]
    known: int
    news: int
    opened: int
    asks: tuple[Ask, ...]
    target: int
    told: tuple[int, ...]
    passed: tuple[int, ...]
    stayed: bool
    stepped: bool
    ended: bool

    @property
    def telling(self) -> tuple[int, ...]:
        """What `told` tells now."""
        return telling(self.asks, self.told)


def telling(asks: tuple[Ask, ...], told: tuple[int, ...]) -> tuple[int, ...]:
    """What is told while something is asked: a choice waits for its own asking."""
    asking = asks and asks[0].kind in ("sure", "order", "sort")
    return () if asking else told


def answer_of(belief: int) -> int:
    """The answer in a belief, or -1."""
    return (belief - 1) // 5 if belief else -1


def sureness_of(belief: int) -> int:
    """How sure, 1 to 4, or 0."""
    return (belief - 1) % 5 if belief else 0


def belief(answer: int, sureness: int) -> int:
    """A belief as one number, greater than 0."""
    return answer * 5 + sureness + 1


def members(bits: int) -> list[int]:
    """The indices in a bit set, ascending."""
    found = []
    while bits:
        low = bits & -bits
        found.append(low.bit_length() - 1)
        bits ^= low
    return found


def bits(indices: Iterable[int]) -> int:
    """A bit set of indices."""
    found = 0
    for index in indices:
        found |= 1 << index
    return found


def digest(program: Program, state: State) -> str:
    """A hash of the state, 16 hex digits, the same after edits that change no id.

    Everything is written by id, never by index, so a scene that is added elsewhere
    in the story leaves the digest as it was. What is only told is no part of it.
    """
    return sha256(describe(program, state).encode()).hexdigest()[:16]


def describe(program: Program, state: State) -> str:
    """The state in words: what `digest` hashes and the inspector shows."""
    core, scenes, cards = program.core, program.scenes.ids, program.cards.ids
    choices = program.scenes.nth(state.scene).choices
    believed = [
        f"{question}:{core.answers[index][answer_of(value)]}:{sureness_of(value)}"
        for index, (question, value) in enumerate(
            zip(program.questions.ids, state.beliefs, strict=True)
        )
        if value
    ]
    parts = {
        "scene": scenes[state.scene],
        "role": core.roles[state.role],
        "values": ",".join(
            f"{variable.id}={_value(variable.words, value)}"
            for variable, value in zip(core.variables, state.values, strict=True)
        ),
        "seen": _named(scenes, state.seen),
        "found": _named(cards, state.found),
        "box": ",".join(cards[i] for i in state.box),
        "taken": _named(core.once, state.taken),
        "used": ",".join(f"{choices[i].key}:{cards[card]}" for i, card in state.used),
        "beliefs": ",".join(believed),
        "known": _named(program.facts.ids, state.known),
        "opened": _named(program.questions.ids, state.opened),
        "asks": ";".join(_ask(program, state, ask) for ask in state.asks),
        "target": scenes[state.target] if state.target >= 0 else str(state.target),
        "stepped": str(state.stepped),
        "ended": str(state.ended),
    }
    return "\n".join(f"{name} {text}" for name, text in parts.items())


def _named(ids: tuple[str, ...], bits: int) -> str:
    return ",".join(sorted(ids[i] for i in members(bits)))


def _value(words: tuple[str, ...], value: int) -> str:
    return words[value] if words else str(value)


def _ask(program: Program, state: State, ask: Ask) -> str:
    if ask.kind in ("keep", "put_out"):
        about = program.cards.ids[ask.about]
    elif ask.kind == "sure":
        about = program.questions.ids[ask.about]
    elif ask.kind == "note":
        about = program.scenes.ids[ask.about]
    else:
        about = program.scenes.nth(state.scene).choices[ask.about].key
    return f"{ask.kind}:{about}:{','.join(map(str, ask.so_far))}"
