"""The same plays by the game and by an ink runtime, page by page."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

import inkcpp_py

from octgame.game.compile import compile_story
from octgame.game.offers import LEAVE
from octgame.game.page import Block, Offer, Page
from octgame.game.paging import page
from octgame.game.program import Program
from octgame.game.step import begin, step
from octgame.story.model import Story
from octgame.story.prose import Paragraph, Span
from octgame.story.scenes import Insert, Passage, Text
from oracle.ink import ink

COMPILER = Path(__file__).parent / "node_modules/inkjs/bin/inkjs-compiler.js"
"""Ink source to ink's own JSON, which the runtime reads; `npm ci` lays it there."""

ASIDE = 0.06
"""How often a card is put out, or one steps back, where that is possible.

Every second play does neither and keeps every card, so that the box is soon full.
"""


class Shown(NamedTuple):
    """A page as both sides have it: its lines, and the moves that are open."""

    lines: list[str]
    moves: list[str]


class Turn(NamedTuple):
    """A page of the game, and what each side shows of it."""

    page: Page
    game: Shown
    ink: Shown


class Oracle(NamedTuple):
    """A story for both sides."""

    program: Program
    ink: inkcpp_py.Story


def oracle(story: Story, folder: Path) -> Oracle:
    """Make a story ready for both sides.

    Args:
        story: What its author wrote.
        folder: Where ink's files are put.
    """
    story = _without_inserts(story)
    source, json, binary = (folder / f"story.{end}" for end in ("ink", "json", "bin"))
    source.write_text(ink(story), encoding="utf-8")
    subprocess.run(["node", COMPILER, source, "-o", json], check=True)
    inkcpp_py.compile_json(str(json), str(binary))
    return Oracle(compile_story(story), inkcpp_py.Story.from_file(str(binary)))


def play(both: Oracle, role: str, seed: int, most: int = 400) -> Iterator[Turn]:
    """Play once by dice, to the end of the story or of the moves.

    Args:
        both: The story.
        role: The witness; a choice that would set another role is not taken.
        seed: Of the dice.
        most: How many moves a play has at most.

    Raises:
        StoryError: The story leads nowhere from here, or loops by itself.
    """
    program, dice = both.program, Random(f"{role} {seed}")
    state, runner = begin(program).state, both.ink.new_runner()
    keeps = seed % 2 == 1
    for _ in range(most):
        shown = page(program, state)
        yield Turn(shown, _of_game(shown), _of_ink(runner))
        if shown.ended:
            return
        moves = [*_open(shown), *shown.aside]
        at = dice.choice(_allowed(program, shown, role, keeps=keeps))
        if shown.aside and not keeps and dice.random() < ASIDE:
            at = dice.randrange(len(moves) - len(shown.aside), len(moves))
        state = step(program, state, moves[at].id).state
        runner.choose(at)


def _allowed(program: Program, shown: Page, role: str, *, keeps: bool) -> list[int]:
    """The open moves that this player may take, those beside the story left out."""
    wanted = (-1, program.core.roles.index(role))
    sets = {choice.key: choice.role for choice in program.scenes[shown.scene].choices}
    return [
        at
        for at, offer in enumerate(_open(shown))
        if sets.get(offer.id, -1) in wanted
        and not (keeps and offer.id.startswith(LEAVE))
    ]


def _of_game(shown: Page) -> Shown:
    lines = [f"{shown.title} ({shown.role})"]
    lines += [_line(block) for block in (*shown.before, *shown.blocks)]
    lines += [f"prompt: {shown.prompt}"] if shown.prompt else []
    lines += [
        f"closed: {_said(offer)} ({offer.reason})"
        for offer in shown.offers
        if not offer.open
    ]
    return Shown(lines, [_said(offer) for offer in (*_open(shown), *shown.aside)])


def _of_ink(runner: inkcpp_py.Runner) -> Shown:
    lines = [line.strip() for line in runner.getall().split("\n")]
    return Shown([line for line in lines if line], [c.text() for c in runner])


def _open(shown: Page) -> list[Offer]:
    return [offer for offer in shown.offers if offer.open]


def _line(block: Block) -> str:
    return f"{block.kind}: {block.plain}"


def _said(offer: Offer) -> str:
    heading = f"{offer.heading} " if offer.heading else ""
    return f"{offer.id}: {heading}{offer.plain}"


def _without_inserts(story: Story) -> Story:
    """The story with a marker in place of each block that the debrief composes."""
    scenes = {
        key: scene._replace(
            text=_marked(scene.text),
            choices=tuple(c._replace(then=_marked(c.then)) for c in scene.choices),
        )
        for key, scene in story.scenes.items()
    }
    return story._replace(scenes=scenes)


def _marked(text: Text) -> Text:
    return tuple(
        Passage(Paragraph((Span(f"[{part.show}]"),)), part.condition)
        if isinstance(part, Insert)
        else part
        for part in text
    )
