"""The threats of a network that is not ours, each with what becomes of it."""

import asyncio
import re
from contextlib import suppress
from pathlib import Path

import pytest

from classroom.server.phones import MOTION, Phone, opened, raw, seated
from octgame.classroom.server import door, room, web
from octgame.classroom.server.buckets import Buckets
from octgame.errors import OctgameError, UsageError


async def test_the_room_listens_on_the_one_address_it_was_given(tmp_path: Path) -> None:
    """Another address of the same machine answers nothing."""
    async with opened(tmp_path) as here:
        port = int(here.address.partition(":")[2])
        with pytest.raises(ConnectionRefusedError):
            await asyncio.open_connection("127.0.0.2", port)


@pytest.mark.parametrize("host", ["", "0.0.0.0", "::", "example.com", "8.8.8.8"])
async def test_all_addresses_at_once_or_a_foreign_one_are_refused(
    host: str, tmp_path: Path
) -> None:
    """A room is open on one address of this machine, named."""
    with pytest.raises(UsageError):
        await room.Room(tmp_path).open(host, 0)


async def test_a_port_that_is_taken_is_told_in_words(tmp_path: Path) -> None:
    """The second room on a port says so, and leaves the first alone."""
    async with opened(tmp_path / "a") as here:
        port = int(here.address.partition(":")[2])
        with pytest.raises(OctgameError, match="taken by another program"):
            await room.Room(tmp_path / "b").open("127.0.0.1", port)
        assert (await Phone(here).ask("GET", "/")).status == 200


