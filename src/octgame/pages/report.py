"""A player's own record as Markdown: what they did, kept, believed and wrote."""

import re
from collections.abc import Iterable, Iterator

from octgame.game import debrief, phrases
from octgame.game.journal import sentence_of
from octgame.game.page import Block
from octgame.game.path import Step
from octgame.game.play import Play
from octgame.game.program import Program
from octgame.game.sourceline import distance, source_line
from octgame.game.state import members

_EVENTS = {
    "kept": "Kept",
    "left": "Left",
    "put_out": "Put out of the box",
    "stepped_back": "Stepped back",
}
_SIGNS = re.compile(r"([\\`*_\[\]<>#|~&])")


def report(play: Play) -> str:
    """The record of a play; it names nobody.

    Args:
        play: Finished or not.

    Returns:
        Markdown that ends with a line feed.
    """
    program, state = play.program, play.state
    role = program.core.roles[state.role]
    who = [f"You were: {program.roles[role].name}."] if role in program.roles else []
    stands = "The play is over." if state.ended else "The play is not over yet."
    parts = [
        [f"# {_plain(program.core.title)}", *who, stands],
        ["## Your way", *_list(_way(play))],
        [f"## {phrases.YOUR_BOX}", *_list(_box(play), phrases.NO_CARDS)],
        _blocks(debrief.beliefs(program, play.steps, -1)),
        _blocks(debrief.changes(program, state, play.steps)),
        ["## What you wrote", *_list(_sentences(play), "Nothing.")],
        ["## Questions that were opened", *_list(_questions(play), "None yet.")],
        ["## Sources of what you met", *_list(_sources(play), "None yet.")],
        [
            "## Credits",
            *(_plain(paragraph.plain) for paragraph in program.core.credits),
        ],
    ]
    return "\n\n".join(block for part in parts for block in part) + "\n"


def _way(play: Play) -> Iterator[str]:
    """Each scene once it was entered, and under it what was done there."""
    last = ""
    for step in play.steps:
        if step.scene != last:
            scene = play.program.scenes[step.scene]
            when = f" ({_plain(scene.when)})" if scene.when else ""
            yield f"**{_plain(scene.title)}**{when}"
            last = step.scene
        for done in _done(play.program, step):
            yield f"  - {_plain(done)}"


def _done(program: Program, step: Step) -> Iterator[str]:
    key, _, item = step.move.partition(":")
    for choice in program.scenes[step.scene].choices:
        if key in (choice.key, *choice.was):
            title = program.cards[item].title if item in program.cards.at else ""
            yield choice.paragraph.plain.replace("{card}", title)
    for event in step.events:
        if event.kind in _EVENTS:
            card = program.cards.get(event.id)
            yield (
                f"{_EVENTS[event.kind]}: {card.title}" if card else _EVENTS[event.kind]
            )


def _box(play: Play) -> Iterator[str]:
    for key in play.page.box:
        card = play.program.cards[key]
        line = f"{distance(card)}. {source_line(card)}"
        yield f"**{_plain(card.title)}**, {_plain(line)}"


def _sentences(play: Play) -> Iterator[str]:
    for scene, note in play.notes:
        sentence = sentence_of(note)
        if sentence:
            title = play.program.scenes[scene].title
            yield f"{_plain(title)}: {_plain(sentence)}"


def _questions(play: Play) -> Iterator[str]:
    read = {note for _, note in play.notes}
    for at in members(play.state.opened):
        question = play.program.questions.nth(at)
        views = [
            play.program.schools[view.school].name
            for view in question.views
            if f"view:{question.id}:{view.school}" in read
        ]
        seen = f" You read: {'; '.join(views)}." if views else ""
        yield _plain(question.title + seen)


def _sources(play: Play) -> Iterator[str]:
    """The sources of the cards found and of the facts told, each once."""
    program, state = play.program, play.state
    found = [program.cards.nth(at).source for at in members(state.found)]
    told = [s for at in members(state.known) for s in program.facts.nth(at).sources]
    for key in dict.fromkeys((*found, *told)):
        if key in program.sources.at:
            source = program.sources[key]
            line = f"{source.author}, {source.title}, {source.year}."
            yield f"{_plain(line)} Checked: {_plain(source.checked)}."


def _blocks(blocks: Iterable[Block]) -> list[str]:
    heading, *rows = (_plain(block.plain) for block in blocks)
    return [f"## {heading}", *_list(rows)]


def _list(rows: Iterable[str], nothing: str = "") -> list[str]:
    """One block of list items; a row that is indented already stands below its own."""
    items = [
        row.replace("  - ", "    - ", 1) if row.startswith("  - ") else f"- {row}"
        for row in rows
    ]
    text = "\n".join(items) or nothing
    return [text] if text else []


def _plain(text: str) -> str:
    """The text with Markdown's signs taken literally."""
    return _SIGNS.sub(r"\\\1", text)
