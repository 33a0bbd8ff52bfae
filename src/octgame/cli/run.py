"""One command from its words to its exit code; no traceback ever reaches the user."""

import os
import sys
from collections.abc import Sequence

from octgame.cli.speech import hush, ready_streams, warn
from octgame.errors import ExitCode, OctgameError
from octgame.story.safe import safe_line

INTERRUPTED = ExitCode.SIGNAL + 2
OWN_OPTIONS = ("-h", "--help")


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say.

    Args:
        arguments: What stands after the program's name; without a command: play.

    Returns:
        The exit code.
    """
    ready_streams()
    try:
        code = _run(list(arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        hush()
        return ExitCode.OK
    return code


def _run(arguments: list[str]) -> int:
    try:
        return _play() if not arguments else _command(arguments)
    except OctgameError as problem:
        warn(f"octgame: {safe_line(problem.message, 400)}")
        if problem.hint:
            warn(problem.hint)
        return problem.exit_code
    except KeyboardInterrupt:
        warn("")
        return INTERRUPTED
    except BrokenPipeError:
        raise
    except Exception as fault:  # noqa: BLE001 - the last net; nobody is above it
        return _crashed(fault)


def _play() -> int:
    from octgame.cli.playing import Asked, play  # noqa: PLC0415 - all that it needs

    return play(Asked())


def _command(arguments: list[str]) -> int:
    import click  # noqa: PLC0415 - a mere `octgame` is spared it

    from octgame.cli.group import octgame  # noqa: PLC0415

    if arguments[0].startswith("-") and arguments[0] not in OWN_OPTIONS:
        arguments.insert(0, "play")
    try:
        done = octgame.main(arguments, prog_name="octgame", standalone_mode=False)
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as problem:
        warn(f"octgame: {safe_line(problem.format_message(), 400)}")
        if isinstance(problem, click.UsageError) and problem.ctx is not None:
            warn(f"Try: {problem.ctx.command_path} --help")
        return ExitCode.USAGE
    return done if isinstance(done, int) else ExitCode.OK


def _crashed(fault: Exception) -> int:
    if os.environ.get("OCTGAME_DEBUG"):
        import traceback  # noqa: PLC0415 - for those who asked to see it

        traceback.print_exception(fault)
    what = safe_line(f"{type(fault).__name__}: {fault}", 200)
    warn(f"octgame: a fault of octgame itself ({what}); what you played is kept")
    warn("OCTGAME_DEBUG=1 shows where. Please report it.")
    return ExitCode.CRASH
