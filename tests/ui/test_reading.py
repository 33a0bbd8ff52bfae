"""What was read, sheet by sheet: each act is opened once."""

from octgame.ui.reading import Reading
from small import begun, small

SIDE = """
a: {title: A, text: A., choices: {go: {text: Go., to: side}}}
b: {title: B, text: B., choices: {go: {text: Go.}}}
side: {title: Side, text: S., choices: {go: {text: Go., to: b}}}
"""


def test_a_scene_outside_the_acts_does_not_begin_its_act_again() -> None:
    """The act stands above its first scene, and nowhere else."""
    play = begun(small(SIDE, ("a b end",)), "go", "go")
    reading = Reading(play.program, 60)
    reading.follow(play)
    assert [sheet.title for sheet in reading.sheets] == ["A", "Side", "B"]
    assert [sheet.act for sheet in reading.sheets] == ["Act", "", ""]


def test_an_act_that_was_taken_back_is_opened_again() -> None:
    """Undo takes its sheet away with the rest."""
    play = begun(small(SIDE, ("a", "b end")), "go", "go")
    reading = Reading(play.program, 60)
    reading.follow(play)
    assert reading.sheets[-1].act == "Act"
    play.undo()
    reading.follow(play)
    play.take("go")
    reading.follow(play)
    assert [sheet.act for sheet in reading.sheets] == ["Act", "", "Act"]
