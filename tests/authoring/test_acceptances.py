"""A finding that is meant so is accepted with a reason, where it is or above it."""

import json
from pathlib import Path

import pytest

from authoring.laid import laid, sound
from octgame.authoring.check import Checked, checked, findings
from octgame.cli.run import run
from octgame.loading.load import load_files

LATE = """
scenes:
  midstream:
    when: 1917-10-25 17:30
    {here}
"""
REASON = "The crossing is told before the hut."
ACCEPTED = LATE.replace("{here}", f"accepts: {{out-of-order: {REASON}}}")


def result(piece: str, *, proof: bool = True) -> Checked:
    """What is said of the sound story with a piece laid into it."""
    text, _ = laid(piece, sound())
    return checked(load_files({"story.yaml": text.encode()}), proof=proof)


def codes(piece: str, *, proof: bool = True) -> list[str]:
    """The codes of the findings that are not accepted."""
    return [one.code for one in result(piece, proof=proof).findings]


def test_what_a_scene_accepts_is_no_finding_but_is_kept_with_its_reason() -> None:
    """Without the acceptance it is one."""
    assert codes(LATE.replace("{here}", "title: Midstream")) == ["out-of-order"]
    told = result(ACCEPTED)
    assert told.findings == []
    [(finding, reason)] = told.accepted
    assert (finding.code, reason) == ("out-of-order", REASON)


CHOICE = """
scenes:
  hut:
    choices:
      sleep:
        text: Sleep until it is light.
        if: tired >= 2
        to: home
"""


@pytest.mark.parametrize(
    "piece",
    [
        CHOICE + "        accepts: {unreached-choice: A lesson opens it.}\n",
        CHOICE + "    accepts: {unreached-choice: A lesson opens it.}\n",
        CHOICE + "story:\n  accepts: {unreached-choice: A lesson opens it.}\n",
    ],
    ids=["on the choice", "on the scene", "on the story"],
)
def test_a_finding_is_accepted_by_whatever_it_stands_in(piece: str) -> None:
    """The choice itself, its scene, or the whole story."""
    told = result(piece)
    assert told.findings == []
    assert [reason for _, reason in told.accepted] == ["A lesson opens it."]


@pytest.mark.parametrize(
    ("piece", "code"),
    [
        (
            (
                "story:\n  variables:\n    cold: {type: flag, start: no,"
                " accepts: {unused: A lesson will read it.}}\n"
            ),
            "unused",
        ),
        (
            (
                "story:\n  acts:\n    crossing:\n      title: C\n"
                "      scenes: [landing, midstream, hut, far_bank, home]\n"
                "      accepts: {out-of-order: Two men tell it.}\n"
                "scenes:\n  hut:\n    accepts: {out-of-order: Two men tell it.}\n"
            ),
            "out-of-order",
        ),
        (
            (
                "sources:\n  ledger:\n    title: L\n    author: O\n    year: 1917\n"
                "    checked: read\n    accepts: {unused: It is lost.}\n"
            ),
            "unused",
        ),
        (
            (
                "scenes:\n  hut:\n    text: The key hangs on nail #3.\n"
                "    accepts: {lost-text: The 3 is a note to myself.}\n"
            ),
            "lost-text",
        ),
        (
            (
                "scenes:\n  hut:\n    text:\n"
                "      - The [fare book](fare_book) is there.\n"
                "      - if: tired >= 2\n        text: You sit.\n"
                "        accepts: {unreached-text: For the long version.}\n"
            ),
            "unreached-text",
        ),
    ],
    ids=["a variable", "a scene", "a source", "what reading found", "a paragraph"],
)
def test_anything_that_has_keys_may_accept(piece: str, code: str) -> None:
    """Whether reading, looking or proving found it."""
    told = result(piece)
    assert [one.finding.code for one in told.accepted] == [code]
    assert {one.code for one in told.findings} <= {"idle-acceptance"}


def test_an_acceptance_of_nothing_is_told_at_its_code() -> None:
    """As soon as the finding is gone, the acceptance goes too."""
    gone = ACCEPTED.replace("17:30", "19:00")
    [one] = result(gone).findings
    assert (one.code, one.severity) == ("idle-acceptance", "warning")
    assert one.line[one.at.column - 1 :].startswith("out-of-order")


def test_nothing_is_idle_where_not_everything_was_looked_at() -> None:
    """Without the proof, or where the proof was given up."""
    idle = "scenes:\n  hut:\n    accepts: {unreached-choice: A lesson opens it.}\n"
    assert codes(idle) == ["idle-acceptance"]
    assert codes(idle, proof=False) == []


def test_an_error_cannot_be_accepted() -> None:
    """Whatever reason is given, with the warning that may have been meant."""
    assert codes("scenes:\n  hut:\n    accepts: {dead-end: So.}\n") == [
        "not-acceptable"
    ]
    [one] = result("story:\n  accepts: {unred: So.}\n").findings
    assert one.code == "not-acceptable"
    assert result("story:\n  accepts: {unusd: So.}\n").findings[0].suggestion == (
        "unused"
    )


def test_a_reason_must_be_given() -> None:
    """An empty one is none."""
    assert codes(ACCEPTED.replace(REASON, "''")) == ["empty-value"]
    assert codes("scenes:\n  hut:\n    accepts: [unused]\n") == ["wrong-type"]


def test_what_is_accepted_is_counted_and_shown_on_request(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By number, with its reason, and in JSON; it fails nothing."""
    (tmp_path / "story.yaml").write_text(laid(ACCEPTED, sound())[0], "utf-8")
    assert run(["check", str(tmp_path), "--strict"]) == 0
    assert capsys.readouterr().out == "Nothing is wrong, 1 accepted.\n"
    assert run(["check", str(tmp_path), "--verbose"]) == 0
    shown = capsys.readouterr().out
    assert "accepted[out-of-order]" in shown
    assert f"  reason: {REASON}\n" in shown
    assert run(["check", str(tmp_path), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["findings"] == []
    assert [row["reason"] for row in told["accepted"]] == [REASON]


def test_the_player_never_meets_an_acceptance() -> None:
    """It is for `check`; the story that is played has none of it."""
    text, _ = laid(ACCEPTED, sound())
    loaded = load_files({"story.yaml": text.encode()})
    assert loaded.story is not None
    assert REASON not in repr(loaded.story)
    assert findings(loaded) == []
