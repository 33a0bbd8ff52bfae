"""`octgame explain`: what a code of `check` means, with an example."""

from difflib import get_close_matches
from textwrap import fill

import click

from octgame.cli.examples import examples
from octgame.cli.speech import say
from octgame.loading.diagnostics import Code

WIDTH = 78
"""Columns of a page, so that it fits a terminal of 80."""

STEP = "    "


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
    from octgame.authoring.codes import EVERY, GROUPS  # noqa: PLC0415 - long texts

    if not code:
        say("\n\n".join(_list(heading, codes) for heading, codes in GROUPS.items()))
        return
    if code not in EVERY:
        near = get_close_matches(code.lower(), EVERY, 1)
        meant = f" Did you mean {near[0]}?" if near else ""
        raise click.UsageError(f"There is no code {code!r}.{meant}")
    say(_page(code, EVERY[code]))


def _list(heading: str, codes: dict[str, Code]) -> str:
    rows = [f"  {name:<19} {codes[name].title}" for name in codes]
    return "\n".join([heading, *rows])


def _page(name: str, code: Code) -> str:
    from octgame.loading.decoding.acceptances import ACCEPTABLE  # noqa: PLC0415

    told = {
        "What it means: ": code.meaning,
        "Why it matters: ": code.why,
        "What to do: ": code.advice,
    }
    if name in ACCEPTABLE:
        told["Or: "] = f"where it is meant so, write `accepts: {{{name}: why}}` there."
    parts = [f"{name}: {code.title}"]
    parts += [fill(label + text, WIDTH) for label, text in told.items()]
    parts += [f"Wrong:\n\n{_example(code.wrong)}", f"Right:\n\n{_example(code.right)}"]
    return "\n\n".join(parts)


def _example(text: str) -> str:
    """An example, indented, with names for the signs that cannot be seen."""
    lines = text.strip("\n").split("\n")
    return "\n".join(STEP + "".join(map(_visible, line)) for line in lines)


def _visible(sign: str) -> str:
    return sign if sign.isprintable() else f"<U+{ord(sign):04X}>"
