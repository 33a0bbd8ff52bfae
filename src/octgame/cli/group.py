"""The group of commands; a command's file is imported when the command runs."""

# ruff: noqa: ARG002 - click hands each method its context

from difflib import get_close_matches
from importlib import import_module

import click

from octgame.cli.examples import examples

COMMANDS = {
    "play": "Play a story (what octgame does by itself).",
    "check": "Tell every defect of a story, with its place.",
    "preview": "Play a story while you write it.",
    "explain": "Say what a code of check means, and what to do.",
    "new": "Begin a story, or add a scene, card, fact … to yours.",
    "schema": "Print the JSON Schema of a story's files, for editors.",
    "report": "Write a player's own record.",
    "class": "Teach a lesson to a class that votes, on a projector.",
    "journal": "List, export and import kept plays.",
    "completion": "Print a script that completes commands in a shell.",
}
"""One line on each, so that help imports none of them."""

FILES = {"class": "classes"}
"""Where a command cannot be called as its file."""


class Commands(click.Group):
    """Knows the commands by name."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; that nobody reads any more is no failure of it."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise click.exceptions.Exit(0) from None

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now."""
        if cmd_name not in COMMANDS:
            return None
        name = FILES.get(cmd_name, cmd_name)
        command: click.Command = import_module(f"octgame.cli.{name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was typed, or what was probably meant.

        Raises:
            click.UsageError: There is no such command.
        """
        if args[0] not in COMMANDS:
            near = get_close_matches(args[0], COMMANDS, 1)
            meant = f" Did you mean {near[0]}?" if near else ""
            raise click.UsageError(f"There is no command {args[0]!r}.{meant}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """The table, without an import."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=examples(
        "octgame                       play, or go on with your last play",
        "octgame play --new --plain    a new play, line by line",
        "octgame play february         a shorter story: the fall of the Tsar",
        "octgame check my_story        every defect of a story of your own",
    ),
)
def octgame() -> None:
    """Petrograd, 1917: how one night became four histories."""
