"""A player's own record, before it is set as Markdown or HTML: parts of rows."""

from collections.abc import Iterator
from typing import NamedTuple

from octgame.game import phrases
from octgame.game import record as full
from octgame.game.journal import sentence_of
from octgame.game.path import Step
from octgame.game.play import Play
from octgame.game.program import Program
from octgame.game.recall import said
from octgame.game.sourceline import distance, source_line
from octgame.game.state import members
from octgame.story.frame import SURENESS

_EVENTS = {
    "kept": "Kept",
    "left": "Left",
    "put_out": "Put out of the box",
    "stepped_back": "Stepped back",
}


class Row(NamedTuple):
    """A line of a list.

    Attributes:
        text: What it says.
        lead: What stands before it in bold, or "".
        under: Whether it belongs below the row before it.
        share: A measure from 0 to 1 that can be drawn as a bar, or -1.
    """

    text: str
    lead: str = ""
    under: bool = False
    share: float = -1


class Part(NamedTuple):
    """A heading and its rows; `nothing` stands where there are none."""

    title: str
    rows: tuple[Row, ...]
    nothing: str = ""


class Record(NamedTuple):
    """What one play leaves behind; it names nobody.

    Attributes:
        title: The story's title.
        opening: Who was played, and whether the play is over.
        parts: In the order of reading.
        credits: Paragraphs.
    """

    title: str
    opening: tuple[str, ...]
    parts: tuple[Part, ...]
    credits: tuple[str, ...]


def record(play: Play) -> Record:
    """The record of a play, finished or not."""
    program, state = play.program, play.state
    role = program.core.roles[state.role]
    who = (f"You were: {program.roles[role].name}.",) if role in program.roles else ()
    stands = "The play is over." if state.ended else "The play is not over yet."
    return Record(
        title=program.core.title,
        opening=(*who, stands),
        parts=(
            Part("Your way", tuple(_way(play))),
            Part(phrases.YOUR_BOX, tuple(_box(play)), phrases.NO_CARDS),
            Part(phrases.BELIEVED, tuple(_beliefs(play)), phrases.NEVER_ASKED),
            Part(
                phrases.CHANGED,
                tuple(map(Row, full.leaves(program, play.steps))),
                phrases.NOTHING_CHANGED,
            ),
            Part("What you wrote", tuple(_sentences(play)), "Nothing."),
            *(_audit(play) if full.audited(program, state) else ()),
            Part("Questions that were opened", tuple(_questions(play)), "None yet."),
            Part("Sources of what you met", tuple(_sources(play)), "None yet."),
        ),
        credits=tuple(paragraph.plain for paragraph in program.core.credits),
    )


def _way(play: Play) -> Iterator[Row]:
    """Each scene once it was entered, and under it what was done there."""
    last = ""
    for step in play.steps:
        if step.scene != last:
            scene = play.program.scenes[step.scene]
            yield Row(scene.when, lead=scene.title)
            last = step.scene
        for done in _done(play.program, step):
            yield Row(done, under=True)


def _done(program: Program, step: Step) -> Iterator[str]:
    for choice in program.scenes[step.scene].choices:
        if step.key in (choice.key, *choice.was):
            asked = f"{choice.paragraph.plain} " if choice.believes >= 0 else ""
            yield asked + said(program, choice, step.item)
    for event in step.events:
        if event.kind in _EVENTS:
            card = program.cards.get(event.id)
            yield (
                f"{_EVENTS[event.kind]}: {card.title}" if card else _EVENTS[event.kind]
            )


def _box(play: Play) -> Iterator[Row]:
    for key in play.page.box:
        card = play.program.cards[key]
        yield Row(f"{distance(card)}. {source_line(card)}", lead=card.title)


def _beliefs(play: Play) -> Iterator[Row]:
    """Every answer in the order of giving: an answer that was revised stands twice."""
    for belief in full.believed(play.program, play.steps, -1):
        answer = f"{belief.question.title} {belief.words}"
        sure = belief.sureness
        yield Row(
            f"{answer} ({sure} of {len(SURENESS)})",
            lead=belief.where,
            share=sure / len(SURENESS),
        )


def _audit(play: Play) -> Iterator[Part]:
    """Every wrong statement of the story's own sources, put right; none left out."""
    rows: list[Row] = []
    for fact in full.refuted(play.program):
        rows += [Row(fact.text.plain), Row(f"What is right: {fact.right}", under=True)]
    yield Part(phrases.AUDIT, tuple(rows))


def _sentences(play: Play) -> Iterator[Row]:
    for scene, note in play.notes:
        sentence = sentence_of(note)
        if sentence:
            yield Row(sentence, lead=play.program.scenes[scene].title)


def _questions(play: Play) -> Iterator[Row]:
    read = {note for _, note in play.notes}
    for at in members(play.state.opened):
        question = play.program.questions.nth(at)
        views = [
            play.program.schools[view.school].name
            for view in question.views
            if f"view:{question.id}:{view.school}" in read
        ]
        yield Row(f"You read: {'; '.join(views)}." if views else "", question.title)


def _sources(play: Play) -> Iterator[Row]:
    """The sources of the cards found and of the facts told, each once."""
    program, state = play.program, play.state
    found = [program.cards.nth(at).source for at in members(state.found)]
    told = [s for at in members(state.known) for s in program.facts.nth(at).sources]
    for key in dict.fromkeys((*found, *told)):
        if key in program.sources.at:
            source = program.sources[key]
            line = f"{source.author}, {source.title}, {source.year}."
            yield Row(f"{line} Checked: {source.checked}.")
