"""What can be looked at beside the page: box, cards, views, codex, days, record."""

from octgame.game import phrases
from octgame.game.again import visits
from octgame.game.places import places
from octgame.game.play import Play
from octgame.game.program import Program, SceneCode
from octgame.game.progress import Progress
from octgame.game.record import record
from octgame.game.sourceline import card_line, card_lines, fact_lines, manner_line
from octgame.game.state import members
from octgame.game.way import Standing, how_far, stops
from octgame.plain.commands import WORDS
from octgame.plain.render import block_lines, listed, prose_lines, wrapped
from octgame.saves.shelf import Kept
from octgame.story.evidence import Question, View
from octgame.story.frame import BOX_PLACES


def help_lines(program: Program, width: int) -> list[str]:
    """Every word that is understood, and whose story this is."""
    rows = [f"{word.usage}: {word.help}" for word in WORDS.values()]
    first = "A number takes the choice with that number. The words are:"
    story = ["", *wrapped(f"{program.core.title}. {program.core.about}", width)]
    words = ["", *wrapped(first, width), *listed(rows, width)]
    return [*words, *story, *prose_lines(program.core.credits, width)]


def box_lines(play: Play, width: int) -> list[str]:
    """The cards in the box, each with its source line."""
    kept = [card_line(play.program.cards[card]) for card in play.page.box]
    if not kept:
        return ["", *wrapped(phrases.NO_CARDS, width)]
    count = f"In the box: {len(kept)} of {BOX_PLACES}."
    return ["", *wrapped(count, width), *block_lines(kept, width)]


def card_page(program: Program, card: str, width: int) -> list[str]:
    """A card, opened."""
    return block_lines(card_lines(program, program.cards[card]), width)


def opened_questions(play: Play) -> dict[str, str]:
    """The titles of the questions opened so far, by id."""
    questions = play.program.questions
    opened = members(play.state.opened)
    return {questions.ids[at]: questions.nth(at).title for at in opened}


def questions_lines(play: Play, width: int) -> list[str]:
    """The questions opened so far."""
    titles = list(opened_questions(play).values())
    if not titles:
        none = "No question has been opened yet. Historians come later."
        return ["", *wrapped(none, width)]
    return ["", *listed(titles, width), *wrapped("Type view and a question.", width)]


def question_lines(program: Program, question: Question, width: int) -> list[str]:
    """What is argued about, what is contested, and who argues."""
    lines = ["", *wrapped(question.title, width), *prose_lines(question.text, width)]
    if question.facts:
        lines += ["", "What is contested:"]
    for fact in question.facts:
        lines += block_lines(fact_lines(program, program.facts[fact]), width)
    lines += ["", "The schools:"]
    lines += listed([_heads(program, view) for view in question.views], width)
    return [*lines, *wrapped("Type view, the question, a comma and a school.", width)]


def view_lines(program: Program, view: View, width: int) -> list[str]:
    """One school's answer, and what it rests on."""
    rows = [
        (phrases.LEANS_ON, _titles(program, view.leans_on)),
        (phrases.LEAVES_OUT, _titles(program, view.leaves_out)),
        ("Hardest card", _titles(program, (view.hardest,))),
        ("Could be printed then", view.printable),
        ("Since shown wrong", view.shown_wrong),
        ("Written from", "; ".join(_by(program, source) for source in view.sources)),
    ]
    return [
        "",
        *wrapped(_heads(program, view), width),
        "",
        *wrapped(view.text.plain, width),
        "",
        *wrapped(manner_line(view), width),
        *listed([f"{name}: {text}" for name, text in rows if text], width),
    ]


def codex_titles(program: Program) -> dict[str, str]:
    """The titles of every entry and source, by id."""
    entries = {entry.id: entry.title for entry in program.codex.values()}
    return entries | {source.id: source.title for source in program.sources.values()}


