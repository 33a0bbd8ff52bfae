"""The debrief's blocks, composed from the steps that stand and from the box."""

from collections.abc import Iterable, Sequence

import pytest

from mini import mini_program
from octgame.game.debrief import at_odds, audit, sorting
from octgame.game.journal import read
from octgame.game.page import RECORD
from octgame.game.phrases import with_title
from octgame.game.play import Play
from octgame.game.program import Shelf
from octgame.game.record import changes, day, record
from octgame.game.replay import replay
from octgame.story.evidence import AtOdds, Fact
from octgame.story.prose import Paragraph, Span
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


IN_RECORD = "they stand in the record of this play."


def test_the_day_is_the_hours_of_which_a_paper_is_left() -> None:
    """What is not in the box is counted, and leads to the record; no date, no day."""
    blocks = _play("day", FOUND).page.blocks
    assert texts(blocks) == [
        "Your day",
        mini_date() + ". Room",
        "+1 d, press: The Orlovo Leaflet",
        f"Beside that, 1 paper found and not kept: {IN_RECORD}",
    ]
    assert [block.ref for block in blocks[2:]] == ["evening_paper", RECORD]
    assert _shown("day")[1:] == [f"Beside that, 1 hour without a paper: {IN_RECORD}"]


def test_the_record_has_every_hour_and_every_paper_of_the_day() -> None:
    """A kept card is a row, one that was left is struck out."""
    play = _play("day", FOUND)
    blocks = day(play.program, play.state, play.steps)
    assert texts(blocks) == [
        "Your day",
        mini_date() + ". Room",
        "+1 d, press: The Orlovo Leaflet",
        "+7 d, statistic: Pay list of the militia",
    ]
    assert [block.kind for block in blocks[2:4]] == ["line", "struck"]


def mini_date() -> str:
    """The short date of the room."""
    return small(ROOM.replace("SHOWN", "End.")).scenes["room"].when_short


def test_what_was_taken_back_is_no_part_of_the_day() -> None:
    """Undo takes the scene out of the strip."""
    play = begun(small(ROOM.replace("SHOWN", "End.")), "go", "back", "go")
    play.undo()
    play.undo()
    play.take("go")
    rows = texts(day(play.program, play.state, play.steps))
    assert rows == ["Your day", mini_date() + ". Room"]


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


HISTORIES = "histories, question: was_it_seized"
CHRONICLERS, LEDGER = "Chroniclers, as written about 1930", "Ledger, as written 1974"
NOTHING = "Uses nothing of yours."


def test_histories_differ_by_what_is_in_the_box() -> None:
    """A school writes a sentence from its card; another leaves the card out."""
    rows = _shown(HISTORIES, FOUND)
    assert (
        "Already next day the paper wrote of a seizure. [The Orlovo Leaflet]"
        in (rows[: rows.index(LEDGER)])
    )
    assert rows[-1] == "Leaves out, of yours: The Orlovo Leaflet."


def test_a_box_that_feeds_no_history_gets_the_pages_as_they_stand() -> None:
    """It is said once, and every page is whole."""
    rows = _shown(HISTORIES)
    assert rows[1] == "Nothing in your box bears on this. The pages as they stand:"
    assert [rows[2], rows[4]] == [CHRONICLERS, LEDGER]
    assert rows[3].startswith("That night the people of Orlovo took the bridge")
    assert len(rows) == 6


def test_a_page_cannot_use_or_miss_what_was_found_after_it_was_written() -> None:
    """A paper found in 1950 is not to be had in 1930, and that is said."""
    late = ROOM.replace("SHOWN", f"{{show: {HISTORIES}}}").replace(
        "1917-03-12 21:00", "1950-03-12"
    )
    kept = ("open", "_keep:evening_paper", "_keep:pay_list")
    rows = texts(begun(small(late), *kept, "go", "go").page.blocks)
    assert rows[1] == (
        "Came to you only in 1950, too late for the page of 1930: "
        "The Orlovo Leaflet; Pay list of the militia."
    )
    assert not [row for row in rows if "Already next day" in row]
    assert rows[rows.index(LEDGER) - 1] == NOTHING
    assert [row for row in rows if row.endswith("[Pay list of the militia]")]


