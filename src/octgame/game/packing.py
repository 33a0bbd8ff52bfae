"""A program as plain tuples, lists and text, so that a cache file can hold it.

Only what `marshal` and a reader's eye can follow: a dataclass becomes a list of its
class's name and its fields, everything else stays what it is. Things are unpacked
one by one, when they are first asked for.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from octgame.game import program as programs
from octgame.game.program import Program, Shelf
from octgame.story import calendar, model, prose

_CLASSES: dict[str, type] = {
    name: thing
    for module in (prose, calendar, model, programs)
    for name, thing in vars(module).items()
    if isinstance(thing, type) and is_dataclass(thing)
}
_SHELVES = tuple(field.name for field in fields(Program) if field.name != "core")


class PackingError(ValueError):
    """The packed value was not written by this version."""


def pack(program: Program) -> dict[str, Any]:
    """The program as values that `marshal` takes; inverse of `unpack`."""
    packed: dict[str, Any] = {"core": _pack(program.core)}
    for name in _SHELVES:
        shelf: Shelf[Any] = getattr(program, name)
        packed[name] = {key: _pack(thing) for key, thing in shelf.items()}
    return packed


def unpack(packed: Mapping[str, Any]) -> Program:
    """The program, its things still packed until they are asked for.

    Raises:
        PackingError: The value is not what `pack` makes.
    """
    try:
        shelves: dict[str, Any] = {name: _shelf(packed[name]) for name in _SHELVES}
        return Program(core=_unpack(packed["core"]), **shelves)
    except (KeyError, TypeError, AttributeError) as error:
        raise PackingError(str(error)) from error


def _shelf(packed: Mapping[str, Any]) -> Shelf[Any]:
    return Shelf(packed, lambda key: _unpack(packed[key]))


def _pack(value: Any) -> Any:
    if is_dataclass(value):
        name = type(value).__name__
        return [name, *(_pack(getattr(value, f.name)) for f in fields(value))]
    if isinstance(value, Mapping):
        return {key: _pack(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return tuple(_pack(inner) for inner in value)
    return value


def _unpack(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple([_unpack(inner) for inner in value])
    if isinstance(value, list):
        return _CLASSES[value[0]](*[_unpack(inner) for inner in value[1:]])
    if isinstance(value, dict):
        return {key: _unpack(inner) for key, inner in value.items()}
    return value
