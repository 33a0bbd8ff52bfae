"""Cards to hold up in a vote: A to D on one sheet, and more where a vote has more."""

from collections.abc import Iterator, Sequence

from octgame.pages.markup import Markup, joined, tag
from octgame.pages.prints.paper import Print
from octgame.pages.prints.stages import Stage

LETTERS = "ABCDEF"
ON_A_SHEET = 4


def hand_cards(plan: Sequence[Stage]) -> Print:
    """As many letters as the lesson's longest vote has options."""
    most = max((len(p.options) for stage in plan for p in stage.polls), default=2)
    letters = LETTERS[:most]
    copies = "a set for each pupil, or for each group; cut along the dashes."
    rest = letters[ON_A_SHEET:]
    if rest:
        sets = ON_A_SHEET // len(rest)
        copies += f" The second sheet holds {sets} sets of {rest[0]} to {rest[-1]}."
    heading = tag("h1", "Cards for voting", class_="screen")
    return Print(
        "Cards for voting", copies, joined([heading, *_sheets(letters)]), numbered=False
    )


def _sheets(letters: str) -> Iterator[Markup]:
    """Sheets of four; one that is not full repeats its letters."""
    for at in range(0, len(letters), ON_A_SHEET):
        some = letters[at : at + ON_A_SHEET]
        again = some * (ON_A_SHEET // len(some))
        cards = [_card(letter) for letter in again.ljust(ON_A_SHEET)]
        yield tag("section", *cards, class_="sheet two-by-two")


def _card(letter: str) -> Markup:
    if letter == " ":
        return tag("div")
    return tag("div", tag("p", letter), class_="cut hand")
