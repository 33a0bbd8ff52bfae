"""The debrief's blocks, composed from the steps that stand and from the box."""

from collections.abc import Iterable, Sequence

import pytest

from mini import mini_program
from octgame.game.phrases import with_title
from octgame.game.play import Play
from small import begun, small, texts

ROOM = """
room:
  title: Room
  when: 1917-03-12 21:00
  text: A room.
  reveals: [no_toll_on_the_13th]
  asks: was_it_seized
  choices:
    open: {text: Open., finds: [evening_paper, pay_list], to: here}
    tell: {text: Tell., was: [say], leaves: You told them., to: here}
    vote: {text: Which?, believes: was_it_seized, to: here}
    sort: {text: Sort., sorts: [hundred_men], to: here}
    go: {text: Go.}
yard:
  title: Yard
  text: A yard.
  choices: {go: {text: Go.}, back: {text: Back., to: room}}
end:
  title: The End
  text: [SHOWN]
  ending: yes
"""


def _shown(show: str, moves: Iterable[str] = ()) -> list[str]:
    return texts(_play(show, moves).page.blocks)


def _play(show: str, moves: Iterable[str]) -> Play:
    program = small(ROOM.replace("SHOWN", f"{{show: {show}}}"))
    return begun(program, *moves, "go", "go")


FOUND = ("open", "_keep:evening_paper", "_leave:pay_list")


def test_the_day_is_the_scenes_and_what_became_of_their_cards() -> None:
    """A kept card is a row, one that was left is struck out; no date, no day."""
    blocks = _play("day", FOUND).page.blocks
    assert texts(blocks) == [
        "Your day",
        mini_date() + ". Room",
        "+1 d, press: The Orlovo Leaflet",
        "+7 d, statistic: Pay list of the militia",
    ]
    assert [block.kind for block in blocks[2:4]] == ["line", "struck"]
    assert blocks[2].ref == "evening_paper"


def mini_date() -> str:
    """The short date of the room."""
    return small(ROOM.replace("SHOWN", "End.")).scenes["room"].when_short


def test_what_was_taken_back_is_no_part_of_the_day() -> None:
    """Undo takes the scene out of the strip."""
    program = small(ROOM.replace("SHOWN", "{show: day}"))
    play = begun(program, "go", "back", "go")
    play.undo()
    play.undo()
    play.take("go")
    assert [row for row in texts(play.page.blocks) if "Room" in row] == [
        mini_date() + ". Room"
    ]


def test_the_box_lists_what_survived() -> None:
    """And says so where nothing did."""
    assert _shown("box", FOUND) == ["What survived", "+1 d, press: The Orlovo Leaflet"]
    assert _shown("box") == ["What survived", "The box is empty."]


def test_what_you_changed_names_the_card_and_says_it_once() -> None:
    """`{card}` in a `leaves` line is the card that was chosen."""
    room = ROOM.replace("SHOWN", "{show: changes}").replace(
        "tell: {text: Tell., was: [say], leaves: You told them., to: here}",
        "lend: {text: Lend it., each: box, times: 2, leaves: 'Lent {card}.', to: here}",
    )
    play = begun(small(room), *FOUND, "lend:evening_paper", "go", "go")
    assert texts(play.page.blocks)[1:] == ["Act", "Lent The Orlovo Leaflet."]


def test_histories_differ_by_what_is_in_the_box() -> None:
    """A school writes a sentence from its card, or the box is silent on it."""
    with_paper = _shown("histories, question: was_it_seized", FOUND)
    assert "Already next day the paper wrote of a seizure. [The Orlovo Leaflet]" in (
        with_paper
    )
    assert (
        "Your box is silent on this; elsewhere: The list is in the town archive."
        in (with_paper)
    )
    without = _shown("histories, question: was_it_seized")
    assert without[0].startswith("Every page was composed for octgame")
    assert without[1] == "None of these writers used anything that is in your box."
    assert without[2] == "Chroniclers"
    assert without[3].endswith("in the manner of an anniversary pamphlet.")
    assert without[4].startswith("That night the people of Orlovo took the bridge")
    assert not [row for row in without if "of yours" in row or "elsewhere" in row]


def test_a_history_names_what_of_the_box_it_leaves_out() -> None:
    """What another school used, and what it is known to pass over; nothing else."""
    program = small(ROOM.replace("SHOWN", "{show: histories, question: was_it_seized}"))
    box = ("pay_list", "evening_paper", "receipt_for_key")
    rows = texts(begun(program, "go", "go", box=box).page.blocks)
    left = [row.partition(": ")[2] for row in rows if row.startswith("Leaves out")]
    assert left == [
        "Pay list of the militia; Receipt for a key.",
        "The Orlovo Leaflet.",
    ]


VOTED = ("vote:seized", "_sure:4", "vote:both", "_sure:1")


@pytest.mark.parametrize("show", ["beliefs", "beliefs, question: was_it_seized"])
def test_beliefs_are_told_over_their_revisions(show: str) -> None:
    """Where, what, which answer, how sure; the older one first."""
    assert _shown(show, VOTED)[:3] == [
        "What you believed, and when",
        "Room: Was the bridge seized? It was seized. (4 of 4)",
        "Room: Was the bridge seized? First one, then the other. (1 of 4)",
    ]


