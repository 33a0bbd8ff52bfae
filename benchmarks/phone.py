"""A phone of the benchmarks: asks as the room's page does, over real connections."""

import asyncio
import json
import random
import time
from contextlib import suppress
from math import inf
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

QUIET, PATIENCE, POLL = 4.5, 1.5, 2.0
"""Seconds, as in the page's script."""


class Network:
    """What lies between phones and room; it can be cut where no link can be.

    Attributes:
        is_up: Whether connections come about.
    """

    def __init__(self, host: str, port: int) -> None:
        self.host, self.port = host, port
        self.is_up = True
        self._open: set[asyncio.StreamWriter] = set()

    async def connect(
        self, source: tuple[str, int] | None
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """A new connection, from an address of the phone's own where it has one."""
        if not self.is_up:
            raise ConnectionRefusedError
        reader, writer = await asyncio.open_connection(
            self.host, self.port, local_addr=source
        )
        self._open.add(writer)
        return reader, writer

    def done(self, writer: asyncio.StreamWriter) -> None:
        """Close a connection."""
        self._open.discard(writer)
        writer.transport.abort()

    def cut(self) -> None:
        """Drop every connection, and let none come about."""
        self.is_up = False
        for writer in self._open:
            writer.transport.abort()


class Phone:
    """One phone.

    Attributes:
        seen: When each (round, state) was first shown.
        chosen: Per round, what was tapped last.
        acknowledged: Per round, what the room said counts, and after how many seconds.
        joins: How often a seat was asked for.
        errors: Answers that no phone of good will should get.
        state: The newest snapshot.
        snapshots: When each came.
        heard: When anything last came.
    """

    def __init__(self, network: Network, code: str, number: int) -> None:
        self.network, self.code = network, code
        self.seen: dict[tuple[int, str], float] = {}
        self.chosen: dict[int, str] = {}
        self.acknowledged: dict[int, tuple[str, float]] = {}
        self.joins = 0
        self.errors: list[str] = []
        self.state: dict[str, Any] = {"version": -1}
        self.heard = 0.0
        self.snapshots: list[float] = []
        self.on_round: Callable[[Phone], float | None] = lambda _: None
        self._cookie = ""
        self._source = None
        if number and network.host == "127.0.0.1":
            self._source = (f"127.1.{number // 250}.{number % 250 + 1}", 0)
        self._tasks: set[asyncio.Task[None]] = set()
        self._stream: asyncio.Task[None] | None = None

    async def join(self) -> None:
        """Open the page, take a seat, and listen."""
        await self.until(200, "GET", f"/{self.code}")
        self.joins += 1
        await self.until(200, "POST", "/join", {"code": self.code})
        self._listen()
        self._start(self._watch())

    def back_after(self, moment: float) -> float:
        """Seconds from a moment to the next snapshot; endless if there was none."""
        return min((at for at in self.snapshots if at > moment), default=inf) - moment

    def leave(self) -> None:
        """Stop everything."""
        for task in self._tasks:
            task.cancel()

    async def vote(self, option: str) -> None:
        """Vote until somebody says that it counts."""
        number, began = self.state["round"], time.monotonic()
        self.chosen[number] = option
        body = {"round": number, "option": option}
        while self.chosen[number] == option:
            status, data = await self.ask("POST", "/vote", body)
            if status == 200:
                self.acknowledged[number] = (option, time.monotonic() - began)
                self._show(data)
                return
            if status:
                self.errors.append(f"vote: {status}")
            await asyncio.sleep(PATIENCE)

    async def until(
        self, wanted: int, method: str, path: str, body: object = None
    ) -> None:
        """Ask until the answer is the one that is wanted."""
        while True:
            status, _ = await self.ask(method, path, body)
            if status == wanted:
                return
            if status:
                self.errors.append(f"{path}: {status}")
            await asyncio.sleep(0.2)

    async def ask(
        self, method: str, path: str, body: object = None
    ) -> tuple[int, dict[str, Any]]:
        """One request; status 0 where nothing came back in time."""
        try:
            async with asyncio.timeout(PATIENCE):
                reader, writer = await self.network.connect(self._source)
                try:
                    writer.write(self._request(method, path, body))
                    answer = await reader.read()
                finally:
                    self.network.done(writer)
        except (OSError, TimeoutError):
            return 0, {}
        head, _, content = answer.partition(b"\r\n\r\n")
        if not head:
            return 0, {}
        for row in head.split(b"\r\n"):
            if row.startswith(b"Set-Cookie: seat="):
                self._cookie = row[17:].partition(b";")[0].decode()
        data = json.loads(content) if content.startswith(b"{") else {}
        return int(head.split()[1]), data

    def _request(self, method: str, path: str, body: object) -> bytes:
        host = f"{self.network.host}:{self.network.port}"
        head = f"{method} {path} HTTP/1.1\r\nHost: {host}\r\n"
        if self._cookie:
            head += f"Cookie: seat={self._cookie}\r\n"
        content = b"" if body is None else json.dumps(body).encode()
        if method == "POST":
            head += f"Origin: http://{host}\r\nContent-Type: application/json\r\n"
            head += f"Content-Length: {len(content)}\r\n"
        return f"{head}\r\n".encode() + content

    def _start(self, what: Any) -> asyncio.Task[None]:
        task: asyncio.Task[None] = asyncio.create_task(what)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    def _listen(self) -> None:
        if self._stream is not None:
            self._stream.cancel()
        self._stream = self._start(self._listening())

    async def _listening(self) -> None:
        """What a browser does for a stream: read, and connect again."""
        while True:
            with suppress(OSError, asyncio.IncompleteReadError):
                reader, writer = await self.network.connect(self._source)
                try:
                    writer.write(self._request("GET", "/events", None))
                    await self._read(reader)
                finally:
                    self.network.done(writer)
            await asyncio.sleep(random.uniform(0.7, 1.3))

    async def _read(self, reader: asyncio.StreamReader) -> None:
        async for line in reader:
            if line.startswith(b"data: {"):
                self._show(json.loads(line[6:]))
            self.heard = time.monotonic()

    async def _watch(self) -> None:
        """While the stream is quiet, asking takes its place."""
        while True:
            await asyncio.sleep(POLL)
            if time.monotonic() - self.heard > QUIET:
                status, data = await self.ask("GET", "/state")
                if status == 200:
                    self._show(data)
                    self._listen()
                elif status == 403:
                    self.errors.append("seat lost")

    def _show(self, snapshot: dict[str, Any]) -> None:
        self.heard = time.monotonic()
        self.snapshots.append(self.heard)
        if snapshot["version"] < self.state["version"]:
            return
        self.state = snapshot
        key = (snapshot["round"], snapshot["state"])
        if key not in self.seen:
            self.seen[key] = self.heard
            wait = self.on_round(self)
            if wait is not None:
                option = random.choice(snapshot["options"])["key"]
                self._start(self._vote_after(wait, option))

    async def _vote_after(self, wait: float, option: str) -> None:
        await asyncio.sleep(wait)
        await self.vote(option)
