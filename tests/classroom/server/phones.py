"""A phone of the tests: plain HTTP over a socket, with a cookie and nothing hidden."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from octgame.classroom.ballot import Motion, Option
from octgame.classroom.server.room import Room

MOTION = Motion(
    "back_door",
    "do",
    "Do you go <in>?",
    (
        Option("go_in", "Go in & up."),
        Option("stay", "Stay."),
        Option("count", "Count."),
    ),
)


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def data(self) -> dict[str, Any]:
        """The body, which is a JSON object."""
        data = json.loads(self.body)
        assert isinstance(data, dict)
        return data


@asynccontextmanager
async def opened(folder: Path, places: int = 60, port: int = 0) -> AsyncIterator[Room]:
    """A room on the loopback interface, open while the block runs."""
    room = Room(folder, places=places)
    await room.open("127.0.0.1", port)
    try:
        yield room
    finally:
        await room.close()


async def raw(room: Room, request: bytes, source: str = "127.0.0.1") -> Answer:
    """Send bytes from an address, and read until the server closes."""
    host, _, port = room.address.partition(":")
    reader, writer = await asyncio.open_connection(
        host, int(port), local_addr=(source, 0)
    )
    try:
        writer.write(request)
        await writer.drain()
        answer = await reader.read()
    finally:
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()
    head, _, body = answer.partition(b"\r\n\r\n")
    first, *rows = head.decode().split("\r\n")
    headers = dict(row.split(": ", 1) for row in rows)
    return Answer(int(first.split()[1]), headers, body)


class Phone:
    """Asks as the room's page does; any header can be replaced or, by "", left out."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.cookie = ""
        self.source = "127.0.0.1"

    async def ask(
        self, method: str, path: str, body: bytes = b"", **headers: str
    ) -> Answer:
        """One request on a connection of its own; `_` in a header's name is `-`."""
        sent = {"Host": self.room.address, "Connection": "close"}
        if self.cookie:
            sent["Cookie"] = f"seat={self.cookie}"
        if method == "POST":
            sent["Origin"] = f"http://{self.room.address}"
            sent["Content-Type"] = "application/json"
        if body or method == "POST":
            sent["Content-Length"] = str(len(body))
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        rows = "".join(f"{name}: {value}\r\n" for name, value in sent.items() if value)
        answer = await raw(
            self.room,
            f"{method} {path} HTTP/1.1\r\n{rows}\r\n".encode() + body,
            self.source,
        )
        set_cookie = answer.headers.get("Set-Cookie", "")
        if set_cookie.startswith("seat="):
            self.cookie = set_cookie.removeprefix("seat=").partition(";")[0].strip('"')
        return answer

    async def post(self, path: str, data: object, **headers: str) -> Answer:
        """Send something as JSON."""
        return await self.ask("POST", path, json.dumps(data).encode(), **headers)

    async def form(self, path: str, fields: str, **headers: str) -> Answer:
        """Send a form, as a phone without script does."""
        kind = "application/x-www-form-urlencoded"
        return await self.ask(
            "POST", path, fields.encode(), Content_Type=kind, **headers
        )

    async def join(self) -> Answer:
        """Take a seat."""
        return await self.post("/join", {"code": self.room.code})

    async def vote(self, number: int, option: str, **headers: str) -> Answer:
        """Vote."""
        return await self.post("/vote", {"round": number, "option": option}, **headers)


async def seated(room: Room) -> Phone:
    """A phone that has joined."""
    phone = Phone(room)
    assert (await phone.join()).status == 200
    return phone
