"""Plays that take every choice of a story, through both interfaces and the machine.

    python benchmarks/parity.py [STORY_FOLDER] [--seconds 60]

After every move the page of the play in the terminal interface and in the plain one is
the machine's own, and what each shows holds every paragraph and every offer of it. The
plain game's lines are also put into five old encodings: none fails, no sign is lost.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from octgame.cli.table import laid
from octgame.game.journal import Header
from octgame.game.page import Page
from octgame.game.play import Play
from octgame.game.program import Program
from octgame.game.sourceline import source_line
from octgame.loading.open import open_story
from octgame.loading.places import story_folder
from octgame.plain.letters import fit
from octgame.plain.session import Session
from octgame.saves.shelf import Saves
from octgame.ui import signs

Taken = tuple[str, str]
"""A scene, and the key of one of its choices."""

SENTENCE = "What I saw, in a line."
MOST_MOVES = 200
ENCODINGS = ("ascii", "latin-1", "cp1251", "koi8-r", "cp866")
WIDTH, HEIGHT = 100, 200
"""A terminal so tall that the longest page is whole on it."""


class Parity(NamedTuple):
    """What was compared.

    Attributes:
        plays, moves: How many were played.
        differences: What was not the same, one line each.
    """

    plays: int
    moves: int
    differences: list[str]


def choices_of(program: Program) -> set[Taken]:
    """Every choice that an author wrote."""
    scenes = program.scenes.values()
    return {(scene.id, choice.key) for scene in scenes for choice in scene.choices}


def covering_plays(
    program: Program, seconds: float
) -> tuple[list[list[str]], set[Taken]]:
    """Plays that together take as many choices as can be found in the time.

    Args:
        program: The story.
        seconds: How long to look at most; it ends when nothing is missing.

    Returns:
        The plays, each with a choice that no play before it took; and what they take.
    """
    wanted, taken = choices_of(program), Counter[Taken]()
    plays: list[list[str]] = []
    end = time.perf_counter() + seconds
    seed = 0
    while wanted - taken.keys() and time.perf_counter() < end:
        seed += 1
        moves, took = _one_play(program, Random(seed), taken)
        if set(took) & (wanted - taken.keys()):
            plays.append(moves)
        taken.update(took)
    return plays, wanted & taken.keys()


def _one_play(
    program: Program, dice: Random, taken: Counter[Taken]
) -> tuple[list[str], list[Taken]]:
    """A play that leans to what was seldom taken: its moves and its choices."""
    play = Play(program, Header(program.core.id, program.core.content))
    took: list[Taken] = []
    here = Counter[Taken]()
    while len(play.steps) < MOST_MOVES and not play.page.ended:
        scene = play.page.scene
        there = [
            (o.id, (scene, o.id.partition(":")[0])) for o in play.page.offers if o.open
        ]
        if not there:
            break
        weights = [1 / (1 + taken[key] + 20 * here[key]) for _, key in there]
        move, key = dice.choices(there, weights)[0]
        play.take(move)
        took.append(key)
        here[key] += 1
    return [step.move for step in play.steps], took


def texts_of(program: Program, page: Page) -> Iterator[str]:
    """Everything that a page says, each text with one blank between its words."""
    for block in (*page.before, *page.blocks):
        # A card's lines are laid out by each interface in its own way.
        card = program.cards.get(block.ref) if block.kind == "card" else None
        parts = (card.title, source_line(card)) if card else (block.plain,)
        yield from (" ".join(part.split()) for part in parts)
    for offer in page.offers:
        for text in (
            *(offer.plain, offer.heading, offer.note),
            "" if offer.open else offer.reason,
        ):
            yield " ".join(text.split())


def missing(program: Program, page: Page, shown: str) -> list[str]:
    """What a page says and what was shown does not hold."""
    words = " ".join(shown.replace(signs.THUMB, " ").split())
    return [text for text in texts_of(program, page) if _numberless(text) not in words]


def _numberless(text: str) -> str:
    """How sure one is has its own number, the same as the choice's."""
    return text[3:] if text[:1].isdigit() and text[1:3] == ". " else text


