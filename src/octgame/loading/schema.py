"""The JSON Schema of a story's files, made from what the decoder declares.

Editors complete keys and mark misspelt ones by it. It tells form only: what must hold
between entries, and how long a text may be, `octgame check` knows. Its keywords mean
the same in draft 7, which some editors still read, and in 2020-12.
"""

import json
from functools import singledispatch
from typing import Any

from octgame.loading.decoding.acceptances import Acceptable
from octgame.loading.decoding.changes import AddField, SetField
from octgame.loading.decoding.describe import describe
from octgame.loading.decoding.fields import (
    CLAIM_ID,
    DEGREES,
    ID,
    WHOLE,
    Checked,
    ConditionField,
    DateField,
    Degrees,
    Field,
    Flag,
    Id,
    Line,
    OneOf,
    Reference,
    Url,
    Verbatim,
    Whole,
)
from octgame.loading.decoding.kinds import NOUNS, SECTIONS, key_of
from octgame.loading.decoding.kinds_lesson import MINUTES, Minutes, TalkField
from octgame.loading.decoding.kinds_story import STORY
from octgame.loading.decoding.shapes import ACCEPTS, Key, ListOf, Made, MapOf, Record
from octgame.loading.decoding.texts import (
    INSERT,
    PASSAGE,
    ParagraphField,
    Passages,
    ProseField,
    TextField,
)

Schema = dict[str, Any]

TITLE = "A file of an octgame story"

OURS = f'"title": "{TITLE}"'
"""Stands in every schema that octgame ever wrote, and in no other file."""

ANY_TEXT = ["string", "number", "boolean", "null"]
"""What octgame reads as text and YAML may take for something else: 1917, no, null."""

TEXT = {"type": ANY_TEXT, "pattern": r"\S"}


def schema() -> Schema:
    """The schema of one file: any of the sections, each at most once."""
    defs: dict[str, Schema] = {}
    sections = {"story": _of(STORY, defs)} | {
        section: {
            "description": f"Each {NOUNS[section]} by its id.",
            **_of(MapOf(entry, key_of(section)), defs),
        }
        for section, entry in SECTIONS.items()
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": TITLE,
        **_closed(sections),
        "$defs": dict(sorted(defs.items())),
    }


def written() -> str:
    """The schema as the text of a file."""
    return json.dumps(schema(), indent=2) + "\n"


def _closed(properties: dict[str, Schema], required: tuple[str, ...] = ()) -> Schema:
    """A mapping that has these keys and no other."""
    needed = {"required": list(required)} if required else {}
    return {
        "type": "object",
        "properties": properties,
        **needed,
        "additionalProperties": False,
    }


def _whole(pattern: str) -> str:
    """A pattern as a schema takes it: it looks anywhere where it is not tied."""
    return f"^{pattern}$"


@singledispatch
def _of(field: Field[object], _defs: dict[str, Schema]) -> Schema:
    """The schema of a field; each record's own goes into the definitions."""
    raise NotImplementedError(type(field).__name__)


@_of.register(Line)
@_of.register(Verbatim)
@_of.register(ParagraphField)
@_of.register(Passages)
def _text(_field: Field[object], _defs: dict[str, Schema]) -> Schema:
    return TEXT


@_of.register(Url)
def _url(_field: Url, _defs: dict[str, Schema]) -> Schema:
    return {"type": "string", "pattern": "^https?://[!-~]+$"}


@_of.register(Checked)
def _checked(_field: Checked, _defs: dict[str, Schema]) -> Schema:
    return {"type": "string", "pattern": "^(read|excerpt|cited by .+)$"}


@_of.register(Id)
def _id(field: Id, defs: dict[str, Schema]) -> Schema:
    # An id may be a word that YAML knows, as `no`: then it comes as no string, which
    # a pattern lets pass.
    form: Schema = {"type": ANY_TEXT, "pattern": _whole(field.pattern.pattern)}
    if not field.reserved:
        return form
    form["not"] = {"enum": sorted(field.reserved)}
    name = next((name for name, known in defs.items() if known == form), "")
    name = name or f"id_{sum(key.startswith('id_') for key in defs) + 1}"
    defs[name] = form
    return {"$ref": f"#/$defs/{name}"}


@_of.register(Reference)
def _reference(field: Reference, _defs: dict[str, Schema]) -> Schema:
    form = CLAIM_ID if field.section == "claims" else ID
    return {"type": ANY_TEXT, "pattern": _whole(form.pattern)}


