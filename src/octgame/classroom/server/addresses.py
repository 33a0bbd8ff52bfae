"""The addresses of this machine that phones in the same network can reach."""

import ipaddress
import socket
import struct
import sys
from contextlib import suppress
from typing import NamedTuple

from octgame.errors import UsageError

LOOPBACK = "127.0.0.1"

_GET_ADDRESS = {"linux": 0x8915, "darwin": 0xC0206921}
_NOWHERE = ("192.0.2.1", 9)
"""An address of documentation; asking the way to it sends nothing."""


class Address(NamedTuple):
    """An address to listen on.

    Attributes:
        name: The interface's, "wlan0", or "" where the system does not tell.
        ip: Version 4, as numbers.
    """

    name: str
    ip: str


def addresses() -> list[Address]:
    """All addresses in a local network, the one that leads outwards first."""
    found = [*_of_interfaces(), *_of_host_name()]
    first = _outwards()
    if first:
        found.append(Address("", first))
    unique: dict[str, Address] = {}
    for address in found:
        if not ipaddress.ip_address(address.ip).is_loopback:
            unique.setdefault(address.ip, address)
    return sorted(unique.values(), key=lambda address: address.ip != first)


def address_of(text: str) -> str:
    """The one address that an interface's name or an address stands for.

    Raises:
        UsageError: This machine has no such address, or it stands for all of them.
    """
    known = addresses()
    for address in (*known, Address("lo", LOOPBACK)):
        if text in (address.name, address.ip):
            return address.ip
    there = ", ".join(f"{a.name} {a.ip}".strip() for a in known)
    raise UsageError(
        f"no network interface or address {text!r}",
        f"This machine has: {there}." if there else "This machine is in no network.",
    )


def _of_interfaces() -> list[Address]:
    code = _GET_ADDRESS.get(sys.platform)
    if code is None:  # pragma: no cover
        return []
    import fcntl  # noqa: PLC0415 - not there on Windows

    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asker:
        for _, name in socket.if_nameindex():
            asked = struct.pack("256s", name.encode()[:15])
            with suppress(OSError):  # an interface without an address
                answer = fcntl.ioctl(asker.fileno(), code, asked)
                found.append(Address(name, socket.inet_ntoa(answer[20:24])))
    return found


def _of_host_name() -> list[Address]:
    try:
        known = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    except OSError:
        return []
    return [Address("", str(entry[4][0])) for entry in known]


def _outwards() -> str:
    with (
        suppress(OSError),
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asker,
    ):
        asker.connect(_NOWHERE)
        return str(asker.getsockname()[0])
    return ""
