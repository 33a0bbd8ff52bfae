"""A long story of scenes of about 2 KB, as YAML and as ink.

What ten scenes set only they read, or others a thousand scenes later; but for one
number that the whole story raises and lowers. Every scene, choice and paragraph is met
by some play, so nothing is wrong.

Usage: python benchmarks/long_story.py FOLDER [SCENES] [SEED]
"""

import sys
from pathlib import Path
from random import Random
from typing import NamedTuple

HOUR, ACT, A_FILE = 10, 100, 50
"""Scenes that share their flags, that make an act, that stand in a file."""

HOURS = 100
"""After so many the flags are used again, or there would be too many for a file."""

SPOKEN = (
    "the a of stove clock bridge rain paper door soldier lamp bread window queue stairs"
    " whistle tram square boots ink letter river smoke voice guard bell hand cold night"
    " stands waits turns holds says reads runs lifts counts keeps across under behind"
    " before slowly again still almost nobody somebody everyone"
)
WORDS = SPOKEN.split()

STORY = """story:
  id: long
  title: A long story
  about: Made up by dice.
  calendar: old_style
  start: scene_0
  schools:
    a: {{name: A, short: AAA, about: A.}}
    b: {{name: B, short: BBB, about: B.}}
  roles: {{somebody: {{name: Somebody, about: One.}}}}
  acts:
{acts}
  variables:
    nerve: {{type: number, start: 3, min: 0, max: 7}}
{flags}
"""


class Choice(NamedTuple):
    """A choice; `condition` holds names of flags, or is about nerve; "" for none."""

    key: str
    text: str
    then: str
    to: int
    condition: str = ""
    flag: str = ""
    nerve: int = 0


class Scene(NamedTuple):
    """A scene with three paragraphs, of which the last may have a condition."""

    number: int
    text: tuple[str, str, str]
    condition: str
    choices: tuple[Choice, ...]


def scenes(count: int, seed: int = 1) -> list[Scene]:
    """So many scenes, made up by dice; the last one ends the story."""
    dice = Random(seed)
    return [_scene(dice, number, count) for number in range(count)]


def _scene(dice: Random, number: int, count: int) -> Scene:
    hour, at = divmod(number, HOUR)
    own = f"flag_{hour % HOURS}"
    flags = [f"{own}_{before}" for before in range(at)]
    last = flags[-1] if flags else "nerve >= 3" if number else ""
    text = (_words(dice, 44), _words(dice, 44), _words(dice, 40))
    if number == count - 1:
        return Scene(number, text, last, ())
    choices = [
        Choice("go_on", _words(dice, 9), _words(dice, 36), number + 1),
        Choice(
            "slip_past",
            _words(dice, 9),
            _words(dice, 36),
            min(number + 2, (hour + 1) * HOUR, count - 1),
            _condition(dice, flags) if number else "",
            nerve=dice.choice((-1, 1)),
        ),
    ]
    if at + 1 < HOUR:
        does = Choice("take_part", _words(dice, 9), _words(dice, 36), number + 1)
        choices.append(does._replace(flag=f"{own}_{at}"))
    return Scene(number, text, last, tuple(choices))


def _condition(dice: Random, flags: list[str]) -> str:
    """Of what a play may have done before in this act."""
    terms = dice.sample(flags, min(len(flags), dice.randint(1, 2)))
    return dice.choice((" and ", " or ")).join(terms) or "nerve >= 2"


def _words(dice: Random, count: int) -> str:
    return " ".join(dice.choices(WORDS, k=count)).capitalize() + "."


def write(folder: Path, count: int, seed: int = 1) -> None:
    """Write the story as YAML, so many scenes in files of fifty."""
    folder.mkdir(parents=True, exist_ok=True)
    made = scenes(count, seed)
    acts = (
        f"    act_{at // ACT}: {{title: Act, scenes: "
        f"[{', '.join(f'scene_{n}' for n in range(at, min(at + ACT, count)))}]}}"
        for at in range(0, count, ACT)
    )
    flags = (f"    {flag}: {{type: flag, start: no}}" for flag in _flags(made))
    story = STORY.format(acts="\n".join(acts), flags="\n".join(flags))
    (folder / "story.yaml").write_text(story, "utf-8")
    for at in range(0, count, A_FILE):
        text = "".join(map(_as_yaml, made[at : at + A_FILE]))
        name = f"scenes_{at // A_FILE:04}.yaml"
        (folder / name).write_text(f"scenes:\n{text}", "utf-8")


def _flags(made: list[Scene]) -> list[str]:
    read = " ".join(
        one.condition for scene in made for one in (scene, *scene.choices)
    ).split()
    return sorted({name for name in read if name.startswith("flag")})


def _as_yaml(scene: Scene) -> str:
    first, second, third = scene.text
    condition = f"if: {scene.condition}, " if scene.condition else ""
    lines = [
        f"  scene_{scene.number}:",
        f"    title: Scene {scene.number}",
        "    text:",
        f"      - {first}",
        f"      - {second}",
        f"      - {{{condition}text: {third}}}" if condition else f"      - {third}",
        "    choices:" if scene.choices else "    ending: yes",
    ]
    for choice in scene.choices:
        lines += [f"      {choice.key}:", f"        text: {choice.text}"]
        if choice.condition:
            lines += [f"        if: {choice.condition}", "        else: Not yet."]
        lines.append(f"        then: {choice.then}")
        if choice.flag:
            lines.append(f"        set: {{{choice.flag}: yes}}")
        if choice.nerve:
            lines.append(f"        add: {{nerve: {choice.nerve}}}")
        lines.append(f"        to: scene_{choice.to}")
    return "\n".join(lines) + "\n"


def ink(count: int, seed: int = 1) -> str:
    """The same story as ink."""
    made = scenes(count, seed)
    flags = [f"VAR {flag} = false" for flag in _flags(made)]
    return "\n".join(["VAR nerve = 3", *flags, "-> scene_0", *map(_as_ink, made)])


def _as_ink(scene: Scene) -> str:
    first, second, third = scene.text
    told = f"{{{scene.condition}: {third}}}" if scene.condition else third
    lines = [f"=== scene_{scene.number} ===", first, second, told]
    for choice in scene.choices:
        when = f"{{{choice.condition}}} " if choice.condition else ""
        lines += [f"+ {when}[{choice.text}]", f"  {choice.then}"]
        if choice.flag:
            lines.append(f"  ~ {choice.flag} = true")
        if choice.nerve:
            lines.append(f"  ~ nerve = MAX(0, MIN(7, nerve + {choice.nerve}))")
        lines.append(f"  -> scene_{choice.to}")
    return "\n".join([*lines, *([] if scene.choices else ["-> END"])])


if __name__ == "__main__":
    wanted = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    write(Path(sys.argv[1]), wanted, int(sys.argv[3]) if len(sys.argv) > 3 else 1)
