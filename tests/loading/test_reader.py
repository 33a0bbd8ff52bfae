"""What the reader keeps of a file, and what it says about one that it refuses."""

import pytest
import yaml

from octgame.loading.codes.files import FILES
from octgame.loading.codes.reading import READING
from octgame.loading.diagnostics import Diagnostic, Diagnostics, Position
from octgame.loading.source.nodes import ListNode, MapNode, ScalarNode
from octgame.loading.source.reader import read
from octgame.loading.source.tree import MOST_ERRORS

EXPLAINED = FILES | READING

TYPED_LOOKING = [
    *("no", "yes", "on", "off", "нет", "null", "~", "true", "1917", "010", "0x1F"),
    *("1_000", "21:40", "1:59:59", "1917-10-25", "1917-02-30", "1.0", "1e3", ".inf"),
    *(".nan", "-1", "+1", "1917-10-25 23:50", "=", "<", "0b1", "N", "None", ".."),
]


def read_text(text: str) -> tuple[MapNode | None, list[Diagnostic]]:
    """The tree of a text and the findings on it."""
    into = Diagnostics()
    return read("a.yaml", text.encode(), into), into.found


@pytest.mark.parametrize("text", TYPED_LOOKING)
def test_every_scalar_stays_as_it_was_typed(text: str) -> None:
    """Quoted or not, nothing becomes a number, a date or a truth value."""
    tree, found = read_text(f"a: {text}\nb: '{text}'")
    assert not found
    assert tree is not None
    assert [node.text for node in tree.values.values()] == [text, text]


def test_the_tree_knows_where_everything_stands() -> None:
    """Keys, texts, lists and mappings carry file, line and column from 1."""
    tree, _ = read_text("a:\n  b: [x, 'y']\n  c: |\n    z\n")
    x, y = ScalarNode("a.yaml", 2, 7, "x"), ScalarNode("a.yaml", 2, 10, "y", "'")
    b, c = ScalarNode("a.yaml", 2, 3, "b"), ScalarNode("a.yaml", 3, 3, "c")
    z = ScalarNode("a.yaml", 3, 6, "z\n", "|")
    within = {"b": ListNode("a.yaml", 2, 6, [x, y]), "c": z}
    a = {"a": MapNode("a.yaml", 2, 3, [b, c], within)}
    assert tree == MapNode("a.yaml", 1, 1, [ScalarNode("a.yaml", 1, 1, "a")], a)
    assert z.at == Position("a.yaml", 3, 6)


@pytest.mark.parametrize(
    "code", [code for code in EXPLAINED if EXPLAINED[code].wrong.endswith("\n")]
)
def test_an_explained_example_has_the_defect_and_its_remedy_has_not(code: str) -> None:
    """What `explain` shows is checked by the reader itself."""
    example = EXPLAINED[code]
    assert code in {d.code for d in read_text(example.wrong)[1]}
    assert not read_text(example.right)[1]


def test_a_duplicate_key_is_refused_with_both_lines() -> None:
    """The first value is kept, and the author sees where both stand."""
    tree, (found,) = read_text("door: 1\n\ndoor: 2\n")
    assert found.message == "“door” stands twice: on line 1 and on line 3"
    assert tree is not None
    assert tree.values == {"door": ScalarNode("a.yaml", 1, 7, "1")}


def test_errors_that_can_be_read_past_are_all_reported() -> None:
    """An author mends a file once, not once for each duplicate."""
    _, found = read_text('a: 1\na: 2\nb: "\\e"\n<<: {c: 1}\n')
    codes = [d.code for d in found]
    assert codes == ["duplicate-key", "unsafe-escape", "merge-key"]


def test_a_file_with_too_many_errors_is_given_up() -> None:
    """The list of findings stays readable whatever was pasted."""
    tree, found = read_text("a: 1\n" * 500)
    assert tree is None
    assert len(found) == MOST_ERRORS + 2
    assert found[-1].code == "too-many-errors"


@pytest.mark.parametrize(
    ("line", "lost"),
    [
        ("a: Room #1 and the night", True),
        ("a: Room #1", True),
        ("a: the rumour # and the rest", True),
        ("a: #1", True),
        ("a: min #", False),
        ("- Room  #1", True),
        ("a: 0 # least", False),
        ("a: 0  # least", False),
        ("a: seen(aurora) and nerve >= 2  # he was there", False),
        ("a: # nothing yet", False),
        ("a: 0 ## least", False),
        ("a: 'Room' #1", False),
        ("a: Room#1", False),
        ("a: 'Room #1'", False),
        ("a: |\n  Room #1", False),
    ],
)
def test_text_lost_after_a_hash_is_told_from_a_comment(
    line: str, *, lost: bool
) -> None:
    """One space before it, or none after it, is how text looks."""
    indented = line if line.startswith("a") else "a:\n  " + line
    _, found = read_text(indented)
    assert [d.code for d in found] == ["lost-text"] * lost
    assert all(d.severity == "warning" for d in found)


def test_a_warning_does_not_cost_the_tree() -> None:
    """The rest of the file is there to be checked."""
    tree, _ = read_text("a: Room #1\nb: 2")
    assert tree is not None
    assert [key.text for key in tree.keys] == ["a", "b"]


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("cp1251", "Windows-1251 (cp1251)"),
        ("koi8-r", "KOI8-R"),
        ("utf-16", "UTF-16"),
    ],
)
def test_a_foreign_encoding_is_named(encoding: str, said: str) -> None:
    """The author learns what the editor has done."""
    into = Diagnostics()
    text = "cards:\n  a:\n    title: Съезд Советов открылся ночью\n"
    assert read("a.yaml", text.encode(encoding), into) is None
    assert into.found[0].message == f"the file is not UTF-8; it looks like {said}"


def test_without_libyaml_the_verdicts_are_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The fast parser is an option of the installation."""
    monkeypatch.setattr("octgame.loading.source.reader._FAST", yaml.SafeLoader)
    tree, found = read_text("a: {b: Was it so}")
    assert tree is not None
    assert not found


def test_a_finding_is_kept_once() -> None:
    """Two readers of one place do not say the same twice."""
    into = Diagnostics()
    for _ in range(2):
        into.error(Position("a.yaml"), "tab", "a tab")
    assert len(into.found) == 1
    assert into.found[0].line == ""


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("set: role: weaver", "Write it as {role: weaver}."),
        ("  - set: word: coup  # so", "Write it as {word: coup}."),
        ("a: “The Hut: Evening”", "Only straight quotes count. "),
        ("a: 'the weaver's hat'", "The apostrophe ends it: put the whole in double"),
        ("a: 'the weaver\n", "Close it; put text that holds an apostrophe in double"),
        ("a: {b: one, two}", "Between { and } a comma parts the keys: put the text in"),
        ("a: one\n  and two: three", "Put the whole text in quotes."),
        ("a:\n  - one\n   - {b: 1}", "Put each dash exactly below the first."),
        (
            "a:\n  - one\n   - two",
            "Put the dash exactly below the other dashes; before",
        ),
    ],
)
def test_a_hint_says_what_to_do_about_what_was_typed(text: str, hint: str) -> None:
    """One finding, and the one remedy that mends it."""
    _, found = read_text(text)
    assert [one.hint[: len(hint)] for one in found] == [hint]
