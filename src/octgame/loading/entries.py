"""The sections of a story's files, decoded file by file as these are read."""

from typing import Any

from octgame.loading.decoding.context import Context
from octgame.loading.decoding.fields import shape
from octgame.loading.decoding.kinds import (
    FRAME,
    NOUNS,
    ONE_NAMESPACE,
    SECTIONS,
    key_of,
)
from octgame.loading.decoding.kinds_story import STORY
from octgame.loading.source.nodes import MapNode, Node, ScalarNode
from octgame.story.evidence import CODEX_KINDS

Things = dict[str, dict[str, Any]]
"""The entries of each section that are well formed, by id."""


class Entries:
    """Takes one file after the other; what stands in the story section comes first.

    Attributes:
        frame: The values of the story section, or None where it is none or in error.
        things: The entries that are well formed.
    """

    def __init__(self, ctx: Context) -> None:
        self.frame: dict[str, Any] | None = None
        self.things: Things = {section: {} for section in SECTIONS}
        self._story: ScalarNode | None = None
        self._ctx = ctx
        self._waiting: list[MapNode] = []
        self._taken: dict[str, tuple[str, ScalarNode]] = {}
        self._declared: dict[str, dict[str, Node]] = {name: {} for name in SECTIONS}
        ctx.declared.update(self._declared)

    @property
    def has_story(self) -> bool:
        """Whether there is a story section."""
        return self._story is not None

    def take(self, tree: MapNode) -> None:
        """Take the sections of one file; they wait until the story section is known."""
        self._waiting.append(tree)
        if self._story is None:
            for name, node in tree.pairs:
                if name.text == "story" and isinstance(node, MapNode):
                    self._take_story(name, node)
        if self._story is not None:
            self._take_waiting()

    def finish(self) -> None:
        """Take what waits still, where there is no story section."""
        self._take_waiting()
        codex = self._declared["codex"].items()
        places = {name: node for name, node in codex if _may_be_place(node)}
        self._ctx.declared["places"] = places

    def _take_waiting(self) -> None:
        for tree in self._waiting:
            for name, node in tree.pairs:
                if name is not self._story:
                    self._take_section(name, node)
        self._waiting = []

    def _take_section(self, name: ScalarNode, node: Node) -> None:
        ctx, section = self._ctx, name.text
        if section != "story" and section not in SECTIONS:
            ctx.report(
                name.at,
                "unknown-section",
                f"no section is named “{section}”",
                suggestion=ctx.nearest(section, ["story", *SECTIONS]),
                hint="The sections are: " + ", ".join(["story", *SECTIONS]) + ".",
            )
        elif not isinstance(node, MapNode):
            message = f"“{section}” is a mapping, not {shape(node)}"
            hint = "Write each entry under it, indented, as `id:` and its keys."
            ctx.report(name.at, "wrong-type", message, hint=hint)
        elif section == "story" and self._story is not None:
            first = self._story.file
            message = f"the story section stands in {first} already"
            ctx.report(name.at, "duplicate-section", message)
        else:
            for key, entry in node.pairs:
                self._take_entry(section, key, entry)

    def _take_story(self, name: ScalarNode, node: MapNode) -> None:
        """Take the story section; the calendar comes first, since dates need it."""
        ctx, self._story = self._ctx, name
        ctx.nodes["story",] = name
        for part in FRAME:
            held = node.values.get(part)
            if held is None or isinstance(held, MapNode):
                ctx.declared[part] = held.values if held is not None else {}
        calendar = node.values.get("calendar")
        if isinstance(calendar, ScalarNode) and calendar.text == "new_style":
            ctx.calendar = "new_style"
        self.frame = STORY.decode(node, ctx, ("story",))

    def _take_entry(self, section: str, name: ScalarNode, node: Node) -> None:
        space = "" if section in ONE_NAMESPACE else section
        first = self._taken.setdefault(f"{space}/{name.text}", (section, name))
        if first[1] is not name:
            self._report_duplicate(name, *first)
            return
        ctx, path = self._ctx, (section, name.text)
        self._declared[section][name.text] = node
        ctx.nodes[path] = name
        key = key_of(section).decode(name, ctx, path)
        thing = SECTIONS[section].decode(node, ctx, path)
        if key is not None and thing is not None:
            self.things[section][key] = thing

    def _report_duplicate(
        self, name: ScalarNode, section: str, other: ScalarNode
    ) -> None:
        noun = NOUNS[section]
        self._ctx.report(
            name.at,
            "duplicate-id",
            f"“{name.text}” is a {noun} already, at {other.file}:{other.line}",
            hint="An id stands for one thing in the whole story.",
        )


def _may_be_place(entry: Node) -> bool:
    """Whether a codex entry is a place, or so wrong that it may be meant as one."""
    kind = entry.values.get("kind") if isinstance(entry, MapNode) else None
    text = kind.text if isinstance(kind, ScalarNode) else ""
    return text == "place" or text not in CODEX_KINDS
