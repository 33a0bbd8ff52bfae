"""`octgame` and `python -m octgame`: what is known at once, all else by its command."""

import sys


def main() -> None:
    """Run the program and leave with its exit code."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from octgame import __version__  # noqa: PLC0415 - nothing else is needed

        sys.stdout.write(f"octgame {__version__}\n")
        return
    if sys.argv[1:2] == ["check"]:
        from octgame.cli.recalled import recall  # noqa: PLC0415 - a third of the rest

        code = recall(sys.argv[2:])
        if code is not None:
            sys.exit(code)
    from octgame.cli.run import run  # noqa: PLC0415 - not for the version

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
