"""What a step of a lesson projects before its vote, one screen after the other."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Literal, NamedTuple

from octgame.game import phrases
from octgame.game.histories import from_box_or_elsewhere, made, shares
from octgame.game.lesson.since import since
from octgame.game.page import Block
from octgame.game.paging import page
from octgame.game.program import Program, SceneCode
from octgame.game.sourceline import (
    authorities,
    card_line,
    fact_lines,
    manner_line,
)
from octgame.game.state import State
from octgame.story import calendar
from octgame.story.evidence import Card, Fact, Question, View
from octgame.story.lessons import SCREEN_WORDS, Lesson, Step, split
from octgame.story.prose import Paragraph, Span

ScreenKind = Literal["text", "note", "card", "fact", "view", "told", "box", "ticket"]
"""What is projected: words, a content note, evidence, a fact, a school's view, what
came of a choice, the class's box, the exit ticket."""

MOST_NAMED = 4
"""How many authorities are named for a scene."""

NAMED = 2
"""How many cards are named of those that a view leans on, or leaves out."""


class Screen(NamedTuple):
    """One paragraph, or a few rows, as large as they will go.

    Attributes:
        heading: What it is, or "".
        blocks: A paragraph of at most 45 words, or rows.
        source: Where it comes from, one line.
    """

    kind: ScreenKind
    heading: str
    blocks: tuple[Block, ...]
    source: str = ""

    @property
    def words(self) -> int:
        """How many words are read from it."""
        return sum(len(block.plain.split()) for block in self.blocks)


def content(
    program: Program,
    lesson: Lesson,
    step: Step,
    state: State,
    put_out: Sequence[str] = (),
) -> tuple[Screen, ...]:
    """The screens of a step before its vote.

    Args:
        program: The story.
        lesson: What is taught.
        step: Where it stands.
        state: The class's state in the step's scene.
        put_out: The cards that the class left out of its box.
    """
    box = [program.cards.ids[card] for card in state.box]
    question = program.questions[lesson.question]
    return (
        *_text(program, step, state),
        *_cards(program, [program.cards[key] for key in step.cards]),
        *chain.from_iterable(_fact(program, program.facts[key]) for key in step.facts),
        *_sheets(question, step.sheets),
        *_labels(program, lesson, question, step.labels),
        *chain.from_iterable(
            _show(program, question, show, box, put_out) for show in step.show
        ),
    )


def told(
    program: Program, scene: SceneCode, blocks: Iterable[Block], heading: str
) -> Iterator[Screen]:
    """What came of a choice in its words."""
    yield from _prose("told", heading, blocks, _scene_source(program, scene))


def laid_out(program: Program, heading: str, found: Iterable[Card]) -> Iterator[Screen]:
    """The cards that a choice finds, each by its source line."""
    for card in found:
        source = card_source(program, card)
        yield Screen("card", heading, (_source_line(card),), source)


def _text(program: Program, step: Step, state: State) -> Iterator[Screen]:
    """The step's own words, or those of its scene; the summary for who steps back."""
    source = f"{phrases.COMPOSED.capitalize()}."
    if step.scene:
        scene = program.scenes[step.scene]
        source = _scene_source(program, scene)
        if scene.note and not state.stepped:
            yield Screen("note", phrases.NOTE, (Block("note", (Span(scene.note),)),))
        if state.stepped or not step.text:
            yield from _prose("text", "", page(program, state).blocks, source)
            return
    elif step.sources:
        source = "; ".join(_named(program, key) for key in step.sources)
    for paragraph in step.text:
        kind: Literal["text", "quote"] = "quote" if paragraph.quoted else "text"
        yield Screen("text", "", (Block(kind, paragraph.spans),), source)


def _prose(
    kind: ScreenKind, heading: str, blocks: Iterable[Block], source: str
) -> Iterator[Screen]:
    """A text by screens; short paragraphs that follow each other share one.

    What is all emphasis is an aside on cards that lie open, which a class has not.
    """
    parts = [
        block._replace(spans=part.spans)
        for block in blocks
        if block.kind in ("text", "quote")
        and any(span.style != "em" for span in block.spans)
        for part in split(Paragraph(block.spans))
    ]
    for some in _together(parts):
        yield Screen(kind, heading, tuple(some), source)


def _scene_source(program: Program, scene: SceneCode) -> str:
    """That a scene is composed, and the scholarship that its facts rest on."""
    facts = [*scene.reveals, *(f for choice in scene.choices for f in choice.reveals)]
    names = (authorities(program, program.facts.nth(fact)) for fact in facts)
    each = [name for joined in names for name in joined.split("; ") if name]
    resting = "; ".join(dict.fromkeys(each[:MOST_NAMED]))
    composed = phrases.COMPOSED.capitalize()
    return f"{composed}; it rests on {resting}." if resting else f"{composed}."


def _paragraphs(
    kind: ScreenKind, heading: str, block: Block, source: str
) -> Iterator[Screen]:
    """A block on as many screens as its words need."""
    for part in split(Paragraph(block.spans)):
        yield Screen(kind, heading, (block._replace(spans=part.spans),), source)


