"""The room's process, as `phones.py` starts, tells, measures and kills it."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

from links import Link

HERE = Path(__file__).parent


class RoomProcess:
    """The room's process, and what it costs."""

    def __init__(
        self, process: asyncio.subprocess.Process, hello: dict[str, Any]
    ) -> None:
        self.process = process
        self.code, self.port = str(hello["code"]), int(hello["port"])

    @classmethod
    async def start(
        cls, folder: Path, *, files: int, link: Link | None = None, port: int = 0
    ) -> Self:
        """Start it; it listens when this returns."""
        address = link.room if link else "127.0.0.1"
        process = await asyncio.create_subprocess_exec(
            *(link.inside if link else ()),
            *(sys.executable, str(HERE / "phone_room.py"), str(folder)),
            *(address, str(port), "320", str(files)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        return cls(process, await _line(process))

    async def tell(self, command: str) -> dict[str, Any]:
        """A command, and what came of it."""
        assert self.process.stdin
        self.process.stdin.write(f"{command}\n".encode())
        return await _line(self.process)

    async def stop(self, number: int = signal.SIGTERM) -> None:
        """End it."""
        with suppress(ProcessLookupError):
            self.process.send_signal(number)
        await self.process.wait()

    @property
    def seconds(self) -> float:
        """Processor time so far."""
        row = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2]
        user, system = row.split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    @property
    def megabytes(self) -> float:
        """The most memory it ever had."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024


async def _line(process: asyncio.subprocess.Process) -> dict[str, Any]:
    assert process.stdout
    line = json.loads(await process.stdout.readline())
    assert isinstance(line, dict)
    return line
