"""From a state to the one Page that is shown."""

from collections.abc import Sequence
from itertools import chain

from octgame.game import offers, phrases
from octgame.game.conditions import holds
from octgame.game.offers import Move
from octgame.game.page import Block, Offer, Page
from octgame.game.path import Step
from octgame.game.program import ChoiceCode, PassageCode, Program, SceneCode
from octgame.game.sourceline import card_line, fact_lines
from octgame.game.state import Ask, State, members
from octgame.story.prose import Span


def page(program: Program, state: State, path: Sequence[Step] = ()) -> Page:
    """What there is to see and do in a state.

    Args:
        program: The story.
        state: Where the play stands.
        path: The steps that led here; only debrief blocks read it.
    """
    scene = program.scenes.nth(state.scene)
    ask = state.asks[0] if state.asks else None
    news = set(members(state.news))
    return Page(
        scene=scene.id,
        title=scene.title,
        act=scene.act,
        role=program.core.roles[state.role],
        when=scene.when,
        when_short=scene.when_short,
        where=scene.place,
        place=program.codex[scene.place].title if scene.place else "",
        before=tuple(_before(program, state, path, news)),
        blocks=tuple(_blocks(program, state, path, news)),
        prompt=_prompt(ask),
        offers=tuple(_offer(program, state, m) for m in offers.moves(program, state)),
        aside=tuple(_offer(program, state, m) for m in offers.asides(program, state)),
        box=tuple(program.cards.ids[card] for card in state.box),
        asked=_argued(program, scene),
        ended=state.ended,
    )


def _argued(program: Program, scene: SceneCode) -> str:
    """The question that a scene asks, or whose histories it lays out, or ""."""
    told = [p.question for p in scene.passages if p.show == "histories"]
    asked = (*scene.asks, *told)
    return program.questions.ids[asked[0]] if asked else ""


def _before(
    program: Program, state: State, path: Sequence[Step], news: set[int]
) -> list[Block]:
    """What came of the last choice, and of the automatic scenes passed since."""
    blocks: list[Block] = []
    if state.telling:
        scene, index, card, *out = state.telling
        if index < 0:
            # While a full box is asked about, nothing has become of the new card yet.
            if not (state.asks and state.asks[0].kind == "put_out"):
                blocks += [_line(program, phrases.WENT_OUT, other) for other in out]
                kept = phrases.KEPT if card in state.box else phrases.LEFT
                blocks.append(_line(program, kept, card))
        else:
            choice = program.scenes.nth(scene).choices[index]
            blocks += _text(program, state, choice.then, path, card)
            blocks += _facts(program, choice.reveals, news)
    for passed in state.passed:
        blocks += _scene(program, state, program.scenes.nth(passed), path, news)
    return blocks


def _line(program: Program, words: str, card: int) -> Block:
    """What became of a card."""
    thing = program.cards.nth(card)
    return Block("line", (Span(f"{words} "), Span(thing.title, "em", thing.id)))


def _blocks(
    program: Program, state: State, path: Sequence[Step], news: set[int]
) -> list[Block]:
    scene = program.scenes.nth(state.scene)
    if state.asks:
        return _asked(program, scene, state.asks[0])
    if state.stayed:
        return []
    if state.stepped:
        return [*_summary(scene), *_lying_open(program, scene, news)]
    return _scene(program, state, scene, path, news)


def _scene(
    program: Program,
    state: State,
    scene: SceneCode,
    path: Sequence[Step],
    news: set[int],
) -> list[Block]:
    text = _text(program, state, scene.passages, path)
    return [*text, *_lying_open(program, scene, news)]


def _lying_open(program: Program, scene: SceneCode, news: set[int]) -> list[Block]:
    """What is there for everybody to see: cards, facts, questions."""
    blocks = [card_line(program.cards.nth(card)) for card in scene.shows]
    blocks += _facts(program, scene.reveals, news)
    for question in scene.asks:
        thing = program.questions.nth(question)
        spans = (Span(f"{phrases.OPENS} "), Span(thing.title, "strong", thing.id))
        blocks.append(Block("question", spans, thing.id))
    return blocks


def _asked(program: Program, scene: SceneCode, ask: Ask) -> list[Block]:
    if ask.kind == "note":
        return [Block("note", (Span(scene.note),))]
    if ask.kind in ("keep", "put_out"):
        return [card_line(program.cards.nth(ask.about))]
    if ask.kind == "sure":
        question = program.questions.nth(ask.about)
        answer = list(question.answers.values())[ask.so_far[0]]
        return [Block("question", (Span(question.title), Span(f" {answer}", "em")))]
    choice = scene.choices[ask.about]
    if ask.kind == "sort":
        fact = program.facts.nth(choice.sorts[len(ask.so_far)])
        return [Block("text", fact.text.spans)]
    if not ask.so_far:
        return []
    rows = [Block("line", (Span(choice.slips[slip][1]),)) for slip in ask.so_far]
    return [Block("heading", (Span(phrases.ORDER_SO_FAR),)), *rows]


