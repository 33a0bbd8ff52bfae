"""`octgame explain`: what a code of `check` means, with an example."""

from difflib import get_close_matches
from textwrap import indent

import click

from octgame.cli.examples import examples
from octgame.cli.speech import say
from octgame.loading.diagnostics import Code


@click.command(
    "explain",
    epilog=examples(
        "octgame explain",
        "octgame explain duplicate-key",
    ),
)
@click.argument("code", default="", metavar="[CODE]")
def command(code: str) -> None:
    """Say what a finding's code means, and what to do. Without CODE: all of them."""
    known = _known()
    if not code:
        width = max(map(len, known))
        say(
            "\n".join(f"{name:<{width}}  {known[name].title}" for name in sorted(known))
        )
        return
    if code not in known:
        near = get_close_matches(code, known, 1)
        meant = f" Did you mean {near[0]}?" if near else ""
        raise click.UsageError(f"There is no code {code!r}.{meant}")
    say(_page(code, known[code]))


def _known() -> dict[str, Code]:
    from octgame.authoring.codes_checking import CHECKING  # noqa: PLC0415
    from octgame.loading.codes import CODES  # noqa: PLC0415

    return {**CODES, **CHECKING}


def _page(name: str, code: Code) -> str:
    parts = [f"{name}: {code.title}", code.meaning]
    for title, example in (("Not like this:", code.wrong), ("But:", code.right)):
        if example:
            parts.append(f"{title}\n\n{indent(example.rstrip(), '    ')}")
    return "\n\n".join([*parts, code.advice])
