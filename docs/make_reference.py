"""Write docs/reference.md again: `python docs/make_reference.py`.

Everything in it is taken from the decoder's declarations and the model's docstrings;
the examples are from the small story that the tests play.
"""  # noqa: INP001 - a script, not a package

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from octgame.loading.decoding import kinds_story
from octgame.loading.decoding.describe import describe
from octgame.loading.decoding.fields import Field
from octgame.loading.decoding.kinds import SECTIONS
from octgame.loading.decoding.kinds_scene import NEEDS
from octgame.loading.decoding.kinds_story import STORY
from octgame.loading.decoding.shapes import Key, ListOf, Made, MapOf, Record
from octgame.loading.decoding.texts import INSERT, PASSAGE, TextField
from octgame.loading.diagnostics import Diagnostics
from octgame.loading.source.nodes import ListNode, MapNode, Node, ScalarNode
from octgame.loading.source.reader import read
from octgame.story import evidence, frame, lessons, scenes

REFERENCE = Path(__file__).with_name("reference.md")
STORY_OF_EXAMPLES = Path(__file__).parents[1] / "tests" / "stories" / "mini"

LONGEST_EXAMPLE = 72
"""Signs of an example that stands beside its key."""

SHOWN_WHOLE = {
    "story": ("",),
    "scenes": ("gatehouse", "dark_hours", "later_reader"),
    "cards": ("photo_anniversary", "wire_reply"),
    "facts": ("no_toll_on_the_13th", "hour_of_opening", "hundred_men"),
    "questions": ("was_it_seized",),
    "codex": ("bridge",),
    "sources": ("gazetteer",),
    "claims": ("C001",),
    "lessons": ("one_bridge",),
}
"""The entries of that story which are shown as they stand; "" is the section itself."""

MODELS: dict[str, type] = {
    "a school": evidence.School,
    "a role": frame.Role,
    "an act": frame.Act,
    "a variable": frame.Variable,
    "a scene": scenes.Scene,
    "a choice": scenes.Choice,
    "a way on": scenes.Branch,
    "a paragraph with a condition": scenes.Passage,
    "a block of the debrief": scenes.Insert,
    "a card": evidence.Card,
    "a fact": evidence.Fact,
    "a question": evidence.Question,
    "a view": evidence.View,
    "a sentence of a history": evidence.FromCard,
    "what is at odds": evidence.AtOdds,
    "a codex entry": evidence.Entry,
    "a source": evidence.Source,
    "a claim": evidence.Claim,
    "a lesson": lessons.Lesson,
    "a half of the class": lessons.Half,
    "a step of a lesson": lessons.Step,
    "a vote": lessons.Vote,
    "a misconception": lessons.Misconception,
    "a task to take home": lessons.TakeHome,
}
"""What each record becomes; its docstring says what it is."""

HEAD = """# Every field of a story's files

Made by `python docs/make_reference.py` from what the reader itself declares: do not
edit. How the format is meant stands in [format.md](format.md); what must hold between
entries, `octgame check` knows and `octgame explain` lists. The examples are from a
small story, [tests/stories/mini](../tests/stories/mini), that the tests read and play.

Beside its own keys every mapping below takes one more, **`accepts`**: findings of
`octgame check` that are meant so, each with the reason, as
`accepts: {never-closed: The lesson closes it.}` See
“Findings that are meant so” in [format.md](format.md).

The sections, each at most once in a file:"""

Occurrences = dict[tuple[str, str], list[Node]]


class Source(NamedTuple):
    """The story of the examples: the lines of each file, and its tree."""

    lines: dict[str, list[str]]
    trees: list[MapNode]


def reference() -> str:
    """The whole page."""
    source = _source()
    found = _occurrences(source)
    sections: dict[str, Field[object]] = {"story": STORY, **SECTIONS}
    parts = [HEAD, "\n".join(f"- [`{name}`](#{name})" for name in sections)]
    told: set[str] = set()
    for section, field in sections.items():
        parts.append(f"## {section}")
        for record in records(field):
            if record.noun not in told:
                told.add(record.noun)
                parts += _record(record, found)
        parts += _whole(section, source)
    return "\n\n".join(parts) + "\n"


def records(field: Field[Any]) -> Iterator[Record[object]]:
    """The records that a field holds, each before those within it."""
    match field:
        case Record():
            yield field
            for key in field.keys:
                yield from records(key.type)
        case ListOf() | MapOf():
            yield from records(field.item)
        case Made():
            yield from records(field.field)
        case TextField():
            yield from (PASSAGE, INSERT)


def _source() -> Source:
    into = Diagnostics()
    files = sorted(STORY_OF_EXAMPLES.glob("*.yaml"))
    trees = [read(file.name, file.read_bytes(), into) for file in files]
    return Source(into.sources, [tree for tree in trees if tree is not None])


def _occurrences(source: Source) -> Occurrences:
    """Every value of each key of each record, in the story of the examples."""
    found: Occurrences = {}
    for tree in source.trees:
        for section, node in tree.values.items():
            field = STORY if section == "story" else MapOf(SECTIONS[section])
            _note(field, node, found)
    return found


