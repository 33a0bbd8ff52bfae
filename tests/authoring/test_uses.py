"""What is written and not used, dates that cannot be, acts with too many names."""

import pytest

from authoring.laid import laid, sound
from authoring.told import A_TO_END, found, scene_line
from octgame.authoring.check import findings
from octgame.loading.load import load_files
from small import VARIABLES, small_files


def test_a_variable_that_nothing_reads_or_sets_is_named() -> None:
    """Both ways of being of no use, at the variable."""
    scenes = """
    a:
      title: A
      text: [A., {if: brave, text: B.}]
      choices: {go: {text: Go., add: {nerve: 1}}}
    """
    variables = """
    brave: {type: flag, start: no}
    nerve: {type: number, start: 2, min: 0, max: 4}
    """
    (unread,) = found(scenes, variables=variables, code="never-read")
    (unset,) = found(scenes, variables=variables, code="never-set")
    assert "“nerve”" in unread.message
    assert "“brave”" in unset.message
    assert scene_line(unread).startswith("nerve:")
    assert scene_line(unset).startswith("brave:")


def test_a_variable_is_read_wherever_a_condition_names_it() -> None:
    """In a way, behind `not`, in a bracket, in an outcome."""
    scenes = """
    a:
      title: A
      text: A.
      choices:
        go:
          text: Go.
          set: {brave: yes, word: coup}
          add: {nerve: 1}
          then: [{if: not (nerve == 3 or nerve == 4), text: T.}]
          to: b
    b: {title: B, text: B., ways: [{if: brave and word == coup, to: end}, {to: end}]}
    """
    assert not found(scenes, variables=VARIABLES, code="never-read")


@pytest.mark.parametrize(
    ("key", "begins"),
    [("newsreel", "newsreel:"), ("hundred_men", "hundred_men:")],
)
def test_a_card_or_a_fact_that_nothing_uses_is_named(key: str, begins: str) -> None:
    """It is written and no player meets it."""
    unused = found(A_TO_END, code="unused")
    (one,) = [one for one in unused if f"“{key}”" in one.message]
    assert scene_line(one).startswith(begins)


def test_a_source_that_nothing_names_is_named() -> None:
    """A card, fact, view or codex entry would do."""
    files = small_files(A_TO_END)
    files["more.yaml"] = (
        b"sources:\n  idle: {title: I, author: A, year: 1917, checked: read}\n"
    )
    named = [one for one in findings(load_files(files)) if "“idle”" in one.message]
    assert [(one.code, one.at.file) for one in named] == [("unused", "more.yaml")]


ORDER = """
a: {title: A, text: A., when: 1917-10-25 21:00, choices: {go: {text: Go.}}}
b: {title: B, text: B., choices: {go: {text: Go.}}}
c: {title: C, text: C., when: 1917-10-25 20:00, choices: {go: {text: Go.}}}
"""


def test_a_scene_earlier_than_the_one_before_it_is_named() -> None:
    """Scenes without a date are passed over."""
    (one,) = found(ORDER, code="out-of-order")
    assert "“c” is earlier than “a”" in one.message
    assert scene_line(one).startswith("c:")


def test_two_roles_may_live_the_same_hours_one_after_the_other() -> None:
    """The order of dates is each role's own; acts begin anew."""
    theirs = ORDER.replace("title: A,", "title: A, roles: [keeper],").replace(
        "title: C,", "title: C, roles: [carter],"
    )
    assert not found(theirs, code="out-of-order")
    assert not found(ORDER, ("a b", "c end"), code="out-of-order")


def codes(piece: str) -> list[str]:
    """The codes of the findings on the sound story with a piece laid into it."""
    text, _ = laid(piece, sound())
    return [one.code for one in findings(load_files({"story.yaml": text.encode()}))]


def test_a_variable_that_is_neither_set_nor_read_is_told_once() -> None:
    """As unused, and not as never read and never set beside each other."""
    cold = "story:\n  variables:\n    cold: {type: flag, start: no}\n"
    assert codes(cold) == ["unused"]


@pytest.mark.parametrize(
    ("made", "about", "told"),
    [
        ("1917-10-24", "1917-10-25", ["made-before"]),
        ("about 1916", "1917", ["made-before"]),
        ("1917", "1917-10-25", []),
        ("1917-10", "1917-10-25", []),
        ("1917-10-20/1917-10-30", "1917-10-25", []),
        ("today", "1917", []),
    ],
)
def test_a_card_is_early_only_where_both_dates_say_so(
    made: str, about: str, told: list[str]
) -> None:
    """A year may be any of its days."""
    card = f"cards:\n  fare_book:\n    made: {made}\n    about: {about}\n"
    assert codes(card) == told


TERMS = [f"t{number}" for number in range(7)]


def crowd(scenes: dict[str, list[str]], acts: str) -> str:
    """A piece with seven terms, to which the texts of some scenes link."""
    rows = [f"  {term}: {{kind: term, title: T, text: T.}}" for term in TERMS]
    piece = ["story:", "  acts:", *(f"    {act}" for act in acts.split("\n"))]
    piece += ["codex:", *rows, "scenes:"]
    for scene, terms in scenes.items():
        links = " ".join(f"[{term}]({term})" for term in terms)
        piece += [f"  {scene}:", f'    text: "{links}"']
    return "\n".join(piece) + "\n"


ONE_ACT = "crossing: {title: One, scenes: [landing, hut, midstream, far_bank, home]}"
TWO_ACTS = (
    "crossing: {title: One, scenes: [landing, hut, midstream]}\n"
    "after: {title: Two, scenes: [far_bank, home]}"
)


def test_only_what_is_new_in_an_act_is_counted() -> None:
    """Seven terms in one act are too many, also over its scenes; in two acts not."""
    apart = {"landing": TERMS[:4], "midstream": TERMS[4:]}
    assert codes(crowd(apart, ONE_ACT)) == ["crowded-act"]
    later = {"landing": TERMS[:4], "midstream": TERMS[:4], "home": TERMS[3:]}
    assert codes(crowd(later, TWO_ACTS)) == []


PORTER = """
story:
  roles:
    porter: {name: The porter, about: You wait.}
scenes:
  landing:
    roles: [porter]
"""


def test_what_another_role_meets_is_not_counted() -> None:
    """Each role has its own way through an act."""
    apart = crowd({"landing": TERMS[:4], "midstream": TERMS[4:]}, ONE_ACT)
    assert codes(apart) == ["crowded-act"]
    text, _ = laid(PORTER, laid(apart, sound())[0])
    loaded = load_files({"story.yaml": text.encode()})
    assert "crowded-act" in {one.code for one in findings(loaded)}
    text = text.replace("    when: 1917-10-25 19:00\n", "    roles: [rower]\n")
    loaded = load_files({"story.yaml": text.encode()})
    assert "crowded-act" not in {one.code for one in findings(loaded)}