def test_a_history_names_what_of_the_box_it_leaves_out() -> None:
    """What another page uses and this one passes over; nothing else."""
    program = small(ROOM.replace("SHOWN", "{show: histories, question: was_it_seized}"))
    box = ("pay_list", "evening_paper", "receipt_for_key")
    rows = texts(begun(program, "go", "go", box=box).page.blocks)
    left = [row.partition(": ")[2] for row in rows if row.startswith("Leaves out")]
    assert left == ["Pay list of the militia.", "The Orlovo Leaflet."]


LESS = "Another answer, from “I would swear to it” to “A guess”."
VOTED = ("vote:seized", "_sure:4", "vote:both", "_sure:1")


SWORE = "from “I would swear to it”"


@pytest.mark.parametrize("show", ["beliefs", "beliefs, question: was_it_seized"])
def test_beliefs_are_told_over_their_revisions(show: str) -> None:
    """Where, what, which answer, how sure; the older one first."""
    assert _shown(show, VOTED)[:3] == [
        "What you believed, and when",
        "Room: Was the bridge seized? It was seized. (4 of 4)",
        ("Room: Was the bridge seized? First one, then the other. (1 of 4) " + LESS),
    ]


@pytest.mark.parametrize(
    ("votes", "said"),
    [
        (("seized:2", "seized:2"), "The same answer, as sure as before."),
        (("seized:4", "seized:3"), "The same answer, less sure."),
        (("seized:2", "both:2"), "Another answer."),
        (("seized:2", "both:3"), "Another answer, surer."),
        (("seized:4", "both:4", "both:3"), "The same answer, less sure."),
        (("seized:4", "seized:2"), f"The same answer, {SWORE} to “I think so”."),
        (("seized:4", "both:3", "seized:3"), "An earlier answer again."),
    ],
)
def test_what_became_of_a_belief_is_said(votes: Sequence[str], said: str) -> None:
    """Of the answer and of how sure it is, from the second answer on."""
    moves = [
        move for vote in votes for move in (f"vote:{vote[:-2]}", f"_sure:{vote[-1]}")
    ]
    rows = _shown("beliefs, question: was_it_seized", moves)
    assert rows[1].endswith(" of 4)")
    assert rows[-1].endswith(f" of 4) {said}")


@pytest.mark.parametrize(
    ("pile", "vote", "said"),
    [
        ("established", "both", ["A hundred men, and both?"]),
        ("refuted", "both", []),
        ("established", "seized", []),
    ],
)
def test_a_sorting_that_contradicts_the_last_answer_is_named(
    pile: str, vote: str, said: list[str]
) -> None:
    """In the author's words, where the pile and the answer are those he named."""
    odd = "{show: at_odds, question: was_it_seized}"
    voted = ("vote:seized", "_sure:1", f"vote:{vote}", "_sure:2")
    play = begun(small(ROOM.replace("SHOWN", odd)), "sort", f"_sort:{pile}", *voted)
    questions = play.program.questions
    asked = questions["was_it_seized"]
    paragraph = Paragraph((Span("A hundred men, and both?"),))
    named = AtOdds("hundred_men", "established", "both", paragraph)
    shown = at_odds(
        play.program._replace(
            questions=Shelf(questions.ids, lambda _: asked._replace(at_odds=(named,)))
        ),
        play.steps,
        questions.at["was_it_seized"],
    )
    assert texts(shown) == said


def test_a_belief_that_was_taken_back_is_not_told() -> None:
    """Undo of the degree takes the belief away; another one stands instead."""
    program = small(ROOM.replace("SHOWN", "{show: beliefs}"))
    play = begun(program, *VOTED)
    play.undo()
    for move in ("_sure:2", "go", "go"):
        play.take(move)
    assert texts(play.page.blocks)[1:] == [
        "Room: Was the bridge seized? It was seized. (4 of 4)",
        (
            "Room: Was the bridge seized? First one, then the other. (2 of 4) "
            f"Another answer, {SWORE} to “I think so”."
        ),
    ]


