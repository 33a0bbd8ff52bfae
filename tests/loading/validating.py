"""A validator of JSON Schema: the keywords of octgame's own schema, no others."""

import re
from collections.abc import Callable, Iterator
from typing import Any

Schema = dict[str, Any]

TYPES: dict[str, Callable[[Any], bool]] = {
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: (
        isinstance(value, (int, float)) and not isinstance(value, bool)
    ),
    "array": lambda value: isinstance(value, list),
    "object": lambda value: isinstance(value, dict),
}
SAID = {"$schema", "$defs", "title", "description"}
"""Keywords that refuse nothing."""


class Validator:
    """Tells where a value is not as a schema says."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema

    def wrong(self, value: Any) -> list[str]:
        """The paths at which something is wrong, each with the keyword that says so."""
        return list(self._wrong(value, self.schema, ""))

    def _wrong(self, value: Any, schema: Schema, path: str) -> Iterator[str]:
        for keyword, held in schema.items():
            if keyword in SAID:
                continue
            check = getattr(self, "_" + keyword.removeprefix("$"), None)
            assert check is not None, (
                f"a keyword this validator does not know: {keyword}"
            )
            yield from check(value, held, schema, path)

    def _ref(self, value: Any, held: str, _: Schema, path: str) -> Iterator[str]:
        target = self.schema
        for step in held.removeprefix("#/").split("/"):
            target = target[step]
        yield from self._wrong(value, target, path)

    def _type(self, value: Any, held: Any, _: Schema, path: str) -> Iterator[str]:
        names = held if isinstance(held, list) else [held]
        if not any(TYPES[name](value) for name in names):
            yield f"{path} type"

    def _enum(self, value: Any, held: Any, _: Schema, path: str) -> Iterator[str]:
        if not any(value == one and type(value) is type(one) for one in held):
            yield f"{path} enum"

    def _pattern(self, value: Any, held: str, _: Schema, path: str) -> Iterator[str]:
        if isinstance(value, str) and not re.search(held, value):
            yield f"{path} pattern"

    def _minimum(self, value: Any, held: int, _: Schema, path: str) -> Iterator[str]:
        if TYPES["number"](value) and value < held:
            yield f"{path} minimum"

    def _maximum(self, value: Any, held: int, _: Schema, path: str) -> Iterator[str]:
        if TYPES["number"](value) and value > held:
            yield f"{path} maximum"

    def _not(self, value: Any, held: Schema, _: Schema, path: str) -> Iterator[str]:
        if not list(self._wrong(value, held, path)):
            yield f"{path} not"

    def _anyOf(  # noqa: N802 - as the keyword is spelt
        self, value: Any, held: list[Schema], _: Schema, path: str
    ) -> Iterator[str]:
        tries = [list(self._wrong(value, schema, path)) for schema in held]
        if all(tries):
            yield from sorted({one for each in tries for one in each})

    def _items(self, value: Any, held: Schema, _: Schema, path: str) -> Iterator[str]:
        for number, item in enumerate(value if isinstance(value, list) else []):
            yield from self._wrong(item, held, f"{path}/{number}")

    def _minItems(  # noqa: N802
        self, value: Any, held: int, _: Schema, path: str
    ) -> Iterator[str]:
        if isinstance(value, list) and len(value) < held:
            yield f"{path} minItems"

    def _maxItems(  # noqa: N802
        self, value: Any, held: int, _: Schema, path: str
    ) -> Iterator[str]:
        if isinstance(value, list) and len(value) > held:
            yield f"{path} maxItems"

    def _uniqueItems(  # noqa: N802
        self, value: Any, _held: bool, _: Schema, path: str
    ) -> Iterator[str]:
        items = value if isinstance(value, list) else []
        if any(item in items[:number] for number, item in enumerate(items)):
            yield f"{path} uniqueItems"

    def _required(
        self, value: Any, held: list[str], _: Schema, path: str
    ) -> Iterator[str]:
        for name in held if isinstance(value, dict) else []:
            if name not in value:
                yield f"{path}/{name} required"

    def _properties(
        self, value: Any, held: dict[str, Schema], _: Schema, path: str
    ) -> Iterator[str]:
        for name, item in value.items() if isinstance(value, dict) else []:
            if name in held:
                yield from self._wrong(item, held[name], f"{path}/{name}")

    def _propertyNames(  # noqa: N802
        self, value: Any, held: Schema, _: Schema, path: str
    ) -> Iterator[str]:
        for name in value if isinstance(value, dict) else []:
            yield from self._wrong(name, held, f"{path}/{name}")

    def _additionalProperties(  # noqa: N802
        self, value: Any, held: Schema | bool, schema: Schema, path: str
    ) -> Iterator[str]:
        declared = schema.get("properties", {})
        for name, item in value.items() if isinstance(value, dict) else []:
            if name in declared:
                continue
            if held is False:
                yield f"{path}/{name} additionalProperties"
            elif isinstance(held, dict):
                yield from self._wrong(item, held, f"{path}/{name}")
