"""The skeleton of each kind of entry, filled with names that the story has."""

import re
from collections.abc import Mapping
from importlib.resources import files
from string import Template

from octgame.errors import UsageError
from octgame.loading.decoding.context import Path
from octgame.loading.source.nodes import Node, ScalarNode
from octgame.story.evidence import CARD_KINDS, CODEX_KINDS

KINDS = {
    "scene": "scenes",
    "card": "cards",
    "fact": "facts",
    "question": "questions",
    "codex": "codex",
    "source": "sources",
    "lesson": "lessons",
}
"""What can be added to a story, with the section that holds it."""

_COMMENT = re.compile(r"(?m)^([^#\n]*[^#\s])  +(# .*)$")
_COMMENT_COLUMN = 32

TWO = 2
"""Cards and schools that a new lesson names: enough to compare."""

Nodes = Mapping[Path, Node]


def skeleton(kind: str, name: str, nodes: Nodes, after: str = "") -> str:
    """An entry that reads well as it stands, with comments that teach.

    Args:
        kind: A key of `KINDS`.
        name: Its id.
        nodes: What the story declares, as `Loaded.nodes`.
        after: For a scene, the one it comes after: who comes there, comes here.

    Raises:
        UsageError: It needs something that the story does not have yet.
    """
    blanks = {
        "id": name,
        "title": name.replace("_", " ").capitalize(),
        "roles": _roles(after, nodes),
        "card_kinds": " ".join(CARD_KINDS),
        "codex_kinds": " ".join(CODEX_KINDS),
    }
    if kind in ("fact", "question"):
        blanks["source"] = _scholarship(nodes, kind)
    if kind == "lesson":
        blanks["question"] = _first("question", nodes, kind)
        blanks["cards"] = ", ".join(ids("cards", nodes)[:TWO])
        blanks["schools"] = ", ".join(_schools(nodes)[:TWO])
    if kind != "question":
        return _filled(kind, blanks)
    blanks["card"] = _first("card", nodes, kind)
    blanks["facts"] = _contested(nodes)
    views = [_filled("view", {**blanks, "school": one}) for one in _schools(nodes)]
    return "".join([_filled(kind, blanks), *views])


def ids(section: str, nodes: Nodes) -> list[str]:
    """The ids of a section, in the order of the files."""
    return [path[1] for path in nodes if len(path) == 2 and path[0] == section]


def _filled(kind: str, blanks: Mapping[str, str]) -> str:
    here = files(__package__) / "entries" / f"{kind}.yaml"
    text = Template(here.read_text("utf-8")).substitute(blanks)
    return _COMMENT.sub(lambda m: f"{m[1]:<{_COMMENT_COLUMN - 2}}  {m[2]}", text)


def _schools(nodes: Nodes) -> list[str]:
    schools = ("story", "schools")
    return [path[2] for path in nodes if path[:2] == schools and len(path) == 3]


def _roles(scene: str, nodes: Nodes) -> str:
    """The line that says who comes into a scene; a comment where it is everybody."""
    found = [
        node.text
        for path, node in nodes.items()
        if path[:-1] == ("scenes", scene, "roles") and isinstance(node, ScalarNode)
    ]
    return f"roles: [{', '.join(found)}]" if found else "# roles: [a_role]"


def _first(wanted: str, nodes: Nodes, kind: str) -> str:
    found = ids(KINDS[wanted], nodes)
    if found:
        return found[0]
    raise UsageError(
        f"a {kind} names a {wanted}, and this story has none yet",
        f"First: octgame new {wanted} ID",
    )


def _scholarship(nodes: Nodes, kind: str) -> str:
    """A source that is none of the documents; they alone establish nothing."""
    found = ids("sources", nodes)
    beyond = [name for name in found if ("sources", name, "document") not in nodes]
    return beyond[0] if beyond else _first("source", {}, kind)


def _contested(nodes: Nodes) -> str:
    """The first contested fact as a list, or an empty one."""
    for name in ids("facts", nodes):
        status = nodes.get(("facts", name, "status"))
        if isinstance(status, ScalarNode) and status.text == "contested":
            return f"[{name}]"
    return "[]"
