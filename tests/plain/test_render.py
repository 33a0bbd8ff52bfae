"""A page is told in the order in which things happened."""

from mini import begun, mini_program
from octgame.plain.render import page_lines


def test_what_came_of_a_choice_is_told_before_the_next_scenes_title() -> None:
    """It happened where the player was, not where the player comes to."""
    play = begun()
    for move in ("be_carter", "ask"):
        play.take(move)
        while play.page.offers and play.page.offers[0].id.startswith("_keep"):
            play.take(play.page.offers[1].id)
    lines = page_lines(mini_program(), play.page, 78)
    outcome = next(i for i, line in enumerate(lines) if "box goes under a bed" in line)

    assert outcome < lines.index(play.page.title)


def test_a_found_paper_can_be_read_before_it_is_kept_or_left() -> None:
    """Where that is asked it says how."""
    play = begun()
    for move in ("be_carter", "ask"):
        play.take(move)
    assert play.page.offers[0].id.startswith("_keep")
    lines = page_lines(mini_program(), play.page, 78)
    asked = lines.index(play.page.prompt)
    assert lines[asked + 1] == "To read it first, type open and a word of its title."
