"""What a field's value looks like, in words: for the reference and for editors."""

from functools import singledispatch

from octgame.loading.decoding.fields import (
    CLAIM_ID,
    DateField,
    Field,
    Id,
    Line,
    OneOf,
    Reference,
    Whole,
)
from octgame.loading.decoding.kinds import NOUNS
from octgame.loading.decoding.shapes import ListOf, Made, MapOf, Record
from octgame.loading.decoding.texts import ParagraphField, ProseField


@singledispatch
def describe(field: Field[object]) -> str:
    """One sentence on the values of a field."""
    return field.doc


def said(sentence: str) -> str:
    """A sentence as a part of another: no capital, no full stop."""
    return (sentence[0].lower() + sentence[1:]).removesuffix(".")


def with_article(noun: str) -> str:
    """“an act”, “a card”."""
    return f"an {noun}" if noun[0] in "aeio" else f"a {noun}"


@describe.register(Line)
def _line(_field: Line) -> str:
    return "One line of text."


@describe.register(DateField)
def _date(field: DateField) -> str:
    return f"A date: {field.doc}"


@describe.register(Id)
def _id(field: Id) -> str:
    if field.pattern is CLAIM_ID:
        return "A capital letter and one to four digits."
    return field.doc


@describe.register(Reference)
def _reference(field: Reference) -> str:
    words = "".join(f", or `{word}`" for word in field.words)
    return f"The id of {with_article(NOUNS[field.section])}{words}."


@describe.register(OneOf)
def _one_of(field: OneOf) -> str:
    words = ", ".join(f"`{word}`" for word in field.words)
    return f"One of {words}." if len(field.words) > 1 else f"{words}, nothing else."


@describe.register(Whole)
def _whole(field: Whole) -> str:
    return f"A whole number from {field.least} to {field.greatest}."


@describe.register(ParagraphField)
def _paragraph(field: ParagraphField) -> str:
    return (
        f"One paragraph of at most {field.words} words, with `*emphasis*` and "
        "`[links](id)`."
    )


@describe.register(ProseField)
def _prose(field: ProseField) -> str:
    limit = "in all" if field.whole else "each"
    return f"One paragraph or several, of at most {field.words} words {limit}."


@describe.register(ListOf)
def _list(field: ListOf[object]) -> str:
    each = said(describe(field.item))
    if field.size:
        return f"{field.size} values in brackets, each {each}."
    # Where an item has brackets of its own, one alone would be taken for the list.
    if isinstance(field.item, (ListOf, Made)):
        return f"A list, each item {each}."
    return f"A list, each item {each}; one alone needs no brackets."


@describe.register(MapOf)
def _map(field: MapOf[object]) -> str:
    name = "an id" if isinstance(field.key, Id) else said(describe(field.key))
    return f"A mapping: {name}, and for each {said(describe(field.item))}."


@describe.register(Made)
def _made(field: Made[object, object]) -> str:
    return describe(field.field)


@describe.register(Record)
def _record(field: Record[object]) -> str:
    return f"{field.noun}."
