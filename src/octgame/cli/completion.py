"""`octgame completion`: a script that completes commands in a shell."""

import click

from octgame.cli.examples import examples
from octgame.cli.speech import say


@click.command(
    "completion",
    epilog=examples(
        "octgame completion bash >> ~/.bashrc",
        "octgame completion fish > ~/.config/fish/completions/octgame.fish",
    ),
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish", "powershell"]))
def command(shell: str) -> None:
    """Print the script that completes octgame's commands in SHELL."""
    from click.shell_completion import get_completion_class  # noqa: PLC0415

    from octgame.cli.group import octgame  # noqa: PLC0415 - it imports this file

    completes = get_completion_class(shell)
    if completes is None:
        raise click.UsageError(f"This click is too old to complete for {shell}.")
    say(completes(octgame, {}, "octgame", "_OCTGAME_COMPLETE").source())
