"""A browser that tests drive: pages, what they ask of the network, what axe finds.

Chromium speaks its own protocol over a web socket; nothing else is needed. axe comes
from npm: `npm ci --prefix tests/browser`.
"""

import asyncio
import json
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, Self

import aiohttp
import pytest

BINARY = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))),
    "",
)
AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"

needs_chromium = pytest.mark.skipif(not BINARY, reason="there is no Chromium")
needs_axe = pytest.mark.skipif(
    not (BINARY and AXE.exists()),
    reason="axe or Chromium is not there: npm ci --prefix tests/browser",
)

_START = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"),
    *("--remote-debugging-port=0", "--no-first-run", "--disable-extensions"),
    *("--disable-background-networking", "--disable-sync", "about:blank"),
)


class Page:
    """A tab.

    Attributes:
        requests: Every address that was asked for.
        complaints: What the browser says is wrong: errors, breaches of the policy.
    """

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self._socket = socket
        self._session = ""
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._loaded = asyncio.Event()
        self._reader = asyncio.create_task(self._read())

    @classmethod
    async def open(cls, socket: aiohttp.ClientWebSocketResponse) -> Self:
        """A new tab."""
        page = cls(socket)
        target = await page.call("Target.createTarget", url="about:blank")
        attached = await page.call("Target.attachToTarget", flatten=True, **target)
        page._session = attached["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log"):
            await page.call(f"{domain}.enable")
        return page

    async def call(self, method: str, **params: Any) -> dict[str, Any]:
        """One command of the protocol, and its result."""
        number = len(self._answers) + 1
        self._answers[number] = asyncio.get_running_loop().create_future()
        message = {"id": number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        await self._socket.send_json(message)
        async with asyncio.timeout(30):
            return await self._answers[number]

    async def go(self, url: str) -> None:
        """Open an address, and wait until it is loaded."""
        self._loaded.clear()
        await self.call("Page.navigate", url=url)
        async with asyncio.timeout(30):
            await self._loaded.wait()

    async def run(self, script: str) -> Any:
        """What an expression in the page comes to."""
        result = await self.call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    async def until(self, condition: str) -> None:
        """Wait until an expression in the page holds."""
        async with asyncio.timeout(20):
            while not await self.run(condition):  # noqa: ASYNC110 - the page has no event
                await asyncio.sleep(0.05)

    async def serious(self, *, dark: bool = False) -> list[str]:
        """What axe finds serious or critical in the page as it stands."""
        scheme = "dark" if dark else "light"
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        await self.call("Emulation.setEmulatedMedia", features=features)
        await self.run(AXE.read_text("utf-8") + "; 0")
        found = await self.run("axe.run().then(r => r.violations)")
        return [
            f"{rule['id']} in {node['target']}: {rule['help']}"
            for rule in found
            if rule["impact"] in ("serious", "critical")
            for node in rule["nodes"]
        ]

    async def close(self) -> None:
        """Stop listening to the tab."""
        self._reader.cancel()
        with suppress(asyncio.CancelledError):
            await self._reader

    async def _read(self) -> None:
        async for message in self._socket:
            said = json.loads(message.data)
            if "id" in said:
                answer = self._answers[said["id"]]
                if not answer.done():
                    answer.set_result(said.get("result", {"error": said.get("error")}))
            else:
                self._hear(said["method"], said["params"])

    def _hear(self, event: str, params: dict[str, Any]) -> None:
        if event == "Page.loadEventFired":
            self._loaded.set()
        elif event == "Network.requestWillBeSent":
            self.requests.append(params["request"]["url"])
        elif event == "Runtime.exceptionThrown":
            self.complaints.append(str(params["exceptionDetails"]))
        elif event == "Log.entryAdded" and params["entry"]["source"] != "network":
            self.complaints.append(params["entry"]["text"])
        elif event == "Page.javascriptDialogOpening":
            self.complaints.append(f"dialogue: {params['message']}")


@asynccontextmanager
async def browsing() -> AsyncIterator[Page]:
    """A tab of a browser that lives as long as the block."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        process = await asyncio.create_subprocess_exec(
            *(BINARY, f"--user-data-dir={profile}", *_START),
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            url = await _debugger(process)
            async with (
                aiohttp.ClientSession() as session,
                session.ws_connect(url, max_msg_size=0) as socket,
            ):
                page = await Page.open(socket)
                try:
                    yield page
                    await page.call("Browser.close")
                finally:
                    await page.close()
        finally:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()


async def _debugger(process: asyncio.subprocess.Process) -> str:
    assert process.stderr
    async with asyncio.timeout(60):
        async for line in process.stderr:
            said = line.decode(errors="replace")
            if "DevTools listening on " in said:
                return said.rpartition(" ")[2].strip()
    raise AssertionError("Chromium does not start")
