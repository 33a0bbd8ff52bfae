"""The map and the hours: where things lie, and what they tell and do not tell."""

from hypothesis import given
from hypothesis import strategies as st

from mini import begun, mini_program
from octgame.game.places import Place, places
from octgame.story.frame import Shore
from octgame.ui import signs
from octgame.ui.chart import LONGEST, chart, framed, short
from octgame.ui.desk import Desk
from octgame.ui.panels.hours import hours
from octgame.ui.panels.where import where
from octgame.ui.typeset import Row, measure
from ui.table import KEEPER, READER, Plays, played, playing, press, text_of

OUTLINE = (Shore("North", ((60_000, 30_000), (60_000, 30_100))),)
SQUARE = (*OUTLINE, Shore("South", ((59_950, 30_000), (59_950, 30_100))))
POINTS = st.tuples(st.integers(59_900, 60_050), st.integers(29_950, 30_150))


def lines_of(rows: list[Row]) -> list[str]:
    """Rows as text."""
    return ["".join(piece.text for piece in row) for row in rows]


def drawn(*found: Place, width: int = 44, ascii_only: bool = False) -> list[str]:
    """The map with some places on it."""
    frame = framed(SQUARE, width, 17)
    return lines_of(chart(SQUARE, found, frame, ascii_only=ascii_only))


def test_north_is_up_and_east_is_right() -> None:
    """What lies to the north-east of another stands above it and to its right."""
    rows = drawn(
        Place("a", "Alpha", (59_990, 30_080), "been", ""),
        Place("b", "Beta", (59_960, 30_010), "other", ""),
    )
    alpha, beta = (
        next((y, row.index(name)) for y, row in enumerate(rows) if name in row)
        for name in ("Alpha", "Beta")
    )
    assert alpha[0] < beta[0]
    assert alpha[1] > beta[1]


def test_a_map_keeps_its_proportions() -> None:
    """A cell is twice as high as wide; north of here a degree east is half as long."""
    frame = framed(SQUARE, 200, 17)
    assert frame.height == 17
    assert 30 <= frame.width <= 36


@given(st.lists(POINTS, max_size=12), st.integers(10, 90), st.booleans())
def test_names_never_overlap_and_the_map_keeps_its_size(
    points: list[tuple[int, int]], width: int, ascii_only: bool
) -> None:
    """Every name that is drawn is drawn whole; what has no room is left to the list."""
    found = [
        Place(f"p{at}", f"Place{at:02}", point, "other", "")
        for at, point in enumerate(points)
    ]
    rows = drawn(*found, width=width, ascii_only=ascii_only)
    frame = framed(SQUARE, width, 17)
    assert [len(row) for row in rows] == [frame.width] * frame.height
    letters = sum(sign.isalnum() for row in rows for sign in row)
    assert letters == 7 * sum(f"Place{at:02}" in "".join(rows) for at in range(12))


def test_here_matters_most_where_two_places_are_one_cell() -> None:
    """The play's own place is the one that is shown."""
    spot = (59_970, 30_050)
    rows = drawn(
        Place("a", "Here", spot, "here", ""), Place("b", "There", spot, "other", "")
    )
    assert any("Here" in row for row in rows)
    assert not any("There" in row for row in rows)


def test_a_name_on_the_map_is_a_short_one() -> None:
    """Without its article and what comes after a comma."""
    assert short("The Winter Palace") == "Winter Palace"
    assert short("Nevsky Prospekt, at the Sadovaya") == "Nevsky Prospekt"
    assert len(short("A" * 60)) == LONGEST


def test_the_panel_names_every_place_with_its_standing() -> None:
    """The list has them all, and the way to each."""
    play = played(*KEEPER)
    rows = lines_of(list(where(Desk(play, Plays(play)), 44).rows))
    assert f"{signs.TAKEN} The bridge  " in rows
    assert f"{signs.SEEN} Orlovo  0.7 km south" in rows


def test_a_wide_panel_has_the_list_beside_the_map() -> None:
    """On the map's own rows."""
    play = played(*KEEPER)
    rows = lines_of(list(where(Desk(play, Plays(play)), 80).rows))
    assert rows[0].endswith("you are here")


def test_every_place_of_the_story_is_marked_or_hidden_by_a_nearer_one() -> None:
    """On the small story's own map."""
    program, play = mini_program(), begun()
    frame = framed(program.core.outline, 44, 17)
    known = places(program, play.state)
    assert all(frame.cell(place.at) for place in known)


def test_the_hours_tell_what_was_done_and_hide_the_titles_to_come() -> None:
    """Both calendars, the hour, and no title of a scene that is ahead."""
    play = played(*KEEPER)
    shown = "\n".join(lines_of(list(hours(Desk(play, Plays(play)), 60).rows)))
    assert "Scene 2 of about 4" in shown
    assert "12 Mar O.S. / 25 Mar N.S. 1917" in shown
    assert f"21  {signs.EDGE} {signs.TAKEN} 21:00 The Gatehouse, you are here" in shown
    assert "A Later Reader" not in shown
    assert "Afterwards" not in shown


def test_the_hours_say_who_you_are() -> None:
    """The role, in the author's line on it."""
    play = played(*KEEPER)
    shown = "\n".join(lines_of(list(hours(Desk(play, Plays(play)), 60).rows)))
    assert "The toll keeper. You keep the gate and the cash box." in shown


def test_before_a_role_is_taken_only_the_present_is_told() -> None:
    """Nobody knows yet how far it will be."""
    play = begun()
    rows = lines_of(list(hours(Desk(play, Plays(play)), 60).rows))
    assert not any("Scene" in row for row in rows)


def test_no_row_of_the_panels_is_too_wide() -> None:
    """In the narrowest panel there is."""
    play = played(*READER)
    desk = Desk(play, Plays(play))
    for leaf in (where(desk, 44), hours(desk, 44)):
        assert all(measure(row) <= 44 for row in leaf.rows)


async def test_the_strip_stands_under_the_bar_where_there_is_room() -> None:
    """How far it is, and the act's title; in a low window neither."""
    async with playing(played(*KEEPER), size=(100, 32)) as pilot:
        assert "Scene 2 of about 4" in text_of(pilot)
        assert text_of(pilot).split("\n")[2].endswith("The Night")
    async with playing(played(*KEEPER), size=(80, 24)) as pilot:
        assert "Scene 2" not in text_of(pilot)
        await press(pilot, "h")
        assert "Scene 2 of about 4" in text_of(pilot)


def test_a_place_of_no_account_hides_no_river() -> None:
    """Its name is left to the list then; the name of where one is stands anyway."""
    spot = (60_000, 30_050)
    there = drawn(Place("a", "A long name on water", spot, "other", ""), width=30)
    here = drawn(Place("a", "A long name on water", spot, "here", ""), width=30)
    assert sum(sign != " " for sign in there[0]) == 30
    assert not any("long name" in row for row in there[:1])
    assert any("long name" in row for row in here)