async def test_a_room_that_nobody_uses_closes_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A forgotten laptop does not stay open over the weekend."""
    monkeypatch.setattr(room, "IDLE_FOR", 0.05)
    async with opened(tmp_path) as here:
        await asyncio.sleep(0.5)
        assert not here.is_open


async def test_without_the_code_nobody_gets_a_seat(tmp_path: Path) -> None:
    """A wrong code, none, or something else altogether."""
    async with opened(tmp_path) as here:
        phone = Phone(here)
        for what, status in [
            ({"code": "ZZZZZZ" if here.code != "ZZZZZZ" else "YYYYYY"}, 403),
            ({"code": ""}, 400),
            ({"code": 1}, 400),
            ({}, 400),
            ({"code": here.code + "X"}, 403),
        ]:
            answer = await phone.post("/join", what)
            assert (answer.status, phone.cookie) == (status, "")


async def test_after_eight_wrong_codes_in_a_minute_even_the_right_one_waits(
    tmp_path: Path,
) -> None:
    """Trying codes leads nowhere, and who has a seat notices nothing of it."""
    async with opened(tmp_path) as here:
        inside, guesser = await seated(here), Phone(here)
        tries = [(await guesser.ask("GET", f"/WRNG{n}2")).status for n in range(2, 12)]
        assert tries == [403] * 8 + [429] * 2
        assert (await guesser.join()).status == 429
        assert (await guesser.ask("GET", f"/{here.code}")).status == 429
        assert (await inside.ask("GET", "/state")).status == 200


async def test_when_all_places_are_taken_nobody_joins(tmp_path: Path) -> None:
    """The class is as large as it is; the answer says what to do instead."""
    async with opened(tmp_path, places=2) as here:
        for _ in range(2):
            await seated(here)
        answer = await Phone(here).join()
        assert (answer.status, here.standing.joined) == (403, 2)
        assert "Raise your hand" in answer.data["message"]


async def test_who_joins_again_keeps_the_seat(tmp_path: Path) -> None:
    """A reload does not take a second place."""
    async with opened(tmp_path) as here:
        phone = await seated(here)
        cookie = phone.cookie
        await phone.join()
        assert (phone.cookie, here.standing.joined) == (cookie, 1)


async def test_the_seat_is_a_cookie_that_no_script_and_no_other_site_reads(
    tmp_path: Path,
) -> None:
    """128 random bits, nothing about the person."""
    async with opened(tmp_path) as here:
        answer = await Phone(here).join()
        assert re.fullmatch(
            r"seat=[A-Za-z0-9_-]{22}; HttpOnly; Max-Age=14400; Path=/; SameSite=Strict",
            answer.headers["Set-Cookie"],
        )


async def test_nobody_votes_as_another(tmp_path: Path) -> None:
    """The seat is the cookie; what a body says of seats is nothing."""
    async with opened(tmp_path) as here:
        here.publish(MOTION, 1, "open")
        one, two = await seated(here), await seated(here)
        await one.post("/vote", {"round": 1, "option": "stay", "seat": two.cookie})
        assert (await two.ask("GET", "/state")).data["yours"] == ""
        assert here.counts() == (0, 1, 0)


@pytest.mark.parametrize("cookie", ["", "A" * 22, "x", '"', "A" * 3000, "%00", "=;="])
async def test_a_cookie_that_was_never_given_is_no_seat(
    cookie: str, tmp_path: Path
) -> None:
    """Neither votes nor sees anything."""
    async with opened(tmp_path) as here:
        here.publish(MOTION, 1, "open")
        phone = Phone(here)
        phone.cookie = cookie
        assert (await phone.vote(1, "stay")).status == 403
        assert (await phone.ask("GET", "/state")).status == 403
        assert (await phone.ask("GET", "/events")).status == 403


async def test_a_second_window_is_a_second_voter_and_is_counted(tmp_path: Path) -> None:
    """What cannot be known is shown: more phones in the room than people."""
    async with opened(tmp_path) as here:
        await seated(here)
        await seated(here)
        assert here.standing.joined == 2


async def test_a_vote_counts_once_and_the_last_before_the_close_counts(
    tmp_path: Path,
) -> None:
    """Twice the same, then another; then it is closed, and an old round stays old."""
    async with opened(tmp_path) as here:
        phone = await seated(here)
        here.publish(MOTION, 4, "open")
        statuses = [
            (await phone.vote(4, option)).status for option in ("stay", "stay", "go_in")
        ]
        assert (statuses, here.counts()) == ([200] * 3, (1, 0, 0))
        here.publish(MOTION, 4, "closed")
        assert (await phone.vote(4, "stay")).status == 409
        here.publish(MOTION, 5, "open")
        assert (await phone.vote(4, "stay")).status == 409
        here.publish(None, 5, "wait")
        assert (await phone.vote(5, "stay")).status == 409
        assert here.counts() == ()


BAD_VOTES = [
    b"",
    b"null",
    b"[]",
    b"3",
    b'"round"',
    b"{",
    b"{}",
    b'{"round": "1", "option": "stay"}',
    b'{"round": 1.0, "option": "stay"}',
    b'{"round": true, "option": "stay"}',
    b'{"round": -1, "option": "stay"}',
    b'{"round": 1e999, "option": "stay"}',
    b'{"round": ' + b"9" * 4000 + b', "option": "stay"}',
    b'{"round": 1, "option": ["stay"]}',
    b'{"round": 1, "option": "flee"}',
    b'{"round": 1, "option": "' + b"s" * 300 + b'"}',
    b"[" * 4000,
    b'{"a":' * 800,
    b"\xff\xfe\x00",
    b'{"round": 1, "option": "\\ud800"}',
]


@pytest.mark.parametrize("body", BAD_VOTES)
async def test_a_body_that_is_no_vote_is_refused_and_changes_nothing(
    body: bytes, tmp_path: Path
) -> None:
    """As JSON and as a form."""
    async with opened(tmp_path) as here:
        here.publish(MOTION, 1, "open")
        phone = await seated(here)
        form = "application/x-www-form-urlencoded"
        assert (await phone.ask("POST", "/vote", body)).status == 400
        assert (await phone.ask("POST", "/vote", body, Content_Type=form)).status == 400
        assert here.counts() == (0, 0, 0)


async def test_a_body_past_four_kibibytes_is_too_large(tmp_path: Path) -> None:
    """However it is announced."""
    async with opened(tmp_path) as here:
        phone = await seated(here)
        assert (await phone.ask("POST", "/vote", b"x" * 5000)).status == 413
        answer = await phone.ask("POST", "/vote", Content_Length="130000000")
        assert answer.status == 413


async def test_a_body_that_never_comes_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A head without its body is refused after a while."""
    monkeypatch.setattr("octgame.classroom.server.asked.BODY_WITHIN", 0.05)
    async with opened(tmp_path) as here:
        phone = await seated(here)
        assert (await phone.ask("POST", "/vote", Content_Length="20")).status == 400


