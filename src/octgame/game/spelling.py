"""A story in other letters, for terminals that lack some of its signs."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from octgame.game.program import Program, Shelf

Spell = Callable[[str], str]
"""From a text to the same text in letters that can be shown."""
Thing = TypeVar("Thing")


def spelt(program: Program, spell: Spell) -> Program:
    """The story with every text spelt; each thing when it is first asked for.

    What is wrapped is wrapped as it will be shown. Ids are plain ASCII already, so
    saves know the story as before.

    Args:
        program: The story.
        spell: Leaves ASCII as it is.
    """
    shelves: dict[str, Any] = {
        name: _shelf(getattr(program, name), spell)
        for name in Program._fields
        if name != "core"
    }
    return Program(core=_spelt(program.core, spell), **shelves)


def _shelf(shelf: Shelf[Thing], spell: Spell) -> Shelf[Thing]:
    return Shelf(shelf.ids, lambda key: _spelt(shelf[key], spell))


def _spelt(thing: Any, spell: Spell) -> Any:
    if isinstance(thing, str):
        return thing if thing.isascii() else spell(thing)
    if isinstance(thing, tuple):
        parts = [_spelt(part, spell) for part in thing]
        return type(thing)(*parts) if hasattr(thing, "_fields") else tuple(parts)
    if isinstance(thing, Mapping):
        return {key: _spelt(value, spell) for key, value in thing.items()}
    return thing
