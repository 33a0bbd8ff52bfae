"""Five hundred random edits of a story, each met by a random play from before it."""

import json
import re
from collections.abc import Callable
from copy import deepcopy
from random import Random
from typing import Any

import pytest
import yaml

from mini import MINI, mini_program, wander
from mini import begun as mini
from octgame.errors import ChoiceError, StoryError
from octgame.game import journal
from octgame.game.compile import compile_story
from octgame.game.program import Program
from octgame.game.replay import replay
from octgame.loading.load import load_files
from small import offered

Files = dict[str, Any]
FILES: Files = {
    path.name: yaml.load(path.read_bytes(), yaml.BaseLoader) for path in MINI.iterdir()
}
CONDITIONS = (
    "nerve >= 3",
    "not counted",
    "kept(pay_list)",
    "seen(reading_room)",
    "role == keeper",
    "believes(was_it_seized) == seized",
)
EDITS_A_SEED = 25


def _scenes(files: Files) -> dict[str, Any]:
    scenes: dict[str, Any] = files["scenes.yaml"]["scenes"]
    return scenes


def _any_choices(files: Files, dice: Random) -> dict[str, Any]:
    """The choices of some scene."""
    with_choices = [s["choices"] for s in _scenes(files).values() if s.get("choices")]
    choices: dict[str, Any] = dice.choice(with_choices)
    return choices


def _without(files: Files, name: str) -> Files:
    """The files without a name: nobody refers to it, nothing depends on it."""
    return {file: _forget(tree, name) for file, tree in files.items()}


def _forget(tree: Any, name: str) -> Any:
    if isinstance(tree, dict):
        kept = {k: _forget(v, name) for k, v in tree.items() if k != name}
        return {k: v for k, v in kept.items() if not _names(k, v, name)}
    if isinstance(tree, list):
        kept_items = [_forget(item, name) for item in tree if item != name]
        return [item for item in kept_items if item not in ({}, [])]
    return tree


def _names(key: str, value: Any, name: str) -> bool:
    """Whether a field is a reference to a name, or was one and is empty now."""
    if value in ({}, []):
        return True
    referring = key in ("to", "card", "right", "hardest", "where", "if", "else")
    return referring and re.search(rf"\b{name}\b", str(value)) is not None


def _renamed(tree: Any, old: str, new: str) -> Any:
    if isinstance(tree, dict):
        return {_renamed(k, old, new): _renamed(v, old, new) for k, v in tree.items()}
    if isinstance(tree, list):
        return [_renamed(item, old, new) for item in tree]
    return re.sub(rf"\b{old}\b", new, tree)


def delete_scene(files: Files, dice: Random) -> Files:
    """A scene is gone, and with it what led to it."""
    return _without(files, dice.choice(list(_scenes(files))[1:-1]))


def rename_scene(files: Files, dice: Random) -> Files:
    """Everything leads to its new id."""
    old = dice.choice(list(_scenes(files)))
    return {file: _renamed(tree, old, "renamed") for file, tree in files.items()}


def add_scene(files: Files, dice: Random) -> Files:
    """A new scene at the head of some act."""
    _scenes(files)["new_scene"] = {
        "title": "New",
        "text": "Something new.",
        "choices": {"go_on": {"text": "Go on."}},
    }
    acts = list(files["story.yaml"]["story"]["acts"].values())
    dice.choice(acts)["scenes"].insert(dice.randrange(2), "new_scene")
    return files


def delete_choice(files: Files, dice: Random) -> Files:
    """A choice is gone."""
    choices = _any_choices(files, dice)
    del choices[dice.choice(list(choices))]
    return files


def rename_choice(files: Files, dice: Random) -> Files:
    """A choice has another key; its author may have remembered the older one."""
    choices = _any_choices(files, dice)
    old = dice.choice(list(choices))
    changed = choices.pop(old)
    if dice.random() < 0.5:
        changed["was"] = [*changed.get("was", ()), old]
    choices["renamed"] = changed
    return files