@_of.register(OneOf)
def _one_of(field: OneOf, _defs: dict[str, Schema]) -> Schema:
    return {"enum": list(field.words)}


@_of.register(Flag)
def _flag(_field: Flag, _defs: dict[str, Schema]) -> Schema:
    return {"enum": ["yes", "no", "true", "false", True, False]}


@_of.register(Whole)
def _number(field: Whole, _defs: dict[str, Schema]) -> Schema:
    return {
        "type": ["integer", "string"],
        "pattern": _whole(WHOLE.pattern),
        "minimum": field.least,
        "maximum": field.greatest,
    }


@_of.register(Minutes)
def _minutes(_field: Minutes, _defs: dict[str, Schema]) -> Schema:
    form = _whole(MINUTES.pattern)
    return {"type": ["number", "string"], "pattern": form, "minimum": 0}


@_of.register(TalkField)
def _talk(field: TalkField, defs: dict[str, Schema]) -> Schema:
    minutes = _of(field.minutes, defs)
    lengths = {"type": "object", "additionalProperties": minutes}
    return {"anyOf": [minutes, lengths]}


@_of.register(Degrees)
def _degrees(field: Degrees, _defs: dict[str, Schema]) -> Schema:
    return {
        "type": ["number", "string"],
        "pattern": _whole(DEGREES.pattern),
        "minimum": -field.most,
        "maximum": field.most,
    }


@_of.register(DateField)
def _date(_field: DateField, _defs: dict[str, Schema]) -> Schema:
    return {"type": ["string", "integer"], "pattern": "^(about |today|[12][0-9]{3})"}


@_of.register(ConditionField)
def _condition(_field: ConditionField, _defs: dict[str, Schema]) -> Schema:
    return {"type": ["string", "boolean"], "pattern": r"\S"}


@_of.register(SetField)
def _set(_field: SetField, _defs: dict[str, Schema]) -> Schema:
    return {"type": "object", "additionalProperties": TEXT}


@_of.register(AddField)
def _add(_field: AddField, _defs: dict[str, Schema]) -> Schema:
    added = {"type": ["integer", "string"], "pattern": _whole(WHOLE.pattern)}
    return {"type": "object", "additionalProperties": added}


@_of.register(ProseField)
def _prose(_field: ProseField, _defs: dict[str, Schema]) -> Schema:
    return _one_or_many(TEXT)


@_of.register(TextField)
def _passages(_field: TextField, defs: dict[str, Schema]) -> Schema:
    return _one_or_many(TEXT, _of(PASSAGE, defs), _of(INSERT, defs))


def _one_or_many(*forms: Schema) -> Schema:
    item = forms[0] if len(forms) == 1 else {"anyOf": list(forms)}
    return {"anyOf": [*forms, {"type": "array", "items": item}]}


@_of.register(ListOf)
def _list(field: ListOf[object], defs: dict[str, Schema]) -> Schema:
    item = _of(field.item, defs)
    many: Schema = {"type": "array", "items": item}
    if field.size:
        return many | {"minItems": field.size, "maxItems": field.size}
    if field.once:
        many["uniqueItems"] = True
    if field.filled:
        many["minItems"] = 1
    # Where an item is a list itself, its brackets are the list's.
    return many if item.get("type") == "array" else {"anyOf": [item, many]}


@_of.register(MapOf)
def _map(field: MapOf[object], defs: dict[str, Schema]) -> Schema:
    return {
        "type": "object",
        "propertyNames": _of(field.key, defs),
        "additionalProperties": _of(field.item, defs),
    }


@_of.register(Acceptable)
def _acceptable(field: Acceptable, defs: dict[str, Schema]) -> Schema:
    defs["acceptable"] = {"enum": list(field.words)}
    return {"$ref": "#/$defs/acceptable"}


@_of.register(Made)
def _made(field: Made[object, object], defs: dict[str, Schema]) -> Schema:
    return _of(field.field, defs)


@_of.register(Record)
def _record(field: Record[object], defs: dict[str, Schema]) -> Schema:
    name = field.noun.replace(" ", "_")
    if name not in defs:
        defs[name] = {}  # so that one that held itself would end
        keys = {key.name: _key(key, defs) for key in (*field.keys, ACCEPTS)}
        required = tuple(key.name for key in field.keys if key.required)
        defs[name] = _closed(keys, required)
    return {"$ref": f"#/$defs/{name}"}


def _key(key: Key, defs: dict[str, Schema]) -> Schema:
    described = f"{key.doc} {describe(key.type)}"
    return {"description": described, **_of(key.type, defs)}
