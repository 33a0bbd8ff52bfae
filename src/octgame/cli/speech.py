"""What the commands say: answers on standard output, trouble on standard error."""

import os
import sys
from pathlib import Path
from typing import TextIO, cast

from octgame.plain.letters import fit


def say(text: str) -> None:
    """Print an answer, in the signs that the terminal has."""
    _write(sys.stdout, text)


def warn(text: str) -> None:
    """Print a sentence about trouble, or about what is being done."""
    _write(sys.stderr, text)


def ready_streams() -> None:
    """Let no stream fail by what it is given, nor by not being there."""
    if sys.stdin is None:
        sys.stdin = _nowhere("r")
    if sys.stdout is None:
        sys.stdout = _nowhere("w")
    if sys.stderr is None:
        sys.stderr = _nowhere("w")
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def hush() -> None:
    """Let what is still in the buffers go nowhere, once nobody reads any more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _write(stream: TextIO, text: str) -> None:
    stream.write(fit(text, stream.encoding or "utf-8") + "\n")


def _nowhere(mode: str) -> TextIO:
    return cast("TextIO", Path(os.devnull).open(mode, encoding="utf-8"))
