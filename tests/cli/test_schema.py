"""`octgame schema` prints the schema, or writes it and nothing of the author's over."""

import json
from pathlib import Path

import pytest

from octgame.cli.run import run
from octgame.loading.schema import schema, written


def test_the_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """As JSON that any tool reads, in signs that any terminal has."""
    assert run(["schema"]) == 0
    text = capsys.readouterr().out
    assert json.loads(text) == schema()
    assert text.isascii()


def test_the_schema_is_written_over_an_older_one_of_ours_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """After an update the same command brings it up to date."""
    file = tmp_path / "story.schema.json"
    assert run(["schema", "--out", str(file)]) == 0
    file.write_text(written().replace("a_card", "an_older_card"), "utf-8")
    assert run(["schema", "--out", str(file)]) == 0
    assert file.read_text("utf-8") == written()
    file.write_text('{"title": "My notes"}', "utf-8")
    assert run(["schema", "--out", str(file)]) == 2
    assert "is no schema of octgame's" in capsys.readouterr().err
    assert file.read_text("utf-8") == '{"title": "My notes"}'


def test_a_schema_that_cannot_be_written_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No traceback."""
    assert run(["schema", "--out", str(tmp_path / "nowhere" / "a.json")]) == 2
    said = capsys.readouterr().err
    assert "cannot be written: no such file or directory" in said
