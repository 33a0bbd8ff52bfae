"""Every print in a real browser, on both papers: whole, and without barriers."""

import base64
import re
from pathlib import Path

import pytest

from browser.chromium import Page, browsing, needs_axe, needs_chromium
from classroom.october import begun, october, walked
from octgame.classroom.folder import papers
from octgame.classroom.lesson import Class
from octgame.classroom.moves import advance, close, words
from octgame.pages.prints.bundle import as_html, before_class
from octgame.pages.prints.paper import PAPERS

OF_ONE_PAGE = (
    *("class-record.html", "evidence-inside.html", "evidence-outside.html"),
    *("sheets.html", "take-home.html", "ticket-tally.html", "tickets.html"),
)
CUT_OFF = """[...document.querySelectorAll('main, .cut, .evidence, table, section')]
  .filter(e => e.scrollWidth > e.clientWidth + 1
    || e.matches('.cut') && e.scrollHeight > e.clientHeight + 1)
  .map(e => e.className || e.tagName)"""
TALKATIVE = "Because the order had no seal, and whoever can read asks for one. " * 3


def talked_through(group: Class) -> Class:
    """The class at the lesson's end, a reason of the minority after every vote."""
    while True:
        if group.motion is not None and group.tally is None:
            hands = (9, 11, 4, 1, 1, 1)[: len(group.motion.options)]
            group = advance(advance(group, "open"), close(hands))
            if group.hears_minority:
                group = advance(group, words("reason", TALKATIVE))
        elif group.at + 1 == len(group.path) and group.stop + 1 == len(group.stops):
            return advance(group, words("sentence", TALKATIVE))
        else:
            group = advance(group, "next")


def laid_out(folder: Path, paper: str) -> list[Path]:
    """Every print of the lesson on the palace, in a folder."""
    program = october()
    prints = before_class(program, program.lessons["palace"], 45, {})
    files = as_html(prints, PAPERS[paper]) | {
        name: html.replace("size: auto", f"size: {paper}")
        for name, html in papers(talked_through(begun(50))).items()
        if name.endswith(".html")
    }
    for name, html in files.items():
        (folder / name).write_text(html, "utf-8")
    return sorted(folder.glob("*.html"))


async def pages(page: Page) -> int:
    """How many sheets of paper a page is printed on."""
    pdf = await page.call("Page.printToPDF", preferCSSPageSize=True)
    return len(re.findall(rb"/Type\s*/Page\b", base64.b64decode(pdf["data"])))


@needs_chromium
@pytest.mark.parametrize("paper", PAPERS)
async def test_each_print_fits_its_paper_and_asks_for_nothing(
    tmp_path: Path, paper: str
) -> None:
    """Nothing is cut off; what is meant for one sheet takes one; no other host."""
    async with browsing() as page:
        for file in laid_out(tmp_path, paper):
            await page.go(file.as_uri())
            await page.call("Emulation.setEmulatedMedia", media="print")
            assert await page.run(CUT_OFF) == [], file.name
            sheets = await pages(page)
            assert sheets == 1 or file.name not in OF_ONE_PAGE, file.name
            if file.name == "hand-cards.html":
                assert sheets == 2
        assert all(url.startswith(("file:", "about:")) for url in page.requests)
        assert page.complaints == []


@needs_axe
async def test_axe_finds_nothing_serious_on_any_print(tmp_path: Path) -> None:
    """As a screen shows it, and as paper does."""
    async with browsing() as page:
        for file in laid_out(tmp_path, "a4"):
            await page.go(file.as_uri())
            assert await page.serious() == [], file.name


def test_a_class_that_broke_off_has_its_papers_too() -> None:
    """With what there is."""
    assert "class-record.html" in papers(walked(begun(), "kerchief"))