def _cards(program: Program, cards: Sequence[Card]) -> Iterator[Screen]:
    """Each card: first its source line alone, then what it says."""
    for number, card in enumerate(cards, start=1):
        heading = f"{phrases.PAPER} {number} of {len(cards)}"
        source = card_source(program, card)
        yield Screen("card", heading, (_source_line(card),), source)
        heading = f"{card.title}, {since(card)}"
        for paragraph in card.text:
            block = Block("quote" if paragraph.quoted else "text", paragraph.spans)
            yield from _paragraphs("card", heading, block, source)


def _source_line(card: Card) -> Block:
    """Title, distance and source line; the distance in words, as for all of a class."""
    line = card_line(card)
    title, _, source = line.spans
    return line._replace(spans=(title, Span(f" ({since(card)}) "), source))


def card_source(program: Program, card: Card) -> str:
    """Where a card is from, how it was used, and how it came down to us."""
    if card.composed:
        return f"{phrases.COMPOSED.capitalize()}. {card.survived}."
    known = program.sources[card.source]
    return f"{_named(program, card.source)}; {known.checked}. {card.survived}."


def _fact(program: Program, fact: Fact) -> Iterator[Screen]:
    """Its status and text; then what is right, or who says what."""
    source = authorities(program, fact)
    statement, *rows = fact_lines(program, fact)
    heading = fact.status.capitalize()
    bare = statement._replace(spans=fact.text.spans)
    yield from _paragraphs("fact", heading, bare, source)
    for some in _together(rows):
        yield Screen("fact", heading, tuple(some), source)


def _sheets(question: Question, schools: Sequence[str]) -> Iterator[Screen]:
    """Views without label; who wrote them comes later."""
    views = {view.school: view for view in question.views}
    for letter, school in zip("ABCD", schools, strict=False):
        block = Block("text", views[school].text.spans)
        heading = f"{phrases.SHEET} {letter}"
        yield from _paragraphs("view", heading, block, phrases.ALL_COMPOSED)


def _labels(
    program: Program, lesson: Lesson, question: Question, schools: Sequence[str]
) -> Iterator[Screen]:
    views = {view.school: view for view in question.views}
    laid = next((step.sheets for step in lesson.steps if step.sheets), ())
    for school in schools:
        view = views[school]
        name = program.schools[school].name
        written = calendar.show(view.written)
        letter = f"{'ABCD'[laid.index(school)]}. " if school in laid else ""
        rows = (
            _row(phrases.VERB, view.verb),
            _row(phrases.LEANS_ON, _titles(program, view.leans_on)),
            _row(phrases.LEAVES_OUT, _titles(program, view.leaves_out)),
        )
        heading = f"{letter}{name}, {written}"
        yield Screen("view", heading, rows, _view_source(program, view))


def _view_source(program: Program, view: View) -> str:
    return f"{manner_line(view)} {'; '.join(_named(program, s) for s in view.sources)}"


def _show(
    program: Program,
    question: Question,
    show: str,
    box: Sequence[str],
    put_out: Sequence[str],
) -> Iterator[Screen]:
    if show == "history":
        yield from _history(program, question, box)
    else:
        yield in_box(program, box, put_out if show == "box" else (), show)


def in_box(
    program: Program, box: Sequence[str], put_out: Sequence[str], show: str = "box"
) -> Screen:
    """The class's box, and struck out what the class left out of it."""
    rows = [_card_row(program.cards[key], "line") for key in box]
    rows += [_card_row(program.cards[key], "struck") for key in put_out]
    kind: ScreenKind = "ticket" if show == "ticket" else "box"
    nothing = Block("line", (Span(phrases.NO_CARDS),))
    return Screen(kind, phrases.CLASS_BOX, tuple(rows) or (nothing,))


def _history(
    program: Program, question: Question, box: Sequence[str]
) -> Iterator[Screen]:
    """What each school writes from the class's box, as far as a screen holds it."""
    shared = shares(question, made(program, box))
    for view in question.views:
        blocks = from_box_or_elsewhere(program, view, shared[view.school])
        some = next(_together(blocks), [])
        heading = program.schools[view.school].name
        yield Screen("view", heading, tuple(some), _view_source(program, view))


def _together(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Rows by screens: as many as the words of one screen allow, at least one."""
    some: list[Block] = []
    words = 0
    for block in blocks:
        more = len(block.plain.split())
        if some and words + more > SCREEN_WORDS:
            yield some
            some, words = [], 0
        some.append(block)
        words += more
    if some:
        yield some


def _card_row(card: Card, kind: Literal["line", "struck"]) -> Block:
    spans = (
        Span(f"{card.kind.capitalize()}, {since(card)}: "),
        Span(card.title, "", card.id),
    )
    return Block(kind, spans, card.id)


def _row(label: str, text: str) -> Block:
    return Block("line", (Span(f"{label}: ", "strong"), Span(text)))


def _titles(program: Program, cards: Sequence[str]) -> str:
    return "; ".join(program.cards[card].title for card in cards[:NAMED])


def _named(program: Program, source: str) -> str:
    known = program.sources[source]
    return f"{known.author}, {known.title}, {known.year}"
