"""A story's folder gives its YAML files and nothing else, whatever lies in it."""

import os
from contextlib import nullcontext
from pathlib import Path

import pytest

from loading.hostile import FOLDERS, SCENE, FolderCase
from loading.measuring import of_folder
from octgame.loading.diagnostics import Diagnostics
from octgame.loading.source import files, listing
from octgame.loading.source.encoding import MOST_BYTES
from octgame.loading.source.files import read_file, story_files
from octgame.loading.source.listing import signature

posix = pytest.mark.skipif(os.name != "posix", reason="pipes, links and sockets")


def put(folder: Path, *names: str) -> None:
    """Write a scene under each name."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(SCENE, encoding="utf-8")


@posix
@pytest.mark.parametrize("case", FOLDERS, ids=lambda case: case.name)
def test_whatever_lies_in_a_folder_gets_its_code(case: FolderCase) -> None:
    """Pipes, links and odd names are findings; nothing hangs and nothing raises."""
    assert of_folder(case) == case.code


@posix
@pytest.mark.parametrize("case", FOLDERS, ids=lambda case: case.name)
def test_a_system_without_folder_handles_says_the_same(
    case: FolderCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows each path is looked at before it is opened."""
    monkeypatch.setattr(files, "_HAS_DIR_FD", False)
    assert of_folder(case) == case.code


def test_files_of_sub_folders_are_found_in_order(tmp_path: Path) -> None:
    """Three folders deep, by name, both endings; hidden ones are left alone."""
    put(tmp_path, "story.yaml", "cards/b.yml", "a/b/c/deep.yaml", "a/b/c/d/deeper.yaml")
    put(tmp_path, ".hidden.yaml", ".git/x.yaml", "notes.txt")
    into = Diagnostics()
    assert story_files(tmp_path, into) == [
        "a/b/c/deep.yaml",
        "cards/b.yml",
        "story.yaml",
    ]
    assert not into.found


@pytest.mark.parametrize("with_handles", [True, False])
def test_a_file_in_a_sub_folder_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, with_handles: bool
) -> None:
    """The bytes come as they lie on disk."""
    monkeypatch.setattr(files, "_HAS_DIR_FD", with_handles and files._HAS_DIR_FD)
    put(tmp_path, "acts/one.yaml")
    into = Diagnostics()
    assert read_file(tmp_path, "acts/one.yaml", into) == SCENE.encode()
    assert not into.found


@posix
@pytest.mark.parametrize("with_handles", [True, False])
def test_a_folder_that_is_a_link_is_not_entered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, with_handles: bool
) -> None:
    """A link on the way to a file leads out as well as one at its end."""
    monkeypatch.setattr(files, "_HAS_DIR_FD", with_handles)
    put(tmp_path, "elsewhere/secret.yaml")
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "acts").symlink_to(tmp_path / "elsewhere")
    into = Diagnostics()
    assert read_file(tmp_path / "story", "acts/secret.yaml", into) is None
    assert [d.code for d in into.found] == ["file-is-link"]


@pytest.mark.parametrize(
    "name",
    [
        "../secret.yaml",
        "/etc/passwd",
        "a/../../secret.yaml",
        "a\\..\\secret.yaml",
        "C:secret.yaml",
        "nul.yaml",
        "lpt1/a.yaml",
        "a.yaml\n",
        "a.txt",
        "",
    ],
)
def test_a_name_that_leads_elsewhere_is_never_opened(tmp_path: Path, name: str) -> None:
    """The name is checked before the file system sees it."""
    put(tmp_path, "secret.yaml", "story/a/x.yaml")
    into = Diagnostics()
    assert read_file(tmp_path / "story", name, into) is None
    assert [d.code for d in into.found] == ["file-name"]


def test_a_large_file_is_read_only_past_the_limit(tmp_path: Path) -> None:
    """One byte more than allowed is enough to know."""
    (tmp_path / "a.yaml").write_bytes(b"#" * (MOST_BYTES * 2))
    data = read_file(tmp_path, "a.yaml", Diagnostics())
    assert data is not None
    assert len(data) == MOST_BYTES + 1


def test_a_file_that_has_gone_is_a_finding(tmp_path: Path) -> None:
    """Editors rename while they save."""
    into = Diagnostics()
    assert read_file(tmp_path, "a.yaml", into) is None
    assert [d.code for d in into.found] == ["file-missing"]


def test_a_file_that_the_system_withholds_is_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the disk says, it is said in a sentence."""

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(files, "_open", refuse)
    into = Diagnostics()
    assert read_file(tmp_path, "a.yaml", into) is None
    assert into.found[0].code == "file-unreadable"
    assert into.found[0].message == "the file cannot be read: permission denied"


def test_an_unreadable_folder_holds_nothing(tmp_path: Path) -> None:
    """What cannot be listed has no files and breaks nothing."""
    assert story_files(tmp_path / "gone", Diagnostics()) == []
    assert signature(tmp_path / "gone") == ()


def test_a_search_ends_in_a_folder_full_of_other_things(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A check started in a home folder does not walk all of it."""
    monkeypatch.setattr(listing, "MOST_ENTRIES", 3)
    put(tmp_path, *(f"{letter}.yaml" for letter in "abcdef"))
    assert len(story_files(tmp_path, Diagnostics())) == 3


def test_the_signature_changes_with_any_file(tmp_path: Path) -> None:
    """Name, size and time of each file are in it."""
    put(tmp_path, "a.yaml", "b/c.yaml")
    before = signature(tmp_path)
    assert [name for name, _, _ in before] == ["a.yaml", "b/c.yaml"]
    assert before == signature(tmp_path)
    os.utime(tmp_path / "a.yaml", ns=(1, 1))
    assert signature(tmp_path) != before


def test_a_file_that_goes_during_the_look_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file may vanish between the listing and the look at it."""

    class Gone:
        name = "a.yaml"

        def stat(self, **_: bool) -> os.stat_result:
            raise FileNotFoundError

    monkeypatch.setattr(os, "scandir", lambda _: nullcontext([Gone()]))
    assert signature(tmp_path) == ()
