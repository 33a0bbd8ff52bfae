"""A skeleton reads well where it is put, and nothing of the author's is lost by it."""

import random
import shutil
from pathlib import Path

import pytest

from mini import MINI
from octgame.authoring.check import findings
from octgame.authoring.scaffold.add import add
from octgame.authoring.scaffold.edits import with_entry
from octgame.authoring.scaffold.skeletons import KINDS
from octgame.authoring.scaffold.stories import copied_story, new_story, story_id
from octgame.errors import OctgameError
from octgame.game.compile import compile_story
from octgame.game.journal import Header
from octgame.game.play import Play
from octgame.loading.load import load
from octgame.loading.places import shipped
from octgame.story.model import Story


@pytest.fixture
def bell(tmp_path: Path) -> Path:
    """The small story that a new author is given."""
    new_story(tmp_path / "bell")
    return tmp_path / "bell"


@pytest.fixture
def orlovo(tmp_path: Path) -> Path:
    """A story whose lists and sections are laid out in many ways."""
    shutil.copytree(MINI, tmp_path / "mini")
    return tmp_path / "mini"


def read(folder: Path) -> Story:
    """The story in a folder, which has no error."""
    loaded = load(folder)
    assert loaded.story is not None, loaded.diagnostics.errors
    return loaded.story


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_a_new_story_has_nothing_wrong(bell: Path) -> None:
    """Not even a warning."""
    assert findings(load(bell)) == []
    assert read(bell).id == "bell"


@pytest.mark.parametrize("seed", range(5))
def test_a_new_story_is_played_to_its_end(bell: Path, seed: int) -> None:
    """Whatever one does in it."""
    program = compile_story(read(bell), "")
    play = Play(program, Header("bell", ""))
    dice = random.Random(seed)
    moves = 0
    while offers := [offer.id for offer in play.page.offers if offer.open]:
        play.take(dice.choice(offers))
        moves += 1
        assert moves < 100
    assert play.page.scene == "piles"


def test_a_new_story_brings_what_an_editor_needs(bell: Path) -> None:
    """The schema, and the setting that names it."""
    assert (bell / "story.schema.json").is_file()
    assert "story.schema.json" in (bell / ".vscode" / "settings.json").read_text()


def test_a_new_story_goes_into_no_folder_that_holds_anything(bell: Path) -> None:
    """Nothing in it is touched."""
    before = contents(bell)
    with pytest.raises(OctgameError, match="is not empty"):
        new_story(bell)
    with pytest.raises(OctgameError, match="cannot be written"):
        new_story(bell / "story.yaml")
    assert contents(bell) == before


def test_the_shipped_story_is_copied_with_its_licence(tmp_path: Path) -> None:
    """Byte for byte but for its id, so that its plays are kept apart."""
    copied_story(shipped()["october"], tmp_path / "My October!")
    copy, original = contents(tmp_path / "My October!"), contents(shipped()["october"])
    assert b"CC BY-SA 4.0" in copy.pop("LICENSE")
    assert copy.pop("story.yaml") == original.pop("story.yaml").replace(
        b"  id: october\n", b"  id: my_october\n"
    )
    assert {name: copy.get(name) for name in original} == original


def test_another_story_is_copied_as_it_stands(orlovo: Path, tmp_path: Path) -> None:
    """A licence that lies beside its folder is not its own."""
    (tmp_path / "LICENSE").write_text("Not to be copied.")
    copied_story(orlovo, tmp_path / "copy")
    assert read(tmp_path / "copy") == read(orlovo)._replace(id="copy")
    assert "LICENSE" not in contents(tmp_path / "copy")


