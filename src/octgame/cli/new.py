"""`octgame new`: skeletons of stories and entries, with comments that teach."""

from pathlib import Path

import click
from click.shell_completion import CompletionItem

from octgame.cli.examples import examples
from octgame.cli.speech import say
from octgame.errors import UsageError
from octgame.story.safe import safe_line

NEXT = {
    "scene": "Play it: octgame play .",
    "card": "Give it to a choice as `finds:`, or to a scene as `shows:`.",
    "fact": "Tell it in a scene or a choice as `reveals:`.",
    "question": "Let a scene open it as `asks:`, and a choice ask it as `believes:`.",
    "codex": "Lead to it from a text as [words](its_id).",
    "source": "Name it in a fact, a card or a view.",
    "lesson": "Teach it: octgame class start ID --story .",
}
"""What an author does after adding an entry of each kind; ID is the entry's."""


@click.group(
    "new",
    no_args_is_help=False,
    epilog=examples(
        "octgame new story my_story",
        "octgame new story my_october --from october",
        "octgame new scene the_bridge --after back_door",
        "octgame new card pay_list --file cards/bridge.yaml",
    ),
)
def command() -> None:
    """Begin a story, or add a skeleton to the one you stand in.

    A skeleton reads well as it stands, and its comments say what each line is for.
    Nothing of yours is ever written over.
    """


@command.command(
    "story",
    epilog=examples(
        "octgame new story my_story",
        "octgame new story my_october --from october",
    ),
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--from",
    "of",
    default="",
    metavar="STORY",
    shell_complete=lambda _ctx, _param, typed: _shipped(typed),
    help="Copy this story: a shipped one's name, or a path.",
)
def story(folder: Path, of: str) -> None:
    """Begin a story in DIR, which is not there yet: a small one, or a copy."""
    from octgame.authoring.scaffold import stories  # noqa: PLC0415 - needs YAML
    from octgame.loading.places import story_folder  # noqa: PLC0415

    if of:
        names = stories.copied_story(story_folder(of), folder)
    else:
        names = stories.new_story(folder)
    name = safe_line(str(folder))
    shown = f'"{name}"' if " " in name else name
    editor = " and ".join(stories.FOR_EDITORS)
    own = [one for one in names if one not in stories.FOR_EDITORS]
    listed = f"{len(own)} files" if of else ", ".join(own)
    say(f"Written into {shown}: {listed}; for your editor {editor}.")
    say(f"Play it: octgame play {shown}")
    if stories.LICENCE in names:
        say(
            "Its licence is in LICENSE: give credit, say what you changed, and share "
            "under the same licence."
        )


def _adds(kind: str, *more: click.Parameter) -> click.Command:
    """The command that adds one kind of entry."""

    def callback(name: str, file: Path | None, folder: Path, after: str = "") -> None:
        _add(kind, name, file, folder, after)

    example = {
        "scene": ["the_bridge", "the_bridge --after back_door"],
        "question": ["who_won", "who_won --file questions/who_won.yaml"],
    }.get(kind, [f"my_{kind}", f"my_{kind} --file {kind}_of_mine.yaml"])
    entry = "codex entry" if kind == "codex" else kind
    return click.Command(
        kind,
        callback=callback,
        params=[click.Argument(["name"], metavar="ID"), *more, *_PLACES],
        help=f"Add the skeleton of a {entry} to the story you stand in.",
        epilog=examples(*(f"octgame new {kind} {words}" for words in example)),
    )


def _add(kind: str, name: str, file: Path | None, folder: Path, after: str) -> None:
    from octgame.authoring.scaffold.add import add  # noqa: PLC0415 - needs YAML
    from octgame.loading.places import STORY_FILE  # noqa: PLC0415

    if not (folder / STORY_FILE).is_file():
        raise UsageError(
            "there is no story.yaml here",
            "Go into the story's folder, or name it: --story FOLDER",
        )
    if file is not None and file.is_absolute():
        root = folder.resolve()
        file = file.relative_to(root) if file.is_relative_to(root) else file
    written = file.as_posix() if file is not None else ""
    added = add(folder, kind, name, file=written, after=after)
    led = f", after {added.after}" if added.after else ""
    say(f"{name} stands in {added.file}{led}. {NEXT[kind].replace('ID', name)}")


def _shipped(typed: str) -> list[CompletionItem]:
    from octgame.loading.places import shipped  # noqa: PLC0415

    names = [CompletionItem(name) for name in shipped() if name.startswith(typed)]
    return names or [CompletionItem(typed, type="dir")]


def _scenes(
    ctx: click.Context, _param: click.Parameter, typed: str
) -> list[CompletionItem]:
    """The scenes of the story one stands in."""
    from octgame.loading.load import load  # noqa: PLC0415 - only when Tab is pressed

    nodes = load(ctx.params.get("folder") or Path(), catalogue=False).nodes
    scenes = [path[1] for path in nodes if len(path) == 2 and path[0] == "scenes"]
    return [CompletionItem(name) for name in scenes if name.startswith(typed)]


_AFTER = click.Option(
    ["--after"],
    default="",
    metavar="SCENE",
    shell_complete=_scenes,
    help="The scene that leads to it; else the last of the acts that is no ending.",
)
_PLACES = (
    click.Option(
        ["--file"],
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="The story's file to write it into, a new or an old one.",
    ),
    click.Option(
        ["--story", "folder"],
        type=click.Path(path_type=Path, file_okay=False, exists=True),
        default=Path(),
        metavar="FOLDER",
        help="The story, if you stand elsewhere.",
    ),
)

for each in NEXT:
    command.add_command(_adds(each, *([_AFTER] if each == "scene" else [])))
