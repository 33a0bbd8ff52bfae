"""A class with phones: how soon they join, see a round, and know their votes count.

    python benchmarks/phones.py [NAME …]

Real HTTP over real sockets, the room in a process of its own, all on this machine.
Names are those of the runs below; without any, all are run. Times are median, 99 of a
hundred, and worst; the exit code is 1 where a bar is missed. The network is cut by a
virtual link where this may make one, otherwise by cutting the phones' own sockets; a
line says which.
"""

import argparse
import asyncio
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from math import inf
from pathlib import Path
from typing import NamedTuple

from links import Link, NoLinkError
from phone import Network, Phone
from room_process import RoomProcess

HERE = Path(__file__).parent
ROUNDS = 5
VOTE_WITHIN = 1.0
"""Seconds after a round is seen in which every phone has tapped."""


class Figures(NamedTuple):
    """What a class came to; times in seconds."""

    joined: float
    seen: list[float]
    voted: list[float]
    share: float
    megabytes: float
    lost: int
    errors: Counter[str]

    def misses(self, vote_bar: float, *, flooded: bool = False) -> list[str]:
        """The bars that are missed; a flood has a processor of its own to fill."""
        bars = {
            f"voted p99 > {vote_bar * 1000:.0f} ms": p99(self.voted) > vote_bar,
            "votes lost": self.lost > 0,
            "errors": bool(self.errors),
            "more than 100 MB": self.megabytes > 100,
        }
        if not flooded:
            bars |= {
                "joined > 1 s": self.joined > 1,
                "seen p99 > 150 ms": p99(self.seen) > 0.15,
                "more than 25 % of a core": self.share > 0.25,
            }
        return [name for name, missed in bars.items() if missed]

    def __str__(self) -> str:
        errors = dict(self.errors) or "no"
        return (
            f"joined {self.joined:.2f} s, seen {_ms(self.seen)},"
            f" voted {_ms(self.voted)}, {self.share:.0%} of a core,"
            f" {self.megabytes:.0f} MB,"
            f" {self.lost} votes lost, {errors} errors"
        )


def p99(times: list[float]) -> float:
    """The time that one in a hundred takes longer than."""
    return statistics.quantiles(times, n=100)[98]


def _ms(times: list[float]) -> str:
    middle, most = statistics.median(times) * 1000, max(times) * 1000
    return f"{middle:.0f}/{p99(times) * 1000:.0f}/{most:.0f} ms"


async def arrive(room: RoomProcess, network: Network, number: int) -> list[Phone]:
    """So many phones, all at once, until every one sees the room's state."""
    phones = [Phone(network, room.code, n) for n in range(1, number + 1)]
    async with asyncio.timeout(60):
        await asyncio.gather(*(phone.join() for phone in phones))
        await until(lambda: all(phone.heard for phone in phones))
    return phones


async def play(room: RoomProcess, phones: list[Phone], rounds: range) -> list[float]:
    """Vote; the moment at which each round was opened."""
    for phone in phones:
        phone.on_round = _taps
    opened = []
    for number in rounds:
        opened.append((await room.tell(f"open {number}"))["at"])
        async with asyncio.timeout(60):
            await all_voted(phones, number)
        await asyncio.sleep(1)
        await room.tell(f"closed {number}")
        await asyncio.sleep(0.3)
    return opened


async def until(done: Callable[[], bool]) -> None:
    """Wait for something that many phones do together."""
    while not done():  # noqa: ASYNC110 - an event for each would measure itself
        await asyncio.sleep(0.01)


async def all_voted(phones: list[Phone], number: int) -> None:
    """Wait until every phone knows that its vote counts."""
    await until(lambda: all(number in phone.acknowledged for phone in phones))


def _taps(phone: Phone) -> float | None:
    return random.random() * VOTE_WITHIN if phone.state["state"] == "open" else None


async def lost_in(room: RoomProcess, phones: list[Phone], number: int) -> int:
    """How far the room's tally is from what the phones were told that counts."""
    told = Counter(phone.acknowledged[number][0] for phone in phones)
    expected = [told[key] for key in ("go_in", "stay", "count")]
    counts = (await room.tell("counts"))["counts"]
    return sum(abs(a - b) for a, b in zip(counts, expected, strict=True))


async def a_class(number: int, files: int, *, flood: bool = False) -> list[str]:
    """A class of so many phones with so many open files allowed, perhaps attacked."""
    with tempfile.TemporaryDirectory() as folder:
        room = await RoomProcess.start(Path(folder), files=files)
        network = Network("127.0.0.1", room.port)
        halves = asyncio.create_task(half_open(room.port)) if flood else None
        flooder = start_flood(room) if flood else None
        await asyncio.sleep(1)
        began = time.monotonic()
        phones = await arrive(room, network, number)
        joined = time.monotonic() - began
        before, since = room.seconds, time.monotonic()
        opened = await play(room, phones, range(1, ROUNDS + 1))
        share = (room.seconds - before) / (time.monotonic() - since)
        figures = Figures(
            joined,
            [p.seen[n, "open"] - at for n, at in enumerate(opened, 1) for p in phones],
            [t for phone in phones for _, t in phone.acknowledged.values()],
            share,
            room.megabytes,
            await lost_in(room, phones, ROUNDS),
            Counter(error for phone in phones for error in phone.errors),
        )
        for phone in phones:
            phone.leave()
        if halves and flooder:
            halves.cancel()
            flooder.kill()
            print(f"  flooded by {flooder.args[0]}")  # type: ignore[index]
        await room.stop()
    print(f"  {figures}")
    return figures.misses(0.25 if flood else 0.15, flooded=flood)


