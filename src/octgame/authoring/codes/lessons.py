"""What `octgame explain` says of lessons that read well and cannot be taught so."""

from octgame.loading.codes.lessons import END, START, lesson
from octgame.loading.diagnostics import Code

_LONG = """
      row:
        title: The Row
        minutes: 9
"""

PLANS: dict[str, Code] = {
    "lesson-length": Code(
        "A lesson that is longer or shorter than planned",
        meaning="Reading at 150 words a minute, 30 seconds for each vote and the talk"
        " as planned come to more than two minutes beside the length.",
        why="A lesson ends when the bell rings.",
        advice="Change `minutes:`, cut a step in this length, or shorten a text.",
        wrong=lesson(_LONG).replace("lengths: 8", "lengths: 8 <--"),
        right=lesson(_LONG.replace("9", "1")),
    ),
    "lesson-incomplete": Code(
        "A lesson without one of its parts",
        meaning="In some length it has no belief vote before and after on its question,"
        " no history from the class's box or no exit ticket, or that step is not `must:"
        " yes`.",
        why="The debrief is a part of the lesson, also when time is short.",
        advice="Add the step that the finding names, with `must: yes`.",
        wrong=(START + END)
        .replace("show: ticket", "text: What do you claim?")
        .replace("  who_rowed:", "  who_rowed: <--"),
        right=START.rstrip() + END.rstrip(),
    ),
}