def test_the_last_free_sentence_is_given_back_word_for_word() -> None:
    """By what stands: not after an undo, and again in a replay of the journal."""
    program = small(ROOM.replace("SHOWN", "{show: wrote}"))
    play = begun(program)
    play.write("It was *quiet*.")
    for move in ("go", "go"):
        play.take(move)
    assert texts(play.page.blocks) == ["You wrote: It was *quiet*."]
    again = replay(program, read("\n".join(play.text))).play
    assert again.page == play.page
    play.undo()
    play.undo()
    for move in ("go", "go"):
        play.take(move)
    assert texts(play.page.blocks) == []


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


def test_what_weighs_most_leads_and_the_rest_is_counted() -> None:
    """Act by act, and it leads to the record, which has it all."""
    weighed = ROOM.replace("SHOWN", "{show: changes}").replace(
        "leaves: You told them.", "leaves: You told them., weighs: yes"
    )
    late = weighed.replace("open: {text: Open.", "open: {text: Open., leaves: Opened.")
    play = begun(small(late), *FOUND, "tell", "go", "go")
    assert texts(play.page.blocks)[1:] == [
        "You told them.",
        f"And 1 smaller thing (Act, 1): {IN_RECORD}",
    ]
    assert play.page.blocks[-1].ref == RECORD
    whole = texts(changes(play.program, play.steps))
    assert whole[1:] == ["Act", "Opened.", "You told them."]


def test_who_changed_nothing_is_told_so() -> None:
    """An honest line instead of nothing."""
    assert _shown("changes")[1].startswith("You left no trace")


def test_only_what_was_sorted_wrongly_is_put_right() -> None:
    """The fact with its status and what is right, then the player's word."""
    rows = _shown("sorting", ("sort", "_sort:established"))
    assert rows[0] == "How you sorted"
    assert rows[1] == "0 of 1 stand in the pile where you put them."
    assert rows[2].startswith("Refuted. A hundred men")
    assert rows[3].startswith("What is right: ")
    assert rows[4] == "You said: established."
    alike = _shown("sorting", ("sort", "_sort:refuted"))
    assert alike[1:] == ["1 of 1 stand in the pile where you put them."]


def test_a_wrong_sorting_names_what_there_is_on_it_in_the_box() -> None:
    """Of the fact's cards, those that are in the box; nothing where it was right."""
    play = _play("sorting", (*FOUND, "sort", "_sort:established"))
    facts = play.program.facts
    fact = facts["hundred_men"]._replace(cards=("pay_list", "evening_paper"))
    shelf = Shelf(facts.ids, lambda key: fact if key == fact.id else facts[key])
    program = play.program._replace(facts=shelf)
    rows = texts(sorting(program, play.state, play.steps))
    assert rows[-1] == "On this there is, in your box: The Orlovo Leaflet."
    assert "in your box" not in "".join(texts(play.page.blocks))


def test_what_the_player_puts_together_is_told_as_one() -> None:
    """The parts in the order in which they were said, with the title of the card."""
    room = ROOM.replace("SHOWN", "{show: said}").replace(
        "tell: {text: Tell., was: [say], leaves: You told them., to: here}",
        "tell: {text: Tell., says: It was so., to: here}\n"
        "    lend: {text: Lend., each: box, but: [pay_list],"
        " says: 'By “{card}”.', to: here}",
    )
    play = begun(small(room), *FOUND, "tell", "lend:evening_paper", "go", "go")
    whole = "It was so. By “The Orlovo Leaflet”."
    assert texts(play.page.blocks) == [whole]
    assert whole in texts(record(play.program, play.state, play.steps))


