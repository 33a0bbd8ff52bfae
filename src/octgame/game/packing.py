"""A program as plain values, so that a cache file can hold it.

A named tuple becomes a list of its class's name and its fields, everything else stays
what it is. Each thing is marshalled by itself: a start reads an index and the few
things of its first page, and the others are made when they are first asked for.
"""

import marshal
from collections.abc import Mapping
from typing import Any

from octgame.game import program as programs
from octgame.game.program import Program, Shelf
from octgame.story import calendar, evidence, frame, lessons, prose

_CLASSES: dict[str, Any] = {
    name: thing
    for module in (prose, calendar, evidence, frame, lessons, programs)
    for name, thing in vars(module).items()
    if isinstance(thing, type) and hasattr(thing, "_fields")
}
_SHELVES = tuple(name for name in Program._fields if name != "core")


class PackingError(ValueError):
    """The packed value was not written by this version."""


def pack(program: Program) -> dict[str, Any]:
    """The program as values that `marshal` takes; inverse of `unpack`."""
    packed: dict[str, Any] = {"core": _pack(program.core)}
    for name in _SHELVES:
        shelf: Shelf[Any] = getattr(program, name)
        packed[name] = {k: marshal.dumps(_pack(it)) for k, it in shelf.items()}
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


def _shelf(packed: Mapping[str, bytes]) -> Shelf[Any]:
    # The cache has made sure that these bytes are our own.
    return Shelf(packed, lambda key: _unpack(marshal.loads(packed[key])))  # noqa: S302


def _pack(value: Any) -> Any:
    if isinstance(value, (str, int)) or value is None:
        return value
    if isinstance(value, tuple):
        if hasattr(value, "_fields"):
            return [type(value).__name__, *map(_pack, value)]
        return tuple(map(_pack, value))
    return {key: _pack(inner) for key, inner in value.items()}


def _unpack(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple([_unpack(inner) for inner in value])
    if isinstance(value, list):
        fields = [_unpack(inner) for inner in value[1:]]
        return _CLASSES[value[0]]._make(fields)
    if isinstance(value, dict):
        return {key: _unpack(inner) for key, inner in value.items()}
    return value