def _note(field: Field[Any], node: Node, found: Occurrences) -> None:
    match field, node:
        case Record(), MapNode():
            for key in field.keys:
                if key.name in node.values:
                    value = node.values[key.name]
                    found.setdefault((field.noun, key.name), []).append(value)
                    _note(key.type, value, found)
        case ListOf(), _:
            for item in node.items if isinstance(node, ListNode) else [node]:
                _note(field.item, item, found)
        case MapOf(), MapNode():
            for item in node.values.values():
                _note(field.item, item, found)
        case Made(), _:
            _note(field.field, node, found)
        case TextField(), ListNode():
            for item in node.items:
                _note(field, item, found)
        case TextField(), MapNode():
            _note(INSERT if "show" in node.values else PASSAGE, node, found)


def _record(record: Record[object], found: Occurrences) -> list[str]:
    if record is STORY:
        about = _first_sentence(kinds_story.__doc__ or "")
    else:
        about = _first_sentence(MODELS[record.noun].__doc__ or "")
    heading = f"### {record.noun[0].upper()}{record.noun[1:]}"
    keys = "\n".join(_key(record, key, found) for key in record.keys)
    return [heading, about, keys]


def _first_sentence(docstring: str) -> str:
    return docstring.partition("\n\n")[0].strip()


def _key(record: Record[object], key: Key, found: Occurrences) -> str:
    needed = ", needed" if key.required else ""
    said = [f"- **`{key.name}`**{needed}. {key.doc}", _linked(describe(key.type))]
    if record.noun == "a choice" and key.name in NEEDS:
        said.append(f"Only beside {' or '.join(f'`{k}`' for k in NEEDS[key.name])}.")
    if record.noun == "a variable":
        kinds = dict(kinds_story.TYPE_KEYS.values())
        own = (
            f"Every variable of the type `{kinds.get(key.name)}` has it, and no other."
        )
        said += [own] if key.name in kinds else []
    example = _example(key.name, found.get((record.noun, key.name), []))
    return " ".join(said) + (f"\n  `{example}`" if example else "")


def _linked(sentence: str) -> str:
    """A sentence whose nouns lead to the records that they name."""
    sentence = sentence[0].upper() + sentence[1:]
    nouns = "|".join(sorted(MODELS, key=len, reverse=True))
    return re.sub(
        rf"(each|item) ({nouns})\b",
        lambda m: f"{m[1]} [{m[2]}](#{m[2].replace(' ', '-')})",
        sentence,
    )


def _example(name: str, nodes: list[Node]) -> str:
    """The shortest line that gives the key a value, or ""."""
    lines = [f"{name}: {text}" for node in nodes if (text := _text(node))]
    fitting = [line for line in lines if len(line) <= LONGEST_EXAMPLE]
    return min(fitting, key=len, default="")


def _text(node: Node, *, within: bool = False) -> str:
    """A value on one line, or "" where it is meant to be read on several."""
    if isinstance(node, ScalarNode):
        quoted = node.style in ("'", '"') or (
            within and re.search(r"[,\[\]{}]", node.text)
        )
        if node.style in ("|", ">"):
            return ""
        return json.dumps(node.text, ensure_ascii=False) if quoted else node.text
    if isinstance(node, ListNode):
        items = [_text(item, within=True) for item in node.items]
        return f"[{', '.join(items)}]" if all(items) else ""
    pairs = [(name.text, _text(item, within=True)) for name, item in node.pairs]
    shown = ", ".join(f"{name}: {text}" for name, text in pairs)
    return f"{{{shown}}}" if all(text for _, text in pairs) else ""


def _whole(section: str, source: Source) -> list[str]:
    """The chosen entries of a section, as they stand in their file."""
    blocks = [_lines(section, entry, source) for entry in SHOWN_WHOLE[section]]
    shown = "\n".join([f"{section}:", *("\n".join(block) for block in blocks)])
    return [
        "### Example" if section == "story" else "### Examples",
        f"```yaml\n{shown}\n```",
    ]


def _lines(section: str, entry: str, source: Source) -> list[str]:
    """The lines of an entry; of a section without its head, where there is no entry."""
    for tree in source.trees:
        if section not in tree.values:
            continue
        held = tree.values[section]
        lines = source.lines[tree.file]
        if not isinstance(held, MapNode):
            continue
        heads = [key.line - 1 for key in (held if entry else tree).keys]
        names = [key.text for key in (held if entry else tree).keys]
        if (entry or section) not in names:
            continue
        ends = sorted({*heads, *(key.line - 1 for key in tree.keys), len(lines)})
        head = heads[names.index(entry or section)]
        end = next(line for line in ends if line > head)
        block = lines[head + (0 if entry else 1) : end]
        return "\n".join(block).rstrip().split("\n")
    raise LookupError(f"{section}.{entry}")


if __name__ == "__main__":
    REFERENCE.write_text(reference(), "utf-8")
