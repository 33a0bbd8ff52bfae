"""What `octgame explain` says about single values, dates and conditions."""

from octgame.loading.diagnostics import Code

VALUES: dict[str, Code] = {
    "empty-value": Code(
        "A key without a value",
        meaning="Nothing stands behind the colon; text after ` #` is a comment.",
        why="An empty text is never meant.",
        advice="Write the value, or take the key out.",
        wrong="""
scenes:
  hut:
    title:  # The Hut <--
""",
        right="""
scenes:
  hut:
    title: The Hut
""",
    ),
    "wrong-type": Code(
        "A value of the wrong type",
        meaning="Each key takes one type of value: a line, a number, yes or no, a"
        " list, …",
        why="The game would not know what to do with another.",
        advice="Write the type of value that the finding names.",
        wrong="""
scenes:
  landing:
    choices:
      bail:
        text: Bail out the water.
        once: sometimes <--
""",
        right="""
scenes:
  landing:
    choices:
      bail:
        text: Bail out the water.
        once: yes
""",
    ),
    "unknown-word": Code(
        "A word that may not stand here",
        meaning="This key takes one of a few words.",
        why="Another word would mean nothing to the game.",
        advice="Use one of the words that the finding lists.",
        wrong="""
cards:
  fare_book:
    kind: notebook <--
""",
        right="""
cards:
  fare_book:
    kind: memo
""",
    ),
    "out-of-bounds": Code(
        "A number beyond its bounds",
        meaning="A variable never leaves its min and max; some keys have bounds of"
        " their own.",
        why="The value could never be reached, or would be cut off.",
        advice="Change the number, or the bounds.",
        wrong="""
story:
  variables:
    tired: {type: number, start: 5, min: 0, max: 3} <--
""",
        right="""
story:
  variables:
    tired: {type: number, start: 0, min: 0, max: 3}
""",
    ),
    "wide-variable": Code(
        "A variable with too many values",
        meaning="A variable has at most 16 values.",
        why="Every way through a story is proved; each value multiplies the ways.",
        advice="Narrow its bounds; a few words often say better what matters.",
        wrong="""
story:
  variables:
    tired: {type: number, start: 0, min: 0, max: 100} <--
""",
        right="""
story:
  variables:
    tired: {type: number, start: 0, min: 0, max: 3}
""",
    ),
    "too-few": Code(
        "Too few to choose from",
        meaning="A question has at least two answers, an ordering two slips.",
        why="One answer is no question, and one slip has no order.",
        advice="Add a second one.",
        wrong="""
questions:
  who_crossed:
    answers: {soldiers: Soldiers.} <--
""",
        right="""
questions:
  who_crossed:
    answers: {soldiers: Soldiers., traders: Traders.}
""",
    ),
    "too-long": Code(
        "A text with too many words",
        meaning="A paragraph has at most 45 words, a card 60, a view or an entry of"
        " the codex 80.",
        why="Long paragraphs are not read on a screen, least of all by a class.",
        advice="Cut it, or make two paragraphs of it.",
        wrong="""
scenes:
  hut:
    text: The stove is out and the shelf above it is bare but for the <--
      book, a candle end, a pair of mittens that nobody has worn since the
      spring, and a tin in which something rolls to and fro when you lift it
      down to look whether the coin is there.
""",
        right="""
scenes:
  hut:
    text:
      - The stove is out and the shelf above it is bare but for the book, a
        candle end and a pair of mittens.
      - In a tin something rolls to and fro when you lift it down.
""",
    ),
    "bad-date": Code(
        "Not a date",
        meaning="A date is year, month and day, perhaps with the hour, and must have"
        " been: there was no 1 to 13 February 1918 in Russia.",
        why="Dates are put in order and counted between, so they must be exact.",
        advice="Write `1917`, `1917-10`, `1917-10-25` or `1917-10-25 21:40`.",
        wrong="""
scenes:
  hut:
    when: 25.10.1917 18:20 <--
""",
        right="""
scenes:
  hut:
    when: 1917-10-25 18:20
""",
    ),
    "bad-condition": Code(
        "Not a condition",
        meaning="Conditions have a small grammar of their own; the finding points at"
        " where it is left.",
        why="Nobody could say when it holds.",
        advice="See “Conditions” in the description of the format.",
        wrong="""
scenes:
  midstream:
    choices:
      rest:
        text: Rest on the oars.
        if: tired = 1 <--
""",
        right="""
scenes:
  midstream:
    choices:
      rest:
        text: Rest on the oars.
        if: tired == 1
""",
    ),
    "never-true": Code(
        "A condition that never holds",
        meaning="Whatever happens in a play, this is not so.",
        why="What stands under it is never shown.",
        advice="Correct it, or accept the finding if you have closed a way on purpose.",
        wrong="""
scenes:
  hut:
    text:
      - The [fare book](fare_book) lies on the shelf.
      - {if: tired > 3 and paid, text: You sit down.} <--
""",
        right="""
scenes:
  hut:
    text:
      - The [fare book](fare_book) lies on the shelf.
      - {if: tired > 0 and paid, text: You sit down.}
""",
    ),
    "always-true": Code(
        "A condition that always holds",
        meaning="Whatever happens in a play, this is so.",
        why="It does nothing; mostly another bound or word was meant.",
        advice="Correct it, or take it out.",
        wrong="""
scenes:
  hut:
    text:
      - The [fare book](fare_book) lies on the shelf.
      - {if: tired >= 0, text: You sit down.} <--
      - {if: paid, text: The coin is cold.}
""",
        right="""
scenes:
  hut:
    text:
      - The [fare book](fare_book) lies on the shelf.
      - {if: tired >= 1, text: You sit down.}
      - {if: paid, text: The coin is cold.}
""",
    ),
}
