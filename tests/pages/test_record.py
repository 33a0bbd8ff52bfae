"""A player's record tells the whole play and names nobody."""

from mini import begun, mini_program
from octgame.game.play import Play
from octgame.pages.markdown import markdown
from octgame.pages.record import record


def take(play: Play, *moves: str) -> Play:
    """A play after these moves."""
    for move in moves:
        play.take(move)
    return play


def test_a_record_tells_what_was_done_kept_and_changed() -> None:
    """Scene by scene, with the cards and their source lines."""
    play = take(begun(), "be_keeper", "_go_on", "search_desk", "_keep:keeper_log")
    take(play, *(f"_leave:{ask}" for ask in ("toll_receipt", "wire_district")))
    text = markdown(record(play))
    card = mini_program().cards["keeper_log"]
    assert "You were: The toll keeper." in text
    assert "- **The Gatehouse** 12 March 1917" in text
    assert f"    - Kept: {card.title}" in text
    assert "    - Left: Receipt for two wheels" in text
    assert f"- **{card.title}** +0 d. Memo." in text
    assert "The play is not over yet." in text


def test_a_belief_that_was_revised_stands_there_twice() -> None:
    """First what was believed at the beginning, then what later."""
    play = take(begun(), "caption:seized", "_sure:4", "be_keeper", "_go_on")
    take(play, "search_desk", "_keep:keeper_log")
    while play.page.scene != "later_reader":
        play.take(play.page.offers[-1].id)
    take(play, "decide:opened", "_sure:2")
    believed = markdown(record(play)).partition("## What you believed")[2]
    assert believed.index("It was seized. (4 of 4)") < believed.index("(2 of 4)")


def test_sentences_and_views_that_were_read_are_in_it() -> None:
    """The sentence word for word, with Markdown's signs taken literally."""
    play = take(begun(), "be_keeper")
    play.write("*Eleven* men, [one] horse.")
    text = markdown(record(play))
    assert "**The Gatehouse** \\*Eleven\\* men, \\[one\\] horse." in text


def test_a_record_says_how_its_sources_were_checked_and_who_is_credited() -> None:
    """Each source of what was met, once."""
    play = take(begun(), "be_keeper", "_go_on", "hand_over")
    text = markdown(record(play))
    assert text.count("A. Brandt, How We Took the Bridge, 1930.") == 1
    assert "Checked: cited by" in text
    assert "Orlovo, its bridge and its historians are invented." in text


def test_the_whole_audit_is_in_it_once_the_game_was_audited() -> None:
    """Not before: it would give away what is sorted on the way."""
    before, after = begun(), begun()
    while not after.page.ended:
        after.take(next(o.id for o in reversed(after.page.offers) if o.open))
    assert "An audit of this game" not in markdown(record(before))
    audit = markdown(record(after)).partition("## An audit of this game")[2]
    assert "A hundred men stormed the bridge." in audit
    assert "What is right: Eleven men are on the pay list" in audit


def test_an_untouched_play_has_a_record_too() -> None:
    """Every part says that there is nothing in it."""
    text = markdown(record(begun()))
    for nothing in ("The box is empty.", "You were never asked.", "None yet."):
        assert nothing in text
    assert text.endswith("\n")
