"""`octgame` and `python -m octgame`: the version at once, all else by its command."""

import sys


def main() -> None:
    """Run the program and leave with its exit code."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from octgame import __version__  # noqa: PLC0415 - nothing else is needed

        sys.stdout.write(f"octgame {__version__}\n")
        return
    from octgame.cli.run import run  # noqa: PLC0415 - not for the version

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
