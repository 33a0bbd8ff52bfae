"""What a title page says of a story, read from its first file alone."""

from pathlib import Path
from typing import NamedTuple

from octgame.loading.decoding.context import Context
from octgame.loading.decoding.fields import Id, Line
from octgame.loading.diagnostics import Diagnostics
from octgame.loading.places import STORY_FILE, shipped
from octgame.loading.source.files import read_file
from octgame.loading.source.nodes import MapNode
from octgame.loading.source.reader import read

FIELDS = {"id": Id(), "title": Line(), "about": Line()}


class Front(NamedTuple):
    """A story's own id, its title, and the line about it."""

    id: str
    title: str
    about: str


def front(folder: Path) -> Front | None:
    """What the title page says, or None where the first file does not tell it.

    Whatever is wrong with a story is found when all of it is read.

    Args:
        folder: The story's folder.
    """
    into = Diagnostics()
    data = read_file(folder, STORY_FILE, into)
    tree = read(STORY_FILE, data, into) if data is not None else None
    section = tree.values.get("story") if tree is not None else None
    if not isinstance(section, MapNode) or not FIELDS.keys() <= section.values.keys():
        return None
    context = Context(into)
    told = {
        name: field.decode(section.values[name], context, ("story", name))
        for name, field in FIELDS.items()
    }
    if into.errors:
        return None
    return Front(**{name: text for name, text in told.items() if text is not None})


def others(folder: Path) -> dict[str, Front]:
    """The shipped stories but one, by the names that `octgame play` takes.

    Args:
        folder: That of the story that is left out.
    """
    found = {name: front(at) for name, at in shipped().items() if at != folder}
    return {name: one for name, one in found.items() if one is not None}
