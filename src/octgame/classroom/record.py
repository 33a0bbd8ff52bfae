"""What a class leaves behind: one page that names nobody, and the votes as a table."""

import csv
import io
from collections.abc import Iterator

from octgame.classroom.ballot import Tally
from octgame.classroom.lesson import Class, Result
from octgame.game import phrases
from octgame.game.lesson.since import since
from octgame.game.sourceline import source_line
from octgame.game.state import members
from octgame.pages.record import Part, Record, Row

_KINDS = {"do": "Do", "believe": "Believe", "print": "Print"}
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "'")
"""What a spreadsheet takes for a formula at the beginning of a cell."""


def record(group: Class, day: str = "") -> Record:
    """The page of a class: question, path, votes, beliefs, box and sentences.

    Args:
        group: The class.
        day: When it was held, in words, or "".
    """
    lesson = group.lesson
    question = group.program.questions[lesson.question]
    taken = [step.title for step in group.path[: group.at + 1]]
    on = f" on {day}" if day else ""
    return Record(
        title=lesson.title,
        opening=(
            f"The record of a class{on}, planned for {group.length} minutes.",
            *(paragraph.plain for paragraph in question.text),
        ),
        parts=(
            Part("One sentence", tuple(_sentences(group)), "None yet."),
            Part("Before and after", tuple(_beliefs(group)), "Not asked twice."),
            Part("What was decided", tuple(_votes(group)), "Nothing yet."),
            Part(phrases.CLASS_BOX, tuple(_box(group)), phrases.NO_CARDS),
            Part("The way", tuple(Row(title) for title in taken)),
        ),
        credits=tuple(paragraph.plain for paragraph in group.program.core.credits),
    )


def cards_met(group: Class) -> tuple[str, ...]:
    """The cards that were laid out, printed on a sheet, or found, each once."""
    laid = [key for step in group.path[: group.at + 1] for key in step.cards]
    printed = [key for half in group.lesson.halves for key in half.cards]
    found = [group.program.cards.ids[at] for at in members(group.state.found)]
    return tuple(dict.fromkeys((*laid, *printed, *found)))


def votes_csv(group: Class) -> str:
    """Every vote's totals as comma-separated values: step, kind, option, votes.

    A row is an option, never a person; no cell is taken for a formula.
    """
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(["step", "kind", "question", "option", "text", "votes"])
    for result in group.results:
        motion = result.tally.motion
        for option, count in zip(motion.options, result.tally.counts, strict=True):
            texts = (motion.id, motion.kind, motion.ask, option.key, option.text)
            rows.writerow([*map(_cell, texts), count])
    return out.getvalue()


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_RISKY) else text


def _sentences(group: Class) -> Iterator[Row]:
    for one in group.said:
        if one.kind == "sentence":
            yield Row(one.text)


def _asked_twice(group: Class) -> list[Result]:
    """The votes on the lesson's question, where it was put more than once."""
    question = group.program.questions[group.lesson.question]
    keys = tuple(question.answers)
    asked = [result for result in group.results if result.tally.motion.keys == keys]
    return asked if len(asked) > 1 else []


def _beliefs(group: Class) -> Iterator[Row]:
    """The class's answers to the lesson's question, the first beside the last."""
    asked = _asked_twice(group)
    if asked:
        first, last = asked[0].tally, asked[-1].tally
        for place, option in enumerate(last.motion.options):
            before, after = first.counts[place], last.counts[place]
            yield Row("", option.text)
            for count, tally, when in (before, first, "before"), (after, last, "after"):
                said = f"{count} {when}{_tied(tally, option.key)}"
                yield Row(said, under=True, share=_share(count, tally))
        titles = _titles(group)
        for result in asked:
            for reason in _reason(group, result):
                yield Row(reason, lead=titles[result.step])


def _votes(group: Class) -> Iterator[Row]:
    """Each vote but those set side by side, and the minority's reason, if given."""
    titles = _titles(group)
    kept = {step.id: step.vote.keep for step in group.lesson.steps if step.vote}
    told = _asked_twice(group)
    for result in group.results:
        if result in told:
            continue
        tally = result.tally
        where = f"{_KINDS[tally.motion.kind]}, {titles[result.step]}"
        places = kept.get(tally.motion.id) or 1
        yield Row(f"({where})", tally.motion.ask)
        for option, count in zip(tally.motion.options, tally.counts, strict=True):
            share = _share(count, tally)
            text = option.text.removeprefix(f"{option.key}. ")
            said = f"{count}: {text}{_tied(tally, option.key, places)}"
            yield Row(said, under=True, share=share)
        for reason in _reason(group, result):
            yield Row(reason, under=True)


def _reason(group: Class, result: Result) -> Iterator[str]:
    """The minority's reason below the vote that it was given for."""
    for one in group.said:
        if (one.kind, one.step) == ("reason", result.tally.motion.id):
            yield f"A reason of the minority: {one.text}"


def _box(group: Class) -> Iterator[Row]:
    for at in group.state.box:
        card = group.program.cards.nth(at)
        yield Row(f"{source_line(card)} Made {since(card)}.", lead=card.title)
    for key in group.put_out:
        card = group.program.cards[key]
        yield Row("Left out.", lead=card.title)


def _titles(group: Class) -> dict[str, str]:
    return {step.id: step.title for step in group.lesson.steps}


def _tied(tally: Tally, key: str, places: int = 1) -> str:
    """That an option won a tie by its place in the list, or ""."""
    return " (a tie; the class went with this)" if key in tally.drawn(places) else ""


def _share(count: int, tally: Tally) -> float:
    return count / tally.total if tally.total else 0.0
