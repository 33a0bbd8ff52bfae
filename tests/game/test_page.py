"""What a page holds: the one value that every front end shows."""

from collections.abc import Sequence

from mini import begun as mini
from mini import mini_program
from octgame.game.page import Block
from octgame.game.program import Shelf
from octgame.game.recall import previously
from octgame.game.sourceline import card_lines, distance, fact_lines, manner_line
from small import begun, small, texts


def test_a_page_names_its_place_and_time() -> None:
    """Scene, act, title, both calendars, and the place by id and name."""
    play = mini()
    for move in ("be_keeper", "_go_on"):
        play.take(move)
    page = play.page
    assert (page.scene, page.act, page.title) == ("gatehouse", "night", "The Gatehouse")
    assert (page.where, page.place, page.role) == ("bridge", "The bridge", "keeper")
    assert page.when == mini_program().scenes["gatehouse"].when
    assert page.when_short == mini_program().scenes["gatehouse"].when_short


def test_a_quotation_and_a_link_keep_what_they_are() -> None:
    """A `> ` paragraph is a quote; a link knows where it leads."""
    play = mini()
    for move in ("be_keeper", "_go_on"):
        play.take(move)
    kinds = [block.kind for block in play.page.blocks]
    assert kinds[:3] == ["text", "quote", "text"]
    assert "militia" in [span.link for span in play.page.blocks[0].spans]
    assert "em" in [span.style for span in play.page.blocks[2].spans]


def test_a_fact_on_arrival_says_its_status_first() -> None:
    """Established facts are told plainly, with their id to open."""
    play = mini()
    for move in ("be_keeper", "_go_on"):
        play.take(move)
    fact = play.page.blocks[-1]
    assert fact.kind == "fact"
    assert fact.plain.startswith("Established. No toll was taken")
    assert fact.ref == "no_toll_on_the_13th"


def test_a_contested_fact_names_who_says_what() -> None:
    """Each account under the statement, by author and year."""
    lines = texts(fact_lines(mini_program(), mini_program().facts["hour_of_opening"]))
    assert lines[0].startswith("Contested. ")
    assert lines[1].startswith("A. Brandt (1930): says half past ten")
    assert lines[2].startswith("N. Veresova (1974): ")


def test_a_refuted_fact_says_what_is_right() -> None:
    """What is widely repeated never stands alone."""
    lines = texts(fact_lines(mini_program(), mini_program().facts["hundred_men"]))
    assert lines[0].startswith("Refuted. ")
    assert lines[1].startswith("What is right: Eleven men")


AGAIN = """
yard:
  title: Yard
  text: A yard.
  reveals: [hundred_men]
  choices:
    ask: {text: Ask., then: You ask., reveals: [hundred_men, hour_of_opening], to: here}
    go: {text: Go., then: You go., reveals: [no_toll_on_the_13th]}
hall:
  title: Hall
  text: A hall.
  reveals: [hour_of_opening, no_toll_on_the_13th]
  choices: {out: {text: Out.}}
"""


def told(blocks: Sequence[Block]) -> list[str]:
    """The facts that are told there."""
    return [block.ref for block in blocks if block.kind == "fact"]


def test_a_fact_is_told_once_in_a_play() -> None:
    """Not again where it is known, and not twice on one page."""
    play = begun(small(AGAIN))
    assert told(play.page.blocks) == ["hundred_men"]
    play.take("ask")
    assert told(play.page.before) == ["hour_of_opening"]
    assert [event.id for event in play.events] == ["hour_of_opening"]
    play.take("ask")
    assert texts(play.page.before) == ["You ask."]
    play.take("go")
    assert told(play.page.before) == ["no_toll_on_the_13th"]
    assert told(play.page.blocks) == []


def test_a_fact_that_is_told_stays_while_the_page_does() -> None:
    """Putting a card out shows the page again; undo shows it as it was."""
    play = begun(small(AGAIN), box=("pay_list",))
    play.take("ask")
    before = play.page.before
    play.take("_put_out:pay_list")
    assert play.page.before == before
    play.undo()
    play.undo()
    assert told(play.page.blocks) == ["hundred_men"]


