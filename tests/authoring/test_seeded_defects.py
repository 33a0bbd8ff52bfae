"""One story of five scenes, one mistake at a time: each is found at its line."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from octgame.authoring.check import findings
from octgame.loading.diagnostics import Diagnostic
from octgame.loading.load import load_files

FIVE = Path(__file__).parents[1] / "stories" / "five"


@dataclass(frozen=True, slots=True)
class Mistake:
    """An edit of the story, and what must be said of it.

    Attributes:
        name: What the author did.
        file: The file that is edited.
        old, new: The edit.
        code: Of the finding.
        line: A piece of the line that the finding stands at, in the edited file.
        suggests: The did-you-mean, or "".
        play: The moves that show it, or "".
        elsewhere: The file it is found in, if it is another one.
    """

    name: str
    file: str
    old: str
    new: str
    code: str
    line: str
    suggests: str = ""
    play: str = ""
    elsewhere: str = ""


SCENES, STORY, PAPERS = "scenes.yaml", "story.yaml", "papers.yaml"
PAPER_BANK = (FIVE / PAPERS).read_text("utf-8").split("sources: [memoir]\n")[1]
PAPER_BANK = PAPER_BANK.split("codex:")[0]
MISTAKES = [
    Mistake(
        "a misspelt target",
        *(SCENES, "        to: hut\n", "        to: hutt\n"),
        *("unknown-id", "to: hutt", "hut"),
    ),
    Mistake(
        "an undefined variable in a condition",
        *(SCENES, "{if: paid,", "{if: payed,"),
        *("unknown-variable", "{if: payed", "paid"),
    ),
    Mistake(
        "a link that leads to nothing",
        *(SCENES, "[fare book](fare_book)", "[fare book](fare_bok)"),
        *("unknown-id", "(fare_bok)", "fare_book"),
    ),
    Mistake(
        "a scene that nothing leads to",
        *(SCENES, "        to: hut\n", "        to: here\n        once: yes\n"),
        *("unreachable-scene", "  hut:"),
    ),
    Mistake(
        "a dead end after a choice",
        SCENES,
        "        if: believes(who_crossed) != none\n",
        "        if: believes(who_crossed) == soldiers\n",
        *("dead-end", "  far_bank:"),
        play="row rest decide:traders _sure:4",
    ),
    Mistake(
        "an id that stands twice",
        *(PAPERS, "codex:\n", "codex:\n  gauge: {kind: term, title: G, text: G.}\n"),
        *("duplicate-id", "  gauge: {title", ""),
    ),
    Mistake(
        "a choice that is offered in no play",
        SCENES,
        "        text: Take the book along.\n",
        "        text: Take the book along.\n        if: tired >= 2\n",
        *("unreached-choice", "      take_book:"),
        play="to_hut",
    ),
    Mistake(
        "no choice on arrival",
        SCENES,
        "        text: Pull across.\n",
        "        text: Pull across.\n        if: tired >= 1\n",
        *("dead-end", "  midstream:"),
        play="to_hut back",
    ),
    Mistake(
        "a circle without a way out",
        SCENES,
        "        if: believes(who_crossed) != none\n        to: home\n",
        "        to: midstream\n",
        *("no-ending", "story:"),
        elsewhere=STORY,
    ),
    Mistake(
        "a circle that only one way leads into",
        SCENES,
        "        set: {role: rower}\n        to: midstream\n",
        "        to: here\n",
        *("trap", "  hut:"),
        play="to_hut",
    ),
    Mistake(
        "a syntax error",
        *(SCENES, "- {if: paid, text: You", "- {if: paid, text: [You"),
        *("bracket", "- {if: paid, text: [You"),
    ),
    Mistake(
        "a variable that is not used",
        *(STORY, "    paid: {", "    cold: {type: flag, start: no}\n    paid: {"),
        *("unused", "    cold:"),
    ),
    Mistake(
        "a variable that is never set",
        *(SCENES, "        set: {paid: yes}\n", ""),
        *("never-set", "    paid: {"),
        elsewhere=STORY,
    ),
    Mistake(
        "choices that run out",
        *(SCENES, "        to: home\n", "        to: here\n        once: yes\n"),
        *("dead-end", "  far_bank:"),
        play="row rest decide:soldiers _sure:4 go_home",
    ),
    Mistake(
        "a misspelt key",
        *(
            SCENES,
            "        reveals: [ice_that_night]\n        to: far_bank",
            "        reveels: [ice_that_night]\n        to: far_bank",
        ),
        *("unknown-key", "reveels:", "reveals"),
    ),
    Mistake(
        "a tab for an indent",
        *(SCENES, "        text: Bail out the water.", "\t\ttext: Bail out the water."),
        *("tab", "\t\ttext: Bail"),
    ),
    Mistake(
        "a text lost behind a number sign",
        *(SCENES, "text: Row back.", "text: Row back to pier #3."),
        *("lost-text", "to pier #3."),
    ),
    Mistake(
        "a card that does not exist",
        *(SCENES, "finds: [fare_book]", "finds: [far_book]"),
        *("unknown-id", "finds: [far_book]", "fare_book"),
    ),
    Mistake(
        "a fact that does not exist",
        *(SCENES, "reveals: [two_crossed]", "reveals: [two_crosed]"),
        *("unknown-id", "reveals: [two_crosed]", "two_crossed"),
    ),
    Mistake(
        "a source that does not exist",
        *(PAPERS, "    sources: [gauge]\n  two", "    sources: [gage]\n  two"),
        *("unknown-id", "sources: [gage]", "gauge"),
    ),
    Mistake(
        "a fact that no play reveals",
        *(SCENES, "    reveals: [two_crossed]\n", ""),
        *("unused", "  two_crossed:"),
        elsewhere=PAPERS,
    ),
    Mistake(
        "a question without a view of a school",
        PAPERS,
        PAPER_BANK,
        "",
        *("missing-view", "      river:"),
    ),
    Mistake(
        "a view without a source",
        *(PAPERS, "        sources: [memoir]\n", ""),
        *("missing-field", "      river:"),
    ),
]


def edited(mistake: Mistake) -> dict[str, bytes]:
    """The story's files with a mistake in them."""
    files = {path.name: path.read_text("utf-8") for path in FIVE.glob("*.yaml")}
    assert files[mistake.file].count(mistake.old) >= 1, mistake.old
    files[mistake.file] = files[mistake.file].replace(mistake.old, mistake.new, 1)
    return {name: text.encode() for name, text in files.items()}


def found(files: dict[str, bytes]) -> list[Diagnostic]:
    """Every finding on the story in some files."""
    return findings(load_files(files))


def test_nothing_is_wrong_with_the_story() -> None:
    """Not one alarm, not even a warning."""
    assert found({path.name: path.read_bytes() for path in FIVE.glob("*.yaml")}) == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda each: each.name)
def test_a_mistake_is_found_at_its_line(mistake: Mistake) -> None:
    """By its code, with the nearest name, and with the play that shows it."""
    files = edited(mistake)
    file = mistake.elsewhere or mistake.file
    every = found(files)
    (one, *_) = [
        one
        for one in every
        if (one.code, one.at.file) == (mistake.code, file)
        and one.suggestion == mistake.suggests
    ]
    lines = files[file].decode().split("\n")
    assert mistake.line in lines[one.at.line - 1]
    if mistake.play:
        assert " ".join(one.moves or ()) == mistake.play


def test_every_kind_of_mistake_is_seeded() -> None:
    """Those of the list in the design, and a few of their kin."""
    assert len(MISTAKES) >= 18
    assert len({mistake.name for mistake in MISTAKES}) == len(MISTAKES)