def codex_lines(program: Program, key: str, width: int) -> list[str]:
    """One entry, or one source and how it was checked."""
    if key in program.sources.at:
        source = program.sources[key]
        about = f"{source.author}, {source.title}, {source.published} {source.year}."
        lines = [about, f"Checked: {source.checked}.", source.url, source.note]
        return ["", *(row for line in lines if line for row in wrapped(line, width))]
    entry = program.codex[key]
    lines = ["", *wrapped(f"{entry.title}. {entry.kind.capitalize()}.", width)]
    lines += prose_lines(entry.text, width)
    sources = "; ".join(_by(program, source) for source in entry.sources)
    return [*lines, *(wrapped(f"From: {sources}.", width) if sources else [])]


def where_lines(play: Play, width: int) -> list[str]:
    """The place, and this role's scenes in the order of time."""
    page, program = play.page, play.program
    lines = ["", *wrapped(". ".join(filter(None, (page.place, page.when))), width)]
    if page.where:
        lines += prose_lines(program.codex[page.where].text, width)
    role = program.roles.get(page.role)
    if role is not None:
        lines += ["", *wrapped(f"You are: {role.name}. {role.about}", width)]
    far = how_far(program, play.state)
    lines += ["", *wrapped(f"{far}.", width)] if far else []
    way = stops(program, play.state)
    scenes = [(program.scenes.nth(stop.scene), stop.standing) for stop in way]
    dated = [(scene, standing) for scene, standing in scenes if scene.day != (0, 0)]
    dated.sort(key=lambda entry: entry[0].day)
    rows = [f"{s.when_short}: {_named(s, standing)}" for s, standing in dated]
    return [*lines, "", *listed(list(dict.fromkeys(rows)), width)]


def _named(scene: SceneCode, standing: Standing) -> str:
    """A scene's title, where that gives nothing away."""
    if standing == "ahead":
        return "not yet"
    return f"{scene.title} (you are here)" if standing == "here" else scene.title


def places_lines(play: Play, width: int) -> list[str]:
    """The places of the map: here, where one has been, the others."""
    known = places(play.program, play.state)
    if not known:
        return ["", *wrapped("This story has no map.", width)]
    words = {"here": "you are here", "been": "you were here", "other": ""}
    rows = [
        ", ".join(filter(None, (place.title, place.way, words[place.standing])))
        for place in known
    ]
    return ["", *listed(rows, width)]


def record_lines(play: Play, width: int) -> list[str]:
    """What the debrief tells in short, in full."""
    return block_lines(record(play.program, play.state, play.steps), width)


def plays_lines(kept: list[Kept], current: str, width: int) -> list[str]:
    """The plays on disk, and which one this is."""
    if not kept:
        return [
            "",
            *wrapped("No play is kept yet; the first choice begins one.", width),
        ]
    this = {current: " (this one)"}
    rows = [f"{k.name}: {k.standing}{this.get(k.name, '')}" for k in kept]
    return ["", *listed(rows, width), *wrapped("Type play and a number.", width)]


def way_lines(play: Play, width: int) -> list[str]:
    """The scenes of a play, with the numbers by which it is played again from them."""
    rows = [f"{n}. {visit.title}" for n, visit in enumerate(visits(play), start=1)]
    return ["", *listed(rows, width), *wrapped("Type from and a number.", width)]


def progress_lines(met: Progress, width: int) -> list[str]:
    """How much of the story the plays on disk met."""
    rows = [f"{c.name}: {c.have} of {c.there}" for c in (met.heard, *met.counts)]
    heading = wrapped("All your plays together met:", width)
    return ["", *heading, *listed(rows, width)] if met.plays else []


def _heads(program: Program, view: View) -> str:
    school = program.schools[view.school].name
    return f"{school}: {view.protagonist}, {view.verb}"


def _titles(program: Program, cards: tuple[str, ...]) -> str:
    return "; ".join(program.cards[card].title for card in cards if card)


def _by(program: Program, source: str) -> str:
    known = program.sources[source]
    return f"{known.author} {known.year}".strip()