@pytest.mark.parametrize(
    ("name", "made"),
    [("Bell", "bell"), ("1917 - a year", "story_1917_a_year"), ("Колокол", "my_story")],
)
def test_a_storys_id_is_made_of_its_folders_name(name: str, made: str) -> None:
    """As far as it has Latin letters."""
    assert story_id(Path(name)) == made


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("file", ["", "more/of_it.yaml", "story.yaml"])
def test_every_skeleton_reads_well_and_keeps_all_that_was_there(
    bell: Path, kind: str, file: str
) -> None:
    """In the file of its kind, in a new one, and in one that has other sections."""
    before, lines = read(bell), set(b"".join(contents(bell).values()).splitlines())
    added = add(bell, kind, "a_new_one", file=file)
    assert added.file == (file or f"{KINDS[kind]}.yaml")
    after = read(bell)
    entries = getattr(after, KINDS[kind])
    assert list(entries)[-1] == "a_new_one" or file
    assert {
        **getattr(before, KINDS[kind]),
        "a_new_one": entries["a_new_one"],
    } == entries
    lost = lines - set(b"".join(contents(bell).values()).splitlines())
    assert all(b"scenes: [reader, piles]" in line for line in lost)
    assert not [one for one in findings(load(bell)) if one.severity == "error"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_skeleton_reads_well_in_a_story_of_somebody_else(
    orlovo: Path, kind: str
) -> None:
    """Its question has a view of each school, and names a contested fact."""
    add(orlovo, kind, "a_new_one")
    assert not [one for one in findings(load(orlovo)) if one.severity == "error"]
    if kind == "question":
        question = read(orlovo).questions["a_new_one"]
        assert {view.school for view in question.views} == {"chronicle", "ledger"}
        assert question.facts == ("hour_of_opening",)


def test_a_skeleton_teaches(bell: Path) -> None:
    """What is not filled in stands in a comment."""
    for kind in KINDS:
        add(bell, kind, f"my_{kind}", file="mine.yaml")
    text = (bell / "mine.yaml").read_text("utf-8")
    for key in ("when", "where", "asks", "finds", "stake", "accounts", "url", "at"):
        assert f"# {key}:" in text.replace("#              ", "# ")


def test_the_remarks_of_a_skeleton_stand_in_one_column(orlovo: Path) -> None:
    """However long the names are that were filled in."""
    for kind in ("card", "question"):
        add(orlovo, kind, f"my_{kind}", file=f"{kind}.yaml")
        lines = (orlovo / f"{kind}.yaml").read_text("utf-8").splitlines()
        short = [line for line in lines if 0 < line.find("  # ") < 34]
        assert len({line.index("# ") for line in short if line.lstrip()[0] != "#"}) == 1


def test_the_line_ends_and_the_depth_of_a_file_stay(bell: Path) -> None:
    """As an editor on Windows left them, four spaces a step."""
    file = bell / "codex.yaml"
    file.write_bytes(
        b"codex:\r\n    mill:\r\n      {kind: place, title: Mill, text: A mill.}\r\n"
        b"\r\n# Facts of mine\r\nfacts:\r\n"
        b"    one: {status: established, text: A., sources: [wage_book]}\r\n"
    )
    add(bell, "codex", "gate")
    data = file.read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n")
    assert b"\r\n\r\n    gate:\r\n      kind: term" in data
    assert data.index(b"gate:") < data.index(b"# Facts of mine")
    assert read(bell).codex["gate"].kind == "term"


def test_a_file_without_an_end_of_line_is_gone_on_with() -> None:
    """The entry begins on a line of its own."""
    text = with_entry("cards:\n  a: {}\n  # the last", "cards", "b: {}\n")
    assert text == "cards:\n  a: {}\n  # the last\n\n  b: {}\n"


@pytest.mark.parametrize(
    ("kind", "name", "where", "said"),
    [
        ("scene", "Back Door", {}, "“Back Door” is not an id"),
        ("scene", "a: {}\nb", {}, "is not an id"),
        ("scene", "seen", {}, "“seen” has a meaning of its own"),
        ("card", "yard", {}, "“yard” is a scene already, at scenes.yaml:23"),
        ("scene", "a", {"after": "yrad"}, "no scene is named “yrad”"),
        ("card", "a", {"file": "../a.yaml"}, "../a.yaml: "),
        ("card", "a", {"file": "notes.txt"}, "notes.txt: "),
        ("card", "a", {"file": "a/b/c/d/e.yaml"}, "a/b/c/d/e.yaml lies too deep"),
        ("codex", "a", {"file": "flow.yaml"}, "`codex:` is written in one line there"),
        ("codex", "a", {"file": "link.yaml"}, "link.yaml: "),
    ],
)
def test_what_will_not_do_is_refused_and_nothing_written(
    bell: Path, kind: str, name: str, where: dict[str, str], said: str
) -> None:
    """With the reason, and what to do."""
    (bell / "flow.yaml").write_text("codex: {m: {kind: term, title: M, text: M.}}\n")
    (bell / "link.yaml").symlink_to(bell / "codex.yaml")
    before = contents(bell)
    with pytest.raises(OctgameError) as caught:
        add(bell, kind, name, **where)
    assert said in caught.value.message
    assert caught.value.hint
    assert contents(bell) == before


def test_an_entry_that_needs_another_says_which(tmp_path: Path) -> None:
    """A fact needs a source, a question a card too."""
    new_story(tmp_path / "bare")
    for name in ("facts", "questions", "cards", "sources"):
        (tmp_path / "bare" / f"{name}.yaml").unlink()
    for kind in ("fact", "question"):
        with pytest.raises(OctgameError, match=f"a {kind} names a source") as caught:
            add(tmp_path / "bare", kind, "a")
        assert caught.value.hint == "First: octgame new source ID"


def test_a_scene_that_stands_in_no_act_leads_to_nothing_next(bell: Path) -> None:
    """It is said, and that a `to:` would."""
    (bell / "cellar.yaml").write_text(
        "scenes: {cellar: {title: C, text: C., ending: yes}}\n"
    )
    with pytest.raises(OctgameError, match="stands in no act"):
        add(bell, "scene", "a", after="cellar")


def test_an_author_may_add_while_something_is_wrong_elsewhere(orlovo: Path) -> None:
    """Only the story section must be there to read."""
    file = orlovo / "scenes.yaml"
    file.write_text(file.read_text("utf-8").replace("to: dark_hours", "to: darc_hours"))
    errors = len(load(orlovo).diagnostics.errors)
    add(orlovo, "card", "a_new_one")
    assert len(load(orlovo).diagnostics.errors) == errors
    (orlovo / "story.yaml").write_text("story: [")
    with pytest.raises(OctgameError, match="the story section cannot be read"):
        add(orlovo, "card", "another")


def test_a_file_that_cannot_be_written_is_one_sentence(
    bell: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the old one is as it was."""
    before = contents(bell)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OctgameError, match=r"cards.yaml cannot be written: no space"):
        add(bell, "card", "a")
    assert contents(bell) == before
