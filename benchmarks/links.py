"""A network link inside this machine, to be cut: one end lies in a namespace."""

import subprocess

_NAME = "octphones"


class NoLinkError(Exception):
    """This user or this system may not make one."""


class Link:
    """Two ends; the room stands behind the far one.

    Attributes:
        room: The far end's address.
        inside: What goes before a command that is to run behind the far end.
    """

    room = "10.213.77.2"
    inside = ("ip", "netns", "exec", _NAME)

    def __init__(self) -> None:
        near, far = f"{_NAME[:8]}0", f"{_NAME[:8]}1"
        self._far = far
        self.remove()
        for command in (
            f"ip netns add {_NAME}",
            f"ip link add {near} type veth peer name {far} netns {_NAME}",
            f"ip address add 10.213.77.1/30 dev {near}",
            f"ip link set {near} up",
            f"ip -n {_NAME} address add {self.room}/30 dev {far}",
            f"ip -n {_NAME} link set {far} up",
        ):
            self._run(command)

    def down(self) -> None:
        """Cut it."""
        self._run(f"ip -n {_NAME} link set {self._far} down")

    def up(self) -> None:
        """Mend it."""
        self._run(f"ip -n {_NAME} link set {self._far} up")

    def remove(self) -> None:
        """Take it away, with both ends."""
        command = ["ip", "netns", "delete", _NAME]
        try:
            subprocess.run(command, check=False, capture_output=True)
        except OSError as error:
            raise NoLinkError(str(error)) from error

    def _run(self, command: str) -> None:
        run = subprocess.run(
            command.split(), check=False, capture_output=True, text=True
        )
        if run.returncode:
            raise NoLinkError(run.stderr.strip())
