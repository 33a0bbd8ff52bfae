"""What `octgame explain` says about sections, keys and ids."""

from octgame.loading.diagnostics import Code

KEYS: dict[str, Code] = {
    "missing-story": Code(
        "There is no story section",
        meaning="No file of the folder begins with `story:`.",
        why="It gives the title, the calendar, the roles and where to start.",
        advice="Write it into `story.yaml`, or look whether you stand in the right"
        " folder.",
        wrong="a folder in which every file begins with `scenes:`",
        right="the same folder with a file `story.yaml`",
    ),
    "duplicate-section": Code(
        "A second story section",
        meaning="Two files begin with `story:`.",
        why="Other sections may stand in many files; a story has one title and one"
        " start.",
        advice="Move its keys to the first one.",
        wrong="""
story: <--
  title: Another Ferry
""",
        right="""
codex:
  glove: {kind: term, title: A glove, text: Of wool.}
""",
    ),
    "unknown-section": Code(
        "A section that there is not",
        meaning="The word at the left margin is none of the sections' names.",
        why="It says what kind of thing follows; another word says nothing.",
        advice="Use one of the words that the finding lists.",
        wrong="""
codexes: <--
  glove: {kind: term, title: A glove, text: Of wool.}
""",
        right="""
codex:
  glove: {kind: term, title: A glove, text: Of wool.}
""",
    ),
    "unknown-key": Code(
        "A key that there is not",
        meaning="A thing of this kind has no such key.",
        why="A key that nothing reads would be lost in silence.",
        advice="Correct the word, or see whether the line is indented under the right"
        " thing.",
        wrong="""
scenes:
  landing:
    choices:
      to_hut:
        text: Go up to the hut for the book.
        goto: hut <--
""",
        right="""
scenes:
  landing:
    choices:
      to_hut:
        text: Go up to the hut for the book.
        to: hut
""",
    ),
    "missing-field": Code(
        "Something required is not there",
        meaning="A thing of this kind needs the key that the finding names.",
        why="The game shows it, or cannot go on without it.",
        advice="Add the key.",
        wrong="""
codex:
  glove: <--
    kind: term
    text: Of wool.
""",
        right="""
codex:
  glove:
    kind: term
    title: A glove
    text: Of wool.
""",
    ),
    "misplaced-key": Code(
        "A key that means something only beside another",
        meaning="The other key, which the finding names, is not there.",
        why="Alone it would do nothing, and you meant it to do something.",
        advice="Add the other key, or take this one out.",
        wrong="""
scenes:
  midstream:
    choices:
      pull:
        text: Pull across.
        else: Your arms are gone. <--
""",
        right="""
scenes:
  midstream:
    choices:
      pull:
        text: Pull across.
        if: tired <= 1
        else: Your arms are gone.
""",
    ),
    "not-acceptable": Code(
        "Something that cannot be accepted",
        meaning="`accepts:` names a code that is an error's, or none at all.",
        why="With an error the story cannot be played, whatever its author says.",
        advice="Mend what is wrong; a warning can be accepted by the code that it is"
        " told with.",
        wrong="""
scenes:
  hut:
    accepts: {dead-end: Whoever sleeps here sleeps for good.} <--
""",
        right="""
scenes:
  hut:
    choices:
      sleep:
        text: Sleep.
        to: home
""",
    ),
    "bad-id": Code(
        "Not an id",
        meaning="An id has small Latin letters, digits and `_`, a letter first. Only"
        " a claim's is a capital letter and digits.",
        why="Ids stand in saves, links and conditions, and must be easy to type.",
        advice="Write it so, and wherever it is named.",
        wrong="""
codex:
  Glove: {kind: term, title: A glove, text: Of wool.} <--
""",
        right="""
codex:
  glove: {kind: term, title: A glove, text: Of wool.}
""",
    ),
    "reserved-id": Code(
        "An id that has a meaning already",
        meaning="The format or its conditions use this word themselves.",
        why="`to: next` could mean the next scene or the scene called `next`.",
        advice="Choose another id.",
        wrong="""
codex:
  here: {kind: term, title: Here, text: The landing of Lomy.} <--
""",
        right="""
codex:
  landing_here: {kind: term, title: Here, text: The landing of Lomy.}
scenes:
  hut:
    text: The [landing](landing_here) is a few steps down.
""",
    ),
    "duplicate-id": Code(
        "An id that is taken",
        meaning="Two things have one id; the finding says where the first one is.",
        why="A link or a condition names a thing by its id alone.",
        advice="Give one of the two another id.",
        wrong="""
cards:
  fare_book:
    kind: memo
codex:
  fare_book: {kind: term, title: Fare book, text: Every boat had one.} <--
""",
        right="""
cards:
  fare_book:
    kind: memo
codex:
  fare_books: {kind: term, title: Fare book, text: Every boat had one.}
scenes:
  hut:
    text: Every boat has its [fare book](fare_books).
""",
    ),
    "repeated": Code(
        "The same thing twice in a list",
        meaning="An id stands a second time in one list.",
        why="The second mention does nothing; mostly another id was meant.",
        advice="Take one out, or name the one that you meant.",
        wrong="""
facts:
  ice_that_night:
    sources: [gauge, gauge] <--
""",
        right="""
facts:
  ice_that_night:
    sources: [gauge, memoir]
""",
    ),
    "unknown-id": Code(
        "An id that leads to nothing",
        meaning="No scene, card, fact, question, source or place has this id.",
        why="The play would go nowhere, or a link would open nothing.",
        advice="Correct it, or write the thing that it should lead to.",
        wrong="""
scenes:
  landing:
    choices:
      to_hut:
        text: Go up to the hut for the book.
        to: hutt <--
""",
        right="""
scenes:
  landing:
    choices:
      to_hut:
        text: Go up to the hut for the book.
        to: hut
""",
    ),
    "unknown-variable": Code(
        "A variable that is not declared",
        meaning="The story section declares no variable of this name.",
        why="What a story remembers must have a type and a start.",
        advice="Correct it, or declare it under `variables:`.",
        wrong="""
scenes:
  landing:
    choices:
      ask_fare:
        text: Ask for the fare first.
        set: {payed: yes} <--
""",
        right="""
scenes:
  landing:
    choices:
      ask_fare:
        text: Ask for the fare first.
        set: {paid: yes}
""",
    ),
}