def test_a_cards_source_line_stands_before_its_body() -> None:
    """Title, distance, kind, maker, date and audience; then what it says."""
    card = mini_program().cards["photo_anniversary"]
    first, *rest = card_lines(mini_program(), card)
    assert first.kind == "card"
    for part in ("The seizure", "+3 y", "Photograph.", "25 March 1920", "Guests"):
        assert part in first.plain
    assert rest[0].plain.startswith("Running men")
    assert "Checked: read" in texts(rest)
    assert distance(card) == "+3 y"


def test_a_year_that_the_title_of_a_source_holds_is_not_said_again() -> None:
    """A notice of November 1917 is not of "November 1917, 1917"."""
    program = mini_program()
    card = program.cards["photo_anniversary"]
    source = program.sources[card.source]
    notice = source._replace(title="Notice of March 1917", year="1917")
    sources = {**program.sources, card.source: notice}
    dated = program._replace(sources=Shelf(sources, sources.__getitem__))
    [said] = [line for line in texts(card_lines(dated, card)) if "From: " in line]
    assert said == f"From: {source.author}, Notice of March 1917"


def test_a_composed_card_says_that_it_is_composed() -> None:
    """A paper of octgame's own making is never taken for a source."""
    lines = card_lines(mini_program(), mini_program().cards["keeper_log"])
    assert "composed for octgame" in lines[0].plain
    assert [block.kind for block in lines[1:3]] == ["quote", "text"]
    assert not [block for block in lines if block.plain.startswith("From")]


def test_a_view_says_that_it_is_pastiche() -> None:
    """As written when, and in whose manner."""
    view = mini_program().questions["was_it_seized"].views[0]
    line = manner_line(view)
    assert "about 1930" in line
    assert "composed for octgame in the manner of an anniversary pamphlet" in line


def test_an_open_card_and_the_question_stand_under_the_text() -> None:
    """What lies open is shown by its source line; the question can be opened."""
    page = begun(
        small(
            """
            a:
              title: A
              text: A.
              shows: [pay_list]
              asks: was_it_seized
              choices: {stay: {text: Stay., to: here}}
            """
        )
    ).page
    assert [block.kind for block in page.blocks] == ["text", "card", "question"]
    assert page.blocks[2].plain == "A question lies open here: Was the bridge seized?"
    assert page.blocks[2].ref == page.asked == "was_it_seized"


def test_a_paragraph_with_a_condition_comes_and_goes() -> None:
    """The same page, after a belief."""
    program = small(
        """
        a:
          title: A
          text: [A., {if: brave, text: Bravely.}, {if: not brave, text: Timidly.}]
          choices: {dare: {text: Dare., set: {brave: yes}, to: a}}
        """
    )
    assert texts(begun(program).page.blocks) == ["A.", "Timidly."]
    assert texts(begun(program, "dare").page.blocks) == ["A.", "Bravely."]


def test_what_is_recalled_is_who_where_and_how_full() -> None:
    """The last choices by scene and text; nothing at the very start."""
    play = mini()
    assert previously(play) == ()
    for move in ("be_porter", "pick_up_papers", "_keep:handbill"):
        play.take(move)
    rows = texts(previously(play))
    assert rows[0] == "Previously"
    assert "You are: A carter." in rows
    assert "The Reading Room: Read on as a carter." in rows
    assert rows[-1] == "In the box: 1 card."


def test_without_a_role_nobody_is_recalled() -> None:
    """Before the witness is chosen there is no line for them."""
    play = mini()
    for move in ("caption:seized", "_sure:1"):
        play.take(move)
    rows = texts(previously(play))
    assert not [row for row in rows if row.startswith("You are")]
    assert "The Reading Room: It was seized." in rows
    assert rows[-1] == "In the box: 0 cards."
