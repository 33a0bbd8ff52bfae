"""The plain game over two streams: a prompt, a line, an answer."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
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
    spell: Callable[[str], str] | None = None,
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
        spell: Puts a line into letters that the terminal has; by default those of its
            encoding.

    Returns:
        The exit code: 0, or 130 where the player interrupted.

    Raises:
        BrokenPipeError: Nobody reads any more.
    """
    session = Session(play, saves, width)
    spell = spell or partial(fit, encoding=shown.encoding or "utf-8")
    show = partial(_show, shown=shown, spell=spell)
    echo = not typed.isatty()
    try:
        show(session.opening(notices, resumed=resumed))
        while not session.over:
            line = _ask(typed, shown)
            if line is None:
                show(["", session.farewell])
                break
            if echo:
                show([safe_line(line.rstrip("\n"), LONGEST_ECHO)])
            show(session.answer(line))
    except KeyboardInterrupt:
        show([""])
        return INTERRUPTED
    finally:
        saves.leave()
    return 0


def _ask(typed: TextIO, shown: TextIO) -> str | None:
    """A line with its end, or None at the end of the input."""
    shown.write(f"\n{PROMPT}")
    shown.flush()
    return typed.readline() or None


def _show(lines: Iterable[str], *, shown: TextIO, spell: Callable[[str], str]) -> None:
    shown.write("".join(f"{spell(line)}\n" for line in lines))
    shown.flush()
