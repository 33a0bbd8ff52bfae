"""Whether a port can be listened on, asked before a class comes in."""

import socket


def is_free(ip: str, port: int) -> bool:
    """Whether nobody listens there yet; nothing is sent and nobody can connect."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as asker:
        asker.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            asker.bind((ip, port))
        except OSError:
            return False
    return True
