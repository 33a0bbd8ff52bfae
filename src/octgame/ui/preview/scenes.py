"""The list of all scenes, searched by typing: to go to one of them."""

from octgame.authoring.preview.rehearsal import TO
from octgame.game.program import SceneCode
from octgame.ui import signs
from octgame.ui.blocks import NO_ROW
from octgame.ui.panels.leaf import Leaf, plain
from octgame.ui.preview.desk import PreviewDesk
from octgame.ui.typeset import Piece, Row, cut


def scenes(desk: PreviewDesk, width: int) -> Leaf:
    """One row per scene whose id or title holds what was typed.

    Those with a word that begins with it come first.
    """
    wanted = desk.query.casefold()
    every = list(desk.program.scenes.values())
    found = [scene for scene in every if _fits(scene, wanted)]
    found.sort(key=lambda scene: not _begins(scene, wanted))
    rows: list[Row] = [
        (
            Piece("/ ", "mark"),
            Piece(desk.query or "type to search", "text" if desk.query else "quiet"),
        ),
        NO_ROW,
    ]
    rows += [_row(scene, desk.page.scene, width) for scene in found]
    if not found:
        rows += plain("No scene by that name. Backspace takes a letter back.", width)
    return Leaf(f"Go to · {len(found)} of {len(every)}", rows)


def _fits(scene: SceneCode, wanted: str) -> bool:
    return wanted in scene.id or wanted in scene.title.casefold()


def _begins(scene: SceneCode, wanted: str) -> bool:
    words = (*scene.id.split("_"), *scene.title.casefold().split())
    return scene.id.startswith(wanted) or any(w.startswith(wanted) for w in words)


def _row(scene: SceneCode, here: str, width: int) -> Row:
    mark = Piece(f"{signs.TAKEN if scene.id == here else ' '} ", "mark")
    title = Piece(f"  {scene.title}", "quiet")
    return cut((mark, Piece(scene.id, "text", f"take:{TO}{scene.id}"), title), width)
