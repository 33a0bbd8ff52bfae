"""A room through a class: phones see each round, survive a restart, and forget all."""

import asyncio
import json
from pathlib import Path

from classroom.server.phones import MOTION, Phone, opened, seated
from octgame.classroom.server.room import Room


async def stream_of(phone: Phone) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """An open stream, behind its head."""
    host, _, port = phone.room.address.partition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    rows = f"Host: {phone.room.address}\r\nCookie: seat={phone.cookie}\r\n"
    writer.write(f"GET /events HTTP/1.1\r\n{rows}\r\n".encode())
    await reader.readuntil(b"\r\n\r\n")
    return reader, writer


async def next_snapshot(reader: asyncio.StreamReader) -> dict[str, object]:
    """The next whole state that the stream tells."""
    async with asyncio.timeout(5):
        async for line in reader:
            if line.startswith(b"data: {"):
                snapshot = json.loads(line.removeprefix(b"data: "))
                assert isinstance(snapshot, dict)
                return snapshot
    raise AssertionError("the stream ended")


def content_of(folder: Path) -> bytes:
    """All that lies in a folder, with the names."""
    return b"".join(
        path.name.encode() + (path.read_bytes() if path.is_file() else b"")
        for path in folder.rglob("*")
    )


async def test_a_phone_sees_each_round_open_and_close(tmp_path: Path) -> None:
    """The stream begins with the whole state and tells the whole state each time."""
    async with opened(tmp_path) as room:
        phone = await seated(room)
        reader, writer = await stream_of(phone)
        assert (await next_snapshot(reader))["state"] == "wait"
        room.publish(MOTION, 1, "open")
        shown = await next_snapshot(reader)
        assert (shown["state"], shown["round"], shown["ask"]) == ("open", 1, MOTION.ask)
        assert shown["options"] == [o._asdict() for o in MOTION.options]
        room.publish(MOTION, 1, "closed")
        assert (await next_snapshot(reader))["state"] == "closed"
        writer.close()


async def test_many_changes_at_once_are_told_as_the_last(tmp_path: Path) -> None:
    """At most ten announcements a second: a slow phone skips to the newest."""
    async with opened(tmp_path) as room:
        reader, writer = await stream_of(await seated(room))
        await next_snapshot(reader)
        for number in range(1, 51):
            room.publish(MOTION, number, "open")
        told = [await next_snapshot(reader)]
        while told[-1]["round"] != 50:
            told.append(await next_snapshot(reader))
        assert len(told) <= 2
        writer.close()


async def test_no_phone_is_told_what_others_chose(tmp_path: Path) -> None:
    """Results are the wall's: a snapshot holds the phone's own vote and no count."""
    async with opened(tmp_path) as room:
        room.publish(MOTION, 1, "open")
        one, two = await seated(room), await seated(room)
        await one.vote(1, "stay")
        assert set((await two.ask("GET", "/state")).data) == {
            "version",
            "state",
            "round",
            "kind",
            "ask",
            "options",
            "yours",
        }
        assert (await one.ask("GET", "/state")).data["yours"] == "stay"
        assert (await two.ask("GET", "/state")).data["yours"] == ""


async def test_a_restart_keeps_code_seats_and_votes(tmp_path: Path) -> None:
    """Nobody joins again, no acknowledged vote is lost, and the version rises."""
    async with opened(tmp_path) as room:
        code, port = room.code, int(room.address.partition(":")[2])
        room.publish(MOTION, 7, "open")
        phones = [await seated(room) for _ in range(3)]
        for phone, option in zip(phones, ("stay", "go_in", "stay"), strict=True):
            await phone.vote(7, option)
        version = (await phones[0].ask("GET", "/state")).data["version"]
    async with opened(tmp_path, port=port) as room:
        assert room.code == code
        room.publish(MOTION, 7, "open")
        assert (room.counts(), room.standing.joined) == ((1, 2, 0), 3)
        for phone in phones:
            phone.room = room
        back = (await phones[1].ask("GET", "/state")).data
        assert (back["yours"], back["version"] > version) == ("go_in", True)
        assert (await phones[1].vote(7, "count")).status == 200
        assert room.counts() == (0, 2, 1)


