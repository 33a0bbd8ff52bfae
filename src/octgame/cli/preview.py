"""`octgame preview`: play a story while it is written."""

import os
import sys
import time
from functools import partial
from typing import TYPE_CHECKING

import click

from octgame.cli.examples import examples
from octgame.cli.speech import say, warn
from octgame.errors import UsageError
from octgame.story.safe import safe_line

if TYPE_CHECKING:
    from octgame.authoring.preview.reading import Reader, Reading

EVERY = 0.2
"""Seconds between two looks at a story that cannot be played yet."""

WORDS = """

\b
--with takes names and values with commas between, and may be given several times:
  nerve=2, counted=yes       variables of the story
  role=red_guard             as whom
  kept=door_key              a card in the box; found=door_key: seen, and not kept
  seen=aurora                a scene left before
  believes=QUESTION:ANSWER   an answer; QUESTION:ANSWER:3 says how sure, 1 to 4"""


@click.command(
    "preview",
    epilog=examples(
        "octgame preview",
        "octgame preview my_story --at the_bridge",
        "octgame preview october --at a3_back_door --with role=red_guard,nerve=2",
        "octgame preview --at debrief --with kept=door_key,seen=aurora",
    )
    + WORDS,
)
@click.argument("story", default="", metavar="[STORY]")
@click.option("--at", default="", metavar="SCENE", help="Begin in this scene.")
@click.option(
    "--with",
    "given",
    multiple=True,
    metavar="NAME=VALUE,…",
    help="What holds at the beginning.",
)
@click.option("--ascii", "ascii_only", is_flag=True, help="No signs beyond ASCII.")
@click.option("--theme", default="", metavar="THEME", help="The interface's colours.")
def command(
    *, story: str, at: str, given: tuple[str, ...], ascii_only: bool, theme: str
) -> int:
    """Play a story while you write it: each save shows at once, where you are in it.

    What is wrong is told with its place, and the page stays until it is mended. No
    play is kept. Without STORY: the story in the folder you stand in, else the
    shipped one.
    """
    from octgame.authoring.preview.bench import Bench  # noqa: PLC0415 - needs YAML
    from octgame.authoring.preview.reading import Reader  # noqa: PLC0415
    from octgame.authoring.preview.rehearsal import Start  # noqa: PLC0415
    from octgame.loading.places import authors_folder  # noqa: PLC0415
    from octgame.plain.letters import is_plain_terminal, letters_only  # noqa: PLC0415

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "a preview needs a terminal", "octgame play --plain plays without one."
        )
    folder = authors_folder(story)
    warn(f"Previewing {safe_line(str(folder))}")
    encoding = sys.stdout.encoding or "utf-8"
    ascii_only = ascii_only or is_plain_terminal(encoding, os.environ)
    spell = partial(letters_only, encoding=encoding) if ascii_only else None
    words = [word.strip() for words in given for word in words.split(",")]
    start = Start(at, tuple(word for word in words if word))
    reader = Reader(folder, spell)
    bench = Bench(reader, _mended(reader), start)
    from octgame.ui.preview.app import run  # noqa: PLC0415 - Textual, once it is needed

    return run(bench, theme, ascii_only=ascii_only)


def _mended(reader: "Reader") -> "Reading":
    """The story, once it can be played; what keeps it from that is told."""
    from octgame.loading.render import render  # noqa: PLC0415
    from octgame.loading.source.listing import signature  # noqa: PLC0415

    while (reading := reader.read()).program is None:
        say("\n\n".join(map(render, reading.errors)))
        warn(
            f"\n{reading.counts}. Save it mended and the preview opens; ctrl+c leaves."
        )
        while signature(reader.folder) == reading.signature:
            time.sleep(EVERY)
        time.sleep(EVERY)  # an editor may empty a file before it writes it
    return reading