async def half_open(port: int, number: int = 200) -> None:
    """Connections that never finish their first line; each that is shut comes again."""

    async def one() -> None:
        while True:
            with suppress(OSError):
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.write(b"GET / HTTP/1.1\r\nHost: ")
                with suppress(OSError):
                    await reader.read()
                writer.close()
            await asyncio.sleep(0.5)

    await asyncio.gather(*(one() for _ in range(number)))


def start_flood(room: RoomProcess) -> "subprocess.Popen[bytes]":
    """A hundred connections that ask as fast as they are answered."""
    wrk = shutil.which("wrk")
    url = f"http://127.0.0.1:{room.port}/"
    if wrk:
        command = ["wrk", "-t1", "-c100", "-d300s", url]
    else:
        command = [sys.executable, str(HERE / "flood.py"), url, "100"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL)


async def cuts(number: int = 100) -> list[str]:
    """The network is down for five seconds, three times, each in a round."""
    try:
        link: Link | None = Link()
    except NoLinkError as error:
        link = None
        print(f"  no virtual link ({error}): the phones' sockets are cut")
    missed: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        room = await RoomProcess.start(Path(folder), files=4096, link=link)
        network = Network(link.room if link else "127.0.0.1", room.port)
        phones = await arrive(room, network, number)
        for cut in (1, 2, 3):
            voting = asyncio.create_task(play(room, phones, range(cut, cut + 1)))
            await asyncio.sleep(0.4)
            link.down() if link else network.cut()
            await asyncio.sleep(5)
            up = time.monotonic()
            if link:
                link.up()
            network.is_up = True
            await voting
            missed += await _all_back(room, phones, up, cut)
        for phone in phones:
            phone.leave()
        await room.stop()
    if link:
        link.remove()
        print("  cut by a virtual link")
    return missed


async def kill(number: int = 100, runs: int = 3) -> list[str]:
    """`kill -9` in a round, and the program started again."""
    missed: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        room = await RoomProcess.start(Path(folder), files=4096)
        phones = await arrive(room, Network("127.0.0.1", room.port), number)
        for run in range(1, runs + 1):
            voting = asyncio.create_task(play(room, phones, range(run, run + 1)))
            await asyncio.sleep(0.3 + 0.2 * run)
            await room.stop(signal.SIGKILL)
            voting.cancel()
            told = {p: p.acknowledged[run][0] for p in phones if run in p.acknowledged}
            again = await RoomProcess.start(Path(folder), files=4096, port=room.port)
            up = time.monotonic()
            room = again
            kept = sum((await room.tell(f"open {run}"))["counts"])
            print(f"  killed with {len(told)} votes acknowledged, {kept} came back")
            async with asyncio.timeout(30):
                await all_voted(phones, run)
            missed += ["votes lost"] * (kept < len(told))
            missed += await _all_back(room, phones, up, run)
            await room.tell(f"closed {run}")
        for phone in phones:
            phone.leave()
        await room.stop()
    return missed


async def _all_back(
    room: RoomProcess, phones: list[Phone], up: float, number: int
) -> list[str]:
    """Wait until each has heard the room again, and compare the tally."""
    async with asyncio.timeout(30):
        await until(lambda: all(phone.back_after(up) < inf for phone in phones))
    back = [phone.back_after(up) for phone in phones]
    lost = await lost_in(room, phones, number)
    rejoined = sum(phone.joins - 1 for phone in phones)
    errors = Counter(error for phone in phones for error in phone.errors)
    print(
        f"  all back after {max(back):.1f} s, {lost} votes lost, {rejoined} rejoined,"
        f" {dict(errors) or 'no'} errors"
    )
    bars = {
        "not back in 3 s": max(back) > 3,
        "votes lost": lost > 0,
        "rejoined": rejoined > 0,
        "errors": bool(errors),
    }
    return [name for name, is_missed in bars.items() if is_missed]


RUNS: dict[str, Callable[[], Awaitable[list[str]]]] = {
    "100": lambda: a_class(100, 256),
    "300": lambda: a_class(300, 4096),
    "100-flooded": lambda: a_class(100, 256, flood=True),
    "300-flooded": lambda: a_class(300, 4096, flood=True),
    "cuts": cuts,
    "kill": kill,
}


def main() -> int:
    """Run what was named, or everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME")
    names = parser.parse_args().names or list(RUNS)
    worst = 0
    for name in names:
        print(f"{name}:", flush=True)
        missed = asyncio.run(RUNS[name]())
        worst |= bool(missed)
        print(f"  {', '.join(missed) or 'every bar is met'}", flush=True)
    return worst


if __name__ == "__main__":
    sys.exit(main())
