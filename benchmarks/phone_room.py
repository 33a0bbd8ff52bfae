"""A room as a process of its own, for `phones.py`: commands in, figures out.

    python benchmarks/phone_room.py FOLDER ADDRESS PORT PLACES FILES

FILES is how many files it may have open, hard. Commands are lines: `open N`,
`closed N`, `counts`, `end`; each is answered by a line of JSON.
"""

import asyncio
import json
import resource
import sys
import time
from pathlib import Path

from octgame.classroom.ballot import Motion, Option
from octgame.classroom.server.news import Stage
from octgame.classroom.server.room import Room

MOTION = Motion(
    "back_door",
    "do",
    "The small door on the embankment is open. What do you do?",
    (
        Option("go_in", "Go in behind him."),
        Option("stay", "Stay by the firewood."),
        Option("count", "Stay, and count who passes."),
    ),
)
STAGES: dict[str, Stage] = {"open": "open", "closed": "closed"}


async def main() -> None:
    """Serve until the input ends."""
    folder, address, port, places, files = sys.argv[1:]
    resource.setrlimit(resource.RLIMIT_NOFILE, (int(files), int(files)))
    room = Room(Path(folder), places=int(places))
    await room.open(address, int(port))
    say(code=room.code, port=int(room.address.partition(":")[2]))
    reader = asyncio.StreamReader()
    protocol = asyncio.StreamReaderProtocol(reader)
    await asyncio.get_running_loop().connect_read_pipe(lambda: protocol, sys.stdin)
    async for line in reader:
        command, *number = line.decode().split()
        if command in STAGES:
            room.publish(MOTION, int(number[0]), STAGES[command])
        if command == "end":
            await room.end()
        say(counts=room.counts(), standing=room.standing)


def say(**what: object) -> None:
    """One line of JSON, with the moment."""
    print(json.dumps({"at": time.monotonic(), **what}), flush=True)


if __name__ == "__main__":
    asyncio.run(main())
