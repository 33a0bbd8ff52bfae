"""The phone's page in a real browser: it votes, comes back, and asks nobody else."""

from pathlib import Path

from browser.chromium import browsing, needs_axe, needs_chromium
from classroom.server.phones import MOTION, opened
from octgame.classroom.ballot import Option

HOSTILE = MOTION._replace(
    ask="<img src=x onerror=alert(1)></h1><script>alert(2)</script>",
    options=(
        Option("a", '"><svg onload=alert(3)>'),
        Option("b", "javascript:alert(4) {{7*7}} </script>"),
    ),
)


@needs_chromium
async def test_a_phone_joins_by_the_address_votes_and_sees_each_round(
    tmp_path: Path,
) -> None:
    """With one tap; a restart of the room goes by unnoticed; no other host is asked."""
    async with browsing() as page:
        async with opened(tmp_path) as room:
            port = int(room.address.partition(":")[2])
            await page.go(room.url)
            await page.until("document.body.innerText.includes('Look at the wall')")
            room.publish(MOTION, 1, "open")
            await page.until("document.querySelectorAll('#answers button').length == 3")
            await page.run("document.querySelector('button[value=stay]').click()")
            await page.until("document.body.innerText.includes('Your vote counts')")
            assert room.counts() == (0, 1, 0)
        await page.until("document.body.innerText.includes('No connection')")
        async with opened(tmp_path, port=port) as room:
            room.publish(MOTION, 1, "open")
            await page.until("document.body.innerText.includes('Your vote counts')")
            await page.run("document.querySelector('button[value=count]').click()")
            await page.until("document.body.innerText.includes('Your vote counts')")
            assert (room.counts(), room.standing.joined) == ((0, 0, 1), 1)
            room.publish(MOTION, 1, "closed")
            await page.until("document.body.innerText.includes('The vote is closed')")
            assert not await page.run(
                "document.querySelectorAll('#answers :enabled').length"
            )
            await room.end()
            await page.until("document.body.innerText.includes('class is over')")
        own = f"http://127.0.0.1:{port}/"
        assert all(url.startswith((own, "about:")) for url in page.requests)
        assert page.complaints == []


@needs_chromium
async def test_words_that_look_like_a_page_run_nothing(tmp_path: Path) -> None:
    """Not when the server writes them, and not when the script does."""
    async with opened(tmp_path) as room, browsing() as page:
        await page.go(room.url)
        await page.until("document.body.innerText.includes('Look at the wall')")
        room.publish(HOSTILE, 1, "open")
        await page.until("document.querySelectorAll('#answers button').length == 2")
        await page.go(room.url)
        await page.until("document.querySelectorAll('#answers button').length == 2")
        assert await page.run("document.querySelectorAll('img, svg').length") == 0
        assert HOSTILE.ask == await page.run(
            "document.querySelector('#ask').textContent"
        )
        assert page.complaints == []


@needs_axe
async def test_axe_finds_nothing_serious_on_the_phones_pages(tmp_path: Path) -> None:
    """The door, a wrong code, waiting, an open vote, one's own, and the closed one."""
    async with opened(tmp_path) as room, browsing() as page:
        found: list[str] = []
        for url in (f"http://{room.address}/", f"http://{room.address}/WRNGC2"):
            await page.go(url)
            found += await page.serious() + await page.serious(dark=True)
        await page.go(room.url)
        await page.until("document.body.innerText.includes('Look at the wall')")
        found += await page.serious() + await page.serious(dark=True)
        room.publish(MOTION, 1, "open")
        await page.until("document.querySelectorAll('#answers button').length == 3")
        found += await page.serious() + await page.serious(dark=True)
        await page.run("document.querySelector('button[value=stay]').click()")
        await page.until("document.body.innerText.includes('Your vote counts')")
        found += await page.serious() + await page.serious(dark=True)
        room.publish(MOTION, 1, "closed")
        await page.until("document.body.innerText.includes('The vote is closed')")
        found += await page.serious() + await page.serious(dark=True)
        assert found == []
