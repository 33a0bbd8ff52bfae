"""Previously: where a play stands, in a few lines, for a player who comes back."""

from collections.abc import Iterator

from octgame.game import phrases
from octgame.game.page import Block
from octgame.game.paging import page
from octgame.game.play import Play
from octgame.game.program import ChoiceCode, Program
from octgame.story.prose import Span

LATEST = 3
"""How many choices are recalled."""


def previously(play: Play) -> tuple[Block, ...]:
    """Who you are, your last choices, and how full the box is; empty at the start."""
    if not play.steps:
        return ()
    program, state = play.program, play.state
    role = program.core.roles[state.role]
    rows = []
    if role in program.roles:
        rows.append(f"You are: {program.roles[role].name}.")
    rows += [f"{title}: {text}" for title, text in _chosen(play)[-LATEST:]]
    cards = "card" if len(state.box) == 1 else "cards"
    rows.append(f"In the box: {len(state.box)} {cards}.")
    heading = Block("heading", (Span("Previously"),))
    return (heading, *(Block("line", (Span(row),)) for row in rows))


def paragraphs(play: Play) -> Iterator[str]:
    """Every block that the pages of a play showed, as plain text."""
    stood = [play.begun.state, *(step.state for step in play.steps)]
    for taken, state in enumerate(stood):
        shown = page(play.program, state, play.steps[:taken])
        yield from (block.plain for block in (*shown.before, *shown.blocks))


def _chosen(play: Play) -> list[tuple[str, str]]:
    """(scene's title, choice's text) of the author's choices taken."""
    chosen = []
    for step in play.steps:
        scene = play.program.scenes[step.scene]
        chosen += [
            (scene.title, said(play.program, choice, step.item))
            for choice in scene.choices
            if step.key in (choice.key, *choice.was)
        ]
    return chosen


def said(program: Program, choice: ChoiceCode, item: str) -> str:
    """What was chosen: the answer, where the choice was what to believe."""
    if choice.believes >= 0:
        return program.questions.nth(choice.believes).answers.get(item, "")
    card = program.cards.get(item)
    return phrases.with_title(choice.paragraph.plain, card.title if card else "")