async def test_the_journal_holds_no_address_no_browser_and_no_cookie(
    tmp_path: Path,
) -> None:
    """Hashed seats and keys of options; nothing by which a person is known."""
    async with opened(tmp_path) as room:
        room.publish(MOTION, 1, "open")
        phone = Phone(room)
        await phone.post("/join", {"code": room.code}, User_Agent="Telephone/9")
        await phone.vote(1, "stay", User_Agent="Telephone/9")
        kept = content_of(tmp_path)
        for secret in (b"127.0.0.1", b"Telephone", phone.cookie.encode()):
            assert secret not in kept
        assert b"vote 1 " in kept


async def test_at_the_end_phones_and_disk_forget(tmp_path: Path) -> None:
    """A phone that leaves has its cookie taken; of seats and votes nothing stays."""
    folder = tmp_path / "phones"
    room = Room(folder)
    await room.open("127.0.0.1", 0)
    room.publish(MOTION, 1, "open")
    phone = await seated(room)
    await phone.vote(1, "stay")
    reader, writer = await stream_of(phone)
    await next_snapshot(reader)
    ending = asyncio.create_task(room.end())
    assert (await next_snapshot(reader))["state"] == "over"
    answer = await phone.post("/leave", {})
    assert "Max-Age=0" in answer.headers["Set-Cookie"]
    await ending
    writer.close()
    assert not room.is_open
    assert not content_of(tmp_path)


async def test_the_teacher_sees_how_many_are_in_and_have_voted(tmp_path: Path) -> None:
    """Each joining and each vote is told at once, when the disk has it."""
    heard: list[tuple[int, int]] = []
    room = Room(tmp_path, on_vote=lambda: heard.append(room.standing[:2]))
    await room.open("127.0.0.1", 0)
    room.publish(MOTION, 1, "open")
    phone = await seated(room)
    await phone.vote(1, "stay")
    await phone.vote(1, "stay")
    await phone.vote(1, "go_in")
    await room.close()
    assert heard[-3:] == [(1, 0), (1, 1), (1, 1)]


async def test_a_phone_without_script_joins_votes_and_sees(tmp_path: Path) -> None:
    """Forms alone: the code is typed as people type it, a button is a vote."""
    async with opened(tmp_path) as room:
        room.publish(MOTION, 1, "open")
        phone = Phone(room)
        page = (await phone.ask("GET", "/", Accept="text/html")).body.decode()
        assert 'action="/join"' in page
        typed = f"{room.code[:3]}-{room.code[3:].lower()}"
        joined = await phone.form("/join", f"code={typed}", Origin="null")
        assert (joined.status, joined.headers["Location"]) == (303, "/")
        page = (await phone.ask("GET", "/")).body.decode()
        assert "Do you go &lt;in&gt;?" in page
        seal = page.partition('name="seal" value="')[2].partition('"')[0]
        fields = f"round=1&seal={seal}&option=stay"
        assert (await phone.form("/vote", fields, Origin="")).status == 303
        page = (await phone.ask("GET", "/")).body.decode()
        assert 'value="stay" aria-pressed="true"' in page
        assert room.counts() == (0, 1, 0)


async def test_a_closed_room_takes_everything_in_its_stride(tmp_path: Path) -> None:
    """Publishing, counting, closing and ending before it is open do nothing."""
    room = Room(tmp_path)
    room.publish(MOTION, 1, "open")
    assert (room.counts(), room.code, room.address) == ((), "", "")
    assert room.standing == (0, 0, "")
    await room.close()
    await room.end()


async def test_the_qr_code_fits_the_smallest_projector(tmp_path: Path) -> None:
    """Within 64 columns and 20 rows there is space for it and for the address."""
    async with opened(tmp_path) as room:
        lines = room.qr()
        assert len(lines) <= 15
        assert {len(line) for line in lines} == {29}
        assert set("".join(lines)) <= set(" ▀▄█")
        assert room.url == f"http://{room.address}/{room.code}"
