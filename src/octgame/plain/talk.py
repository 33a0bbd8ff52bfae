"""The plain game over two streams: a prompt, a line, an answer."""

from collections.abc import Iterable, Sequence
from typing import TextIO

from octgame.game.play import Play
from octgame.plain.letters import fit
from octgame.plain.session import Session
from octgame.saves.shelf import Saves
from octgame.story.safe import safe_line

PROMPT = "> "
INTERRUPTED = 130
LONGEST_ECHO = 2000
"""Signs of a typed line that are repeated where the input is no terminal."""


def talk(
    play: Play,
    saves: Saves,
    typed: TextIO,
    shown: TextIO,
    *,
    width: int,
    notices: Sequence[str] = (),
    resumed: bool = False,
) -> int:
    """Play until the player leaves or the input ends.

    Args:
        play: Where it begins.
        saves: Where plays are kept; the open one is let go of at the end.
        typed: What the player types; it is echoed where it is no terminal.
        shown: Where the game speaks.
        width: Of the terminal, in cells.
        notices: Sentences said before the first page.
        resumed: Whether the play is gone on with.

    Returns:
        The exit code: 0, or 130 where the player interrupted.

    Raises:
        BrokenPipeError: Nobody reads any more.
    """
    session = Session(play, saves, width)
    echo = not typed.isatty()
    try:
        _show(session.opening(notices, resumed=resumed), shown)
        while not session.over:
            line = _ask(typed, shown, echo=echo)
            if line is None:
                _show(["", session.farewell], shown)
                break
            _show(session.answer(line), shown)
    except KeyboardInterrupt:
        _show([""], shown)
        return INTERRUPTED
    finally:
        saves.leave()
    return 0


def _ask(typed: TextIO, shown: TextIO, *, echo: bool) -> str | None:
    """A line without its end, or None at the end of the input."""
    shown.write(f"\n{PROMPT}")
    shown.flush()
    line = typed.readline()
    if not line:
        return None
    if echo:
        _show([safe_line(line.rstrip("\n"), LONGEST_ECHO)], shown)
    return line


def _show(lines: Iterable[str], shown: TextIO) -> None:
    encoding = shown.encoding or "utf-8"
    shown.write("".join(f"{fit(line, encoding)}\n" for line in lines))
    shown.flush()