@pytest.mark.parametrize(
    ("name", "value", "status"),
    [
        ("Host", "evil.example", 421),
        ("Host", "127.0.0.1", 421),
        ("Host", "127.0.0.1:1", 421),
        ("Host", "[::1]:80", 421),
        ("Origin", "http://evil.example", 403),
        ("Origin", "https://{address}", 403),
        ("Origin", "http://{address}.evil.example", 403),
        ("Origin", "null", 403),
        ("Origin", "", 403),
        ("Sec-Fetch-Site", "cross-site", 403),
        ("Content-Type", "text/plain", 400),
        ("Content-Type", "multipart/form-data; boundary=x", 400),
        ("Content-Type", "", 400),
        ("Content-Encoding", "gzip", 200),
    ],
)
async def test_a_vote_is_taken_from_the_rooms_own_page_alone(
    name: str, value: str, status: int, tmp_path: Path
) -> None:
    """Another site's page, or a name that was bent to this address, gets nothing."""
    async with opened(tmp_path) as here:
        here.publish(MOTION, 1, "open")
        phone = await seated(here)
        value = value.format(address=here.address)
        answer = await phone.vote(1, "stay", **{name.replace("-", "_"): value})
        assert answer.status == status
        assert here.counts() == (0, int(status == 200), 0)


@pytest.mark.parametrize("path", ["/", "/state", "/events"])
async def test_reading_too_needs_the_rooms_own_host_and_origin(
    path: str, tmp_path: Path
) -> None:
    """A rebound name reads nothing; nor does another site's script."""
    async with opened(tmp_path) as here:
        phone = await seated(here)
        assert (await phone.ask("GET", path, Host="evil.example")).status == 421
        foreign = await phone.ask("GET", path, Origin="http://evil.example")
        assert foreign.status == 403


async def test_no_path_of_the_server_controls_the_class(tmp_path: Path) -> None:
    """There is nothing but the page, the state, its stream, and three kinds of post."""
    async with opened(tmp_path) as here:
        assert here._listener is not None
        app = here._listener.site.app()
        routes = sorted(
            f"{route.method} {route.resource.canonical}"
            for route in app.router.routes()
            if route.resource is not None and route.method != "HEAD"
        )
        assert routes == [
            "GET /",
            "GET /events",
            "GET /state",
            "GET /{code}",
            "POST /join",
            "POST /leave",
            "POST /vote",
        ]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/teacher/close", 404),
        ("GET", "/vote", 403),
        ("DELETE", "/vote", 405),
        ("PUT", "/state", 405),
        ("GET", "/../etc/passwd", 404),
        ("GET", "/%00", 403),
        ("GET", "/%ff%fe", 403),
        ("POST", "/state", 405),
    ],
)
async def test_what_is_not_there_is_refused(
    method: str, path: str, status: int, tmp_path: Path
) -> None:
    """Paths and methods that nobody gave out."""
    async with opened(tmp_path) as here:
        assert (await Phone(here).ask(method, path)).status == status


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 300 + b"\r\n",
        b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\n\r\n",
        b"POST /vote HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        b"POST /vote HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ],
)
async def test_what_is_no_request_is_a_bad_one(
    request_bytes: bytes, tmp_path: Path
) -> None:
    """Refused, without a word of how the program is made."""
    async with opened(tmp_path) as here:
        answer = await raw(here, request_bytes)
        assert answer.status in (400, 421)
        assert b"Traceback" not in answer.body


async def test_who_sends_too_often_is_told_to_wait(tmp_path: Path) -> None:
    """Each seat by itself: its neighbour is served on."""
    async with opened(tmp_path) as here:
        here.publish(MOTION, 1, "open")
        hasty, calm = await seated(here), await seated(here)
        options = ["go_in", "stay"] * 8
        statuses = [(await hasty.vote(1, option)).status for option in options]
        assert set(statuses[:12]) == {200}
        assert 429 in statuses[12:]
        many = [await hasty.ask("GET", "/state") for _ in range(60)]
        assert 429 in [answer.status for answer in many]
        assert (await calm.vote(1, "count")).status == 200


@pytest.mark.parametrize(
    ("source", "safe_for"), [("127.0.0.9", 60.0), ("127.0.0.1", 0.0)]
)
async def test_half_open_connections_make_room_for_phones(
    source: str, safe_for: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At once for another address, and after a moment for their own."""
    monkeypatch.setattr("octgame.classroom.server.listener.allowed_sockets", lambda: 10)
    monkeypatch.setattr(door, "MUTE_AT_LEAST", safe_for)
    async with opened(tmp_path) as here:
        host, _, port = here.address.partition(":")
        mute = [await asyncio.open_connection(host, int(port)) for _ in range(30)]
        phone = Phone(here)
        phone.source = source
        assert (await phone.join()).status == 200
        for _, writer in mute:
            writer.close()


async def test_a_flood_from_one_address_waits_and_a_phone_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who asks without a seat more than a class would is answered slowly."""
    monkeypatch.setattr(web, "STRANGERS_WAIT", 60.0)
    async with opened(tmp_path) as here:
        phone, stranger = await seated(here), Phone(here)
        assert here._listener is not None
        site = here._listener.site
        monkeypatch.setattr(site, "_strangers", Buckets(burst=3, per_second=0.1))
        for _ in range(3):
            assert (await stranger.ask("GET", "/")).status == 200
        waiting = asyncio.create_task(stranger.ask("GET", "/"))
        assert (await phone.ask("GET", "/state")).status == 200
        await asyncio.sleep(0.1)
        assert not waiting.done()
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)


