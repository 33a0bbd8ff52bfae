"""The box of nine as ink: a variable for each place, and what is done with them."""

from collections.abc import Iterator

from octgame.story.frame import BOX_PLACES
from oracle.words import where

PLACES = range(1, BOX_PLACES + 1)


def box() -> Iterator[str]:
    """The box's variables, functions and moves, line by line."""
    for place in PLACES:
        yield f'VAR box_{place} = ""'
        yield f'VAR title_{place} = ""'
    yield from _kept()
    yield from _put_in()
    yield from _take_out()
    yield from _put_out()
    yield from _asides()


def _kept() -> Iterator[str]:
    yield "=== function kept(card)"
    yield f"~ return {' or '.join(f'box_{place} == card' for place in PLACES)}"


def _put_in() -> Iterator[str]:
    yield "=== function put_in(card, title)"
    yield "{"
    for place in PLACES:
        yield f'- box_{place} == "":'
        yield f"    ~ box_{place} = card"
        yield f"    ~ title_{place} = title"
    yield "}"


def _take_out() -> Iterator[str]:
    """From the card's place on, each place takes what lies in the next one."""
    yield "=== function take_out(card)"
    yield "~ temp gone = 0"
    for place in PLACES:
        last = place == BOX_PLACES
        yield from where(f"box_{place} == card", "~ gone = 1")
        moved = [
            f"~ {name}_{place} = " + ('""' if last else f"{name}_{place + 1}")
            for name in ("box", "title")
        ]
        yield from where("gone", *moved)


def _put_out() -> Iterator[str]:
    yield "=== put_out(card, title)"
    yield "-> heading ->"
    yield "-> before ->"
    yield "-> shown ->"
    yield "prompt: The box holds nine. What goes out to make room?"
    for place in PLACES:
        yield f"+ [_out\\:{{box_{place}}}: {{title_{place}}}]"
        yield f"    ~ went_out = title_{place}"
        yield f"    ~ take_out(box_{place})"
        yield "    ~ put_in(card, title)"
    yield "+ [_out\\:{card}: {title}]"
    yield "- ->->"


def _asides() -> Iterator[str]:
    """The moves beside the story, woven into the choices of every scene."""
    yield "=== asides(-> again)"
    for place in PLACES:
        said = f"_put_out\\:{{box_{place}}}: Put out: {{title_{place}}}"
        yield f'+ {{box_{place} != ""}} [{said}]'
        yield f"    ~ take_out(box_{place})"
        yield "    -> again"
    yield "- -> DONE"