def add_choice(files: Files, dice: Random) -> Files:
    """One more thing to do."""
    _any_choices(files, dice)["more"] = {"text": "More.", "add": {"nerve": "1"}}
    return files


def delete_card(files: Files, dice: Random) -> Files:
    """A card is gone; nobody finds it."""
    return _without(files, dice.choice(list(files["cards.yaml"]["cards"])))


def delete_variable(files: Files, dice: Random) -> Files:
    """A variable is gone; what depended on it is free."""
    variables = files["story.yaml"]["story"]["variables"]
    return _without(files, dice.choice(list(variables)))


def change_condition(files: Files, dice: Random) -> Files:
    """A choice is open at other times."""
    choices = _any_choices(files, dice)
    choices[dice.choice(list(choices))]["if"] = dice.choice(CONDITIONS)
    return files


def change_target(files: Files, dice: Random) -> Files:
    """A choice leads elsewhere."""
    choices = _any_choices(files, dice)
    targets = [*_scenes(files), "next", "here"]
    choices[dice.choice(list(choices))]["to"] = dice.choice(targets)
    return files


def change_start(files: Files, dice: Random) -> Files:
    """The story begins elsewhere."""
    files["story.yaml"]["story"]["start"] = dice.choice(list(_scenes(files)))
    return files


EDITS: tuple[Callable[[Files, Random], Files], ...] = (
    delete_scene,
    rename_scene,
    add_scene,
    delete_choice,
    rename_choice,
    add_choice,
    delete_card,
    delete_variable,
    change_condition,
    change_target,
    change_start,
)


def _edited(dice: Random) -> Program | None:
    """The small story after one to three edits, or None where reading refuses it."""
    files = deepcopy(FILES)
    for edit in dice.choices(EDITS, k=dice.randint(1, 3)):
        try:
            files = edit(files, dice)
        except IndexError:  # an edit before left nothing to choose from
            return None
    as_json = {k: json.dumps(v, indent=0).encode() for k, v in files.items()}
    story = load_files(as_json).story  # JSON is YAML, and fast to write
    return compile_story(story) if story is not None else None


@pytest.mark.parametrize("seed", range(20))
def test_any_journal_meets_any_edit_without_an_exception(seed: int) -> None:
    """A real scene, a notice where lines are parked, and the play goes on."""
    read = 0
    for number in range(seed * EDITS_A_SEED, (seed + 1) * EDITS_A_SEED):
        dice = Random(number)
        program = _edited(dice)
        if program is None:
            continue
        read += 1
        play = mini()
        wander(play, dice.randint(1, 40), number)
        for _ in range(dice.randint(0, 3)):
            dice.choice((play.undo, play.redo))()
        play.write("A line.")
        back = replay(program, journal.read("\n".join(play.text)))
        stands = back.play
        assert stands.page.scene in program.scenes
        assert bool(back.parked) == any("kept aside" in said for said in back.notices)
        replayed = len(stands.text) - 1
        assert replayed + len(back.parked) == len(play.text) - 1
        again = replay(program, journal.read("\n".join(stands.text)))
        assert again.play.page == stands.page
        for move in offered(stands.page)[:3]:
            try:
                stands.take(move)
            except ChoiceError:
                break
            except StoryError:  # the edit broke the story there: the play stays
                assert stands.page.scene in program.scenes
    assert read > EDITS_A_SEED // 2


def test_the_edits_are_felt() -> None:
    """At least some journals are parked, some told of, some left in peace."""
    outcomes = set()
    for number in range(60):
        program = _edited(Random(number))
        if program is not None:
            play = mini()
            wander(play, 30, number)
            back = replay(program, journal.read("\n".join(play.text)))
            outcomes.add((bool(back.parked), bool(back.edited_at)))
    assert outcomes == {(False, False), (False, True), (True, False), (True, True)}
    assert mini_program().scenes