def test_a_card_may_be_left_out_of_those_that_a_choice_is_made_for() -> None:
    """`but` takes it from the cards of the box."""
    room = ROOM.replace("SHOWN", "End.").replace(
        "tell: {text: Tell.", "lend: {text: Lend., each: box, but: [pay_list]"
    )
    play = begun(small(room), box=("pay_list", "evening_paper"))
    lent = [offer.id for offer in play.page.offers if offer.id.startswith("lend")]
    assert lent == ["lend:evening_paper"]


def _audit_of(wrong: int, moves: Iterable[str] = ()) -> list[str]:
    """The rows of an audit of a story with so many wrong statements."""
    play = _play("audit", moves)
    facts = play.program.facts
    ids = (*facts.ids, *(f"wrong_{number}" for number in range(wrong - 1)))
    program = play.program._replace(
        facts=Shelf(ids, lambda key: facts.get(key) or _wrong(facts, key))
    )
    return texts(audit(program, play.state, play.steps))[1:]


def _wrong(facts: Shelf[Fact], key: str) -> Fact:
    return facts["hundred_men"]._replace(id=key, text=Paragraph((Span(key),)))


def test_the_audit_tells_three_wrong_statements_and_counts_the_rest() -> None:
    """It fills up with what was not met, in the story's order."""
    rows = _audit_of(7)
    told = [row for row in rows if row.startswith("Refuted. ")]
    assert told[1:] == [f"Refuted. wrong_{number}" for number in range(2)]
    assert rows[-1] == f"And 4 other wrong statements: {IN_RECORD}"


def test_the_audit_names_the_encyclopedia_page_of_the_box_that_has_it_too() -> None:
    """By the claim that both state; it comes first, and other kinds are not blamed."""
    play = _play("audit", FOUND)
    cards, facts = play.program.cards, play.program.facts
    known = facts["hundred_men"]._replace(claims=("C1",))
    paper = cards["evening_paper"]._replace(claims=("C1",))
    page = paper._replace(kind="encyclopedia")
    for card, blamed in ((page, True), (paper, False)):
        of = {**{key: cards[key] for key in cards.ids}, card.id: card}
        program = play.program._replace(
            facts=Shelf(facts.ids, {**facts, known.id: known}.__getitem__),
            cards=Shelf(cards.ids, of.__getitem__),
        )
        rows = texts(audit(program, play.state, play.steps))
        assert ("It stands in your box too: The Orlovo Leaflet." in rows) is blamed


def test_the_audit_says_nothing_again_that_was_sorted_a_moment_ago() -> None:
    """Unless there is nothing else, for it is never empty."""
    moves = ("sort", "_sort:refuted")
    assert "Refuted. A hundred men stormed the bridge." not in _audit_of(3, moves)
    assert _audit_of(1, moves)[0] == "Refuted. A hundred men stormed the bridge."


def test_the_record_has_the_whole_audit_from_where_the_game_is_audited() -> None:
    """Not before: it would give away what a sorting asks."""
    program = small(ROOM.replace("SHOWN", "{show: audit}"))
    before, after = begun(program), begun(program, "go", "go")
    heads = [texts(record(p.program, p.state, p.steps)) for p in (before, after)]
    assert ["An audit of this game" in rows for rows in heads] == [False, True]
    assert [row for row in heads[1] if row.startswith("Refuted. A hundred men")]


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


@pytest.mark.parametrize(
    ("box", "there"),
    [(("evening_paper",), True), (("receipt_for_key",), False), ((), False)],
)
def test_a_choice_may_ask_whether_the_box_feeds_a_question(
    box: tuple[str, ...], *, there: bool
) -> None:
    """One card from which some school writes is enough; another one feeds nothing."""
    fed = ROOM.replace("SHOWN", "End.").replace(
        "go: {text: Go.}, back: {text: Back., to: room}",
        "go: {text: Go.}, lend: {text: Lend., if: fed(was_it_seized)}",
    )
    play = begun(small(fed), "go", box=box)
    assert ("lend" in [offer.id for offer in play.page.offers]) is there
