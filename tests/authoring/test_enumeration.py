"""What check tells of a story is what plain enumeration of its plays finds."""

from hypothesis import assume, given
from hypothesis import strategies as st

from authoring.enumerated import Enumerated, enumerated
from generated import VARIABLES, scenes_of
from octgame.authoring.check import findings
from octgame.authoring.enclosing import Enclosing
from octgame.game.compile import compile_story
from octgame.game.program import Program
from octgame.loading.load import Loaded
from small import small_story

Told = set[tuple[str, ...]]
"""(code, scene) or (code, scene, choice)."""

SCENES = {"unreachable-scene": "unreached-scene"}
"""Told by another code where not even a link leads there."""

CHOICES = ("unreached-choice", "never-closed")

SETTLED = ("never-true", "always-true")
"""Told in the stead of what follows from it."""


def told(loaded: Loaded) -> Told:
    """What check tells of scenes and choices, with the conditions that are settled."""
    enclosing = Enclosing(loaded.nodes)
    found: Told = set()
    for one in findings(loaded):
        code, path = SCENES.get(one.code, one.code), enclosing.path(one.at)
        if code in SETTLED and path[-1] == "if":
            path = path[:-1]  # of what stands on the condition
        elif code in CHOICES:
            path = path[:4]
        if path[0] == "scenes" and len(path) in (2, 4):
            found.add((code, *path[1::2]))
    return found


def expected(program: Program, plain: Enumerated) -> Told:
    """What should be told of scenes and choices, by enumeration alone."""
    found: Told = set()
    for at, (scene, code) in enumerate(program.scenes.items()):
        if ("scene", at, -1, -1) not in plain.met:
            found.add(("unreached-scene", scene))
            continue
        if ("dead", at, -1, -1) in plain.met:
            found.add(("dead-end", scene))
        for index, choice in enumerate(code.choices):
            if ("choice", at, index, -1) not in plain.met:
                found.add(("unreached-choice", scene, choice.key))
                continue
            closes = bool(choice.condition) and not choice.each
            if closes and ("closed", at, index, -1) not in plain.met:
                found.add(("never-closed", scene, choice.key))
    return found


@given(st.integers(0, 5000), st.integers(2, 5))
def test_check_tells_what_enumeration_finds(seed: int, scenes: int) -> None:
    """Scenes never come to, choices never offered or never closed, dead ends."""
    loaded = small_story(scenes_of(seed, scenes, dead_ends=True), variables=VARIABLES)
    assert loaded.story is not None
    program = compile_story(loaded.story)
    plain = enumerated(program)
    assume(not plain.broken)
    every = told(loaded)
    assume(not any(code == "not-proved" for code, *_ in every))
    wanted = {"unreached-scene", "dead-end", *CHOICES}
    settled = {tuple(where) for code, *where in every if code in SETTLED}
    right = {one for one in expected(program, plain) if one[1:] not in settled}
    assert {one for one in every if one[0] in wanted} == right


def test_the_stories_of_the_dice_have_every_fault() -> None:
    """So that there is something to find, and something not to."""
    codes = set()
    for seed in range(30):
        loaded = small_story(scenes_of(seed, 4, dead_ends=True), variables=VARIABLES)
        codes |= {code for code, *_ in told(loaded)}
    assert codes >= {"unreached-scene", "dead-end", "trap", *CHOICES}
