"""What the engine itself says, in one place: a translator's list."""

from collections.abc import Mapping, Sequence

SURENESS = {
    1: "1. A guess",
    2: "2. I think so",
    3: "3. Fairly sure",
    4: "4. I would swear to it",
}
"""How sure, in the words of the one who is asked."""

LEAP = 2
"""From how many degrees on a change of sureness is called by both its ends."""

HOW_SURE = "How sure are you?"
KEEP_IT = "You have found a paper. Does it go into the box?"
KEEP, LEAVE = "Keep it.", "Leave it."
KEPT, LEFT, WENT_OUT = "In the box:", "Not in the box:", "Out of the box:"
BOX_FULL = "The box holds nine. What goes out to make room?"
NOTE_PROMPT = "Before you go on"
GO_ON = "Go on."
STEP_BACK = "Step back: read the summary instead."
ORDER_PROMPT = "Which comes next?"
ORDER_SO_FAR = "So far:"
SORT_PROMPT = "Is this established, contested, or refuted?"
STATUSES = {
    "established": "Established: the sources agree.",
    "contested": "Contested: named sources disagree.",
    "refuted": "Refuted: widely repeated, and wrong.",
}
SUMMARY = "The summary"
PUT_OUT = "Put out:"
OPENS = "A question lies open here:"
COMPOSED = "composed for octgame"
"""Said of a paper invented for a fictional witness, and of every school's view."""
THE_END = "The play is over. Your journal is kept."

INTO_BOX = "Into the box"
NOT_FOUND = "The other choice would have found"
NOTE = "Before you look"
PAPER, SHEET = "Paper", "Sheet"
VERB = "Verb"
CLASS_BOX = "In the box of the class"
NOT_LAID = "There is nothing here to decide on: it was not laid on the table."

DAY = "Your day"
YOUR_BOX = "What survived"
NO_CARDS = "The box is empty."
CHANGED = "What you changed"
NOTHING_CHANGED = "You left no trace that a later reader could find."
BELIEVED = "What you believed, and when"
NEVER_ASKED = "You were never asked."
WROTE = "You wrote: "
STATEMENT = "What you said in the end"
SORTED = "How you sorted"
IN_YOUR_BOX = "On this there is, in your box: "
REPEATED_IN = "It stands in your box too: "
AUDIT = "An audit of this game"
REPEATED = "Often repeated, and wrong"
SEEN = "What you met, and what there was"
SILENT = "Your box is silent on this; elsewhere:"
ALL_SILENT = "Nothing in your box bears on this. The pages as they stand:"
NOTHING_OF_YOURS = "Uses nothing of yours."
FROM_BOX = "With your box:"
LEANS_ON = "Leans on"
LEAVES_OUT = "Leaves out"
IN_RECORD = "they stand in the record of this play."
"""Both interfaces open the record, by a key or by its word."""
PAGES_COMPOSED = (
    "Each page was composed for octgame in the manner of its school. "
    "None is a quotation."
)
ALL_COMPOSED = (
    "Every page was composed for octgame, in the manner named. None is a quotation."
)


def too_late(year: int, today: int, pages: Sequence[int], *, made: bool) -> str:
    """Before the titles of papers: for which pages they came too late.

    Args:
        year: Since when they were to be had.
        today: The year that stands for today.
        pages: The years of the pages, ascending.
        made: Whether they were made only then; else they lay elsewhere before.
    """
    *others, last = map(str, pages)
    years = f"{', '.join(others)} and {last}" if others else last
    those = "pages" if others else "page"
    since = "today" if year == today else f"in {year}"
    came = "Made" if made else "Came to you"
    return f"{came} only {since}, too late for the {those} of {years}: "


def sorted_alike(alike: int, count: int) -> str:
    """How many of the facts that were sorted stand where the player put them."""
    return f"{alike} of {count} stand in the pile where you put them."


def moved(before: int, now: int, *, same: bool, again: bool) -> str:
    """What became of a belief since the answer before; a leap is named by its ends.

    Args:
        before: How sure that one was, 1 to 4.
        now: How sure this one is.
        same: Whether it is the same answer.
        again: Whether it is another one, and was given before that.
    """
    answer = "An earlier answer again" if again else "Another answer"
    answer = "The same answer" if same else answer
    surer = now - before
    if abs(surer) >= LEAP:
        ends = [SURENESS[degree].partition(" ")[2] for degree in (before, now)]
        return f"{answer}, from “{ends[0]}” to “{ends[1]}”."
    if not surer:
        return f"{answer}, as sure as before." if same else f"{answer}."
    return f"{answer}, {'surer' if surer > 0 else 'less sure'}."


def without_paper(hours: int, papers: int) -> str:
    """How much of a day left no paper in the box."""
    parts = []
    if hours:
        parts.append(f"{counted(hours, 'hour', 'hours')} without a paper")
    if papers:
        parts.append(f"{counted(papers, 'paper', 'papers')} found and not kept")
    return f"Beside that, {' and '.join(parts)}: {IN_RECORD}"


def smaller(count: int, acts: Mapping[str, int]) -> str:
    """How many smaller changes there are, and in which acts."""
    where = "; ".join(f"{act}, {number}" for act, number in acts.items())
    things = counted(count, "smaller thing", "smaller things")
    return f"And {things}{f' ({where})' if where else ''}: {IN_RECORD}"


def also_wrong(count: int) -> str:
    """How many wrong statements of the sources are not told here."""
    wrong = counted(count, "other wrong statement", "other wrong statements")
    return f"And {wrong}: {IN_RECORD}"


def counted(count: int, one: str, several: str) -> str:
    """A number and what it counts."""
    return f"{count} {one if count == 1 else several}"


INNER_MARKS = str.maketrans(
    {
        "“": "\N{LEFT SINGLE QUOTATION MARK}",
        "”": "\N{RIGHT SINGLE QUOTATION MARK}",
    }
)
"""Quotation marks as they stand within others."""


def with_title(text: str, title: str) -> str:
    """A text with a card's title for `{card}`; marks within others are inner ones."""
    named = title.translate(INNER_MARKS) if "“{card}" in text else title
    return text.replace("{card}", named)