def _prompt(ask: Ask | None) -> str:
    if ask is None:
        return ""
    return {
        "note": phrases.NOTE_PROMPT,
        "keep": phrases.KEEP_IT,
        "put_out": phrases.BOX_FULL,
        "sure": phrases.HOW_SURE,
        "order": phrases.ORDER_PROMPT,
        "sort": phrases.SORT_PROMPT,
    }[ask.kind]


def _text(
    program: Program,
    state: State,
    passages: Sequence[PassageCode],
    path: Sequence[Step],
    it: int = -1,
) -> list[Block]:
    return list(
        chain.from_iterable(
            _passage(program, state, passage, path, it)
            for passage in passages
            if holds(passage.condition, state, it)
        )
    )


def _passage(
    program: Program,
    state: State,
    passage: PassageCode,
    path: Sequence[Step],
    it: int,
) -> tuple[Block, ...]:
    if passage.paragraph is None:
        from octgame.game.debrief import compose  # noqa: PLC0415 - at the end only

        return compose(program, state, passage, path)
    spans = _with_card(program, passage.paragraph.spans, it)
    return (Block("quote" if passage.paragraph.quoted else "text", spans),)


def _summary(scene: SceneCode) -> list[Block]:
    heading = Block("heading", (Span(phrases.SUMMARY),))
    return [heading, *(Block("text", p.spans) for p in scene.step_back)]


def _facts(program: Program, facts: Sequence[int], news: set[int]) -> list[Block]:
    """The facts that are news, which they then are no more."""
    told = [fact for fact in facts if fact in news]
    news.difference_update(told)
    return [
        block for fact in told for block in fact_lines(program, program.facts.nth(fact))
    ]


def _offer(program: Program, state: State, move: Move) -> Offer:
    if move.choice < 0:
        return _engine_offer(program, state, move)
    choice = program.scenes.nth(state.scene).choices[move.choice]
    if choice.believes >= 0 and move.item >= 0:
        question = program.questions.nth(choice.believes)
        answer = list(question.answers.values())[move.item]
        return Offer(move.id, (Span(answer),), heading=choice.paragraph.plain)
    card = program.cards.ids[move.item] if move.item >= 0 else ""
    return Offer(
        id=move.id,
        spans=_choice_spans(program, choice, move.item),
        open=move.open,
        reason="" if move.open else choice.closed,
        writes=choice.writes,
        card=card,
        note=_about(program, choice.role),
    )


def _about(program: Program, role: int) -> str:
    """What the author says of a role."""
    known = program.roles.get(program.core.roles[role]) if role >= 0 else None
    return known.about if known else ""


def _choice_spans(program: Program, choice: ChoiceCode, item: int) -> tuple[Span, ...]:
    spans = _with_card(program, choice.paragraph.spans, item)
    if item >= 0 and spans == choice.paragraph.spans:
        return (*spans, Span(f" {program.cards.nth(item).title}", "em"))
    return spans


def _with_card(
    program: Program, spans: tuple[Span, ...], item: int
) -> tuple[Span, ...]:
    if item < 0 or not any("{card}" in span.text for span in spans):
        return spans
    title = program.cards.nth(item).title
    return tuple(
        Span(phrases.with_title(span.text, title), span.style, span.link)
        for span in spans
    )


def _engine_offer(program: Program, state: State, move: Move) -> Offer:
    key = move.id.partition(":")[0]
    plain = {
        offers.GO_ON: phrases.GO_ON,
        offers.STEP_BACK: phrases.STEP_BACK,
        offers.KEEP: phrases.KEEP,
        offers.LEAVE: phrases.LEAVE,
    }
    if key in plain:
        return Offer(move.id, (Span(plain[key]),), card=_card(program, move))
    if key == offers.SURE:
        return Offer(move.id, (Span(phrases.SURENESS[move.item]),))
    if key == offers.SORT:
        return Offer(move.id, (Span(list(phrases.STATUSES.values())[move.item]),))
    if key == offers.PLACE:
        slips = program.scenes.nth(state.scene).choices[state.asks[0].about].slips
        return Offer(move.id, (Span(slips[move.item][1]),))
    if key == offers.PUT_OUT:
        return putting_out(program, move.item)
    title = Span(program.cards.nth(move.item).title, "em")
    return Offer(move.id, (title,), card=_card(program, move))


def putting_out(program: Program, card: int) -> Offer:
    """The move beside the story that puts a card out of the box."""
    thing = program.cards.nth(card)
    spans = (Span(f"{phrases.PUT_OUT} "), Span(thing.title, "em"))
    return Offer(f"{offers.PUT_OUT}:{thing.id}", spans, card=thing.id)


def _card(program: Program, move: Move) -> str:
    return program.cards.ids[move.item] if move.item >= 0 else ""
