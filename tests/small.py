"""Stories of a few lines, with the cards, facts and question of the small one."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from textwrap import dedent, indent

from octgame.game.compile import compile_story
from octgame.game.journal import Header
from octgame.game.page import Block, Page
from octgame.game.play import Keep, Play
from octgame.game.program import Program
from octgame.loading.load import Loaded, load_files

_MINI = Path(__file__).parent / "stories" / "mini"
VARIABLES = """
nerve: {type: number, start: 2, min: 0, max: 4}
brave: {type: flag, start: no}
word: {type: word, start: none_yet, words: [none_yet, coup, rising]}
"""
END = "\nend: {title: The End, text: That is all., ending: yes}\n"


def small_files(
    scenes: str, acts: Sequence[str] = (), variables: str = VARIABLES
) -> dict[str, bytes]:
    """The files of a story that starts at its first scene.

    Args:
        scenes: The scenes, in YAML; an ending `end` is added where there is none.
        acts: Scene ids with blanks between, one act a text; by default one act has
            them all, in the order written.
        variables: The variables, in YAML.
    """
    scenes, variables = dedent(scenes), dedent(variables)
    if "ending: yes" not in scenes:
        scenes += END
    ids = re.findall(r"^(\w+):", scenes, re.MULTILINE)
    listed = [act.split() for act in acts] or [ids]
    story = {
        "id": "small",
        "title": "Small",
        "about": "A few lines.",
        "calendar": "old_style",
        "start": ids[0],
        "schools": "{chronicle: {name: Chroniclers, short: CHR, about: They wrote.},"
        " ledger: {name: Ledger, short: LED, about: They counted.}}",
        "roles": "{keeper: {name: The keeper, about: A gate.},"
        " carter: {name: The carter, about: A cart.}}",
        "acts": "{"
        + ", ".join(
            f"act{number}: {{title: Act, scenes: [{', '.join(act)}]}}"
            for number, act in enumerate(listed, start=1)
        )
        + "}",
    }
    text = "story:\n" + "".join(f"  {key}: {value}\n" for key, value in story.items())
    if variables:
        text += "  variables:\n" + indent(variables, "    ")
    return {
        "story.yaml": text.encode(),
        "scenes.yaml": ("scenes:\n" + indent(scenes, "  ")).encode(),
        "cards.yaml": (_MINI / "cards.yaml").read_bytes(),
        "evidence.yaml": (_MINI / "evidence.yaml").read_bytes(),
    }


def small_story(
    scenes: str, acts: Sequence[str] = (), variables: str = VARIABLES
) -> Loaded:
    """A story of a few lines as it is read; its author made no error."""
    loaded = load_files(small_files(scenes, acts, variables))
    assert not loaded.diagnostics.errors, loaded.diagnostics.errors
    return loaded


@cache
def small(
    scenes: str, acts: tuple[str, ...] = (), variables: str = VARIABLES
) -> Program:
    """A story of a few lines, compiled."""
    loaded = small_story(scenes, acts, variables)
    assert loaded.story is not None
    return compile_story(loaded.story, loaded.content)


def begun(
    program: Program,
    *moves: str,
    role: str = "",
    chapter: str = "",
    box: tuple[str, ...] = (),
    keep: Keep | None = None,
) -> Play:
    """A play of a story, after some moves."""
    core = program.core
    header = Header(core.id, core.content, role=role, chapter=chapter, box=box)
    play = Play(program, header, keep)
    for move in moves:
        play.take(move)
    return play


def offered(page: Page) -> list[str]:
    """The ids of the open moves."""
    return [offer.id for offer in page.offers if offer.open]


def texts(blocks: Sequence[Block]) -> list[str]:
    """What blocks say."""
    return [block.plain for block in blocks]
