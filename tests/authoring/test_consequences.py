"""What a choice changes is found where it is read, by whoever can come there."""

from octgame.authoring.consequences import (
    BELIEF,
    HISTORY,
    LEAVES,
    Consequence,
    consequences,
    debrief_scenes,
)
from small import small_story

LAST = "\nlast: {title: L, text: [{show: day}], choices: {on: {text: On.}}}\n"
END = "end: {title: E, text: E., ending: yes}\n"


def of(scenes: str, key: str = "go") -> Consequence:
    """The consequence of a choice of a small story's first scene."""
    story = small_story(scenes).story
    assert story is not None
    return next(c for c in consequences(story) if c.choice == key)


def test_a_variable_is_seen_where_it_is_read_later() -> None:
    """In the later scene's text; not in an earlier one."""
    one = of(
        "a: {title: A, text: [A., {if: brave, text: B.}], choices: {on: {text: On.}}}\n"
        "b: {title: B, text: B., choices: {go: {text: Go., set: {brave: yes}}}}\n"
        "c: {title: C, text: [C., {if: brave, text: D.}], choices: {on: {text: On.}}}"
    )
    assert one.seen_in == ("c",)


def test_what_only_another_role_reads_is_not_seen() -> None:
    """The scenes must have a role in common."""
    one = of(
        "a: {title: A, text: A., roles: keeper, choices: {go: {text: Go.,"
        " set: {brave: yes}}}}\n"
        "c: {title: C, text: [C., {if: brave, text: D.}], roles: carter,"
        " choices: {on: {text: On.}}}"
    )
    assert one == Consequence("a", "go", (), ())


def test_a_card_is_seen_where_the_box_is_opened_and_in_the_histories() -> None:
    """An `each` choice offers it; a school's history hangs on it."""
    one = of(
        "a: {title: A, text: A., choices: {go: {text: Go., finds: evening_paper}}}\n"
        "c: {title: C, text: C., choices: {show: {text: '{card}', each: box, to: here},"
        " on: {text: On.}}}"
    )
    assert one.seen_in == ("c",)
    assert one.told == (HISTORY,)


def test_a_way_that_only_this_choice_leads_is_a_consequence() -> None:
    """Two choices to the same scene lead nowhere of their own."""
    one = of(
        "a: {title: A, text: A., choices: {go: {text: Go., to: b},"
        " other: {text: Other., to: end}}}\n"
        "b: {title: B, text: B., choices: {on: {text: On.}}}"
    )
    assert one.seen_in == ("b",)


def test_a_line_of_what_was_changed_and_a_belief_are_told_in_the_debrief() -> None:
    """And not before it."""
    story = small_story(
        "a: {title: A, text: A., choices: {go: {text: Go., leaves: You went.},"
        " say: {text: Say., believes: was_it_seized}}}" + LAST + END
    ).story
    assert story is not None
    told = {one.choice: one.told for one in consequences(story)}
    assert told["go"] == (LEAVES,)
    assert told["say"] == (BELIEF,)
    debrief = debrief_scenes(story)
    assert debrief == {"last", "end"}
    assert not any(one.before(debrief) for one in consequences(story))