def line_by_line(program: Program, plays: list[list[str]], folder: Path) -> Parity:
    """Play all of them in the plain game, by the numbers that are typed."""
    found, moves = [], 0
    for play in plays:
        saves = Saves(folder, program)
        session = Session(saves.new(), saves, 80)
        engine = Play(program, Header(program.core.id, program.core.content))
        shown = session.opening((), resumed=False)
        for move in play:
            found += _differs("plain", engine, session.play.page, "\n".join(shown))
            found += [
                f"plain, {e}: {line}" for e in ENCODINGS for line in _lost(shown, e)
            ]
            open_now = [offer for offer in engine.page.offers if offer.open]
            at = [offer.id for offer in open_now].index(move)
            shown = session.answer(str(at + 1))
            if open_now[at].writes:
                engine.write(SENTENCE)
                shown = session.answer(SENTENCE)
            engine.take(move)
            moves += 1
        found += _differs("plain", engine, session.play.page, "\n".join(shown))
        saves.leave()
    return Parity(len(plays), moves, found)


def _differs(where: str, engine: Play, page: Page, shown: str) -> list[str]:
    wanted = engine.page
    found = [f"{where}: another page in {wanted.scene}"] if page != wanted else []
    gone = missing(engine.program, wanted, shown)
    return found + [f"{where}: {wanted.scene} does not show {text!r}" for text in gone]


def _lost(lines: list[str], encoding: str) -> list[str]:
    """The lines that lose a sign in an encoding."""
    fitted = [fit(line, encoding).encode(encoding) for line in lines]
    marks = zip(lines, fitted, strict=True)
    return [line for line, data in marks if data.count(b"?") != line.count("?")]


async def on_screen(program: Program, plays: list[list[str]], folder: Path) -> Parity:
    """Play all of them in the terminal interface, by its keys."""
    from octgame.ui.game_app import GameApp  # noqa: PLC0415 - Textual, for this alone
    from octgame.ui.play_screen import PlayScreen  # noqa: PLC0415

    found, moves = [], 0
    for play in plays:
        saves = Saves(folder, program)
        engine = Play(program, Header(program.core.id, program.core.content))
        app = GameApp(laid(program, saves.new(), saves, (), "", resume=False))
        async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
            await pilot.pause()
            screen = app.screen
            if not isinstance(screen, PlayScreen):
                raise TypeError(screen)
            for move in [*play, ""]:
                strips = screen._compositor.render_strips()
                shown = "\n".join(strip.text for strip in strips)
                found += _differs("screen", engine, screen.desk.page, shown)
                if not move:
                    break
                open_now = [offer for offer in engine.page.offers if offer.open]
                at = [offer.id for offer in open_now].index(move)
                if at < 10:
                    await pilot.press("1234567890"[at])
                else:
                    await screen.go(f"take:{move}")
                await pilot.pause()
                if open_now[at].writes:
                    engine.write(SENTENCE)
                    await pilot.press(*("space" if s == " " else s for s in SENTENCE))
                    await pilot.press("enter")
                    await pilot.pause()
                engine.take(move)
                moves += 1
        saves.leave()
    return Parity(len(plays), moves, found)


def main() -> None:
    """Play, compare and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("story", nargs="?", default="")
    parser.add_argument("--seconds", type=float, default=60)
    options = parser.parse_args()
    program = open_story(story_folder(options.story))
    plays, taken = covering_plays(program, options.seconds)
    wanted = choices_of(program)
    for scene, key in sorted(wanted - taken):
        print(f"never taken: {scene}, {key}")
    with tempfile.TemporaryDirectory() as folder:
        results = [
            line_by_line(program, plays, Path(folder) / "plain"),
            asyncio.run(on_screen(program, plays, Path(folder) / "screen")),
        ]
    for name, result in zip(("plain", "screen"), results, strict=True):
        for difference in result.differences[:20]:
            print(difference)
        print(
            f"{name}: {result.plays} plays, {result.moves} moves, "
            f"{len(result.differences)} differences"
        )
    print(f"choices taken: {len(taken)}/{len(wanted)}")
    sys.exit(1 if wanted - taken or any(r.differences for r in results) else 0)


if __name__ == "__main__":
    main()
