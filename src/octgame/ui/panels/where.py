"""Where and when: the place, and the scenes of this role in the order of time."""

from octgame.game.program import SceneCode
from octgame.ui import signs
from octgame.ui.blocks import NO_ROW, indented
from octgame.ui.desk import Desk
from octgame.ui.panels.leaf import Leaf, heading, plain, prose
from octgame.ui.typeset import Piece, Row, sign, wrap

LEGEND = f"{signs.SEEN} seen  {signs.TAKEN} here  {signs.TO_COME} still to come"


def where(desk: Desk, width: int) -> Leaf:
    """The place you are in, and the day so far."""
    page, program = desk.page, desk.program
    rows: list[Row] = []
    if page.when:
        rows += wrap([Piece(page.when, "strong")], width)
    if page.where:
        rows += heading(page.place, width, rows)
        rows += prose(program.codex[page.where].text, width)
    who = program.roles[page.role].name if page.role in program.roles else ""
    rows += heading(f"Your days: {who}" if who else "The days", width)
    rows += plain("O.S. is the Russian calendar of the time; N.S. is ours.", width)
    rows += [(Piece(LEGEND, "quiet"),), NO_ROW]
    for scene in _dated(desk):
        row = _scene(desk, scene, width)
        if row != rows[-len(row) :]:  # untitled scenes of one date are one row
            rows += row
    return Leaf("Where and when", rows)


def _dated(desk: Desk) -> list[SceneCode]:
    """The scenes of this role that have a date, the earliest first."""
    role = 1 << desk.play.state.role
    scenes = desk.program.scenes.values()
    dated = [s for s in scenes if s.day != (0, 0) and s.roles & role]
    return sorted(dated, key=lambda scene: scene.day)


def _scene(desk: Desk, scene: SceneCode, width: int) -> list[Row]:
    here = scene.id == desk.page.scene
    seen = desk.play.state.seen >> desk.program.scenes.at[scene.id] & 1
    mark = signs.TAKEN if here else signs.SEEN if seen else signs.TO_COME
    first = sign(mark)
    if not here and not seen:
        return wrap([Piece(scene.when_short, "quiet")], width, first)
    note = Piece(", you are here" if here else "", "quiet")
    rows = wrap([Piece(scene.title, "strong"), note], width, first)
    return rows + indented([Piece(scene.when_short, "quiet")], width)