async def test_a_connection_that_asks_nothing_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also one that sends its head letter by letter."""
    monkeypatch.setattr(door, "HEAD_WITHIN", 0.1)
    async with opened(tmp_path) as here:
        host, _, port = here.address.partition(":")
        for start in (b"", b"GET / HTTP/1.1\r\nHost: ", b"\r\n\r\n"):
            reader, writer = await asyncio.open_connection(host, int(port))
            writer.write(start)
            async with asyncio.timeout(5):
                with suppress(ConnectionResetError):
                    assert await reader.read() == b""
            writer.close()


async def test_one_address_has_no_more_than_its_share_of_connections(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A single machine does not take all of them."""
    monkeypatch.setattr(door, "MOST_FROM_ONE", 5)
    async with opened(tmp_path) as here:
        phones = [await seated(here) for _ in range(6)]
        streams = [asyncio.create_task(p.ask("GET", "/events")) for p in phones]
        _, waiting = await asyncio.wait(streams, timeout=0.3)
        assert len(waiting) == 5
        for stream in streams:
            stream.cancel()
        await asyncio.gather(*streams, return_exceptions=True)


async def test_a_seat_has_one_stream_at_a_time(tmp_path: Path) -> None:
    """A phone that comes back does not leave its old connection behind."""
    async with opened(tmp_path) as here:
        phone = await seated(here)
        first = asyncio.create_task(phone.ask("GET", "/events"))
        await asyncio.sleep(0.1)
        second = asyncio.create_task(phone.ask("GET", "/events"))
        async with asyncio.timeout(5):
            await first
        assert not second.done()
        second.cancel()
        await asyncio.gather(second, return_exceptions=True)


async def test_every_page_forbids_what_it_does_not_need(tmp_path: Path) -> None:
    """Nothing is loaded, framed, sniffed, stored, or told to another site."""
    async with opened(tmp_path) as here:
        for path in ("/", f"/{here.code}", "/NOPE22"):
            headers = (await Phone(here).ask("GET", path, Accept="text/html")).headers
            assert headers["Content-Security-Policy"].startswith("default-src 'none';")
            assert "unsafe" not in headers["Content-Security-Policy"]
            assert headers["X-Content-Type-Options"] == "nosniff"
            assert headers["Referrer-Policy"] == "no-referrer"
            assert headers["Cache-Control"] == "no-store"
            assert headers["Server"] == "octgame"


async def test_a_form_of_another_page_is_no_vote(tmp_path: Path) -> None:
    """A browser hides a form's origin; the seal says that this seat was shown it."""
    async with opened(tmp_path) as here:
        here.publish(MOTION, 1, "open")
        phone, other = await seated(here), await seated(here)
        page = (await phone.ask("GET", "/")).body.decode()
        found = re.search(r'name="seal" value="(\w+)"', page)
        assert found
        fields = "round=1&option=stay&seal="
        for who, seal in [(phone, ""), (phone, "x"), (other, found[1])]:
            answer = await who.form("/vote", fields + seal, Origin="null")
            assert (answer.status, here.counts()) == (403, (0, 0, 0))
        answer = await phone.form("/vote", fields + found[1], Origin="null")
        assert (answer.status, here.counts()) == (303, (0, 1, 0))


async def test_a_connection_is_good_for_one_request(tmp_path: Path) -> None:
    """Nobody queues requests behind one another, nor keeps a connection for later."""
    async with opened(tmp_path) as here:
        one = f"GET / HTTP/1.1\r\nHost: {here.address}\r\n\r\n".encode()
        answer = await raw(here, one * 20)
        assert (answer.status, answer.headers["Connection"]) == (200, "close")
        assert b"HTTP/1.1 200" not in answer.body


def test_a_seat_cookie_outlives_a_lesson_and_no_day() -> None:
    """Browsers that are never closed forget it too."""
    assert 3600 <= web.COOKIE_FOR <= 6 * 3600
