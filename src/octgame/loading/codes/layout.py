"""What `octgame explain` says about lines, keys and the shape of a whole file."""

from octgame.loading.codes.signs import QUOTE
from octgame.loading.diagnostics import Code

LAYOUT: dict[str, Code] = {
    "duplicate-key": Code(
        "The same key twice",
        meaning="A mapping has two values for one key.",
        why="YAML silently keeps the last, and what you wrote first is gone.",
        advice="Rename or delete one of them.",
        wrong="""
scenes:
  hut:
    title: The Hut
    title: The Back of the Hut <--
""",
        right="""
scenes:
  hut:
    title: The Back of the Hut
""",
    ),
    "key-not-text": Code(
        "A list or a mapping as a key",
        meaning="What stands before the colon is more than a word.",
        why="A key names a thing; nothing can be called by a list.",
        advice="Write the word alone; put text in quotes.",
        wrong="""
codex:
  [glove]: {kind: term, title: A glove, text: Of wool.} <--
""",
        right="""
codex:
  glove: {kind: term, title: A glove, text: Of wool.}
""",
    ),
    "several-documents": Code(
        "Several documents in a file",
        meaning="A line `---` begins a second document.",
        why="Only one of them would be read.",
        advice="Delete the line `---`, or make two files.",
        wrong="""
codex: {}
--- <--
sources: {}
""",
        right="""
codex: {}
sources: {}
""",
    ),
    "empty-file": Code(
        "An empty file",
        meaning="There is nothing in it, or nothing but comments.",
        why="Mostly something was meant to be there, or was lost.",
        advice="Delete it, or begin it with a section such as `scenes:`.",
        wrong="""
# to be written <--
""",
        right="""
codex: {}  # to be written
""",
    ),
    "top-level": Code(
        "A file that does not begin with a section",
        meaning="At the left margin stand the names of sections, such as `scenes:`.",
        why="They say what kind of thing follows.",
        advice="Write `scenes:`, `cards:` or another section, and indent its entries.",
        wrong="""
- glove <--
""",
        right="""
codex:
  glove: {kind: term, title: A glove, text: Of wool.}
""",
    ),
    "missing-colon": Code(
        "A line without a colon",
        meaning="A line is `key: value` with a space after the colon, a list item, or"
        " text that goes on and is indented further than its key.",
        why="Otherwise it cannot be told what the line is.",
        advice="Write the colon, or indent the text further.",
        wrong="""
codex:
  glove:
    kind: term
    title A glove <--
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
    "indentation": Code(
        "A line in the wrong column",
        meaning="Entries of one mapping or list begin in one column.",
        why="The column says what a line belongs to.",
        advice="Begin it in the same column as its neighbours; two spaces a step.",
        wrong="""
codex:
  glove:
    kind: term
     title: A glove <--
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
    "glued-text": Code(
        "A line that was to begin something",
        meaning="A dash one column too far in, or a quotation without an empty line"
        " above it, is part of the text before it.",
        why="The player would read the sign in the middle of a paragraph, and the"
        " quotation would not look like one.",
        advice="Put the dash exactly below the other dashes; before a quotation leave"
        " an empty line.",
        wrong="""
scenes:
  hut:
    text:
      - The stove is out.
       - Frost stands on the shelf. <--
""",
        right="""
scenes:
  hut:
    text:
      - The stove is out.
      - Frost stands on the shelf.
""",
    ),
    "text-after-comment": Code(
        "Text that goes on after a comment",
        meaning="` #` begins a comment, and with it the text has ended.",
        why="The lines after it belong to nothing.",
        advice=QUOTE,
        wrong="""
scenes:
  hut:
    text:
      The stove  # of brick
      is out. <--
""",
        right="""
scenes:
  hut:
    text:
      The stove
      is out.  # it is of brick
""",
    ),
    "lost-text": Code(
        "Text lost to a comment",
        meaning="What follows ` #` is a comment, and here it looks like text: several"
        " words before a single space, or no space after.",
        why="The player would not read it.",
        advice="Quote the text. Before a comment write two spaces, and one after the"
        " sign.",
        wrong="""
scenes:
  hut:
    text: The key hangs on nail #3. <--
""",
        right="""
scenes:
  hut:
    text: "The key hangs on nail #3."
""",
    ),
}

SIZES: dict[str, Code] = {
    "too-deep": Code(
        "Too many lists within lists",
        meaning="At most 12 within each other are read; a story needs seven.",
        why="Deeper ones are slips, or are meant to exhaust the program.",
        advice="Look for stray brackets or for steps of indentation.",
        wrong="""
scenes:
  hut:
    text: [[[[[[[[[[[[The stove is out.]]]]]]]]]]]] <--
""",
        right="""
scenes:
  hut:
    text: [The stove is out.]
""",
    ),
    "too-many-values": Code(
        "Too much in one file",
        meaning="At most 20 000 values of one file are read.",
        why="Nobody finds anything in such a file.",
        advice="Move some of its scenes to a second file.",
        wrong="one file for everything",
        right="one file for each act",
    ),
    "too-many-errors": Code(
        "Too many errors in one file",
        meaning="After a hundred errors the rest of a file is not read.",
        why="Most of them have one cause, and hide the others.",
        advice="Mend the errors listed before.",
        wrong="a file in which every line is quoted wrongly",
        right="a file whose first errors are mended",
    ),
    "text-too-long": Code(
        "Too long a text",
        meaning="One text has at most 16 384 characters, over two thousand words.",
        why="A quotation mark that is never closed makes such a text.",
        advice="Close the quotation mark, or divide the text.",
        wrong="a chapter of a book in one field",
        right="its paragraphs in scenes",
    ),
}
