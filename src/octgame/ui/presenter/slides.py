"""A slide as rows: one paragraph in a narrow column, with air around it."""

from collections.abc import Iterable, Iterator, Sequence

from octgame.classroom.slide import Slide
from octgame.game.page import Block
from octgame.story.prose import Span
from octgame.ui import signs
from octgame.ui.presenter.look import DENSITIES, Density
from octgame.ui.typeset import Piece, Row, pieces, sign, wrap

NO_ROW: Row = ()
_LISTED = ("line", "struck")


def set_slide(slide: Slide, width: int, height: int, density: int) -> list[Row]:
    """The words of a slide, as airy as asked for, or as the window lets them be.

    Args:
        slide: What is on the wall; no vote.
        width: Of the window in cells.
        height: The rows there are.
        density: A place in `DENSITIES`.
    """
    rows: list[Row] = []
    for how in DENSITIES[density:]:
        rows = _set(slide, how._replace(column=min(how.column, width - 2)))
        if len(rows) <= height:
            break
    return rows


def _set(slide: Slide, how: Density) -> list[Row]:
    rows = wrap([Piece(slide.heading, "heading")], how.column) if slide.heading else []
    if rows:
        rows += [NO_ROW] * max(how.apart, 1)
    before = ""
    for block in slide.blocks:
        if before:
            tight = block.kind in _LISTED and before in _LISTED
            rows += [NO_ROW] * (how.leading if tight else max(how.apart, how.leading))
        parts = list(_block(block, how.column))
        for at, part in enumerate(parts):
            rows += [NO_ROW] * (how.apart if at else 0)
            leading = 0 if block.kind in _LISTED else how.leading
            rows += _led(part, leading)
        before = block.kind
    if slide.kind == "ticket" and slide.sentence:
        said = [Piece(slide.sentence, "strong")]
        bar: Row = (Piece(f"{signs.QUOTED} ", "mark"),)
        rows += [NO_ROW, *wrap(said, how.column, bar, bar)]
    return rows


def _led(rows: Sequence[Row], leading: int) -> Iterator[Row]:
    """Rows with blank ones between them."""
    for at, row in enumerate(rows):
        if at:
            yield from [NO_ROW] * leading
        yield row


def _block(block: Block, width: int) -> Iterator[list[Row]]:
    """The paragraphs that a block is set as."""
    run = _unlinked(block.spans)
    match block.kind:
        case "quote":
            bar: Row = (Piece(f"{signs.QUOTED} ", "mark"),)
            yield wrap(run, width, bar, bar)
        case "note":
            yield wrap(run, width, sign(signs.NOTE))
        case "line":
            yield wrap(run, width, sign(signs.ROW))
        case "struck":
            yield wrap(
                [piece._replace(ink="struck") for piece in run],
                width,
                sign(signs.CLOSED, "quiet"),
            )
        case "card" if len(run) > 2:
            title, away, *rest = run
            far = Piece(f" {away.text.strip(' ()')} ", "badge")
            yield wrap([title], width)
            yield [(far,)]
            yield wrap(rest, width)
        case _:
            yield wrap(run, width)


def _unlinked(spans: Iterable[Span]) -> list[Piece]:
    """The spans without their links: nobody in a class can open one."""
    return pieces(span._replace(link="") for span in spans)