@pytest.mark.parametrize(
    ("votes", "said"),
    [
        (("seized", "seized"), "The answer never changed."),
        (("seized", "both"), "The answer changed."),
        (("seized", "both", "seized"), "The answer changed, and changed back."),
    ],
)
def test_what_became_of_a_belief_is_said(votes: Sequence[str], said: str) -> None:
    """Of one question; of all of them together there is nothing to say."""
    moves = [move for vote in votes for move in (f"vote:{vote}", "_sure:2")]
    assert _shown("beliefs, question: was_it_seized", moves)[-1] == said
    assert said not in _shown("beliefs", moves)


def test_a_belief_that_was_taken_back_is_not_told() -> None:
    """Undo of the degree takes the belief away; another one stands instead."""
    program = small(ROOM.replace("SHOWN", "{show: beliefs}"))
    play = begun(program, *VOTED)
    play.undo()
    for move in ("_sure:2", "go", "go"):
        play.take(move)
    assert texts(play.page.blocks)[1:] == [
        "Room: Was the bridge seized? It was seized. (4 of 4)",
        "Room: Was the bridge seized? First one, then the other. (2 of 4)",
    ]


def test_who_was_never_asked_is_told_so() -> None:
    """No empty heading."""
    assert _shown("beliefs")[1:] == ["You were never asked."]


@pytest.mark.parametrize("key", ["tell", "say"])
def test_what_you_changed_is_the_lines_that_choices_leave(key: str) -> None:
    """By the present key or an older one."""
    assert _shown("changes", [key]) == ["What you changed", "Act", "You told them."]


def test_what_you_changed_says_nothing_of_the_debrief_itself() -> None:
    """A scene of today after the others is left out; one before them is told."""
    today = ROOM.replace("SHOWN", "{show: changes}").replace(
        "title: Yard", "title: Yard\n  when: today"
    )
    go = "go: {text: Go., leaves: Late.}, back"
    late = today.replace("go: {text: Go.}, back", go)
    play = begun(small(late), "tell", "go", "go")
    assert texts(play.page.blocks)[1:] == ["Act", "You told them."]


def test_who_changed_nothing_is_told_so() -> None:
    """An honest line instead of nothing."""
    assert _shown("changes")[1].startswith("You left no trace")


def test_sorting_shows_what_was_said_beside_what_is_known() -> None:
    """The fact with its status and what is right, then the player's word."""
    rows = _shown("sorting", ("sort", "_sort:established"))
    assert rows[0] == "How you sorted"
    assert rows[1] == "0 of 1 stand in the pile where you put them."
    assert rows[2].startswith("Refuted. A hundred men")
    assert rows[3].startswith("What is right: ")
    assert rows[4] == "You said: established."
    alike = _shown("sorting", ("sort", "_sort:refuted"))
    assert alike[1].startswith("1 of 1")
    assert not [row for row in alike if row.startswith("You said")]


def test_the_audit_shows_every_refuted_fact_met_or_not() -> None:
    """One that was met with what is right, any other struck out, leading to it."""
    assert _shown("audit")[1:] == ["A hundred men stormed the bridge."]
    told = ROOM.replace("SHOWN", "{show: audit}").replace(
        "no_toll_on_the_13th", "hundred_men"
    )
    met = texts(begun(small(told), "go", "go").page.blocks)
    assert met[1].startswith("Refuted. A hundred men")
    assert met[2].startswith("What is right: ")


def test_what_was_seen_is_counted_without_telling_what_was_missed() -> None:
    """Scenes with this one, cards found and kept, facts, questions."""
    assert _shown("seen", FOUND) == [
        "What you met, and what there was",
        "Scenes: 3 of 3",
        f"Cards found: 2 of {len(mini_program().cards)}",
        f"Cards in the box: 1 of {len(mini_program().cards)}",
        "Facts met: 1 of 3",
        "Questions opened: 1 of 1",
    ]


def test_a_title_within_quotation_marks_has_others_of_its_own() -> None:
    """And stands as it is where there are none around it."""
    title = "Photograph, “The seizure”"
    within = with_title("burnt “{card}”.", title)
    assert within.count("“") == within.count("”") == 1
    assert within.endswith("The seizure\N{RIGHT SINGLE QUOTATION MARK}”.")
    assert with_title("burnt {card}.", title) == f"burnt {title}."


def test_a_school_that_used_nothing_says_what_is_known_elsewhere() -> None:
    """Where another one wrote from the box; otherwise it is said once for all."""
    program = small(ROOM.replace("SHOWN", "{show: histories, question: was_it_seized}"))
    rows = texts(begun(program, "go", "go", box=("evening_paper",)).page.blocks)
    silent = "Your box is silent on this; elsewhere: The list is in the town archive."
    assert silent in rows
    assert "Leaves out, of yours: The Orlovo Leaflet." in rows
