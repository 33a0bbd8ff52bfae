"""Ask a page as fast as it is answered, where `wrk` is not installed.

python benchmarks/flood.py URL CONNECTIONS
"""

import asyncio
import sys
from contextlib import suppress
from urllib.parse import urlsplit


async def ask(host: str, port: int) -> None:
    """One connection after the other."""
    request = f"GET / HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n".encode()
    while True:
        with suppress(OSError):
            reader, writer = await asyncio.open_connection(host, port)
            writer.write(request)
            await reader.read()
            writer.close()


async def main() -> None:
    """Until it is killed."""
    url = urlsplit(sys.argv[1])
    host, port = url.hostname or "", url.port or 80
    await asyncio.gather(*(ask(host, port) for _ in range(int(sys.argv[2]))))


if __name__ == "__main__":
    asyncio.run(main())
