"""The paper that is printed on, and a page that fits it."""

from functools import cache
from importlib.resources import files
from typing import NamedTuple

from octgame.pages.markup import Markup, joined, tag


class Paper(NamedTuple):
    """A size of paper, in millimetres."""

    name: str
    width: float
    height: float


PAPERS = {
    "a4": Paper("A4", 210, 297),
    "letter": Paper("letter", 215.9, 279.4),
}
"""The sizes by the word that the command takes."""

ANY = Paper("auto", 210, 279.4)
"""Whatever the browser prints on: for what is not cut up."""

MARGIN = 13
"""Millimetres that a page keeps free on each side."""

FOOT = 16
"""Millimetres below, where its number stands."""


class Print(NamedTuple):
    """A file for the printer.

    Attributes:
        title: What it is.
        copies: How many are needed, and what is done with them; shown on screen only.
        body: What is on it.
        numbered: Whether its pages carry numbers.
    """

    title: str
    copies: str
    body: Markup
    numbered: bool = True


def html(print_: Print, paper: Paper) -> str:
    """The print as a whole HTML page that needs nothing else."""
    head = (
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{tag('title', print_.title)}\n"
        f"<style>{_sizes(paper, numbered=print_.numbered)}{_style()}</style>\n"
    )
    hint = tag("p", f"Print this page: {print_.copies}", class_="screen")
    body = joined([hint, tag("main", print_.body)])
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n{head}</head>\n'
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def _sizes(paper: Paper, *, numbered: bool) -> str:
    foot = FOOT if numbered else MARGIN
    number = (
        "@bottom-right { content: counter(page); font: 9pt Arial, sans-serif; }"
        if numbered
        else ""
    )
    return (
        f"\n@page {{ size: {paper.name}; margin: {MARGIN}mm {MARGIN}mm"
        f" {foot}mm; {number} }}\n"
        f":root {{ --wide: {paper.width - 2 * MARGIN}mm;"
        f" --high: {paper.height - MARGIN - foot - 1}mm; }}\n"
    )


@cache
def _style() -> str:
    return files(__package__).joinpath("print.css").read_text("utf-8")
